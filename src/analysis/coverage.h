/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/link-index.h"
#include "model/item.h"

G_BEGIN_DECLS

/**
 * CwItemState:
 * @CW_ITEM_OPEN: nothing was said of it yet, or not of every list opposite
 * @CW_ITEM_LINKED: it corresponds to an item of a list opposite
 * @CW_ITEM_ABSENT: it was found to have no counterpart in any list opposite
 *
 * What is known of an item against the lists opposite.
 */
typedef enum
{
  CW_ITEM_OPEN,
  CW_ITEM_LINKED,
  CW_ITEM_ABSENT,
} CwItemState;

#define CW_N_ITEM_STATES 3

/**
 * CwCoverage:
 * @n_items: how many items, on all levels
 * @counts: how many of them in each #CwItemState; they add up to @n_items
 *
 * How far one side is compared with the other.
 */
typedef struct
{
  guint n_items;
  guint counts[CW_N_ITEM_STATES];
} CwCoverage;

CwItemState cw_coverage_get_state (CwLinkIndex *index, const CwItem *item, GPtrArray *opposite);
void
cw_coverage_count (CwLinkIndex *index, GPtrArray *lists, GPtrArray *opposite, CwCoverage *coverage);

G_END_DECLS
