/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-mapping.h"

#include "formats/curie-map.h"
#include "formats/sssom-slots.h"
#include "formats/sssom-value.h"
#include "model/date.h"
#include "model/language.h"
#include "model/orcid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row becomes what a document keeps of it. */

typedef struct
{
  const CwSssomSet *set;
  CwReadLog *log;
  const CwSssomRowValues *row;
  CwMappingRecord *record;
} Reader;

static const char *const own_names[CW_SSSOM_N_OWN] = {
  [CW_SSSOM_OWN_ABSENCE_REASON] = "absence_reason",
  [CW_SSSOM_OWN_AUTHOR_ORCID] = "author_orcid",
  [CW_SSSOM_OWN_CONFIDENCE] = "confidence",
  [CW_SSSOM_OWN_CREATED] = "created",
  [CW_SSSOM_OWN_EVIDENCE_ADDRESS] = "evidence_address",
  [CW_SSSOM_OWN_EVIDENCE_CITATION] = "evidence_citation",
  [CW_SSSOM_OWN_EVIDENCE_QUOTATION] = "evidence_quotation",
  [CW_SSSOM_OWN_INVERTED] = "inverted",
  [CW_SSSOM_OWN_MODIFIED] = "modified",
  [CW_SSSOM_OWN_NOTE_OBJECT] = "note_object",
  [CW_SSSOM_OWN_NOTE_SHARED] = "note_shared",
  [CW_SSSOM_OWN_NOTE_SUBJECT] = "note_subject",
  [CW_SSSOM_OWN_OBJECT_CODE] = "object_code",
  [CW_SSSOM_OWN_OBJECT_LANGUAGE] = "object_label_language",
  [CW_SSSOM_OWN_RELATION] = "relation",
  [CW_SSSOM_OWN_REVIEWED] = "reviewed",
  [CW_SSSOM_OWN_STATUS] = "status",
  [CW_SSSOM_OWN_SUBJECT_CODE] = "subject_code",
  [CW_SSSOM_OWN_SUBJECT_LANGUAGE] = "subject_label_language",
  [CW_SSSOM_OWN_RECORD_HASH] = "record_hash",
  [CW_SSSOM_OWN_SAMENESS_ID] = "mapping_sameness_id",
};

/**
 * cw_sssom_own_find:
 * @name: what stands after %CW_TERMS_IRI in a property
 *
 * Returns: which #CwSssomOwn it is, or -1
 */
int
cw_sssom_own_find (const char *name)
{
  for (guint i = 0; i < CW_SSSOM_N_OWN; i++)
    {
      if (g_str_equal (own_names[i], name))
        return (int) i;
    }

  return -1;
}

/**
 * cw_sssom_own_get_property_name:
 * @own: a #CwSssomOwn
 *
 * Returns: (transfer none): what stands after %CW_TERMS_IRI in its property
 */
const char *
cw_sssom_own_get_property_name (guint own)
{
  return own_names[own];
}

/**
 * cw_predicate_get_relation:
 * @iri: IRI of a property
 * @relation: (out): what it says
 *
 * Properties of SKOS, RDFS and OWL that say how two things relate, read from the first to the second.
 *
 * Returns: whether @iri is one of them
 */
