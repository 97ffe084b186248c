/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "workspace/list-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_DIALOG (cw_import_dialog_get_type ())

/**
 * CwImportDialog:
 *
 * Shows what a file would become, lets its columns be matched, and names every problem with its
 * place. Makes the edit itself, only where there is none. Signal: imported (the new list's key).
 */
G_DECLARE_FINAL_TYPE (CwImportDialog, cw_import_dialog, CW, IMPORT_DIALOG, AdwWindow)

GtkWidget *cw_import_dialog_new (CwSession *session, CwListImport *import);

G_END_DECLS
