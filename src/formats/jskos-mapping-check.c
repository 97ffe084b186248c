/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping-private.h"

#include "formats/sssom-schema.h"
#include "model/date.h"
#include "model/language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What JSKOS 0.7.1 says of the fields of an object, whatever its kind. */

typedef enum
{
  FIELD_TEXT,
  FIELD_IRI,
  FIELD_DATE,
  FIELD_NUMBER,
  FIELD_BOOLEAN,
  FIELD_LIST,
  FIELD_IRIS,
  FIELD_SET,
  FIELD_OBJECT,
  FIELD_NAMES,
  FIELD_NOTES,
  FIELD_ANY,
} FieldKind;

static const struct
{
  const char *key;
  FieldKind kind;
} fields[] = {
  { "@context", FIELD_ANY },
  { "uri", FIELD_IRI },
  { "identifier", FIELD_LIST },
  { "type", FIELD_IRIS },
  { "created", FIELD_DATE },
  { "issued", FIELD_DATE },
  { "modified", FIELD_DATE },
  { "creator", FIELD_SET },
  { "contributor", FIELD_SET },
  { "publisher", FIELD_SET },
  { "source", FIELD_SET },
  { "partOf", FIELD_SET },
  { "annotations", FIELD_SET },
  { "qualifiedRelations", FIELD_OBJECT },
  { "qualifiedDates", FIELD_OBJECT },
  { "qualifiedLiterals", FIELD_OBJECT },
  { "rank", FIELD_TEXT },
  { "url", FIELD_IRI },
  { "notation", FIELD_LIST },
  { "prefLabel", FIELD_NAMES },
  { "altLabel", FIELD_NOTES },
  { "hiddenLabel", FIELD_NOTES },
  { "scopeNote", FIELD_NOTES },
  { "definition", FIELD_NOTES },
  { "example", FIELD_NOTES },
  { "historyNote", FIELD_NOTES },
  { "editorialNote", FIELD_NOTES },
  { "changeNote", FIELD_NOTES },
  { "note", FIELD_NOTES },
  { "startDate", FIELD_TEXT },
  { "endDate", FIELD_TEXT },
  { "relatedDates", FIELD_LIST },
  { "startPlace", FIELD_SET },
  { "endPlace", FIELD_SET },
  { "place", FIELD_SET },
  { "location", FIELD_OBJECT },
  { "address", FIELD_OBJECT },
  { "replacedBy", FIELD_SET },
  { "basedOn", FIELD_SET },
  { "version", FIELD_TEXT },
  { "versionOf", FIELD_SET },
  { "subject", FIELD_SET },
  { "subjectOf", FIELD_SET },
  { "depiction", FIELD_ANY },
  { "media", FIELD_ANY },
  { "tool", FIELD_SET },
  { "issue", FIELD_SET },
  { "issueTracker", FIELD_SET },
  { "guidelines", FIELD_SET },
  { "inScheme", FIELD_SET },
  { "topConceptOf", FIELD_SET },
  { "broader", FIELD_SET },
  { "narrower", FIELD_SET },
  { "related", FIELD_SET },
  { "previous", FIELD_SET },
  { "next", FIELD_SET },
  { "ancestors", FIELD_SET },
  { "mappings", FIELD_SET },
  { "occurrences", FIELD_SET },
  { "deprecated", FIELD_BOOLEAN },
  { "topConcepts", FIELD_SET },
  { "concepts", FIELD_SET },
  { "concordances", FIELD_SET },
  { "schemes", FIELD_SET },
  { "registries", FIELD_SET },
  { "types", FIELD_SET },
  { "namespace", FIELD_IRI },
  { "uriPattern", FIELD_TEXT },
  { "notationPattern", FIELD_TEXT },
  { "notationExamples", FIELD_LIST },
  { "languages", FIELD_LIST },
  { "license", FIELD_SET },
  { "extent", FIELD_ANY },
  { "distributions", FIELD_SET },
  { "services", FIELD_SET },
  { "objectTypes", FIELD_LIST },
  { "fromScheme", FIELD_OBJECT },
  { "toScheme", FIELD_OBJECT },
  { "from", FIELD_ANY },
  { "to", FIELD_ANY },
  { "mappingRelevance", FIELD_NUMBER },
  { "justification", FIELD_IRI },
  { "memberSet", FIELD_SET },
  { "memberList", FIELD_SET },
  { "memberChoice", FIELD_SET },
  { "memberRoles", FIELD_OBJECT },
};

