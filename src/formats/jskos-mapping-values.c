/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping-private.h"

#include "formats/curie-map.h"
#include "formats/list-jskos-private.h"
#include "formats/sssom-mapping.h"
#include "formats/sssom-schema.h"
#include "formats/sssom-slots.h"
#include "model/date.h"
#include "model/orcid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A mapping of JSKOS becomes what a document keeps of it, with the fields that jskos-mapping.c
 * writes. */

typedef struct
{
  CwJskosReading *reading;
  JsonObject *mapping;
  CwMappingRecord *record; /* what all pairs share */
} Mapping;

static const char *
get (const Mapping *self, const char *key)
{
  const char *text = _cw_jskos_get_string (self->mapping, key);

  return text != NULL ? text : "";
}

/* The IRI of the one property of SKOS that the mapping is of; mappingRelation where it does not say. */
static const char *
get_type (Mapping *self)
{
  JsonNode *node = json_object_get_member (self->mapping, "type");
  const char *type = _cw_jskos_get_first (self->mapping, "type");
  JsonArray *types = _cw_jskos_get_array (self->mapping, "type");
  guint n_mapping = 0;

  if (node != NULL && CW_JSKOS_IS (node, G_TYPE_STRING))
    return json_node_get_string (node);

  for (guint i = 0; types != NULL && i < json_array_get_length (types); i++)
    {
      JsonNode *element = json_array_get_element (types, i);
      CwRelation relation;

      n_mapping += CW_JSKOS_IS (element, G_TYPE_STRING) &&
                   cw_predicate_get_relation (json_node_get_string (element), &relation);
    }
  if (n_mapping > 1)
    _cw_jskos_fail (self->reading, "type", "several-types",
                    _ ("a mapping can be of one type of mapping only"));

  return type != NULL ? type : CW_SKOS_IRI "mappingRelation";
}

static gboolean
tell_unknown (Mapping *self, const char *type)
{
  g_autofree char *pointer = NULL;
  CwReadPlace place = _cw_jskos_get_place_of (self->reading, "type", &pointer);

  if (cw_read_log_is_strict (self->reading->log) &&
      g_str_equal (type, CW_SKOS_IRI "mappingRelation"))
    cw_read_log_warn (self->reading->log, &place, "unknown-relation", NULL,
                      _ ("it is not said how the two sides relate"));
  else
    cw_read_log_error (self->reading->log, &place, "unknown-relation",
                       /* Translators: %s is an IRI */
                       _ ("what the type %s says has no relation here"), type);

  return FALSE;
}

static gboolean
read_relation (Mapping *self, gboolean is_absence)
{
  const char *type = get_type (self);
  CwRelation own;
  CwRelation relation;

  if (is_absence)
    {
      cw_mapping_record_set_relation (self->record, CW_RELATION_NONE);
      return TRUE;
    }
  if (!g_str_has_prefix (type, CW_SKOS_IRI) || !cw_predicate_get_relation (type, &relation))
    return tell_unknown (self, type);

  if (cw_relation_from_key (get (self, "_relation"), &own) && own != CW_RELATION_NONE)
    {
      if (g_str_equal (cw_relation_get_predicate (own), type))
        relation = own;
      else
        _cw_jskos_tell (self->reading, "_relation", "relation-contradicted",
                        /* Translators: the first %s is a value of a file, the second an IRI */
                        _ ("the relation “%s” is not that of the type %s, which is taken"),
                        get (self, "_relation"), type);
    }
  cw_mapping_record_set_relation (self->record, relation);

  return TRUE;
}

static void
set_text (Mapping *self, guint field, const char *key)
{
  cw_mapping_record_set_text (self->record, field, get (self, key));
}

static void
set_time (Mapping *self, guint field, const char *key)
{
  g_autofree char *time = cw_time_parse (get (self, key));

  if (time != NULL)
    cw_mapping_record_set_text (self->record, field, time);
}

static gboolean
get_flag (const Mapping *self, const char *key)
{
  JsonNode *node = json_object_get_member (self->mapping, key);

  return node != NULL && CW_JSKOS_IS (node, G_TYPE_BOOLEAN) && json_node_get_boolean (node);
}

/* A number, or one that was written as a text. */
static void
read_relevance (Mapping *self)
{
  JsonNode *node = json_object_get_member (self->mapping, "mappingRelevance");
  double number = -1;

  if (node != NULL && (CW_JSKOS_IS (node, G_TYPE_INT64) || CW_JSKOS_IS (node, G_TYPE_DOUBLE)))
    number = json_node_get_double (node);
  else if (node != NULL && CW_JSKOS_IS (node, G_TYPE_STRING) &&
           !cw_sssom_number_parse (json_node_get_string (node), &number))
    return;
  if (!(number >= 0 && number <= 1))
    return;

  self->record->values->confidence = number;
  self->record->fields |= CW_MAPPING_CONFIDENCE;
}

