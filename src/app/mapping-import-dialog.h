/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "workspace/import-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_MAPPING_IMPORT_DIALOG (cw_mapping_import_dialog_get_type ())

/**
 * CwMappingImportDialog:
 *
 * Shows how mappings of a file are understood and how each stands to the document, lets both be
 * mended, and imports them as one step. Signal: imported (how many mappings).
 */
G_DECLARE_FINAL_TYPE (CwMappingImportDialog,
                      cw_mapping_import_dialog,
                      CW,
                      MAPPING_IMPORT_DIALOG,
                      AdwWindow)

GtkWidget *cw_mapping_import_dialog_new (CwSession *session, CwImportSetup *setup);
gboolean cw_mapping_import_dialog_is_reading (CwMappingImportDialog *self);

G_END_DECLS
