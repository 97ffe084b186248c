/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/document-json-private.h"

#include "formats/json-shape.h"

#include <glib/gi18n-lib.h>

/* A filter names lists and items by their rows. One that is gone lets nothing pass; what stands for
 * it in a file is empty, and in a document a row that never is. */
#define GONE "0"

static const CwJsonMember members[] = {
  { "name", CW_JSON_STRING },
  { "words", CW_JSON_STRING, TRUE },
  { "facets", CW_JSON_OBJECT, TRUE },
  { "definition", CW_JSON_STRING, TRUE },
};

static const CwJsonMember category_members[] = {
  { "list", CW_JSON_STRING },
  { "code", CW_JSON_STRING },
};

static gboolean
is_of_lists (CwFacet facet)
{
  return facet == CW_FACET_SUBJECT_LIST || facet == CW_FACET_OBJECT_LIST;
}

static gint64
parse_id (const char *value)
{
  return g_ascii_strtoll (value, NULL, 10);
}

/* Returns: whether anything was there to be named. */
static gboolean
print_list (CwJsonPrinter *printer, const CwDocumentItems *items, const char *value)
{
  CwList *list = _cw_document_items_get_list (items, parse_id (value));

  if (list != NULL)
    cw_json_printer_string (printer, cw_list_get_key (list));

  return list != NULL;
}

static void
print_category_names (CwJsonPrinter *printer, const char *list, const char *code)
{
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "list", list);
  cw_json_printer_member_string (printer, "code", code);
  cw_json_printer_end_object (printer);
}

static gboolean
print_category (CwJsonPrinter *printer, const CwDocumentItems *items, const char *value)
{
  const CwItem *item = _cw_document_items_get (items, parse_id (value));

  if (item != NULL)
    print_category_names (printer, cw_list_get_key (item->list), item->code);

  return item != NULL;
}

static void
print_values (CwJsonPrinter *printer,
              const CwDocumentItems *items,
              CwFacet facet,
              const GPtrArray *values)
{
  gboolean any_gone = FALSE;

  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);

      if (is_of_lists (facet))
        any_gone |= !print_list (printer, items, value);
      else if (facet == CW_FACET_CATEGORY)
        any_gone |= !print_category (printer, items, value);
      else
        cw_json_printer_string (printer, value);
    }
  if (any_gone && is_of_lists (facet))
    cw_json_printer_string (printer, "");
  else if (any_gone)
    print_category_names (printer, "", "");
  cw_json_printer_end_array (printer);
}

static void
print_filter (CwJsonPrinter *printer, const CwDocumentItems *items, const CwMappingFilter *filter)
{
  _cw_document_json_print_text_if_any (printer, "words", filter->text);
  cw_json_printer_key (printer, "facets");
  cw_json_printer_begin_object (printer);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      const GPtrArray *values = filter->values[facet];

      if (values == NULL || values->len == 0)
        continue;
      cw_json_printer_key (printer, cw_facet_to_key (facet));
      print_values (printer, items, facet, values);
    }
  cw_json_printer_end_object (printer);
}

/*
 * _cw_document_filter_print:
 * @printer: where to
 * @items: what ids stand for
 * @kept: a filter that has a name
 *
 * Prints a filter as an object. Of one that this version does not wholly understand it prints what
 * the document keeps.
 */
void
_cw_document_filter_print (CwJsonPrinter *printer,
                           const CwDocumentItems *items,
                           const CwKeptDefinition *kept)
{
  g_autoptr (CwMappingFilter) filter = cw_kept_filter_read (kept->definition);
  g_autofree char *written = filter != NULL ? cw_kept_filter_write (filter) : NULL;

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "name", kept->name);
  if (g_strcmp0 (written, kept->definition) == 0)
    print_filter (printer, items, filter);
  else
    cw_json_printer_member_string (printer, "definition", kept->definition);
  cw_json_printer_end_object (printer);
}

