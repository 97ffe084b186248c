/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

/**
 * CwDelimitedRow:
 * @line: in which line of the file it begins, from 1
 * @fields: (array length=n_fields): its cells, UTF-8
 * @columns: (array length=n_fields): in which column of its line each cell begins, from 1, in
 *   characters
 * @lines: (array length=n_fields): in which line each cell begins
 * @n_fields: how many
 */
typedef struct
{
  guint line;
  char **fields;
  guint *columns;
  guint *lines;
  guint n_fields;
} CwDelimitedRow;

/**
 * CwDelimitedTable:
 * @name: the file's name
 * @separator: what stands between cells
 * @rows: (element-type CwDelimitedRow): all rows that are not blank
 *
 * What a CSV or TSV file holds.
 */
typedef struct
{
  char *name;
  char separator;
  GPtrArray *rows;
} CwDelimitedTable;

CwDelimitedTable *
cw_delimited_table_parse (const char *data, gsize length, const char *name, GError **error);
void cw_delimited_table_free (CwDelimitedTable *self);
const char *cw_delimited_row_get (const CwDelimitedRow *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDelimitedTable, cw_delimited_table_free)

G_END_DECLS
