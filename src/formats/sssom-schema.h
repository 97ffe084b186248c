/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwSssomFieldId:
 *
 * The slots of a mapping and of a set of mappings, in the order of SSSOM's schema (1.1).
 */
typedef enum
{
  CW_SSSOM_FIELD_RECORD_ID,
  CW_SSSOM_FIELD_SUBJECT_ID,
  CW_SSSOM_FIELD_SUBJECT_LABEL,
  CW_SSSOM_FIELD_SUBJECT_CATEGORY,
  CW_SSSOM_FIELD_PREDICATE_ID,
  CW_SSSOM_FIELD_PREDICATE_LABEL,
  CW_SSSOM_FIELD_PREDICATE_MODIFIER,
  CW_SSSOM_FIELD_OBJECT_ID,
  CW_SSSOM_FIELD_OBJECT_LABEL,
  CW_SSSOM_FIELD_OBJECT_CATEGORY,
  CW_SSSOM_FIELD_JUSTIFICATION,
  CW_SSSOM_FIELD_AUTHOR_ID,
  CW_SSSOM_FIELD_AUTHOR_LABEL,
  CW_SSSOM_FIELD_REVIEWER_ID,
  CW_SSSOM_FIELD_REVIEWER_LABEL,
  CW_SSSOM_FIELD_CREATOR_ID,
  CW_SSSOM_FIELD_CREATOR_LABEL,
  CW_SSSOM_FIELD_LICENSE,
  CW_SSSOM_FIELD_SUBJECT_TYPE,
  CW_SSSOM_FIELD_SUBJECT_SOURCE,
  CW_SSSOM_FIELD_SUBJECT_SOURCE_VERSION,
  CW_SSSOM_FIELD_OBJECT_TYPE,
  CW_SSSOM_FIELD_OBJECT_SOURCE,
  CW_SSSOM_FIELD_OBJECT_SOURCE_VERSION,
  CW_SSSOM_FIELD_PREDICATE_TYPE,
  CW_SSSOM_FIELD_MAPPING_PROVIDER,
  CW_SSSOM_FIELD_MAPPING_SOURCE,
  CW_SSSOM_FIELD_CARDINALITY,
  CW_SSSOM_FIELD_CARDINALITY_SCOPE,
  CW_SSSOM_FIELD_MAPPING_TOOL,
  CW_SSSOM_FIELD_MAPPING_TOOL_ID,
  CW_SSSOM_FIELD_MAPPING_TOOL_VERSION,
  CW_SSSOM_FIELD_MAPPING_DATE,
  CW_SSSOM_FIELD_PUBLICATION_DATE,
  CW_SSSOM_FIELD_REVIEW_DATE,
  CW_SSSOM_FIELD_CONFIDENCE,
  CW_SSSOM_FIELD_REVIEWER_AGREEMENT,
  CW_SSSOM_FIELD_CURATION_RULE,
  CW_SSSOM_FIELD_CURATION_RULE_TEXT,
  CW_SSSOM_FIELD_SUBJECT_MATCH_FIELD,
  CW_SSSOM_FIELD_OBJECT_MATCH_FIELD,
  CW_SSSOM_FIELD_MATCH_STRING,
  CW_SSSOM_FIELD_SUBJECT_PREPROCESSING,
  CW_SSSOM_FIELD_OBJECT_PREPROCESSING,
  CW_SSSOM_FIELD_SIMILARITY_SCORE,
  CW_SSSOM_FIELD_SIMILARITY_MEASURE,
  CW_SSSOM_FIELD_SEE_ALSO,
  CW_SSSOM_FIELD_ISSUE_TRACKER_ITEM,
  CW_SSSOM_FIELD_OTHER,
  CW_SSSOM_FIELD_COMMENT,
  /* Of a set only */
  CW_SSSOM_FIELD_VERSION,
  CW_SSSOM_FIELD_CURIE_MAP,
  CW_SSSOM_FIELD_SET_ID,
  CW_SSSOM_FIELD_SET_VERSION,
  CW_SSSOM_FIELD_SET_SOURCE,
  CW_SSSOM_FIELD_SET_TITLE,
  CW_SSSOM_FIELD_SET_DESCRIPTION,
  CW_SSSOM_FIELD_SET_CONFIDENCE,
  CW_SSSOM_FIELD_ISSUE_TRACKER,
  CW_SSSOM_FIELD_EXTENSIONS,
} CwSssomFieldId;

