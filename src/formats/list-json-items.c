/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json-private.h"

#include "formats/json-shape.h"
#include "model/language.h"
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Deeper than any list known, and no danger to the stack. */
#define MAX_LEVELS 16

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
  if (!cw_list_code_is_valid (code))
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
  if (!self->shipped)
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

/* The texts of a label or label_source, in the one order of languages. */
static GList *
list_languages (JsonObject *object)
{
  return g_list_sort (json_object_get_members (object), (GCompareFunc) cw_language_compare);
}

static gboolean
check_texts (CwListItemsReader *self, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (json_object_get_size (object) == 0)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE, _ ("must not be empty"));

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      cw_json_place_enter (self->place, language);
      if (!_cw_list_json_check_language (self->place, language, error) ||
          !cw_json_check_kind (self->place, node, CW_JSON_STRING, error) ||
          !_cw_list_json_check_words (self->place, json_node_get_string (node), FALSE, error))
        return FALSE;
      cw_json_place_leave (self->place);
    }

  return TRUE;
}

static gboolean
read_origin (CwListItemsReader *self,
             JsonObject *sources,
             const char *language,
             CwLabelOrigin *origin,
             GError **error)
{
  const char *key = json_object_get_string_member_with_default (sources, language, NULL);

  cw_json_place_enter (self->place, "label_source");
  if (key == NULL)
    return cw_json_place_fail_at (self->place, language, error,
                                  _ ("is missing: the label does not say whose words it is"));
  if (!cw_label_origin_from_key (key, origin))
    return cw_json_place_fail_at (self->place, language, error,
                                  /* Translators: %s is what stands there; keep the four keys */
                                  _ ("“%s” is not one of official, seed, translation, user"), key);
  if (self->shipped && *origin == CW_LABEL_USER)
    return cw_json_place_fail_at (self->place, language, error,
                                  _ ("a shipped list has no labels of a user"));
  cw_json_place_leave (self->place);

  return TRUE;
}

static gboolean
check_no_more_sources (CwListItemsReader *self,
                       JsonObject *labels,
                       JsonObject *sources,
                       GError **error)
{
  JsonObjectIter iter;
  const char *language;

  cw_json_place_enter (self->place, "label_source");
  json_object_iter_init_ordered (&iter, sources);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    {
      if (!json_object_has_member (labels, language))
        return cw_json_place_fail_at (self->place, language, error,
                                      _ ("there is no label in this language"));
    }
  cw_json_place_leave (self->place);

  return TRUE;
}

static gboolean
read_labels (CwListItemsReader *self, JsonObject *item, GError **error)
{
  JsonObject *labels = json_object_get_object_member (item, "label");
  JsonObject *sources = json_object_get_object_member (item, "label_source");
  g_autoptr (GList) languages = list_languages (labels);
  gboolean has_official = FALSE;

  cw_json_place_enter (self->place, "label");
  if (!check_texts (self, labels, error))
    return FALSE;
  cw_json_place_leave (self->place);
  cw_json_place_enter (self->place, "label_source");
  if (!check_texts (self, sources, error))
    return FALSE;
  cw_json_place_leave (self->place);

  for (GList *l = languages; l != NULL; l = l->next)
    {
      CwLabelOrigin origin;

      if (!read_origin (self, sources, l->data, &origin, error))
        return FALSE;
      if (origin == CW_LABEL_OFFICIAL && g_str_equal (l->data, self->official_language))
        has_official = TRUE;
      cw_list_builder_add_label (self->builder, l->data,
                                 json_object_get_string_member (labels, l->data),
                                 CW_LABEL_PREFERRED, origin);
    }

  if (json_object_get_boolean_member (item, "verified") && !has_official)
    return cw_json_place_fail_at (self->place, "verified", error,
                                  /* Translators: %s is a language tag */
                                  _ ("must be false: there is no official label in “%s”"),
                                  self->official_language);
  return check_no_more_sources (self, labels, sources, error);
}

/* Where the file does not say whose words other names are, a shipped list's are its compilers'. */
static gboolean
read_other_origin (CwListItemsReader *self,
                   JsonArray *sources,
                   guint index,
                   CwLabelOrigin *origin,
                   GError **error)
{
  const char *key = NULL;

  *origin = self->shipped ? CW_LABEL_TRANSLATION : CW_LABEL_USER;
  if (sources == NULL)
    return TRUE;

  if (index < json_array_get_length (sources) &&
      json_node_get_value_type (json_array_get_element (sources, index)) == G_TYPE_STRING)
    key = json_array_get_string_element (sources, index);
  if (cw_label_origin_from_key (key, origin))
    return TRUE;

  return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE,
                             _ ("alt_source does not say whose words it is"));
}