gboolean
cw_predicate_get_relation (const char *iri, CwRelation *relation)
{
  static const struct
  {
    const char *iri;
    CwRelation relation;
  } known[] = {
    { CW_SKOS_IRI "exactMatch", CW_RELATION_EXACT },
    { CW_SKOS_IRI "closeMatch", CW_RELATION_CLOSE },
    { CW_SKOS_IRI "broadMatch", CW_RELATION_BROAD },
    { CW_SKOS_IRI "narrowMatch", CW_RELATION_NARROW },
    { CW_SKOS_IRI "relatedMatch", CW_RELATION_RELATED },
    { CW_SKOS_IRI "broader", CW_RELATION_BROAD },
    { CW_SKOS_IRI "narrower", CW_RELATION_NARROW },
    { CW_SKOS_IRI "related", CW_RELATION_RELATED },
    { "http://www.w3.org/2002/07/owl#sameAs", CW_RELATION_EXACT },
    { "http://www.w3.org/2002/07/owl#equivalentClass", CW_RELATION_EXACT },
    { "http://www.w3.org/2002/07/owl#equivalentProperty", CW_RELATION_EXACT },
    { "http://www.w3.org/2000/01/rdf-schema#subClassOf", CW_RELATION_BROAD },
    { "http://www.w3.org/2000/01/rdf-schema#subPropertyOf", CW_RELATION_BROAD },
    { CW_SSSOM_IRI "superClassOf", CW_RELATION_NARROW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (!g_str_equal (known[i].iri, iri))
        continue;
      *relation = known[i].relation;
      return TRUE;
    }

  return FALSE;
}

static const char *
get (const Reader *self, guint field)
{
  const char *text = self->row->fields[field].text;

  return text != NULL ? text : "";
}

static const char *
get_own (const Reader *self, guint own)
{
  const char *text = self->row->own[own].text;

  return text != NULL ? text : "";
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* Tells of what is wrong with a reference, if anything is; whether it can be taken all the same. */
static gboolean
judge_reference (Reader *self, guint field, const char *text, CwSssomForm form)
{
  const CwReadPlace *place = &self->row->fields[field].place;
  const char *rule = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *prefix = NULL;

  if (form == CW_SSSOM_FORM_DECLARED || self->row->is_spread[field])
    return TRUE;

  fault = cw_sssom_set_find_fault (self->set, cw_sssom_field_get (field), text, &rule);
  if (form == CW_SSSOM_FORM_NONE)
    {
      cw_read_log_error (self->log, place, rule, "%s", fault);
      return FALSE;
    }
  if (form == CW_SSSOM_FORM_UNDECLARED)
    prefix = g_strndup (text, strcspn (text, ":"));
  cw_read_log_lapse (self->log, place, rule, prefix, "%s", fault);

  return TRUE;
}

static void
read_id (Reader *self, guint field, CwRecordEnd *end)
{
  const char *text = get (self, field);
  g_autofree char *iri = NULL;
  CwSssomForm form;

  if (*text == '\0')
    return;

  form = cw_sssom_set_expand (self->set, text, &iri);
  if (!judge_reference (self, field, text, form))
    return;

  if (iri == NULL)
    replace (&end->curie, text);
  else if (g_str_equal (iri, CW_SSSOM_NO_TERM))
    end->absent = TRUE;
  else
    replace (&end->iri, iri);
}

/* A list has its IRI, or what the file calls it. */
static void
read_source (Reader *self, guint field, CwRecordEnd *end)
{
  const char *text = get (self, field);
  g_autofree char *iri = NULL;
  CwSssomForm form;

  if (*text == '\0')
    return;

  form = cw_sssom_set_expand (self->set, text, &iri);
  if (form != CW_SSSOM_FORM_NONE)
    judge_reference (self, field, text, form);
  replace (&end->list, iri != NULL ? iri : text);
}

static void
read_language (Reader *self, guint own, CwRecordEnd *end)
{
  const char *text = get_own (self, own);

  if (*text == '\0' || *end->label == '\0')
    return;

  if (cw_language_is_valid (text))
    replace (&end->language, text);
  else
    cw_read_log_warn (self->log, &self->row->own[own].place, "no-language", NULL,
                      /* Translators: %s is a value of a table */
                      _ ("“%s” is not the tag of a language, and is left out"), text);
}

static void
read_ends (Reader *self)
{
  CwRecordEnd *left = &self->record->left;
  CwRecordEnd *right = &self->record->right;

  read_id (self, CW_SSSOM_FIELD_SUBJECT_ID, left);
  read_id (self, CW_SSSOM_FIELD_OBJECT_ID, right);
  read_source (self, CW_SSSOM_FIELD_SUBJECT_SOURCE, left);
  read_source (self, CW_SSSOM_FIELD_OBJECT_SOURCE, right);
  replace (&left->label, get (self, CW_SSSOM_FIELD_SUBJECT_LABEL));
  replace (&right->label, get (self, CW_SSSOM_FIELD_OBJECT_LABEL));
  read_language (self, CW_SSSOM_OWN_SUBJECT_LANGUAGE, left);
  read_language (self, CW_SSSOM_OWN_OBJECT_LANGUAGE, right);
  replace (&left->code, get_own (self, CW_SSSOM_OWN_SUBJECT_CODE));
  replace (&right->code, get_own (self, CW_SSSOM_OWN_OBJECT_CODE));
}

/* The predicate's IRI. “exactMatch” and “skos:exactmatch” mean skos:exactMatch. */
static char *
read_predicate (Reader *self)
{
  static const char *const names[] = { "exactMatch",  "closeMatch",   "broadMatch",
                                       "narrowMatch", "relatedMatch", "mappingRelation" };
  const char *text = get (self, CW_SSSOM_FIELD_PREDICATE_ID);
  const char *name = g_ascii_strncasecmp (text, "skos:", 5) == 0 ? text + 5 : text;
  g_autofree char *iri = NULL;
  CwSssomForm form = cw_sssom_set_expand (self->set, text, &iri);
  CwRelation relation;

  if (form == CW_SSSOM_FORM_DECLARED && cw_predicate_get_relation (iri, &relation))
    return g_steal_pointer (&iri);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *meant = NULL;

      if (g_ascii_strcasecmp (name, names[i]) != 0)
        continue;
      meant = g_strconcat (CW_SKOS_IRI, names[i], NULL);
      if (g_strcmp0 (iri, meant) == 0)
        continue;
      cw_read_log_lapse (self->log, &self->row->fields[CW_SSSOM_FIELD_PREDICATE_ID].place,
                         "letter-case", names[i],
                         /* Translators: %s is the name of a property of SKOS, such as exactMatch */
                         _ ("a predicate is taken as skos:%s, which is written otherwise"),
                         names[i]);
      return g_steal_pointer (&meant);
    }
  if (!judge_reference (self, CW_SSSOM_FIELD_PREDICATE_ID, text, form))
    return NULL;

  return iri != NULL ? g_steal_pointer (&iri) : g_strdup (text);
}

/* SKOS does not tell all relations apart, so we write ours too; where the two contradict one another
 * somebody changed what everybody reads. */
static void
refine_relation (Reader *self, const char *predicate)
{
  const char *key = get_own (self, CW_SSSOM_OWN_RELATION);
  CwRelation own;

  if (*key == '\0')
    return;

  if (cw_relation_from_key (key, &own) && own != CW_RELATION_NONE &&
      g_str_equal (cw_relation_get_predicate (own), predicate))
    cw_mapping_record_set_relation (self->record, own);
  else
    cw_read_log_warn (self->log, &self->row->own[CW_SSSOM_OWN_RELATION].place,
                      "relation-contradicted", NULL,
                      /* Translators: the first %s is a value of a table, the second an IRI */
                      _ ("the relation “%s” is not that of the predicate %s, which is taken"), key,
                      predicate);
}

/* Of a predicate that says something else there is no mapping; SSSOM allows it. */
static gboolean
tell_unknown (Reader *self, const char *predicate)
{
  const CwReadPlace *place = &self->row->fields[CW_SSSOM_FIELD_PREDICATE_ID].place;

  if (cw_read_log_is_strict (self->log))
    cw_read_log_warn (self->log, place, "unknown-predicate", predicate,
                      /* Translators: %s is an IRI */
                      _ ("what the predicate %s says has no relation here"), predicate);
  else
    cw_read_log_error (self->log, place, "unknown-predicate",
                       /* Translators: %s is an IRI */
                       _ ("what the predicate %s says has no relation here"), predicate);

  return FALSE;
}

static gboolean
read_relation (Reader *self)
{
  g_autofree char *predicate = read_predicate (self);
  gboolean left_absent = self->record->left.absent;
  gboolean right_absent = self->record->right.absent;
  const CwReadPlace place = { NULL, self->row->line, 1, NULL };
  CwRelation relation;

  if (predicate == NULL)
    return FALSE;
  if (left_absent && right_absent)
    {
      cw_read_log_warn (self->log, &place, "nothing-mapped", NULL,
                        _ ("a row says of neither side what it is, and is left out"));
      return FALSE;
    }
  if (left_absent || right_absent)
    {
      cw_mapping_record_set_relation (self->record, CW_RELATION_NONE);
      return TRUE;
    }
  if (!cw_predicate_get_relation (predicate, &relation))
    return tell_unknown (self, predicate);

  cw_mapping_record_set_relation (self->record, relation);
  refine_relation (self, predicate);

  return TRUE;
}

static void
tell_bad_own (Reader *self, guint own)
{
  cw_read_log_warn (self->log, &self->row->own[own].place, "bad-value", own_names[own],
                    /* Translators: the first %s is a value of a table, the second the name of its
                       column */
                    _ ("“%s” is no value of ext_%s, and is left out"), get_own (self, own),
                    own_names[own]);
}

static void
read_confidence (Reader *self)
{
  const char *exact = get_own (self, CW_SSSOM_OWN_CONFIDENCE);
  double number;

  if (*exact != '\0' && cw_sssom_number_parse (exact, &number) && number >= 0 && number <= 1)
    self->record->values->confidence = number;
  else if (cw_sssom_number_parse (get (self, CW_SSSOM_FIELD_CONFIDENCE), &number))
    self->record->values->confidence = number;
  else
    return;

  self->record->fields |= CW_MAPPING_CONFIDENCE;
}

/* The values of a slot as one text. */
static char *
join_values (Reader *self, guint field)
{
  g_auto (GStrv) values = NULL;

  if (*get (self, field) == '\0')
    return g_strdup ("");

  values = cw_sssom_list_split (get (self, field));

  return g_strjoinv ("; ", values);
}

static char *
find_orcid (Reader *self, guint field)
{
  g_auto (GStrv) values = NULL;

  if (*get (self, field) == '\0')
    return NULL;

  values = cw_sssom_list_split (get (self, field));
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *iri = NULL;
      char *orcid;

      cw_sssom_set_expand (self->set, values[i], &iri);
      orcid = cw_orcid_parse (iri != NULL ? iri : values[i]);
      if (orcid != NULL)
        return orcid;
    }

  return NULL;
}

