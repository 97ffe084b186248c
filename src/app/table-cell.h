/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/mapping-row.h"
#include "app/table-columns.h"

G_BEGIN_DECLS

#define CW_TYPE_TABLE_CELL (cw_table_cell_get_type ())

/**
 * CwTableCell:
 *
 * One cell of the table of mappings: one line, the whole text in the tooltip.
 */
G_DECLARE_FINAL_TYPE (CwTableCell, cw_table_cell, CW, TABLE_CELL, GtkWidget)

GtkWidget *cw_table_cell_new (CwTableColumn column);
void cw_table_cell_bind (CwTableCell *self, CwMappingRow *row, CwSession *session);
void cw_table_cell_unbind (CwTableCell *self);
CwMappingRow *cw_table_cell_get_row (CwTableCell *self);
CwTableColumn cw_table_cell_get_column (CwTableCell *self);
void cw_table_cell_begin_edit (CwTableCell *self, const char *text);
const char *cw_table_cell_get_edited (CwTableCell *self);
void cw_table_cell_end_edit (CwTableCell *self);

G_END_DECLS
