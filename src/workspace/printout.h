/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication-pages.h"
#include "workspace/export.h"

G_BEGIN_DECLS

/**
 * CwPrintout:
 *
 * The table of correspondences as pages, for one printing.
 */
typedef struct _CwPrintout CwPrintout;

void cw_document_print_async (CwDocument *self,
                              CwExport *settings,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
CwPrintout *cw_document_print_finish (CwDocument *self, GAsyncResult *result, GError **error);

void cw_printout_free (CwPrintout *self);
void cw_printout_begin (CwPrintout *self, const CwPublicationPaper *paper);
gboolean cw_printout_advance (CwPrintout *self);
guint cw_printout_get_n_pages (CwPrintout *self);
void cw_printout_draw (CwPrintout *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPrintout, cw_printout_free)

G_END_DECLS
