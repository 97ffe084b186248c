/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/concordance.h"
#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwConcordanceVisitor:
 * @row: a row of the table; borrowed
 * @user_data: as given
 * @error: return location
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CwConcordanceVisitor) (const CwConcordanceRow *row,
                                          gpointer user_data,
                                          GError **error);

gboolean cw_document_visit_rows (CwDocument *self,
                                 gint64 coding_id,
                                 GPtrArray *left,
                                 GPtrArray *right,
                                 gboolean with_unmapped,
                                 CwConcordanceVisitor visitor,
                                 gpointer user_data,
                                 GError **error);

G_END_DECLS
