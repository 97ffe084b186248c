/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/**
 * CwListSet:
 * @lists: (element-type CwList): by jurisdiction and then the newest first
 * @items: gint64 id → CwItem
 *
 * All lists of a document as they stood at one time. Immutable: an edit of a list makes another set,
 * and a job in another thread goes on with the one it was given.
 */
typedef struct
{
  GPtrArray *lists;
  GHashTable *items;
} CwListSet;

CwListSet *cw_list_set_new (GPtrArray *lists);
CwListSet *cw_list_set_new_changed (CwListSet *self, GArray *list_ids, GPtrArray *lists);
CwListSet *cw_list_set_ref (CwListSet *self);
void cw_list_set_unref (CwListSet *self);

const CwItem *cw_list_set_get_item (CwListSet *self, gint64 id);
CwList *cw_list_set_get_list (CwListSet *self, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListSet, cw_list_set_unref)

G_END_DECLS
