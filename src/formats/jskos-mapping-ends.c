/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping-private.h"

#include "formats/list-jskos-private.h"
#include "formats/sssom-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The two sides of a mapping of JSKOS: bundles of concepts. */

#define UNDETERMINED "und"

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static const char *
get_scheme_name (JsonObject *scheme)
{
  const char *uri = scheme != NULL ? _cw_jskos_get_string (scheme, "uri") : NULL;
  const char *notation = scheme != NULL ? _cw_jskos_get_first (scheme, "notation") : NULL;

  return uri != NULL ? uri : notation != NULL ? notation : "";
}

static void
end_free (gpointer data)
{
  CwRecordEnd *end = data;

  g_free (end->iri);
  g_free (end->curie);
  g_free (end->list);
  g_free (end->code);
  g_free (end->label);
  g_free (end->language);
  g_free (end);
}

static CwRecordEnd *
end_new (JsonObject *scheme)
{
  CwRecordEnd *end = g_new0 (CwRecordEnd, 1);

  end->iri = g_strdup ("");
  end->curie = g_strdup ("");
  end->list = g_strdup (get_scheme_name (scheme));
  end->code = g_strdup ("");
  end->label = g_strdup ("");
  end->language = g_strdup ("");

  return end;
}

/* Its name, in the first language that it has one in. */
static void
read_label (JsonObject *concept, CwRecordEnd *end)
{
  JsonObject *names = _cw_jskos_get_object (concept, "prefLabel");
  JsonObjectIter iter;
  const char *language;

  if (names == NULL)
    return;

  json_object_iter_init_ordered (&iter, names);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    {
      const char *name = _cw_jskos_get_string (names, language);

      if (name == NULL || *name == '\0' || g_str_has_suffix (language, "-"))
        continue;
      replace (&end->label, name);
      g_free (end->language);
      end->language =
        g_str_equal (language, UNDETERMINED) ? g_strdup ("") : _cw_jskos_restore_case (language);
      return;
    }
}

/* The name of a resource in the first language that it has one in; empty where it has none. */
char *
_cw_jskos_read_name (JsonObject *resource)
{
  CwRecordEnd *end = end_new (NULL);
  char *name;

  read_label (resource, end);
  name = g_steal_pointer (&end->label);
  end_free (end);

  return name;
}

static void
read_concept (CwJskosReading *self, JsonObject *concept, JsonObject *scheme, CwRecordEnd *end)
{
  const char *uri = _cw_jskos_get_string (concept, "uri");
  const char *notation = _cw_jskos_get_first (concept, "notation");
  const char *own_scheme = _cw_jskos_get_first_uri (concept, "inScheme");
  CwReadPlace place = _cw_jskos_get_place (self);

  _cw_jskos_check (self, concept, CW_JSKOS_OTHER);
  if (uri != NULL && cw_sssom_uri_is_valid (uri, FALSE))
    replace (&end->iri, uri);
  else if (uri != NULL && *uri != '\0')
    replace (&end->curie, uri);
  if (notation != NULL)
    replace (&end->code, notation);
  read_label (concept, end);
  replace (&end->list, own_scheme != NULL ? own_scheme : get_scheme_name (scheme));
  if (uri != NULL && *uri != '\0')
    return;

  if (*end->code == '\0' && *end->label == '\0')
    cw_read_log_error (self->log, &place, "missing-uri",
                       _ ("a concept has neither a uri nor another name"));
  else
    cw_read_log_lapse (self->log, &place, "missing-uri", NULL,
                       _ ("a concept has no uri, and is looked up by its code or label"));
}

