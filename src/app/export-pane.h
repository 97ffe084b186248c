/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_EXPORT_PANE (cw_export_pane_get_type ())

/**
 * CwExportPane:
 *
 * Shows what an export would write: a table of its first rows, or the text of the file.
 */
G_DECLARE_FINAL_TYPE (CwExportPane, cw_export_pane, CW, EXPORT_PANE, GtkWidget)

void cw_export_pane_set_busy (CwExportPane *self, gboolean busy);
void cw_export_pane_show (CwExportPane *self, const CwExportPreview *preview);
void cw_export_pane_show_message (CwExportPane *self, const char *message);

G_END_DECLS