static void
read_author (Reader *self)
{
  const char *own = get_own (self, CW_SSSOM_OWN_AUTHOR_ORCID);
  g_autofree char *label = join_values (self, CW_SSSOM_FIELD_AUTHOR_LABEL);
  g_autofree char *ids = join_values (self, CW_SSSOM_FIELD_AUTHOR_ID);
  g_autofree char *orcid = find_orcid (self, CW_SSSOM_FIELD_AUTHOR_ID);

  cw_mapping_record_set_text (self->record, CW_MAPPING_AUTHOR, label);
  if (*own != '\0')
    cw_mapping_record_set_text (self->record, CW_RECORD_ORCID, own);
  else if (orcid != NULL)
    cw_mapping_record_set_text (self->record, CW_RECORD_ORCID, orcid);
  else if (*label == '\0')
    cw_mapping_record_set_text (self->record, CW_MAPPING_AUTHOR, ids);
}

/* What a reviewer thinks is at least his name's worth. */
static CwStatus
get_reviewed_status (Reader *self)
{
  double agreement;

  if (cw_sssom_number_parse (get (self, CW_SSSOM_FIELD_REVIEWER_AGREEMENT), &agreement) &&
      agreement < 0)
    return CW_STATUS_DISPUTED;

  return CW_STATUS_REVIEWED;
}

