/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-schema.h"

#include "formats/curie-map.h"

#include <math.h>
#include <string.h>

/* The schema of SSSOM 1.1; what is new in it is marked, so that it serves 1.0 as well. */

static const char *const entity_types[] = {
  "owl class",
  "owl object property",
  "owl data property",
  "owl annotation property",
  "owl named individual",
  "skos concept",
  "rdfs resource",
  "rdfs class",
  CW_SSSOM_LITERAL,
  "rdfs datatype",
  "rdf property",
  "composed entity expression",
  NULL,
};
static const char *const modifiers[] = { "Not", NULL };
static const char *const cardinalities[] = {
  "1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0", NULL
};
static const char *const versions[] = { "1.0", "1.1", NULL };
static const char *const new_words[] = { "composed entity expression", "0:0", NULL };

static const char *const justifications[] = {
  "MappingReview",
  "ManualMappingCuration",
  "LogicalReasoning",
  "LexicalMatching",
  "CompositeMatching",
  "UnspecifiedMatching",
  "SemanticSimilarityThresholdMatching",
  "LexicalSimilarityThresholdMatching",
  "MappingChaining",
  "MappingInversion",
  "StructuralMatching",
  "InstanceBasedMatching",
  "BackgroundKnowledgeBasedMatching",
  NULL,
};

#define ROW CW_SSSOM_IN_ROW
#define SET CW_SSSOM_IN_SET
#define SEVERAL CW_SSSOM_SEVERAL
#define BOTH (CW_SSSOM_IN_ROW | CW_SSSOM_IN_SET)
#define SPREAD (CW_SSSOM_IN_ROW | CW_SSSOM_IN_SET | CW_SSSOM_SPREADS)
#define NEW_ROW CW_SSSOM_NEW_IN_ROW
#define NEW_SET CW_SSSOM_NEW_IN_SET
#define LOST CW_SSSOM_NOT_KEPT

#define TEXT CW_SSSOM_TYPE_TEXT
#define REFERENCE CW_SSSOM_TYPE_REFERENCE
#define URI CW_SSSOM_TYPE_URI
#define DATE CW_SSSOM_TYPE_DATE
#define NUMBER CW_SSSOM_TYPE_NUMBER
#define WORD CW_SSSOM_TYPE_WORD
#define MAP CW_SSSOM_TYPE_MAP

