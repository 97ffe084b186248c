/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "workspace/list-set.h"

G_BEGIN_DECLS

/**
 * CwItemFinder:
 *
 * Finds which items a file means. It belongs to one thread.
 */
typedef struct _CwItemFinder CwItemFinder;

/**
 * CwItemMatch:
 * @CW_ITEM_FOUND: the one item that is meant
 * @CW_ITEM_UNKNOWN: there is none
 * @CW_ITEM_AMBIGUOUS: several items have that name
 * @CW_ITEM_UNSAID: the file does not say what it is
 *
 * What came of looking for an item.
 */
typedef enum
{
  CW_ITEM_FOUND,
  CW_ITEM_UNKNOWN,
  CW_ITEM_AMBIGUOUS,
  CW_ITEM_UNSAID,
} CwItemMatch;

CwItemFinder *cw_item_finder_new (CwListSet *lists);
void cw_item_finder_free (CwItemFinder *self);
CwList *cw_item_finder_find_list (CwItemFinder *self, const char *name);
CwList *cw_item_finder_find_list_of (CwItemFinder *self, const CwRecordEnd *end, GPtrArray *usual);
CwItemMatch cw_item_finder_find (CwItemFinder *self,
                                 const CwRecordEnd *end,
                                 GPtrArray *usual,
                                 const CwItem **item);

CwItemMatch cw_item_finder_find_in (CwItemFinder *self,
                                    const CwRecordEnd *end,
                                    CwList *list,
                                    const CwItem **item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwItemFinder, cw_item_finder_free)

G_END_DECLS
