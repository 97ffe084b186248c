/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/concordance.h"

G_BEGIN_DECLS

/**
 * CwSssomSlotFlags:
 * @CW_SSSOM_OBJECT: it tells of the object's side, not the subject's
 * @CW_SSSOM_REFERENCE: its value is an IRI, written as a CURIE
 * @CW_SSSOM_LIST: it can have several values
 * @CW_SSSOM_PROPAGATES: what all rows share may stand once, in the metadata
 * @CW_SSSOM_DATE: its value is a date
 * @CW_SSSOM_REQUIRED: it stands in every file
 * @CW_SSSOM_SINCE_1_1: SSSOM 1.0 has no such slot
 * @CW_SSSOM_BOOLEAN: of an extension: its value is a truth value
 *
 * What is to know of a slot.
 */
typedef enum
{
  CW_SSSOM_OBJECT = 1 << 0,
  CW_SSSOM_REFERENCE = 1 << 1,
  CW_SSSOM_LIST = 1 << 2,
  CW_SSSOM_PROPAGATES = 1 << 3,
  CW_SSSOM_DATE = 1 << 4,
  CW_SSSOM_REQUIRED = 1 << 5,
  CW_SSSOM_SINCE_1_1 = 1 << 6,
  CW_SSSOM_BOOLEAN = 1 << 7,
} CwSssomSlotFlags;

typedef struct _CwSssomView CwSssomView;

/**
 * CwSssomSlot:
 * @name: heads the column
 * @flags: what is to know of it
 * @append: (nullable): see cw_sssom_slot_append(); %NULL for what only the writer knows
 * @offset: of a text in #CwMapping
 *
 * A slot of a mapping in SSSOM, or an extension: what SSSOM has no slot for.
 */
typedef struct
{
  const char *name;
  CwSssomSlotFlags flags;
  void (*append) (const CwSssomView *view, GString *value);
  gsize offset;
} CwSssomSlot;

#define CW_SSSOM_N_SLOTS 43

/* What the writer fills in. */
#define CW_SSSOM_CARDINALITY "mapping_cardinality"
#define CW_SSSOM_RECORD_HASH "ext_record_hash"
#define CW_SSSOM_SAMENESS_ID "ext_mapping_sameness_id"

const CwSssomSlot *cw_sssom_slot_get (guint index);
void cw_sssom_slot_append (const CwSssomSlot *self,
                           const CwConcordanceRow *row,
                           const char *const *languages,
                           GString *value);
const char *cw_sssom_slot_get_extension_name (const CwSssomSlot *self);

const char *cw_relation_get_predicate (CwRelation relation);

G_END_DECLS
