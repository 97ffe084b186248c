/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/agreement.h"
#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwCodingRow:
 * @left: (unowned): an item
 * @right: (unowned): the other item
 * @codings: (nullable): what each of the two codings says of them, read from @left; %NULL where it
 *   does not link them
 * @agreed: (nullable): what the agreed mapping says, read from @left
 * @settlement: (nullable): how the disagreement was settled; %NULL where it is open
 *
 * A disagreement between two codings.
 */
typedef struct
{
  const CwItem *left;
  const CwItem *right;
  CwMapping *codings[2];
  CwMapping *agreed;
  CwSettlement *settlement;
} CwCodingRow;

/**
 * CwCodingReport:
 * @comparison: how far the two codings agree
 * @rows: (element-type CwCodingRow): their disagreements, in the order of the lists
 * @n_open: how many of them are not settled
 * @lists: (element-type CwList): the lists as they stood then, which keep the items alive
 *
 * Two codings beside each other, and what became of their disagreements. To be taken as read only.
 */
typedef struct
{
  CwCodingComparison *comparison;
  GPtrArray *rows;
  guint n_open;
  GPtrArray *lists;
} CwCodingReport;

void cw_coding_report_free (CwCodingReport *self);

void cw_document_compare_codings_async (CwDocument *self,
                                        gint64 first_id,
                                        gint64 second_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
CwCodingReport *
cw_document_compare_codings_finish (CwDocument *self, GAsyncResult *result, GError **error);
CwCodingReport *
cw_document_compare_codings (CwDocument *self, gint64 first_id, gint64 second_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCodingReport, cw_coding_report_free)

G_END_DECLS
