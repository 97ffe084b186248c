/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "workspace/import-preview.h"

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_FORM (cw_import_form_get_type ())

/**
 * CwImportForm:
 *
 * How a file is to be read: what was found out, and can be mended. Signal: changed (it is to be read
 * again).
 */
G_DECLARE_FINAL_TYPE (CwImportForm, cw_import_form, CW, IMPORT_FORM, GtkWidget)

void cw_import_form_begin (CwImportForm *self, CwSession *session, CwImportSetup *setup);
void cw_import_form_show (CwImportForm *self, const CwImportPreview *preview);
void cw_import_form_update_lists (CwImportForm *self);

G_END_DECLS