static const CwSssomField fields[CW_SSSOM_N_FIELDS] = {
  [CW_SSSOM_FIELD_RECORD_ID] = { "record_id", REFERENCE, ROW | NEW_ROW | LOST },
  [CW_SSSOM_FIELD_SUBJECT_ID] = { "subject_id", REFERENCE, ROW },
  [CW_SSSOM_FIELD_SUBJECT_LABEL] = { "subject_label", TEXT, ROW },
  [CW_SSSOM_FIELD_SUBJECT_CATEGORY] = { "subject_category", TEXT, ROW | LOST },
  [CW_SSSOM_FIELD_PREDICATE_ID] = { "predicate_id", REFERENCE, ROW },
  [CW_SSSOM_FIELD_PREDICATE_LABEL] = { "predicate_label", TEXT, ROW },
  [CW_SSSOM_FIELD_PREDICATE_MODIFIER] = { "predicate_modifier", WORD, ROW, modifiers },
  [CW_SSSOM_FIELD_OBJECT_ID] = { "object_id", REFERENCE, ROW },
  [CW_SSSOM_FIELD_OBJECT_LABEL] = { "object_label", TEXT, ROW },
  [CW_SSSOM_FIELD_OBJECT_CATEGORY] = { "object_category", TEXT, ROW | LOST },
  [CW_SSSOM_FIELD_JUSTIFICATION] = { "mapping_justification", REFERENCE, ROW },
  [CW_SSSOM_FIELD_AUTHOR_ID] = { "author_id", REFERENCE, ROW | SEVERAL },
  [CW_SSSOM_FIELD_AUTHOR_LABEL] = { "author_label", TEXT, ROW | SEVERAL },
  [CW_SSSOM_FIELD_REVIEWER_ID] = { "reviewer_id", REFERENCE, ROW | SEVERAL },
  [CW_SSSOM_FIELD_REVIEWER_LABEL] = { "reviewer_label", TEXT, ROW | SEVERAL },
  [CW_SSSOM_FIELD_CREATOR_ID] = { "creator_id", REFERENCE, BOTH | SEVERAL | LOST },
  [CW_SSSOM_FIELD_CREATOR_LABEL] = { "creator_label", TEXT, BOTH | SEVERAL | LOST },
  [CW_SSSOM_FIELD_LICENSE] = { "license", URI, BOTH | LOST },
  [CW_SSSOM_FIELD_SUBJECT_TYPE] = { "subject_type", WORD, SPREAD, entity_types },
  [CW_SSSOM_FIELD_SUBJECT_SOURCE] = { "subject_source", REFERENCE, SPREAD },
  [CW_SSSOM_FIELD_SUBJECT_SOURCE_VERSION] = { "subject_source_version", TEXT, SPREAD },
  [CW_SSSOM_FIELD_OBJECT_TYPE] = { "object_type", WORD, SPREAD, entity_types },
  [CW_SSSOM_FIELD_OBJECT_SOURCE] = { "object_source", REFERENCE, SPREAD },
  [CW_SSSOM_FIELD_OBJECT_SOURCE_VERSION] = { "object_source_version", TEXT, SPREAD },
  [CW_SSSOM_FIELD_PREDICATE_TYPE] = { "predicate_type", WORD, SPREAD | NEW_ROW | NEW_SET,
                                      entity_types },
  [CW_SSSOM_FIELD_MAPPING_PROVIDER] = { "mapping_provider", URI, SPREAD | LOST },
  [CW_SSSOM_FIELD_MAPPING_SOURCE] = { "mapping_source", REFERENCE, ROW | LOST },
  [CW_SSSOM_FIELD_CARDINALITY] = { "mapping_cardinality", WORD, ROW, cardinalities },
  [CW_SSSOM_FIELD_CARDINALITY_SCOPE] = { "cardinality_scope", TEXT,
                                         SPREAD | SEVERAL | NEW_ROW | NEW_SET },
  [CW_SSSOM_FIELD_MAPPING_TOOL] = { "mapping_tool", TEXT, SPREAD | LOST },
  [CW_SSSOM_FIELD_MAPPING_TOOL_ID] = { "mapping_tool_id", REFERENCE,
                                       SPREAD | NEW_ROW | NEW_SET | LOST },
  [CW_SSSOM_FIELD_MAPPING_TOOL_VERSION] = { "mapping_tool_version", TEXT, SPREAD | LOST },
  [CW_SSSOM_FIELD_MAPPING_DATE] = { "mapping_date", DATE, SPREAD },
  [CW_SSSOM_FIELD_PUBLICATION_DATE] = { "publication_date", DATE, BOTH | LOST },
  [CW_SSSOM_FIELD_REVIEW_DATE] = { "review_date", DATE, ROW | NEW_ROW },
  [CW_SSSOM_FIELD_CONFIDENCE] = { "confidence", NUMBER, ROW },
  [CW_SSSOM_FIELD_REVIEWER_AGREEMENT] = { "reviewer_agreement", NUMBER, ROW | NEW_ROW, NULL, -1 },
  [CW_SSSOM_FIELD_CURATION_RULE] = { "curation_rule", REFERENCE,
                                     SPREAD | SEVERAL | NEW_SET | LOST },
  [CW_SSSOM_FIELD_CURATION_RULE_TEXT] = { "curation_rule_text", TEXT,
                                          SPREAD | SEVERAL | NEW_SET | LOST },
  [CW_SSSOM_FIELD_SUBJECT_MATCH_FIELD] = { "subject_match_field", REFERENCE,
                                           SPREAD | SEVERAL | LOST },
  [CW_SSSOM_FIELD_OBJECT_MATCH_FIELD] = { "object_match_field", REFERENCE,
                                          SPREAD | SEVERAL | LOST },
  [CW_SSSOM_FIELD_MATCH_STRING] = { "match_string", TEXT, ROW | SEVERAL | LOST },
  [CW_SSSOM_FIELD_SUBJECT_PREPROCESSING] = { "subject_preprocessing", REFERENCE,
                                             SPREAD | SEVERAL | LOST },
  [CW_SSSOM_FIELD_OBJECT_PREPROCESSING] = { "object_preprocessing", REFERENCE,
                                            SPREAD | SEVERAL | LOST },
  [CW_SSSOM_FIELD_SIMILARITY_SCORE] = { "similarity_score", NUMBER, ROW | LOST },
  [CW_SSSOM_FIELD_SIMILARITY_MEASURE] = { "similarity_measure", TEXT, SPREAD | NEW_SET | LOST },
  [CW_SSSOM_FIELD_SEE_ALSO] = { "see_also", URI, BOTH | SEVERAL },
  [CW_SSSOM_FIELD_ISSUE_TRACKER_ITEM] = { "issue_tracker_item", REFERENCE, ROW | LOST },
  [CW_SSSOM_FIELD_OTHER] = { "other", TEXT, BOTH | LOST },
  [CW_SSSOM_FIELD_COMMENT] = { "comment", TEXT, BOTH },
  [CW_SSSOM_FIELD_VERSION] = { "sssom_version", WORD, SET, versions },
  [CW_SSSOM_FIELD_CURIE_MAP] = { "curie_map", MAP, SET },
  [CW_SSSOM_FIELD_SET_ID] = { "mapping_set_id", URI, SET },
  [CW_SSSOM_FIELD_SET_VERSION] = { "mapping_set_version", TEXT, SET },
  [CW_SSSOM_FIELD_SET_SOURCE] = { "mapping_set_source", URI, SET | SEVERAL },
  [CW_SSSOM_FIELD_SET_TITLE] = { "mapping_set_title", TEXT, SET },
  [CW_SSSOM_FIELD_SET_DESCRIPTION] = { "mapping_set_description", TEXT, SET },
  [CW_SSSOM_FIELD_SET_CONFIDENCE] = { "mapping_set_confidence", NUMBER, SET | NEW_SET },
  [CW_SSSOM_FIELD_ISSUE_TRACKER] = { "issue_tracker", URI, SET },
  [CW_SSSOM_FIELD_EXTENSIONS] = { "extension_definitions", MAP, SET },
};