/* The names of a set of people, and the first ORCID iD. */
static void
read_people (JsonArray *people, GString *names, char **orcid)
{
  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonNode *node = json_array_get_element (people, i);
      JsonObject *person = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *uri = person != NULL ? _cw_jskos_get_string (person, "uri") : NULL;
      g_autofree char *id = uri != NULL ? cw_orcid_parse (uri) : NULL;
      g_autofree char *name = NULL;

      if (person == NULL)
        continue;
      name = _cw_jskos_read_name (person);
      if (*name != '\0' || (uri != NULL && id == NULL))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                                *name != '\0' ? name : uri);
      if (*orcid == NULL)
        *orcid = g_steal_pointer (&id);
    }
}

/* Who made it: programs do not agree on which field says so. */
static void
read_author (Mapping *self)
{
  JsonArray *people = _cw_jskos_get_array (self->mapping, "creator");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *orcid = NULL;

  if (people == NULL || json_array_get_length (people) == 0)
    people = _cw_jskos_get_array (self->mapping, "contributor");
  if (people != NULL)
    read_people (people, names, &orcid);
  cw_mapping_record_set_text (self->record, CW_MAPPING_AUTHOR, names->str);
  if (*get (self, "_orcid") != '\0')
    set_text (self, CW_RECORD_ORCID, "_orcid");
  else if (orcid != NULL)
    cw_mapping_record_set_text (self->record, CW_RECORD_ORCID, orcid);
}

static void
read_evidence (Mapping *self)
{
  JsonArray *sources = _cw_jskos_get_array (self->mapping, "source");
  JsonNode *node = sources != NULL && json_array_get_length (sources) > 0
                     ? json_array_get_element (sources, 0)
                     : NULL;
  JsonObject *source =
    node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *pointer = NULL;
  CwReadPlace place = _cw_jskos_get_place_of (self->reading, "source", &pointer);

  set_text (self, CW_MAPPING_URL, "_evidenceAddress");
  set_text (self, CW_MAPPING_QUOTATION, "_evidenceQuotation");
  if (source == NULL)
    return;

  if (json_array_get_length (sources) > 1)
    cw_read_log_warn (self->reading->log, &place, "several-sources", NULL,
                      _ ("of several sources the first is kept"));
  if (_cw_jskos_get_string (source, "uri") != NULL && (self->record->fields & CW_MAPPING_URL) == 0)
    cw_mapping_record_set_text (self->record, CW_MAPPING_URL, _cw_jskos_get_string (source, "uri"));
  name = _cw_jskos_read_name (source);
  cw_mapping_record_set_text (self->record, CW_MAPPING_CITATION, name);
}

/* A moderator's annotation says that somebody reviewed the mapping (Web Annotation Data Model). */
static void
read_annotations (Mapping *self)
{
  JsonArray *annotations = _cw_jskos_get_array (self->mapping, "annotations");

  for (guint i = 0; annotations != NULL && i < json_array_get_length (annotations); i++)
    {
      JsonNode *node = json_array_get_element (annotations, i);
      JsonObject *annotation = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonObject *creator =
        annotation != NULL ? _cw_jskos_get_object (annotation, "creator") : NULL;
      const char *name = creator != NULL ? _cw_jskos_get_string (creator, "name") : NULL;
      g_autofree char *time = NULL;

      if (name == NULL ||
          g_strcmp0 (_cw_jskos_get_string (annotation, "motivation"), "moderating") != 0)
        continue;
      time = cw_time_parse (_cw_jskos_get_string (annotation, "created"));
      cw_mapping_record_set_text (self->record, CW_RECORD_REVIEWER, name);
      cw_mapping_record_set_text (self->record, CW_RECORD_REVIEWED, time != NULL ? time : "");
      self->record->values->status = CW_STATUS_REVIEWED;
      self->record->fields |= CW_MAPPING_STATUS;
      return;
    }
}

static void
read_review (Mapping *self)
{
  const char *key = get (self, "_status");
  CwStatus status;

  if (*get (self, "_reviewer") == '\0')
    read_annotations (self);
  set_text (self, CW_RECORD_REVIEWER, "_reviewer");
  set_time (self, CW_RECORD_REVIEWED, "_reviewed");
  if (*key == '\0')
    return;

  if (!cw_status_from_key (key, &status))
    {
      _cw_jskos_tell (self->reading, "_status", "bad-value",
                      /* Translators: the first %s is a value of a file, the second the name of its
                         field */
                      _ ("“%s” is no value of “%s”"), key, "_status");
      return;
    }
  self->record->values->status = status;
  self->record->fields |= CW_MAPPING_STATUS;
}

static void
read_absence (Mapping *self)
{
  const char *key = get (self, "_absenceReason");

  if (*key == '\0' || self->record->values->relation != CW_RELATION_NONE)
    return;
  if (cw_absence_from_key (key, &self->record->values->absence))
    self->record->fields |= CW_MAPPING_ABSENCE;
  else
    _cw_jskos_tell (self->reading, "_absenceReason", "bad-value",
                    /* Translators: the first %s is a value of a file, the second the name of its
                       field */
                    _ ("“%s” is no value of “%s”"), key, "_absenceReason");
}

