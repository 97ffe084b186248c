/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_COLUMNS (cw_import_columns_get_type ())

/**
 * CwImportColumns:
 *
 * What each column of a table holds, with its heading and a sample. Signal: changed (a column, whose
 * role or language is another).
 */
G_DECLARE_FINAL_TYPE (CwImportColumns, cw_import_columns, CW, IMPORT_COLUMNS, GtkWidget)

void cw_import_columns_show (CwImportColumns *self,
                             const CwMappingPlan *plan,
                             char **headings,
                             char **samples);
void cw_import_columns_get (CwImportColumns *self, guint index, CwMappingColumn *column);
GtkWidget *cw_import_columns_get_role (CwImportColumns *self, guint index);
GtkWidget *cw_import_columns_get_language (CwImportColumns *self, guint index);

G_END_DECLS
