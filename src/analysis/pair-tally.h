/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/coverage.h"
#include "model/concordance.h"
#include "model/status.h"

G_BEGIN_DECLS

/**
 * CwPairCounts:
 * @left: a list
 * @right: another; the same where mappings stay within a list
 * @of_left: how far the items of @left are compared with @right
 * @of_right: the other way round
 * @n_mappings: how many mappings there are between the two
 * @by_relation: how many of each relation, read from @left to @right; those that are denied are not
 *   among them
 * @n_negated: how many deny a relation; with @by_relation they add up to @n_mappings
 * @by_status: how many of each status; they add up to @n_mappings
 * @n_evidence: how many name a citation, an address or a quotation
 *
 * What is said between two lists, in numbers.
 */
typedef struct
{
  CwList *left;
  CwList *right;
  CwCoverage of_left;
  CwCoverage of_right;
  guint n_mappings;
  guint by_relation[CW_N_RELATIONS];
  guint n_negated;
  guint by_status[CW_N_STATUSES];
  guint n_evidence;
  /*< private >*/
  GHashTable *states; /* item → CwItemState, of both lists */
} CwPairCounts;

/**
 * CwPairTally:
 *
 * Counts rows of the table by pairs of lists.
 */
typedef struct _CwPairTally CwPairTally;

CwPairTally *cw_pair_tally_new (void);
void cw_pair_tally_free (CwPairTally *self);

void cw_pair_tally_expect (CwPairTally *self, CwList *left, CwList *right);
void cw_pair_tally_add (CwPairTally *self, const CwConcordanceRow *row);
GPtrArray *cw_pair_tally_end (CwPairTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPairTally, cw_pair_tally_free)

G_END_DECLS
