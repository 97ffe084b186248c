/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/import-items-private.h"

#include "store/list-table.h"
#include "store/list-update.h"

#include <glib/gi18n-lib.h>

/* Those of the new items that are wanted go into the document. */

/**
 * cw_import_items_want_none:
 * @self: items
 *
 * Forgets what was wanted.
 */
void
cw_import_items_want_none (CwImportItems *self)
{
  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, CwNewItem, i).wanted = FALSE;
  for (guint i = 0; i < self->targets->len; i++)
    ((CwImportTarget *) g_ptr_array_index (self->targets, i))->wanted = FALSE;
}

/**
 * cw_import_items_want_list:
 * @self: items
 * @list: a list of cw_import_items_find_list(), or %CW_IMPORT_NOTHING
 *
 * Says that a row needs it; what no row needs is not made.
 */
void
cw_import_items_want_list (CwImportItems *self, int list)
{
  if (list != CW_IMPORT_NOTHING)
    ((CwImportTarget *) g_ptr_array_index (self->targets, list))->wanted = TRUE;
}

/**
 * cw_import_items_want_item:
 * @self: items
 * @item: a new item, or %CW_IMPORT_NOTHING
 *
 * Says that a row needs it; what no row needs is not made.
 */
void
cw_import_items_want_item (CwImportItems *self, int item)
{
  CwNewItem *new_item;

  if (item == CW_IMPORT_NOTHING)
    return;

  new_item = &g_array_index (self->items, CwNewItem, item);
  new_item->wanted = TRUE;
  cw_import_items_want_list (self, new_item->target);
}

/**
 * cw_import_items_count_wanted:
 * @self: items
 *
 * Returns: how many items are made
 */
guint
cw_import_items_count_wanted (CwImportItems *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += _cw_import_items_get (self, (int) i)->wanted != FALSE;

  return n;
}

static void
append_wanted (CwImportItems *self, int target_index, CwListDraft *draft)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const CwNewItem *item = _cw_import_items_get (self, (int) i);

      if (item->target == target_index && item->wanted)
        g_ptr_array_add (draft->items,
                         cw_draft_item_copy (_cw_import_items_get_draft (self, (int) i)));
    }
}

static gboolean
store_new_list (CwImportItems *self, int target_index, CwConnection *connection, GError **error)
{
  CwImportTarget *target = g_ptr_array_index (self->targets, target_index);
  g_autoptr (CwListDraft) draft = cw_list_draft_new (cw_list_card_copy (target->draft->card));
  g_autoptr (CwList) list = NULL;

  if (!cw_list_card_check (draft->card, error))
    return FALSE;
  append_wanted (self, target_index, draft);
  list = cw_list_draft_build (draft, error);

  return list != NULL && cw_list_table_insert (connection, list, error) &&
         cw_list_table_find_key (connection, draft->card->key, &target->id, error);
}

static gboolean
add_to_list (CwImportItems *self, int target_index, CwConnection *connection, GError **error)
{
  CwImportTarget *target = g_ptr_array_index (self->targets, target_index);
  g_autoptr (CwList) before = NULL;
  g_autoptr (CwListDraft) draft = NULL;
  gboolean changed = FALSE;

  if (!cw_list_table_get (connection, target->id, &before, error))
    return FALSE;
  if (before == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: %s is the short name of a list */
                   _ ("“%s” is not there any more"),
                   cw_text_choose (target->draft->card->short_title, NULL));
      return FALSE;
    }

  draft = cw_list_draft_new_from_list (before);
  append_wanted (self, target_index, draft);

  return cw_list_update (connection, before, draft, &changed, error);
}

static gboolean
find_ids (CwImportItems *self, int target_index, CwConnection *connection, GError **error)
{
  const CwImportTarget *target = g_ptr_array_index (self->targets, target_index);
  g_autoptr (CwList) list = NULL;

  if (!cw_list_table_get (connection, target->id, &list, error))
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      CwNewItem *item = &g_array_index (self->items, CwNewItem, i);

      if (item->target == target_index && item->wanted)
        item->id = cw_list_find_item (list, _cw_import_items_get_draft (self, (int) i)->code)->id;
    }

  return TRUE;
}

/**
 * cw_import_items_store:
 * @self: items
 * @connection: a connection within a step
 * @error: return location
 *
 * Makes the lists and items that are wanted; from then on they have ids.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_import_items_store (CwImportItems *self, CwConnection *connection, GError **error)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const CwImportTarget *target = g_ptr_array_index (self->targets, i);
      gboolean is_old = g_hash_table_contains (self->by_list, &target->id);
      gboolean stored;

      if (!target->wanted)
        continue;
      stored = is_old ? add_to_list (self, (int) i, connection, error)
                      : store_new_list (self, (int) i, connection, error);

      if (!stored || !find_ids (self, (int) i, connection, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_import_items_get_item_id:
 * @self: items that are stored
 * @item: one of them
 *
 * Returns: its row
 */
gint64
cw_import_items_get_item_id (CwImportItems *self, int item)
{
  return _cw_import_items_get (self, item)->id;
}

/**
 * cw_import_items_get_list_id:
 * @self: items that are stored
 * @list: a list of cw_import_items_find_list()
 *
 * Returns: its row
 */
gint64
cw_import_items_get_list_id (CwImportItems *self, int list)
{
  return ((CwImportTarget *) g_ptr_array_index (self->targets, list))->id;
}
