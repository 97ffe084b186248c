/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json-private.h"

#include "formats/json-shape.h"
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The first level has one key more than the others, and “children” always. */
static const CwJsonMember top_members[] = {
  { "code", CW_JSON_STRING },
  { "group", CW_JSON_STRING, TRUE },
  { "label", CW_JSON_OBJECT },
  { "label_source", CW_JSON_OBJECT },
  { "alt_label", CW_JSON_OBJECT, TRUE },
  { "verified", CW_JSON_BOOLEAN },
  { "figures", CW_JSON_OBJECT, TRUE },
  { "children", CW_JSON_ARRAY },
  { "user_label", CW_JSON_OBJECT, TRUE },
  { "alt_source", CW_JSON_OBJECT, TRUE },
  { "note", CW_JSON_STRING, TRUE },
  { "iri", CW_JSON_STRING, TRUE },
};

static const CwJsonMember sub_members[] = {
  { "code", CW_JSON_STRING },
  { "label", CW_JSON_OBJECT },
  { "label_source", CW_JSON_OBJECT },
  { "alt_label", CW_JSON_OBJECT, TRUE },
  { "verified", CW_JSON_BOOLEAN },
  { "figures", CW_JSON_OBJECT, TRUE },
  { "children", CW_JSON_ARRAY, TRUE },
  { "user_label", CW_JSON_OBJECT, TRUE },
  { "alt_source", CW_JSON_OBJECT, TRUE },
  { "note", CW_JSON_STRING, TRUE },
  { "iri", CW_JSON_STRING, TRUE },
};

/* A document may hold more than a file of the list: any names in a language, and groups that a move
 * left below the first level. */
static const CwJsonMember document_members[] = {
  { "code", CW_JSON_STRING },
  { "group", CW_JSON_STRING, TRUE },
  { "label", CW_JSON_OBJECT },
  { "label_source", CW_JSON_OBJECT },
  { "alt_label", CW_JSON_OBJECT, TRUE },
  { "verified", CW_JSON_BOOLEAN },
  { "figures", CW_JSON_OBJECT, TRUE },
  { "children", CW_JSON_ARRAY, TRUE },
  { "user_label", CW_JSON_OBJECT, TRUE },
  { "alt_source", CW_JSON_OBJECT, TRUE },
  { "note", CW_JSON_STRING, TRUE },
  { "iri", CW_JSON_STRING, TRUE },
  { "more_label", CW_JSON_OBJECT, TRUE },
};

static const CwJsonMember figures_members[] = {
  { "enterprises", CW_JSON_INTEGER },
  { "share_of_group_percent", CW_JSON_NUMBER },
  { "share_of", CW_JSON_STRING },
  { "unit", CW_JSON_STRING },
};

/* A child's code is its parent's and one part more (data/lists/README.md, “Codes”). */
static gboolean
is_code_below (const char *code, const char *parent)
{
  gsize length = strlen (parent);

  return g_str_has_prefix (code, parent) && code[length] == '.' &&
         strchr (code + length + 1, '.') == NULL;
}

/* A user's list keeps the codes of its source, whatever they look like. */
static gboolean
check_own_code (CwListItemsReader *self, const char *code, GError **error)
{
  if (self->source == CW_LIST_SOURCE_DOCUMENT ? *code == '\0' : !cw_list_code_is_valid (code))
    return cw_json_place_fail_at (self->place, "code", error,
                                  _ ("must have 1 to 64 characters, none of them a control "
                                     "character, and no space at either end"));
  if (!g_hash_table_add (self->codes, (char *) code))
    return cw_json_place_fail_at (self->place, "code", error, _ ("the code “%s” stands twice"),
                                  code);
  return TRUE;
}

static gboolean
check_code (CwListItemsReader *self, const char *code, const char *parent, GError **error)
{
  if (self->source != CW_LIST_SOURCE_SHIPPED)
    return check_own_code (self, code, error);
  if (!_cw_list_json_is_slug (code, '.'))
    return cw_json_place_fail_at (self->place, "code", error,
                                  /* Translators: %s is what stands in the place of a code */
                                  _ ("“%s” is not a code: letters and digits joined by dots"),
                                  code);
  if (parent == NULL && strchr (code, '.') != NULL)
    return cw_json_place_fail_at (self->place, "code", error,
                                  /* Translators: %s is a code such as 2.1 */
                                  _ ("the code “%s” of the first level must have one part"), code);
  if (parent != NULL && !is_code_below (code, parent))
    return cw_json_place_fail_at (self->place, "code", error,
                                  /* Translators: two codes, such as 2.1 and 2 */
                                  _ ("the code “%1$s” must be “%2$s” and one part more"), code,
                                  parent);
  if (!g_hash_table_add (self->codes, (char *) code))
    return cw_json_place_fail_at (self->place, "code", error, _ ("the code “%s” stands twice"),
                                  code);
  return TRUE;
}

static gboolean
check_figure_words (CwListItemsReader *self, JsonObject *object, const char *key, GError **error)
{
  cw_json_place_enter (self->place, key);
  if (!_cw_list_json_check_words (self->place, self->source,
                                  json_object_get_string_member (object, key),
                                  self->source == CW_LIST_SOURCE_DOCUMENT, error))
    return FALSE;
  cw_json_place_leave (self->place);

  return TRUE;
}