static void
tell_wrong_kind (CwJskosReading *self, const char *key, const char *wanted)
{
  _cw_jskos_tell (
    self, key, "wrong-kind",
    /* Translators: the first %s is the name of a field, the second what it should be, such
                     as “a list of texts” */
    _ ("“%s” must be %s"), key, wanted);
}

static void
check_text (CwJskosReading *self, const char *key, JsonNode *node)
{
  if (!CW_JSKOS_IS (node, G_TYPE_STRING) || *json_node_get_string (node) == '\0')
    tell_wrong_kind (self, key, _ ("a text"));
}

static void
check_iri (CwJskosReading *self, const char *key, JsonNode *node)
{
  if (!CW_JSKOS_IS (node, G_TYPE_STRING))
    tell_wrong_kind (self, key, _ ("an IRI"));
  else if (!cw_sssom_uri_is_valid (json_node_get_string (node), FALSE))
    _cw_jskos_tell (self, key, "no-uri",
                    /* Translators: %s is a value of a file */
                    _ ("“%s” is not an absolute URI"), json_node_get_string (node));
}

/* A day or a time, a year or a month. */
static gboolean
is_date (const char *text)
{
  g_autofree char *whole = strlen (text) == 4   ? g_strconcat (text, "-01-01", NULL)
                           : strlen (text) == 7 ? g_strconcat (text, "-01", NULL)
                                                : g_strdup (text);
  g_autofree char *time = cw_time_parse (whole);

  return time != NULL;
}

static void
check_date (CwJskosReading *self, const char *key, JsonNode *node)
{
  if (!CW_JSKOS_IS (node, G_TYPE_STRING))
    tell_wrong_kind (self, key, _ ("a date"));
  else if (!is_date (json_node_get_string (node)))
    _cw_jskos_tell (self, key, "no-date",
                    /* Translators: %s is a value of a file */
                    _ ("“%s” is neither a day nor a time"), json_node_get_string (node));
}

static void
check_number (CwJskosReading *self, const char *key, JsonNode *node)
{
  double number;

  if (!CW_JSKOS_IS (node, G_TYPE_INT64) && !CW_JSKOS_IS (node, G_TYPE_DOUBLE))
    {
      tell_wrong_kind (self, key, _ ("a number"));
      return;
    }
  number = json_node_get_double (node);
  if (!(number >= 0 && number <= 1))
    _cw_jskos_tell (self, key, "out-of-range",
                    /* Translators: %s is the name of a field */
                    _ ("“%s” is not between 0 and 1"), key);
}

/* A null at the end says that there are more. */
static gboolean
is_open_end (JsonArray *array, guint index)
{
  return index + 1 == json_array_get_length (array) &&
         JSON_NODE_HOLDS_NULL (json_array_get_element (array, index));
}

static void
check_list (CwJskosReading *self, const char *key, JsonNode *node, gboolean of_iris)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    {
      tell_wrong_kind (self, key, _ ("a list of texts"));
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (is_open_end (array, i))
        continue;
      if (of_iris)
        check_iri (self, key, element);
      else
        check_text (self, key, element);
    }
}

static void
check_set (CwJskosReading *self, const char *key, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (array == NULL)
    {
      tell_wrong_kind (self, key, _ ("a list of objects"));
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonNode *uri = JSON_NODE_HOLDS_OBJECT (element)
                        ? json_object_get_member (json_node_get_object (element), "uri")
                        : NULL;

      if (!JSON_NODE_HOLDS_OBJECT (element) && !is_open_end (array, i))
        tell_wrong_kind (self, key, _ ("a list of objects"));
      if (uri != NULL && CW_JSKOS_IS (uri, G_TYPE_STRING) &&
          !g_hash_table_add (seen, (char *) json_node_get_string (uri)))
        _cw_jskos_tell (self, key, "duplicate-uri",
                        /* Translators: the first %s is an IRI, the second the name of a field */
                        _ ("“%s” stands twice in “%s”"), json_node_get_string (uri), key);
    }
}

