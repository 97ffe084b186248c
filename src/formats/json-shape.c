/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-shape.h"

#include <glib/gi18n-lib.h>

static const char *const complaints[] = {
  [CW_JSON_STRING] = N_ ("must be a text"),
  [CW_JSON_STRING_OR_NULL] = N_ ("must be a text or null"),
  [CW_JSON_INTEGER] = N_ ("must be a whole number"),
  [CW_JSON_NUMBER] = N_ ("must be a number"),
  [CW_JSON_BOOLEAN] = N_ ("must be true or false"),
  [CW_JSON_OBJECT] = N_ ("must be an object"),
  [CW_JSON_ARRAY] = N_ ("must be an array"),
};

static gboolean
is_of_kind (JsonNode *node, CwJsonKind kind)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  switch (kind)
    {
    case CW_JSON_STRING:
      return type == G_TYPE_STRING;
    case CW_JSON_STRING_OR_NULL:
      return type == G_TYPE_STRING || JSON_NODE_HOLDS_NULL (node);
    case CW_JSON_INTEGER:
      return type == G_TYPE_INT64;
    case CW_JSON_NUMBER:
      return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
    case CW_JSON_BOOLEAN:
      return type == G_TYPE_BOOLEAN;
    case CW_JSON_OBJECT:
      return JSON_NODE_HOLDS_OBJECT (node);
    case CW_JSON_ARRAY:
      return JSON_NODE_HOLDS_ARRAY (node);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cw_json_check_kind:
 * @place: where @node stands
 * @node: a value
 * @kind: what it should be
 * @error: return location
 *
 * Returns: whether it is, else with %CW_FORMAT_ERROR_VALUE
 */
gboolean
cw_json_check_kind (const CwJsonPlace *place, JsonNode *node, CwJsonKind kind, GError **error)
{
  if (is_of_kind (node, kind))
    return TRUE;

  return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, "%s", _ (complaints[kind]));
}

static const CwJsonMember *
find_member (const CwJsonMember *members, guint n_members, const char *key)
{
  for (guint i = 0; i < n_members; i++)
    {
      if (g_str_equal (members[i].key, key))
        return &members[i];
    }

  return NULL;
}

static gboolean
check_present (CwJsonPlace *place,
               JsonObject *object,
               const CwJsonMember *members,
               guint n_members,
               GError **error)
{
  for (guint i = 0; i < n_members; i++)
    {
      if (!members[i].optional && !json_object_has_member (object, members[i].key))
        return cw_json_place_fail_at (place, members[i].key, error, _ ("is missing"));
    }

  return TRUE;
}

/**
 * cw_json_check_members:
 * @place: where @object stands
 * @object: an object
 * @members: (array length=n_members): the keys it may have
 * @n_members: how many
 * @error: return location
 *
 * Checks that @object has every key that it must have, none that it may not have, and values of the
 * right kind; reading it needs no further checks of that sort.
 *
 * Returns: whether all is well, else with %CW_FORMAT_ERROR_VALUE at the key in question
 */
gboolean
cw_json_check_members (CwJsonPlace *place,
                       JsonObject *object,
                       const CwJsonMember *members,
                       guint n_members,
                       GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      const CwJsonMember *member = find_member (members, n_members, key);

      if (member == NULL)
        return cw_json_place_fail_at (place, key, error, _ ("is an unknown key"));

      cw_json_place_enter (place, key);
      if (!cw_json_check_kind (place, node, member->kind, error))
        return FALSE;
      cw_json_place_leave (place);
    }

  return check_present (place, object, members, n_members, error);
}
