/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json-private.h"

#include "formats/json-shape.h"
#include "model/language.h"
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>

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

  if (json_object_get_size (object) == 0 && self->source != CW_LIST_SOURCE_DOCUMENT)
    return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE, _ ("must not be empty"));

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      cw_json_place_enter (self->place, language);
      if (!_cw_list_json_check_language (self->place, language, error) ||
          !cw_json_check_kind (self->place, node, CW_JSON_STRING, error) ||
          !_cw_list_json_check_words (self->place, self->source, json_node_get_string (node), FALSE,
                                      error))
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
  if (self->source == CW_LIST_SOURCE_SHIPPED && *origin == CW_LABEL_USER)
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

  if (json_object_get_boolean_member (item, "verified") && !has_official &&
      self->source != CW_LIST_SOURCE_DOCUMENT)
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
          !_cw_list_json_check_words (self->place, self->source, json_node_get_string (name), FALSE,
                                      error) ||
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
  if (iri != NULL && self->source != CW_LIST_SOURCE_DOCUMENT && !cw_iri_is_valid (iri))
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

/* Names of other origins beside the one in label: by language, and then by origin. */
static gboolean
read_more_names (CwListItemsReader *self, const char *language, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *name;

  if (!_cw_list_json_check_language (self->place, language, error) ||
      !cw_json_check_kind (self->place, node, CW_JSON_OBJECT, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &name))
    {
      CwLabelOrigin origin;

      cw_json_place_enter (self->place, key);
      if (!cw_label_origin_from_key (key, &origin))
        return cw_json_place_fail (self->place, error, CW_FORMAT_ERROR_VALUE,
                                   _ ("“%s” is not one of official, seed, translation, user"), key);
      if (!cw_json_check_kind (self->place, name, CW_JSON_STRING, error) ||
          !_cw_list_json_check_words (self->place, self->source, json_node_get_string (name), FALSE,
                                      error))
        return FALSE;
      cw_list_builder_add_label (self->builder, language, json_node_get_string (name),
                                 CW_LABEL_PREFERRED, origin);
      cw_json_place_leave (self->place);
    }

  return TRUE;
}

static gboolean
read_more_labels (CwListItemsReader *self, JsonObject *item, GError **error)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (!json_object_has_member (item, "more_label"))
    return TRUE;

  cw_json_place_enter (self->place, "more_label");
  json_object_iter_init_ordered (&iter, json_object_get_object_member (item, "more_label"));
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      cw_json_place_enter (self->place, language);
      if (!read_more_names (self, language, node, error))
        return FALSE;
      cw_json_place_leave (self->place);
    }
  cw_json_place_leave (self->place);

  return TRUE;
}

/*
 * _cw_list_names_read:
 * @self: a reader at the place of @item
 * @item: an item, whose keys have been checked
 * @error: return location
 *
 * Gives the item added last its names, and what else a person wrote of it.
 *
 * Returns: whether they are well formed, else with a #CwFormatError that names the place
 */
gboolean
_cw_list_names_read (CwListItemsReader *self, JsonObject *item, GError **error)
{
  return read_labels (self, item, error) && read_alternatives (self, item, error) &&
         read_annotations (self, item, error) && read_more_labels (self, item, error);
}