static void
read_values (Mapping *self, gboolean denied)
{
  g_autofree char *rationale = _cw_jskos_read_notes (self->mapping, "note");

  if (denied || get_flag (self, "_negated"))
    {
      self->record->values->negated = TRUE;
      self->record->fields |= CW_MAPPING_NEGATED;
    }
  self->record->inverted = get_flag (self, "_inverted");
  cw_mapping_record_set_text (self->record, CW_MAPPING_RATIONALE, rationale);
  set_text (self, CW_MAPPING_NOTE_SHARED, "_noteShared");
  set_text (self, CW_MAPPING_NOTE_SUBJECT, "_noteFrom");
  set_text (self, CW_MAPPING_NOTE_OBJECT, "_noteTo");
  set_time (self, CW_RECORD_CREATED, "created");
  set_time (self, CW_RECORD_MODIFIED, "modified");
  read_relevance (self);
  read_author (self);
  read_evidence (self);
  read_absence (self);
  read_review (self);
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
copy_end (CwRecordEnd *to, const CwRecordEnd *from)
{
  to->absent = from->absent;
  replace (&to->iri, from->iri);
  replace (&to->curie, from->curie);
  replace (&to->list, from->list);
  replace (&to->code, from->code);
  replace (&to->label, from->label);
  replace (&to->language, from->language);
}

static gboolean
send_pairs (Mapping *self, const GPtrArray *left, const GPtrArray *right, GError **error)
{
  for (guint i = 0; i < left->len; i++)
    {
      for (guint j = 0; j < right->len; j++)
        {
          CwMappingRecord *record =
            cw_mapping_record_new (self->record->line, self->record->pointer);

          copy_end (&record->left, g_ptr_array_index (left, i));
          copy_end (&record->right, g_ptr_array_index (right, j));
          record->inverted = self->record->inverted;
          record->fields = self->record->fields;
          cw_mapping_unref (record->values);
          record->values = cw_mapping_copy (self->record->values);
          if (!self->reading->sink->take_record (record, self->reading->sink->user_data, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Whether the sides can be linked; several to several become pairs, of which a reader should know
 * that they belonged together. */
static gboolean
check_pairs (Mapping *self, const GPtrArray *left, const GPtrArray *right)
{
  CwReadPlace place = _cw_jskos_get_place (self->reading);
  gsize n_pairs = (gsize) left->len * right->len;

  if (n_pairs > CW_JSKOS_MAX_PAIRS)
    {
      cw_read_log_error (self->reading->log, &place, "too-many-pairs",
                         /* Translators: %d is a number of pairs */
                         _ ("the bundles have more than %d pairs"), CW_JSKOS_MAX_PAIRS);
      return FALSE;
    }
  if (n_pairs == 0)
    return FALSE;
  if (n_pairs == 1 && ((CwRecordEnd *) g_ptr_array_index (left, 0))->absent &&
      ((CwRecordEnd *) g_ptr_array_index (right, 0))->absent)
    {
      cw_read_log_warn (self->reading->log, &place, "nothing-mapped", NULL,
                        _ ("a mapping says of neither side what it is, and is left out"));
      return FALSE;
    }
  if (n_pairs > 1)
    cw_read_log_warn (self->reading->log, &place, "bundle-split", NULL,
                      _ ("a bundle of several concepts is taken as a mapping for each of them"));

  return TRUE;
}

static gboolean
is_absent (const GPtrArray *ends)
{
  return ends->len == 1 && ((CwRecordEnd *) g_ptr_array_index (ends, 0))->absent;
}

/**
 * _cw_jskos_read_mapping:
 * @self: where the reader is
 * @mapping: a mapping
 * @from_scheme: (nullable): of the concordance
 * @to_scheme: (nullable): likewise
 * @denied: whether it says that the relation does not hold
 * @error: return location
 *
 * Reads a mapping and gives it to the sink.
 *
 * Returns: whether to go on; else with an error of the sink
 */
gboolean
_cw_jskos_read_mapping (CwJskosReading *self,
                        JsonObject *mapping,
                        JsonObject *from_scheme,
                        JsonObject *to_scheme,
                        gboolean denied,
                        GError **error)
{
  JsonObject *own_from = _cw_jskos_get_object (mapping, "fromScheme");
  JsonObject *own_to = _cw_jskos_get_object (mapping, "toScheme");
  const char *pointer = self->pointer->len > 0 ? self->pointer->str : NULL;
  g_autoptr (CwMappingRecord) record = cw_mapping_record_new (self->line, pointer);
  Mapping reader = { self, mapping, record };
  guint n_errors = cw_read_log_get_n_errors (self->log);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) right = NULL;

  _cw_jskos_check (self, mapping, CW_JSKOS_MAPPING);
  left = _cw_jskos_read_side (self, mapping, "from", own_from != NULL ? own_from : from_scheme);
  right = _cw_jskos_read_side (self, mapping, "to", own_to != NULL ? own_to : to_scheme);
  if (!check_pairs (&reader, left, right) ||
      !read_relation (&reader, is_absent (left) || is_absent (right)))
    return TRUE;
  read_values (&reader, denied);
  if (cw_read_log_get_n_errors (self->log) > n_errors)
    return TRUE;

  return send_pairs (&reader, left, right, error);
}
