/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/concordance-reader.h"
#include "workspace/export.h"
#include "workspace/worker.h"

G_BEGIN_DECLS

/* What export.c, export-preview.c and printout.c have in common. */

void _cw_export_push (CwDocument *self, CwExport *settings, GTask *task, CwWorkerJob job);
void _cw_export_get_head (CwDocument *self,
                          const CwExport *settings,
                          GCancellable *cancellable,
                          CwConcordanceHead *head);
gboolean _cw_export_read (CwDocument *self,
                          CwConnection *connection,
                          const CwExport *settings,
                          gint64 limit,
                          CwConcordanceVisitor visitor,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);
gboolean _cw_export_count (CwDocument *self,
                           CwConnection *connection,
                           const CwExport *settings,
                           guint64 *n_rows,
                           GError **error);
CwConcordanceWriter *_cw_export_open_writer (const CwExport *settings,
                                             const CwConcordanceHead *head,
                                             GOutputStream *stream,
                                             GOutputStream *metadata);
void _cw_document_push_to_exporter (CwDocument *self, GTask *task, CwWorkerJob job);

G_END_DECLS