static gboolean
read_other_names (CwListItemsReader *self,
                  const char *language,
                  JsonNode *node,
                  JsonArray *sources,
                  GError **error)
{
  JsonArray *names;

  if (!_cw_list_json_check_language (self->place, language, error) ||
      !cw_json_check_kind (self->place, node, CW_JSON_ARRAY, error))
    return FALSE;

  names = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      JsonNode *name = json_array_get_element (names, i);
      CwLabelOrigin origin;

      cw_json_place_enter_index (self->place, i);
      if (!cw_json_check_kind (self->place, name, CW_JSON_STRING, error) ||
          !_cw_list_json_check_words (self->place, json_node_get_string (name), FALSE, error) ||
          !read_other_origin (self, sources, i, &origin, error))
        return FALSE;
      cw_list_builder_add_label (self->builder, language, json_node_get_string (name),
                                 CW_LABEL_ALTERNATIVE, origin);
      cw_json_place_leave (self->place);
    }

  return TRUE;
}

/* The origins of the other names in one language, where the file tells them. */
static JsonArray *
get_other_sources (JsonObject *item, const char *language)
{
  JsonObject *sources;
  JsonNode *node;

  if (!json_object_has_member (item, "alt_source"))
    return NULL;

  sources = json_object_get_object_member (item, "alt_source");
  node = json_object_get_member (sources, language);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
read_alternatives (CwListItemsReader *self, JsonObject *item, GError **error)
{
  g_autoptr (GList) languages = NULL;
  JsonObject *names;

  if (!json_object_has_member (item, "alt_label"))
    return TRUE;

  names = json_object_get_object_member (item, "alt_label");
  languages = list_languages (names);
  cw_json_place_enter (self->place, "alt_label");
  for (GList *l = languages; l != NULL; l = l->next)
    {
      cw_json_place_enter (self->place, l->data);
      if (!read_other_names (self, l->data, json_object_get_member (names, l->data),
                             get_other_sources (item, l->data), error))
        return FALSE;
      cw_json_place_leave (self->place);
    }
  cw_json_place_leave (self->place);

  return TRUE;
}

/* Names that the user put beside the list's own, and remarks. */
static gboolean
read_annotations (CwListItemsReader *self, JsonObject *item, GError **error)
{
  const char *note = json_object_get_string_member_with_default (item, "note", NULL);
  const char *iri = json_object_get_string_member_with_default (item, "iri", NULL);

  if (note != NULL && (*note == '\0' || !g_utf8_validate (note, -1, NULL)))
    return cw_json_place_fail_at (self->place, "note", error, _ ("must not be empty"));
  if (iri != NULL && !cw_iri_is_valid (iri))
    return cw_json_place_fail_at (self->place, "iri", error,
                                  _ ("must begin with https:// or http:// and hold no space"));
  cw_list_builder_set_note (self->builder, note);
  cw_list_builder_set_iri (self->builder, iri);

  if (json_object_has_member (item, "user_label"))
    {
      JsonObject *labels = json_object_get_object_member (item, "user_label");
      g_autoptr (GList) languages = list_languages (labels);

      cw_json_place_enter (self->place, "user_label");
      if (!check_texts (self, labels, error))
        return FALSE;
      cw_json_place_leave (self->place);
      for (GList *l = languages; l != NULL; l = l->next)
        cw_list_builder_add_label (self->builder, l->data,
                                   json_object_get_string_member (labels, l->data),
                                   CW_LABEL_PREFERRED, CW_LABEL_USER);
    }

  return TRUE;
}

static gboolean
check_figure_words (CwListItemsReader *self, JsonObject *object, const char *key, GError **error)
{
  cw_json_place_enter (self->place, key);
  if (!_cw_list_json_check_words (self->place, json_object_get_string_member (object, key), FALSE,
                                  error))
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
read_item (CwListItemsReader *self,
           JsonObject *item,
           const char *parent,
           guint depth,
           GError **error)
{
  const CwJsonMember *members = depth == 0 ? top_members : sub_members;
  guint n_members = depth == 0 ? G_N_ELEMENTS (top_members) : G_N_ELEMENTS (sub_members);
  const char *code, *group;
  gboolean verified;

  if (!cw_json_check_members (self->place, item, members, n_members, error))
    return FALSE;

  code = json_object_get_string_member (item, "code");
  group = json_object_get_string_member_with_default (item, "group", NULL);
  verified = json_object_get_boolean_member (item, "verified");
  if (!check_code (self, code, parent, error))
    return FALSE;
  if (group != NULL && !_cw_list_json_is_slug (group, '-'))
    return cw_json_place_fail_at (self->place, "group", error,
                                  /* Translators: %s is what stands in the place of a group */
                                  _ ("“%s” is not a key: letters and digits joined by hyphens"),
                                  group);

  cw_list_builder_add_item (self->builder, 0, depth, code, group, verified);
  self->n_items++;
  self->n_verified += verified ? 1 : 0;

  return read_labels (self, item, error) && read_alternatives (self, item, error) &&
         read_annotations (self, item, error) && read_figures (self, item, error) &&
         read_children (self, item, depth, error);
}

static gboolean
read_level (CwListItemsReader *self,
            JsonArray *items,
            const char *parent,
            guint depth,
            GError **error)
{
  if (depth >= MAX_LEVELS && json_array_get_length (items) > 0)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_UNSUPPORTED,
                               _ ("items are nested more than %d deep"), MAX_LEVELS);

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
  if (self->shipped && json_array_get_length (items) == 0)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE, _ ("must not be empty"));

  return read_level (self, items, NULL, 0, error) && check_groups (self, items, error);
}
