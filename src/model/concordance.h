/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"
#include "model/mapping.h"

G_BEGIN_DECLS

/**
 * CwConcordanceRow:
 * @mapping: (nullable): the judgement; %NULL in a row for an item that has none
 * @relation: its relation, read from @left to @right
 * @left: (nullable): the item on the left
 * @left_list: the list on the left
 * @right: (nullable): the item on the right
 * @right_list: (nullable): the list on the right
 *
 * One row of the table that a person reads: a mapping seen from the left side, or an item without
 * one. Everything is borrowed. An absence has the item on the side it stands on and only the list
 * on the other.
 */
typedef struct
{
  const CwMapping *mapping;
  CwRelation relation;
  const CwItem *left;
  CwList *left_list;
  const CwItem *right;
  CwList *right_list;
} CwConcordanceRow;

void cw_concordance_row_init (CwConcordanceRow *row,
                              const CwMapping *mapping,
                              const CwItem *subject,
                              const CwItem *object,
                              CwList *object_list,
                              gboolean inverted);
void
cw_concordance_row_init_unmapped (CwConcordanceRow *row, const CwItem *item, gboolean on_right);
const char *cw_concordance_row_get_left_note (const CwConcordanceRow *row);
const char *cw_concordance_row_get_right_note (const CwConcordanceRow *row);
char *
cw_concordance_row_format_sentence (const CwConcordanceRow *row, const char *const *languages);

G_END_DECLS
