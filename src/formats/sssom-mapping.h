/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/sssom-set.h"

G_BEGIN_DECLS

/* The columns that this program adds to SSSOM, as sssom-slots.c writes them. */
typedef enum
{
  CW_SSSOM_OWN_ABSENCE_REASON,
  CW_SSSOM_OWN_AUTHOR_ORCID,
  CW_SSSOM_OWN_CONFIDENCE,
  CW_SSSOM_OWN_CREATED,
  CW_SSSOM_OWN_EVIDENCE_ADDRESS,
  CW_SSSOM_OWN_EVIDENCE_CITATION,
  CW_SSSOM_OWN_EVIDENCE_QUOTATION,
  CW_SSSOM_OWN_INVERTED,
  CW_SSSOM_OWN_MODIFIED,
  CW_SSSOM_OWN_NOTE_OBJECT,
  CW_SSSOM_OWN_NOTE_SHARED,
  CW_SSSOM_OWN_NOTE_SUBJECT,
  CW_SSSOM_OWN_OBJECT_CODE,
  CW_SSSOM_OWN_OBJECT_LANGUAGE,
  CW_SSSOM_OWN_RELATION,
  CW_SSSOM_OWN_REVIEWED,
  CW_SSSOM_OWN_STATUS,
  CW_SSSOM_OWN_SUBJECT_CODE,
  CW_SSSOM_OWN_SUBJECT_LANGUAGE,
  /* Counted again from the rest */
  CW_SSSOM_OWN_RECORD_HASH,
  CW_SSSOM_OWN_SAMENESS_ID,
} CwSssomOwn;

#define CW_SSSOM_N_OWN (CW_SSSOM_OWN_SAMENESS_ID + 1)

/**
 * CwSssomRowValues:
 * @line: where the row begins
 * @fields: what stands in each slot; a text that is %NULL or empty says nothing
 * @own: what stands in each of this program's columns
 * @is_spread: which of @fields come from the set, and were checked with it
 *
 * What a row says. Texts are borrowed, and may be changed in place.
 */
typedef struct
{
  guint line;
  CwSssomValue fields[CW_SSSOM_N_FIELDS];
  CwSssomValue own[CW_SSSOM_N_OWN];
  gboolean is_spread[CW_SSSOM_N_FIELDS];
} CwSssomRowValues;

int cw_sssom_own_find (const char *name);
const char *cw_sssom_own_get_property_name (guint own);

void cw_sssom_row_check (const CwSssomSet *set, CwReadLog *log, CwSssomRowValues *row);
CwMappingRecord *
cw_sssom_row_read (const CwSssomSet *set, CwReadLog *log, const CwSssomRowValues *row);

gboolean cw_predicate_get_relation (const char *iri, CwRelation *relation);

G_END_DECLS