/* The members of a bundle, whatever binds them; what stands for it where there is none. */
static JsonArray *
get_members (CwJskosReading *self, const char *key, JsonObject *bundle, const char **kind)
{
  static const char *const kinds[] = { "memberSet", "memberList", "memberChoice" };
  JsonArray *found = NULL;
  guint n_found = json_object_has_member (bundle, "memberRoles");
  gsize length;

  length = _cw_jskos_enter (self, key);
  _cw_jskos_check (self, bundle, CW_JSKOS_OTHER);
  _cw_jskos_leave (self, length);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      JsonArray *array = _cw_jskos_get_array (bundle, kinds[i]);

      n_found += array != NULL;
      if (found != NULL || array == NULL)
        continue;
      found = array;
      *kind = kinds[i];
    }
  if (n_found > 1)
    _cw_jskos_fail (self, key, "several-bundles", _ ("a bundle can have members of one kind only"));
  else if (found == NULL)
    _cw_jskos_fail (self, key, "no-members",
                    _ ("a bundle must have memberSet, memberList or memberChoice"));

  return n_found > 1 ? NULL : found;
}

static JsonArray *
find_members (CwJskosReading *self,
              JsonObject *mapping,
              const char *key,
              const char **kind,
              gboolean *is_concept)
{
  JsonNode *node = json_object_get_member (mapping, key);
  g_autofree char *pointer = NULL;
  CwReadPlace place = _cw_jskos_get_place_of (self, key, &pointer);
  JsonObject *bundle;

  *is_concept = FALSE;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      _cw_jskos_fail (self, key, "missing-field",
                      /* Translators: %s is the name of a field */
                      _ ("there is no “%s”"), key);
      return NULL;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    return cw_read_log_lapse (self->log, &place, "no-bundle", NULL,
                              _ ("concepts must stand in a bundle, such as memberSet"))
             ? json_node_get_array (node)
             : NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      _cw_jskos_fail (self, key, "wrong-kind",
                      _ ("concepts must stand in a bundle, such as memberSet"));
      return NULL;
    }

  bundle = json_node_get_object (node);
  if (!json_object_has_member (bundle, "uri"))
    return get_members (self, key, bundle, kind);

  *is_concept = cw_read_log_lapse (self->log, &place, "no-bundle", NULL,
                                   _ ("concepts must stand in a bundle, such as memberSet"));
  return NULL;
}

static void
add_concept (CwJskosReading *self, JsonNode *node, JsonObject *scheme, GPtrArray *ends)
{
  CwRecordEnd *end;
  CwReadPlace place = _cw_jskos_get_place (self);

  /* JSKOS writes so that there are more. */
  if (JSON_NODE_HOLDS_NULL (node))
    {
      cw_read_log_warn (self->log, &place, "unknown-member", NULL,
                        _ ("of a concept it is not said which is meant, and it is left out"));
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      cw_read_log_error (self->log, &place, "no-concept", _ ("a concept must be an object"));
      return;
    }

  end = end_new (scheme);
  g_ptr_array_add (ends, end);
  read_concept (self, json_node_get_object (node), scheme, end);
}

/* One side: a concept each, or one that says that there is none. Where something is wrong the log
 * was told. */
GPtrArray *
_cw_jskos_read_side (CwJskosReading *self, JsonObject *mapping, const char *key, JsonObject *scheme)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func (end_free);
  gboolean is_concept;
  const char *kind = NULL;
  JsonArray *members = find_members (self, mapping, key, &kind, &is_concept);
  gsize length = _cw_jskos_enter (self, key);

  if (kind != NULL)
    _cw_jskos_enter (self, kind);
  if (is_concept)
    add_concept (self, json_object_get_member (mapping, key), scheme, ends);
  for (guint i = 0;
       members != NULL && i < MIN (json_array_get_length (members), CW_JSKOS_MAX_PAIRS + 1); i++)
    {
      gsize before = _cw_jskos_enter_index (self, i);

      add_concept (self, json_array_get_element (members, i), scheme, ends);
      _cw_jskos_leave (self, before);
    }
  _cw_jskos_leave (self, length);

  if (members != NULL && json_array_get_length (members) == 0)
    {
      CwRecordEnd *nothing = end_new (scheme);

      nothing->absent = TRUE;
      g_ptr_array_add (ends, nothing);
    }

  return g_steal_pointer (&ends);
}
