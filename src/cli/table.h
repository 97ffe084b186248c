/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwTableColumn:
 * @CW_TABLE_TEXT: as wide as its widest cell
 * @CW_TABLE_NUMBER: the same, aligned at the end
 * @CW_TABLE_FLEXIBLE: gives way where the table is too wide
 *
 * What a column of a table is like.
 */
typedef enum
{
  CW_TABLE_TEXT,
  CW_TABLE_NUMBER,
  CW_TABLE_FLEXIBLE,
} CwTableColumn;

/**
 * CwTableFit:
 * @CW_TABLE_CUT: a cell that is too wide ends in an ellipsis
 * @CW_TABLE_WRAP: it goes on in the next line
 *
 * What becomes of cells that are too wide.
 */
typedef enum
{
  CW_TABLE_CUT,
  CW_TABLE_WRAP,
} CwTableFit;

/**
 * CwTable:
 *
 * A table of text with aligned columns.
 */
typedef struct _CwTable CwTable;

CwTable *cw_table_new (void);
void cw_table_free (CwTable *self);

void cw_table_add_column (CwTable *self, const char *title, CwTableColumn kind);
void cw_table_add_row (CwTable *self, const char *const *cells);
void cw_table_add_heading (CwTable *self, const char *text);
void cw_table_append_to (CwTable *self, guint width, CwTableFit fit, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTable, cw_table_free)

G_END_DECLS