static void
set_time (Reader *self, guint record_field, guint own, guint field)
{
  const char *text = get_own (self, own);
  g_autofree char *time = cw_time_parse (text);

  if (*text != '\0' && time == NULL)
    tell_bad_own (self, own);
  if (time != NULL)
    cw_mapping_record_set_text (self->record, record_field, time);
  else if (field < CW_SSSOM_N_FIELDS)
    cw_mapping_record_set_text (self->record, record_field, get (self, field));
}

static void
read_review (Reader *self)
{
  g_autofree char *label = join_values (self, CW_SSSOM_FIELD_REVIEWER_LABEL);
  g_autofree char *ids = join_values (self, CW_SSSOM_FIELD_REVIEWER_ID);
  const char *key = get_own (self, CW_SSSOM_OWN_STATUS);
  CwStatus status;

  cw_mapping_record_set_text (self->record, CW_RECORD_REVIEWER, *label != '\0' ? label : ids);
  set_time (self, CW_RECORD_REVIEWED, CW_SSSOM_OWN_REVIEWED, CW_SSSOM_FIELD_REVIEW_DATE);
  if (*key != '\0' && cw_status_from_key (key, &status))
    self->record->values->status = status;
  else if ((self->record->fields & CW_RECORD_REVIEWER) != 0)
    self->record->values->status = get_reviewed_status (self);
  else
    {
      if (*key != '\0')
        tell_bad_own (self, CW_SSSOM_OWN_STATUS);
      return;
    }

  self->record->fields |= CW_MAPPING_STATUS;
}