/**
 * cw_sssom_field_get:
 * @id: a #CwSssomFieldId
 *
 * Returns: (transfer none): what the schema says of it
 */
const CwSssomField *
cw_sssom_field_get (guint id)
{
  return &fields[id];
}

/**
 * cw_sssom_field_find:
 * @name: a slot's name
 * @flags: %CW_SSSOM_IN_ROW or %CW_SSSOM_IN_SET
 *
 * Returns: the #CwSssomFieldId of a slot that can stand there, or -1
 */
int
cw_sssom_field_find (const char *name, CwSssomFieldFlags flags)
{
  for (guint i = 0; i < CW_SSSOM_N_FIELDS; i++)
    {
      if ((fields[i].flags & flags) != 0 && g_str_equal (fields[i].name, name))
        return (int) i;
    }

  return -1;
}

/**
 * cw_sssom_prefix_is_valid:
 * @name: a prefix
 *
 * Returns: whether it is an NCName, as far as ASCII goes (CURIE Syntax 1.0, section 3)
 */
gboolean
cw_sssom_prefix_is_valid (const char *name)
{
  if (!g_ascii_isalpha (*name) && *name != '_' && ((guchar) *name & 0x80) == 0)
    return FALSE;

  for (; *name != '\0'; name++)
    {
      if (!g_ascii_isalnum (*name) && strchr ("_-.", *name) == NULL && ((guchar) *name & 0x80) == 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_sssom_prefix_get_built_in:
 * @name: a prefix
 *
 * Returns: (transfer none) (nullable): what it stands for where SSSOM itself says so
 */
const char *
cw_sssom_prefix_get_built_in (const char *name)
{
  static const char *const built_in[][2] = {
    { "owl", "http://www.w3.org/2002/07/owl#" },
    { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
    { "rdfs", "http://www.w3.org/2000/01/rdf-schema#" },
    { "semapv", CW_SEMAPV_IRI },
    { "skos", CW_SKOS_IRI },
    { "sssom", CW_SSSOM_IRI },
    { "xsd", "http://www.w3.org/2001/XMLSchema#" },
    { "linkml", "https://w3id.org/linkml/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      if (g_str_equal (built_in[i][0], name))
        return built_in[i][1];
    }

  return NULL;
}

/* What stands in no IRI (RFC 3987, section 2.2). */
static gboolean
is_forbidden (char byte)
{
  switch (byte)
    {
    case '<':
    case '>':
    case '"':
    case '{':
    case '}':
    case '|':
    case '\\':
    case '^':
    case '`':
    case 0x7f:
      return TRUE;
    default:
      return (guchar) byte <= 0x20;
    }
}

/**
 * cw_sssom_uri_is_valid:
 * @text: a text
 * @relative_too: whether it may lack its scheme
 *
 * Returns: whether @text is a URI (RFC 3986), or an IRI, and holds nothing that neither can hold
 */
gboolean
cw_sssom_uri_is_valid (const char *text, gboolean relative_too)
{
  const char *p = text;

  for (const char *q = text; *q != '\0'; q++)
    {
      if (is_forbidden (*q))
        return FALSE;
    }
  if (relative_too)
    return *text != '\0';

  if (!g_ascii_isalpha (*p))
    return FALSE;
  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.')
    p++;

  return *p == ':' && p[1] != '\0';
}

/**
 * cw_sssom_number_parse:
 * @text: a number as a program writes it
 * @number: (out): its value
 *
 * Returns: whether @text is a decimal number with a point, of any locale
 */
gboolean
cw_sssom_number_parse (const char *text, double *number)
{
  const char *p = text + (*text == '-' || *text == '+');
  char *end;

  if (!g_ascii_isdigit (*p) && !(*p == '.' && g_ascii_isdigit (p[1])))
    return FALSE;
  if (strspn (p, "0123456789.eE+-") != strlen (p))
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

/**
 * cw_sssom_word_is_new:
 * @word: a value of a %CW_SSSOM_TYPE_WORD
 *
 * Returns: whether SSSOM 1.0 does not know it
 */
gboolean
cw_sssom_word_is_new (const char *word)
{
  return g_strv_contains (new_words, word);
}

/**
 * cw_sssom_justification_is_known:
 * @iri: IRI of a justification
 *
 * Returns: whether SSSOM allows it
 */
gboolean
cw_sssom_justification_is_known (const char *iri)
{
  return g_str_has_prefix (iri, CW_SEMAPV_IRI) &&
         g_strv_contains (justifications, iri + strlen (CW_SEMAPV_IRI));
}