#define CW_SSSOM_N_FIELDS (CW_SSSOM_FIELD_EXTENSIONS + 1)

/**
 * CwSssomType:
 * @CW_SSSOM_TYPE_TEXT: any text
 * @CW_SSSOM_TYPE_REFERENCE: EntityReference, a CURIE
 * @CW_SSSOM_TYPE_URI: NonRelativeURI
 * @CW_SSSOM_TYPE_DATE: YYYY-MM-DD
 * @CW_SSSOM_TYPE_NUMBER: a number between @minimum and 1
 * @CW_SSSOM_TYPE_WORD: one of @words
 * @CW_SSSOM_TYPE_MAP: not a value but a structure of the metadata
 *
 * What a slot holds.
 */
typedef enum
{
  CW_SSSOM_TYPE_TEXT,
  CW_SSSOM_TYPE_REFERENCE,
  CW_SSSOM_TYPE_URI,
  CW_SSSOM_TYPE_DATE,
  CW_SSSOM_TYPE_NUMBER,
  CW_SSSOM_TYPE_WORD,
  CW_SSSOM_TYPE_MAP,
} CwSssomType;

/**
 * CwSssomFieldFlags:
 * @CW_SSSOM_IN_ROW: it is of a mapping
 * @CW_SSSOM_IN_SET: it is of a set
 * @CW_SSSOM_SEVERAL: it can have several values
 * @CW_SSSOM_SPREADS: a value of the set is one of all its mappings, where none has its own
 * @CW_SSSOM_NEW_IN_ROW: of a mapping since 1.1
 * @CW_SSSOM_NEW_IN_SET: of a set since 1.1
 * @CW_SSSOM_NOT_KEPT: a document has no place for it
 *
 * What is to know of a slot.
 */
typedef enum
{
  CW_SSSOM_IN_ROW = 1 << 0,
  CW_SSSOM_IN_SET = 1 << 1,
  CW_SSSOM_SEVERAL = 1 << 2,
  CW_SSSOM_SPREADS = 1 << 3,
  CW_SSSOM_NEW_IN_ROW = 1 << 4,
  CW_SSSOM_NEW_IN_SET = 1 << 5,
  CW_SSSOM_NOT_KEPT = 1 << 6,
} CwSssomFieldFlags;

/**
 * CwSssomField:
 * @name: the slot's name
 * @type: what it holds
 * @flags: #CwSssomFieldFlags
 * @words: (nullable) (array zero-terminated=1): of a %CW_SSSOM_TYPE_WORD
 * @minimum: of a %CW_SSSOM_TYPE_NUMBER
 *
 * What SSSOM's schema says of a slot.
 */
typedef struct
{
  const char *name;
  CwSssomType type;
  guint flags;
  const char *const *words;
  double minimum;
} CwSssomField;

const CwSssomField *cw_sssom_field_get (guint id);
int cw_sssom_field_find (const char *name, CwSssomFieldFlags flags);

gboolean cw_sssom_prefix_is_valid (const char *name);
const char *cw_sssom_prefix_get_built_in (const char *name);
gboolean cw_sssom_uri_is_valid (const char *text, gboolean relative_too);
gboolean cw_sssom_number_parse (const char *text, double *number);
gboolean cw_sssom_word_is_new (const char *word);
gboolean cw_sssom_justification_is_known (const char *iri);

#define CW_SSSOM_LITERAL "rdfs literal"
#define CW_SSSOM_NO_TERM "https://w3id.org/sssom/NoTermFound"

G_END_DECLS