static char *
read_list (CwJsonPlace *place, const CwDocumentItems *items, JsonNode *node, GError **error)
{
  const char *key;
  CwList *list;

  if (!cw_json_check_kind (place, node, CW_JSON_STRING, error))
    return NULL;
  key = json_node_get_string (node);
  if (*key == '\0')
    return g_strdup (GONE);

  list = g_hash_table_lookup (items->keys, key);
  if (list != NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, cw_list_get_id (list));

  cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, _ ("the file has no list “%s”"), key);
  return NULL;
}

static char *
read_category (CwJsonPlace *place, const CwDocumentItems *items, JsonNode *node, GError **error)
{
  JsonObject *object;
  const CwItem *item;

  if (!cw_json_check_kind (place, node, CW_JSON_OBJECT, error))
    return NULL;
  object = json_node_get_object (node);
  if (!cw_json_check_members (place, object, category_members, G_N_ELEMENTS (category_members),
                              error))
    return NULL;
  if (*json_object_get_string_member (object, "list") == '\0')
    return g_strdup (GONE);

  return _cw_document_items_find (items, place, object, "list", "code", &item, error)
           ? g_strdup_printf ("%" G_GINT64_FORMAT, item->id)
           : NULL;
}

static char *
read_value (CwJsonPlace *place,
            const CwDocumentItems *items,
            CwFacet facet,
            JsonNode *node,
            GError **error)
{
  if (is_of_lists (facet))
    return read_list (place, items, node, error);
  if (facet == CW_FACET_CATEGORY)
    return read_category (place, items, node, error);

  return cw_json_check_kind (place, node, CW_JSON_STRING, error) ? json_node_dup_string (node)
                                                                 : NULL;
}

static gboolean
read_facet (CwJsonPlace *place,
            const CwDocumentItems *items,
            const char *key,
            JsonNode *node,
            CwMappingFilter *filter,
            GError **error)
{
  CwFacet facet;
  JsonArray *values;

  if (!cw_facet_from_key (key, &facet))
    return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, _ ("is an unknown key"));
  if (!cw_json_check_kind (place, node, CW_JSON_ARRAY, error))
    return FALSE;

  values = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      g_autofree char *value = NULL;

      cw_json_place_enter_index (place, i);
      value = read_value (place, items, facet, json_array_get_element (values, i), error);
      if (value == NULL)
        return FALSE;
      cw_mapping_filter_set_value (filter, facet, value, TRUE);
      cw_json_place_leave (place);
    }

  return TRUE;
}

static gboolean
read_facets (CwJsonPlace *place,
             const CwDocumentItems *items,
             JsonObject *facets,
             CwMappingFilter *filter,
             GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  cw_json_place_enter (place, "facets");
  json_object_iter_init_ordered (&iter, facets);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      cw_json_place_enter (place, key);
      if (!read_facet (place, items, key, node, filter, error))
        return FALSE;
      cw_json_place_leave (place);
    }
  cw_json_place_leave (place);

  return TRUE;
}

/*
 * _cw_document_filter_read:
 * @place: where @object stands
 * @items: what names stand for, with ids
 * @object: a filter that has a name
 * @error: return location
 *
 * Returns: (transfer full): the filter as a document keeps it, or %NULL with a #CwFormatError that
 *   names the place
 */
CwKeptDefinition *
_cw_document_filter_read (CwJsonPlace *place,
                          const CwDocumentItems *items,
                          JsonObject *object,
                          GError **error)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  g_autofree char *definition = NULL;
  const char *name, *kept;

  if (!cw_json_check_members (place, object, members, G_N_ELEMENTS (members), error))
    return NULL;

  name = json_object_get_string_member (object, "name");
  kept = json_object_get_string_member_with_default (object, "definition", NULL);
  if (*name == '\0' || (kept != NULL && *kept == '\0'))
    {
      cw_json_place_fail_at (place, *name == '\0' ? "name" : "definition", error,
                             _ ("must not be empty"));
      return NULL;
    }
  if (kept != NULL)
    return cw_kept_definition_new (name, kept);

  cw_mapping_filter_set_text (filter,
                              json_object_get_string_member_with_default (object, "words", ""));
  if (json_object_has_member (object, "facets") &&
      !read_facets (place, items, json_object_get_object_member (object, "facets"), filter, error))
    return NULL;
  definition = cw_kept_filter_write (filter);

  return cw_kept_definition_new (name, definition);
}
