/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"
#include "workspace/document.h"
#include "workspace/item-finder.h"

G_BEGIN_DECLS

/* A list or an item that an import does not make. */
#define CW_IMPORT_NOTHING (-1)

/**
 * CwImportItems:
 *
 * The items that an import makes because no list has what a file names: in the user's own lists, or
 * in lists that it makes too.
 */
typedef struct _CwImportItems CwImportItems;

CwImportItems *cw_import_items_new (CwDocument *document, const char *file);
void cw_import_items_free (CwImportItems *self);

const CwItem *cw_import_items_find (CwImportItems *self,
                                    CwItemFinder *finder,
                                    const CwRecordEnd *end,
                                    GPtrArray *usual);
int cw_import_items_add (CwImportItems *self,
                         CwItemFinder *finder,
                         const CwRecordEnd *end,
                         GPtrArray *usual);
int cw_import_items_find_list (CwImportItems *self, const CwRecordEnd *end);
guint cw_import_items_get_n_items (CwImportItems *self);
guint cw_import_items_get_n_lists (CwImportItems *self);
const char *cw_import_items_get_label (CwImportItems *self, int item);
const char *cw_import_items_get_code (CwImportItems *self, int item);

void cw_import_items_want_none (CwImportItems *self);
void cw_import_items_want_item (CwImportItems *self, int item);
guint cw_import_items_count_wanted (CwImportItems *self);
void cw_import_items_want_list (CwImportItems *self, int list);
gboolean cw_import_items_store (CwImportItems *self, CwConnection *connection, GError **error);
gint64 cw_import_items_get_item_id (CwImportItems *self, int item);
gint64 cw_import_items_get_list_id (CwImportItems *self, int list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwImportItems, cw_import_items_free)

G_END_DECLS