/* A key of a language map: a tag in lower case, or one with a hyphen at its end for a range. */
static void
check_language (CwJskosReading *self, const char *key, const char *language)
{
  g_autofree char *tag = g_strdup (language);
  g_autofree char *lower = g_ascii_strdown (language, -1);

  if (g_str_has_suffix (tag, "-"))
    tag[strlen (tag) - 1] = '\0';
  if (*tag != '\0' && (!cw_language_is_valid (tag) || !g_str_equal (language, lower)))
    _cw_jskos_tell (
      self, key, "no-language",
      /* Translators: the first %s is a key of a file, the second the name of a field */
      _ ("“%s” in “%s” is not the tag of a language in lower case"), language, key);
}

static void
check_language_map (CwJskosReading *self, const char *key, JsonNode *node, gboolean lists)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      tell_wrong_kind (self, key, _ ("an object with a language for each key"));
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &language, &value))
    {
      check_language (self, key, language);
      if (g_str_has_suffix (language, "-") && JSON_NODE_HOLDS_NULL (value))
        continue;
      if (lists)
        check_list (self, key, value, FALSE);
      else
        check_text (self, key, value);
    }
}

static void
check_field (CwJskosReading *self, const char *key, FieldKind kind, JsonNode *node)
{
  switch (kind)
    {
    case FIELD_TEXT:
      check_text (self, key, node);
      break;
    case FIELD_IRI:
      check_iri (self, key, node);
      break;
    case FIELD_DATE:
      check_date (self, key, node);
      break;
    case FIELD_NUMBER:
      check_number (self, key, node);
      break;
    case FIELD_BOOLEAN:
      if (!CW_JSKOS_IS (node, G_TYPE_BOOLEAN))
        tell_wrong_kind (self, key, _ ("true or false"));
      break;
    case FIELD_LIST:
    case FIELD_IRIS:
      check_list (self, key, node, kind == FIELD_IRIS);
      break;
    case FIELD_SET:
      check_set (self, key, node);
      break;
    case FIELD_OBJECT:
      if (!JSON_NODE_HOLDS_OBJECT (node))
        tell_wrong_kind (self, key, _ ("an object"));
      break;
    case FIELD_NAMES:
    case FIELD_NOTES:
      check_language_map (self, key, node, kind == FIELD_NOTES);
      break;
    case FIELD_ANY:
    default:
      break;
    }
}

/* Fields of one's own begin with an underscore or a capital letter. */
static void
check_member (CwJskosReading *self, const char *key, JsonNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].key, key))
        {
          check_field (self, key, fields[i].kind, node);
          return;
        }
    }

  if (cw_read_log_is_strict (self->log) && *key != '_' && !g_ascii_isupper (*key))
    {
      g_autofree char *pointer = NULL;
      CwReadPlace place = _cw_jskos_get_place_of (self, key, &pointer);

      cw_read_log_warn (self->log, &place, "unknown-field", key,
                        /* Translators: %s is the name of a field */
                        _ ("JSKOS knows no field “%s”; one’s own begin with an underscore"), key);
    }
}

static void
check_required (CwJskosReading *self, JsonObject *object, const char *key)
{
  if (!json_object_has_member (object, key))
    _cw_jskos_tell (self, key, "missing-field",
                    /* Translators: %s is the name of a field */
                    _ ("there is no “%s”"), key);
}

static gboolean
is_correspondence (JsonObject *object)
{
  static const char *const types[] = { "http://rdf-vocabulary.ddialliance.org/xkos#Correspondence",
                                       "http://rdfs.org/ns/void#Linkset", NULL };
  JsonNode *node = json_object_get_member (object, "type");
  JsonNode *first = node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
                        json_array_get_length (json_node_get_array (node)) > 0
                      ? json_array_get_element (json_node_get_array (node), 0)
                      : NULL;

  return first != NULL && CW_JSKOS_IS (first, G_TYPE_STRING) &&
         g_strv_contains (types, json_node_get_string (first));
}

/**
 * _cw_jskos_check:
 * @self: where the reader is
 * @object: the object there
 * @kind: what it is
 *
 * Checks the fields of an object, not what lies below them.
 */
void
_cw_jskos_check (CwJskosReading *self, JsonObject *object, CwJskosKind kind)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    check_member (self, key, node);

  if (kind != CW_JSKOS_CONCORDANCE)
    return;
  check_required (self, object, "fromScheme");
  check_required (self, object, "toScheme");
  if (!is_correspondence (object))
    _cw_jskos_tell (self, "type", "wrong-type",
                    _ ("the first type of a concordance must be xkos:Correspondence"));
}
