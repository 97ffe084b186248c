/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "workspace/export.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_EXPORT_DIALOG (cw_export_dialog_get_type ())

/**
 * CwExportDialog:
 *
 * Asks what to export and how; remembers the last choice.
 *
 * Signals: export (the settings).
 */
G_DECLARE_FINAL_TYPE (CwExportDialog, cw_export_dialog, CW, EXPORT_DIALOG, AdwWindow)

GtkWidget *cw_export_dialog_new (CwSession *session, GSettings *settings);

void cw_export_dialog_set_table (CwExportDialog *self, GArray *rows, GArray *selected);

G_END_DECLS
