/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"
#include "workspace/concordance-reader.h"

G_BEGIN_DECLS

gboolean _cw_concordance_read (CwDocument *document,
                               CwConnection *connection,
                               gint64 coding_id,
                               GPtrArray *left,
                               GPtrArray *right,
                               gboolean with_unmapped,
                               CwConcordanceVisitor visitor,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);
gboolean _cw_concordance_read_first (CwDocument *document,
                                     CwConnection *connection,
                                     gint64 coding_id,
                                     GPtrArray *left,
                                     GPtrArray *right,
                                     gboolean with_unmapped,
                                     gint64 limit,
                                     CwConcordanceVisitor visitor,
                                     gpointer user_data,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean _cw_concordance_count (CwDocument *document,
                                CwConnection *connection,
                                gint64 coding_id,
                                GPtrArray *left,
                                GPtrArray *right,
                                gboolean with_unmapped,
                                guint64 *n_rows,
                                GError **error);
gboolean _cw_concordance_is_known (CwDocument *document, const CwMapping *mapping);
void _cw_concordance_resolve (CwDocument *document,
                              const CwMapping *mapping,
                              gboolean inverted,
                              CwConcordanceRow *row);

gboolean _cw_concordance_read_chosen (CwDocument *document,
                                      CwConnection *connection,
                                      GArray *mapping_ids,
                                      CwConcordanceVisitor visitor,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
