/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

G_BEGIN_DECLS

/**
 * CwJudgement:
 * @subject_code: code of an item of the first list
 * @relation: how it relates to the object
 * @object_code: (nullable): code of an item of the second list; %NULL for %CW_RELATION_NONE only
 * @confidence: 0 to 1
 * @rationale: why, English
 * @basis: (nullable): how the two codings were settled; %NULL in a coding
 * @line: where it stands in its file, from 1
 *
 * One line of a shipped mapping table, data/mappings/README.md.
 */
typedef struct
{
  char *subject_code;
  CwRelation relation;
  char *object_code;
  double confidence;
  char *rationale;
  char *basis;
  guint line;
} CwJudgement;

void cw_judgement_free (CwJudgement *self);

GPtrArray *
cw_judgement_table_parse (const char *data, gssize length, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwJudgement, cw_judgement_free)

G_END_DECLS
