/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/**
 * CwTallyState:
 * @CW_TALLY_OPEN: nothing was said of it, or not of every list opposite
 * @CW_TALLY_LINKED: it corresponds to an item
 * @CW_TALLY_ABSENT: it has no counterpart in any list opposite
 *
 * What the rows of a table say of an item.
 */
typedef enum
{
  CW_TALLY_OPEN,
  CW_TALLY_LINKED,
  CW_TALLY_ABSENT,
} CwTallyState;

#define CW_N_TALLY_STATES 3

/**
 * CwConcordanceTally:
 *
 * Counts what the rows of a table say of the items of its lists, in the sense of
 * analysis/coverage.h.
 */
typedef struct _CwConcordanceTally CwConcordanceTally;

CwConcordanceTally *cw_concordance_tally_new (GPtrArray *left, GPtrArray *right);
void cw_concordance_tally_free (CwConcordanceTally *self);

void cw_concordance_tally_add (CwConcordanceTally *self, const CwConcordanceRow *row);

GPtrArray *cw_concordance_tally_get_lists (CwConcordanceTally *self);
GPtrArray *cw_concordance_tally_find_opposite (CwConcordanceTally *self, CwList *list);
CwTallyState
cw_concordance_tally_get_state (CwConcordanceTally *self, const CwItem *item, GPtrArray *opposite);
guint cw_concordance_tally_get_n_mappings (CwConcordanceTally *self, const CwItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConcordanceTally, cw_concordance_tally_free)

G_END_DECLS
