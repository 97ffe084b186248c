/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-jskos-private.h"

#include "model/language.h"

#include <string.h>

/* Values of JSKOS fields, as far as they have the right kind. */

const char *
_cw_jskos_get_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

JsonObject *
_cw_jskos_get_object (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
_cw_jskos_get_array (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The first text of a list. */
const char *
_cw_jskos_get_first (JsonObject *object, const char *key)
{
  JsonArray *array = _cw_jskos_get_array (object, key);
  JsonNode *node =
    array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* The uri of the first resource of a set. */
const char *
_cw_jskos_get_first_uri (JsonObject *object, const char *key)
{
  JsonArray *array = _cw_jskos_get_array (object, key);
  JsonNode *node =
    array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
           ? _cw_jskos_get_string (json_node_get_object (node), "uri")
           : NULL;
}

/* JSKOS writes tags in lower case; scripts and regions have another case elsewhere (RFC 5646,
 * section 2.1.1). */
char *
_cw_jskos_restore_case (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);
      g_autofree char *old = parts[i];

      parts[i] = i > 0 && length == 2 ? g_ascii_strup (old, -1) : g_ascii_strdown (old, -1);
      if (i > 0 && length == 4)
        parts[i][0] = g_ascii_toupper (parts[i][0]);
    }

  return g_strjoinv ("-", parts);
}

void
_cw_jskos_read_text (JsonObject *object, const char *key, gboolean lists, CwText *text)
{
  JsonObject *map = _cw_jskos_get_object (object, key);
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (map == NULL)
    return;

  json_object_iter_init_ordered (&iter, map);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      g_autofree char *tag = _cw_jskos_restore_case (language);
      const char *string =
        lists ? _cw_jskos_get_first (map, language) : _cw_jskos_get_string (map, language);
      g_autofree char *words = string != NULL ? cw_string_clean (string) : NULL;

      if (words != NULL && *words != '\0' && cw_language_is_valid (tag))
        cw_text_set (text, tag, words);
    }
}

/* All remarks of a field, whatever their language, a line each. */
char *
_cw_jskos_read_notes (JsonObject *object, const char *key)
{
  JsonObject *map = _cw_jskos_get_object (object, key);
  g_autoptr (GString) notes = g_string_new (NULL);
  JsonObjectIter iter;
  const char *language;

  if (map == NULL)
    return g_strdup ("");

  json_object_iter_init_ordered (&iter, map);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    {
      JsonArray *array = _cw_jskos_get_array (map, language);

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          JsonNode *node = json_array_get_element (array, i);

          if (json_node_get_value_type (node) != G_TYPE_STRING)
            continue;
          if (notes->len > 0)
            g_string_append_c (notes, '\n');
          g_string_append (notes, json_node_get_string (node));
        }
    }

  return g_strdup (notes->str);
}

char *
_cw_jskos_read_line (JsonObject *object, const char *key)
{
  g_autofree char *notes = _cw_jskos_read_notes (object, key);

  return cw_string_clean (notes);
}
