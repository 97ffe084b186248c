/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"
#include "model/link.h"

G_BEGIN_DECLS

/**
 * CwAgreement:
 * @left: (unowned): a list
 * @right: (unowned): the list it is compared with; the same list for judgements within one
 * @n_pairs: how many pairs of items there are
 * @counts: how many of them the first coding relates as i and the second as j, read from @left;
 *   %CW_RELATION_NONE stands for no link
 *
 * How far two codings agree on a pair of lists that both have judged.
 */
typedef struct
{
  CwList *left;
  CwList *right;
  guint64 n_pairs;
  guint64 counts[CW_N_RELATIONS][CW_N_RELATIONS];
} CwAgreement;

/**
 * CwDisagreement:
 * @left: (unowned): an item
 * @right: (unowned): the other item
 * @first: how the first coding relates them, read from @left; %CW_RELATION_NONE where it does not
 * @second: how the second coding does
 * @first_id: the mapping of the first coding, or 0
 * @second_id: the mapping of the second coding, or 0
 *
 * A pair of items on which two codings differ.
 */
typedef struct
{
  const CwItem *left;
  const CwItem *right;
  CwRelation first;
  CwRelation second;
  gint64 first_id;
  gint64 second_id;
} CwDisagreement;

/**
 * CwCodingComparison:
 * @agreements: (element-type CwAgreement): for each pair of lists, in the order of the lists
 * @disagreements: (element-type CwDisagreement): in the order of the lists and their items
 * @n_alone: how many links of the first and of the second coding stand between lists of which the
 *   other says nothing at all, and are left out
 *
 * Two codings beside each other.
 */
typedef struct
{
  GArray *agreements;
  GArray *disagreements;
  guint n_alone[2];
} CwCodingComparison;

CwCodingComparison *cw_coding_comparison_new (GPtrArray *lists, GArray *first, GArray *second);
void cw_coding_comparison_free (CwCodingComparison *self);

guint64 cw_agreement_count_linked (const CwAgreement *self, guint coding);
guint64 cw_agreement_count_both (const CwAgreement *self);
guint64 cw_agreement_count_same (const CwAgreement *self);
gboolean cw_agreement_get_percent (const CwAgreement *self, double *percent);
gboolean cw_agreement_get_kappa (const CwAgreement *self, double *kappa);
gboolean cw_agreement_get_relation_percent (const CwAgreement *self, double *percent);
gboolean cw_agreement_get_relation_kappa (const CwAgreement *self, double *kappa);
gboolean cw_agreement_get_linked_relation_kappa (const CwAgreement *self, double *kappa);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCodingComparison, cw_coding_comparison_free)

G_END_DECLS
