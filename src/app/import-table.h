/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/import-model.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_TABLE (cw_import_table_get_type ())

/**
 * CwImportTable:
 *
 * The rows of a file that is to be imported, how each stands to the document, and what becomes of it.
 */
G_DECLARE_FINAL_TYPE (CwImportTable, cw_import_table, CW, IMPORT_TABLE, GtkWidget)

void cw_import_table_set_session (CwImportTable *self, CwSession *session);
CwImportModel *cw_import_table_get_model (CwImportTable *self);
void cw_import_table_show (CwImportTable *self, CwMappingImport *import);
void cw_import_table_show_message (CwImportTable *self,
                                   const char *icon,
                                   const char *title,
                                   const char *message);
gboolean cw_import_table_go_to (CwImportTable *self, const CwProblem *problem);

G_END_DECLS