static gboolean
read_figures (CwListItemsReader *self, JsonObject *item, GError **error)
{
  CwFigures figures;
  JsonObject *object;

  if (!json_object_has_member (item, "figures"))
    return TRUE;

  object = json_object_get_object_member (item, "figures");
  cw_json_place_enter (self->place, "figures");
  if (!cw_json_check_members (self->place, object, figures_members, G_N_ELEMENTS (figures_members),
                              error) ||
      !check_figure_words (self, object, "share_of", error) ||
      !check_figure_words (self, object, "unit", error))
    return FALSE;

  figures.enterprises = json_object_get_int_member (object, "enterprises");
  figures.share_percent = json_object_get_double_member (object, "share_of_group_percent");
  figures.share_of = json_object_get_string_member (object, "share_of");
  figures.unit = json_object_get_string_member (object, "unit");
  if (figures.enterprises < 0)
    return cw_json_place_fail_at (self->place, "enterprises", error, _ ("must not be negative"));
  if (!(figures.share_percent >= 0 && figures.share_percent <= 100))
    return cw_json_place_fail_at (self->place, "share_of_group_percent", error,
                                  _ ("must be from 0 to 100"));
  cw_json_place_leave (self->place);

  cw_list_builder_set_figures (self->builder, &figures);
  return TRUE;
}

static gboolean read_level (CwListItemsReader *self,
                            JsonArray *items,
                            const char *parent,
                            guint depth,
                            GError **error);

static gboolean
read_children (CwListItemsReader *self, JsonObject *item, guint depth, GError **error)
{
  if (!json_object_has_member (item, "children"))
    return TRUE;

  cw_json_place_enter (self->place, "children");
  if (!read_level (self, json_object_get_array_member (item, "children"),
                   json_object_get_string_member (item, "code"), depth + 1, error))
    return FALSE;
  cw_json_place_leave (self->place);

  return TRUE;
}

static gboolean
check_item_members (CwListItemsReader *self, JsonObject *item, guint depth, GError **error)
{
  if (self->source == CW_LIST_SOURCE_DOCUMENT)
    return cw_json_check_members (self->place, item, document_members,
                                  G_N_ELEMENTS (document_members), error);

  return depth == 0 ? cw_json_check_members (self->place, item, top_members,
                                             G_N_ELEMENTS (top_members), error)
                    : cw_json_check_members (self->place, item, sub_members,
                                             G_N_ELEMENTS (sub_members), error);
}

static gboolean
read_item (CwListItemsReader *self,
           JsonObject *item,
           const char *parent,
           guint depth,
           GError **error)
{
  const char *code, *group;
  gboolean verified;

  if (!check_item_members (self, item, depth, error))
    return FALSE;

  code = json_object_get_string_member (item, "code");
  group = json_object_get_string_member_with_default (item, "group", NULL);
  verified = json_object_get_boolean_member (item, "verified");
  if (!check_code (self, code, parent, error))
    return FALSE;
  if (group != NULL && self->source != CW_LIST_SOURCE_DOCUMENT &&
      !_cw_list_json_is_slug (group, '-'))
    return cw_json_place_fail_at (self->place, "group", error,
                                  /* Translators: %s is what stands in the place of a group */
                                  _ ("“%s” is not a key: letters and digits joined by hyphens"),
                                  group);

  cw_list_builder_add_item (self->builder, 0, depth, code, group, verified);
  self->n_items++;
  self->n_verified += verified ? 1 : 0;

  return _cw_list_names_read (self, item, error) && read_figures (self, item, error) &&
         read_children (self, item, depth, error);
}

static gboolean
read_level (CwListItemsReader *self,
            JsonArray *items,
            const char *parent,
            guint depth,
            GError **error)
{
  guint most =
    self->source == CW_LIST_SOURCE_DOCUMENT ? CW_LIST_MAX_LEVELS_IN_DOCUMENT : CW_LIST_MAX_LEVELS;

  if (depth >= most && json_array_get_length (items) > 0)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_UNSUPPORTED,
                               _ ("items are nested more than %u deep"), most);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *node = json_array_get_element (items, i);

      cw_json_place_enter_index (self->place, i);
      if (!cw_json_check_kind (self->place, node, CW_JSON_OBJECT, error) ||
          !read_item (self, json_node_get_object (node), parent, depth, error))
        return FALSE;
      cw_json_place_leave (self->place);
    }

  return TRUE;
}

/* Either every item of the first level is in a group or none is, and groups are not interleaved. */
static gboolean
check_groups (CwListItemsReader *self, JsonArray *items, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *previous = NULL;

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      const char *group = json_object_get_string_member_with_default (item, "group", NULL);

      cw_json_place_enter_index (self->place, i);
      if (i > 0 && (group == NULL) != (previous == NULL))
        return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE,
                                   _ ("either every item of the first level has a group or none"));
      if (group != NULL && g_strcmp0 (group, previous) != 0 &&
          !g_hash_table_add (seen, (char *) group))
        return cw_json_place_fail_at (self->place, "group", error,
                                      /* Translators: %s is the key of a group of items */
                                      _ ("the items of the group “%s” must stand together"), group);
      cw_json_place_leave (self->place);
      previous = group;
    }

  return TRUE;
}

/*
 * _cw_list_items_read:
 * @self: a reader at the place of @items
 * @items: the items of the first level; must outlive @self
 * @error: return location
 *
 * Adds all items to the builder.
 *
 * Returns: whether they are well formed, else with a #CwFormatError that names the place
 */
gboolean
_cw_list_items_read (CwListItemsReader *self, JsonArray *items, GError **error)
{
  if (self->source == CW_LIST_SOURCE_SHIPPED && json_array_get_length (items) == 0)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE, _ ("must not be empty"));

  return read_level (self, items, NULL, 0, error) &&
         (self->source == CW_LIST_SOURCE_DOCUMENT || check_groups (self, items, error));
}