static void
read_evidence (Reader *self)
{
  g_auto (GStrv) addresses = cw_sssom_list_split (get (self, CW_SSSOM_FIELD_SEE_ALSO));
  const char *own = get_own (self, CW_SSSOM_OWN_EVIDENCE_ADDRESS);

  if (addresses[0] != NULL && addresses[1] != NULL)
    cw_read_log_warn (self->log, &self->row->fields[CW_SSSOM_FIELD_SEE_ALSO].place,
                      "several-addresses", NULL,
                      _ ("a row has several addresses in see_also, of which the first is kept"));
  cw_mapping_record_set_text (self->record, CW_MAPPING_URL,
                              *own != '\0'           ? own
                              : addresses[0] != NULL ? addresses[0]
                                                     : "");
  cw_mapping_record_set_text (self->record, CW_MAPPING_CITATION,
                              get_own (self, CW_SSSOM_OWN_EVIDENCE_CITATION));
  cw_mapping_record_set_text (self->record, CW_MAPPING_QUOTATION,
                              get_own (self, CW_SSSOM_OWN_EVIDENCE_QUOTATION));
}

static void
read_flags (Reader *self)
{
  const char *inverted = get_own (self, CW_SSSOM_OWN_INVERTED);
  const char *reason = get_own (self, CW_SSSOM_OWN_ABSENCE_REASON);

  if (*get (self, CW_SSSOM_FIELD_PREDICATE_MODIFIER) != '\0')
    {
      self->record->values->negated = TRUE;
      self->record->fields |= CW_MAPPING_NEGATED;
    }
  if (g_str_equal (inverted, "true") || g_str_equal (inverted, "1"))
    self->record->inverted = TRUE;
  else if (*inverted != '\0' && !g_str_equal (inverted, "false") && !g_str_equal (inverted, "0"))
    tell_bad_own (self, CW_SSSOM_OWN_INVERTED);

  if (*reason == '\0' || self->record->values->relation != CW_RELATION_NONE)
    return;
  if (cw_absence_from_key (reason, &self->record->values->absence))
    self->record->fields |= CW_MAPPING_ABSENCE;
  else
    tell_bad_own (self, CW_SSSOM_OWN_ABSENCE_REASON);
}

static void
read_words (Reader *self)
{
  cw_mapping_record_set_text (self->record, CW_MAPPING_RATIONALE,
                              get (self, CW_SSSOM_FIELD_COMMENT));
  cw_mapping_record_set_text (self->record, CW_MAPPING_NOTE_SHARED,
                              get_own (self, CW_SSSOM_OWN_NOTE_SHARED));
  cw_mapping_record_set_text (self->record, CW_MAPPING_NOTE_SUBJECT,
                              get_own (self, CW_SSSOM_OWN_NOTE_SUBJECT));
  cw_mapping_record_set_text (self->record, CW_MAPPING_NOTE_OBJECT,
                              get_own (self, CW_SSSOM_OWN_NOTE_OBJECT));
}

/**
 * cw_sssom_row_read:
 * @set: the metadata
 * @log: where problems go
 * @row: what a row says, after cw_sssom_row_check() found no error
 *
 * Makes a record of a row.
 *
 * Returns: (transfer full) (nullable): the record; %NULL where there is nothing that a document could
 *   hold, of which the log was told
 */
CwMappingRecord *
cw_sssom_row_read (const CwSssomSet *set, CwReadLog *log, const CwSssomRowValues *row)
{
  g_autoptr (CwMappingRecord) record = cw_mapping_record_new (row->line, NULL);
  Reader self = { set, log, row, record };
  guint n_errors = cw_read_log_get_n_errors (log);

  read_ends (&self);
  if (!read_relation (&self) || cw_read_log_get_n_errors (log) > n_errors)
    return NULL;
  read_flags (&self);
  read_confidence (&self);
  read_author (&self);
  set_time (&self, CW_RECORD_CREATED, CW_SSSOM_OWN_CREATED, CW_SSSOM_FIELD_MAPPING_DATE);
  set_time (&self, CW_RECORD_MODIFIED, CW_SSSOM_OWN_MODIFIED, CW_SSSOM_N_FIELDS);
  read_review (&self);
  read_evidence (&self);
  read_words (&self);

  return g_steal_pointer (&record);
}
