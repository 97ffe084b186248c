/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/document-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In a document items, lists and codings are named by their rows; in a file by the list's key and
 * the item's code, and by the coding's name. */

static void
add_list (CwDocumentItems *self, CwList *list)
{
  gint64 *id = g_new (gint64, 1);

  *id = cw_list_get_id (list);
  g_hash_table_insert (self->lists, id, list);
  g_hash_table_insert (self->keys, (gpointer) cw_list_get_key (list), list);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      g_hash_table_insert (self->items, (gpointer) &item->id, (gpointer) item);
    }
}

/*
 * _cw_document_items_new:
 * @content: what outlives what is made here, with ids
 *
 * Returns: (transfer full): what the ids stand for
 */
CwDocumentItems *
_cw_document_items_new (const CwDocumentContent *content)
{
  CwDocumentItems *self = g_new0 (CwDocumentItems, 1);

  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->codings = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < content->lists->len; i++)
    add_list (self, g_ptr_array_index (content->lists, i));
  for (guint i = 0; i < content->codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (content->codings, i);

      g_hash_table_insert (self->codings, &coding->id, coding);
      g_hash_table_insert (self->names, coding->name, coding);
    }

  return self;
}

void
_cw_document_items_free (CwDocumentItems *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->codings);
  g_hash_table_unref (self->names);
  g_free (self);
}

const CwItem *
_cw_document_items_get (const CwDocumentItems *self, gint64 id)
{
  return g_hash_table_lookup (self->items, &id);
}

CwList *
_cw_document_items_get_list (const CwDocumentItems *self, gint64 id)
{
  return g_hash_table_lookup (self->lists, &id);
}

/* By the list's key and the item's place, neither of which hangs on rows. */
int
_cw_document_items_compare (const CwItem *a, const CwItem *b)
{
  int order = strcmp (cw_list_get_key (a->list), cw_list_get_key (b->list));

  return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

void
_cw_document_json_print_text_if_any (CwJsonPrinter *printer, const char *key, const char *text)
{
  if (*text != '\0')
    cw_json_printer_member_string (printer, key, text);
}

void
_cw_document_items_print (CwJsonPrinter *printer,
                          const char *list_key,
                          const char *code_key,
                          const CwItem *item)
{
  cw_json_printer_member_string (printer, list_key, cw_list_get_key (item->list));
  cw_json_printer_member_string (printer, code_key, item->code);
}

/*
 * _cw_document_items_find_list:
 * @place: where @object stands
 * @object: an object
 * @list_key: its key for a list, whose value is a text
 * @list: (out): the list
 *
 * Returns: whether there is such a list, else with %CW_FORMAT_ERROR_VALUE
 */
gboolean
_cw_document_items_find_list (const CwDocumentItems *self,
                              CwJsonPlace *place,
                              JsonObject *object,
                              const char *list_key,
                              CwList **list,
                              GError **error)
{
  const char *key = json_object_get_string_member (object, list_key);

  *list = g_hash_table_lookup (self->keys, key);

  return *list != NULL || cw_json_place_fail_at (place, list_key, error,
                                                 /* Translators: %s is the id of a list */
                                                 _ ("the file has no list “%s”"), key);
}

/*
 * _cw_document_items_find:
 * @place: where @object stands
 * @object: an object
 * @list_key: its key for a list, whose value is a text
 * @code_key: its key for an item of it, whose value is a text
 * @item: (out): the item
 *
 * Returns: whether there is such an item, else with %CW_FORMAT_ERROR_VALUE
 */
gboolean
_cw_document_items_find (const CwDocumentItems *self,
                         CwJsonPlace *place,
                         JsonObject *object,
                         const char *list_key,
                         const char *code_key,
                         const CwItem **item,
                         GError **error)
{
  const char *code = json_object_get_string_member (object, code_key);
  CwList *list;

  if (!_cw_document_items_find_list (self, place, object, list_key, &list, error))
    return FALSE;

  *item = cw_list_find_item (list, code);

  return *item != NULL ||
         cw_json_place_fail_at (place, code_key, error,
                                /* Translators: the id of a list, the code of an item */
                                _ ("the list “%1$s” has no item “%2$s”"), cw_list_get_key (list),
                                code);
}
