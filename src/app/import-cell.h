/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/import-model.h"
#include "app/session.h"

G_BEGIN_DECLS

/**
 * CwImportColumn:
 *
 * What a cell of the preview shows; the choice has a cell of its own.
 */
typedef enum
{
  CW_IMPORT_COLUMN_STATE,
  CW_IMPORT_COLUMN_LINE,
  CW_IMPORT_COLUMN_LEFT,
  CW_IMPORT_COLUMN_RELATION,
  CW_IMPORT_COLUMN_RIGHT,
  CW_IMPORT_COLUMN_REMARK,
} CwImportColumn;

#define CW_N_IMPORT_COLUMNS 6

#define CW_TYPE_IMPORT_CELL (cw_import_cell_get_type ())

/**
 * CwImportCell:
 *
 * One cell of the preview of an import.
 */
G_DECLARE_FINAL_TYPE (CwImportCell, cw_import_cell, CW, IMPORT_CELL, GtkWidget)

GtkWidget *cw_import_cell_new (CwImportColumn column);
void cw_import_cell_bind (CwImportCell *self,
                          CwImportLine *line,
                          CwImportModel *model,
                          CwSession *session);
void cw_import_cell_unbind (CwImportCell *self);

G_END_DECLS
