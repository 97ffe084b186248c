/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwDelimitedRow:
 * @line: in which line of the file it begins, from 1; in a workbook the row's number
 * @fields: (array length=n_fields) (array zero-terminated=1): its cells, UTF-8
 * @columns: (array length=n_fields): in which column of its line each cell begins, from 1, in
 *   characters; in a workbook the number of its column
 * @lines: (array length=n_fields): in which line each cell begins
 * @n_fields: how many
 *
 * A row of a table.
 */
typedef struct
{
  guint line;
  char **fields;
  guint *columns;
  guint *lines;
  guint n_fields;
} CwDelimitedRow;

CwDelimitedRow *cw_delimited_row_copy (const CwDelimitedRow *self);
void cw_delimited_row_free (CwDelimitedRow *self);
const char *cw_delimited_row_get (const CwDelimitedRow *self, guint column);
void cw_delimited_row_get_place (const CwDelimitedRow *self,
                                 guint column,
                                 guint *line_number,
                                 guint *line_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDelimitedRow, cw_delimited_row_free)

/* What a table may hold, so that a broken file does not take all memory. */
#define CW_ROW_MAX_CELL (1024 * 1024)
#define CW_ROW_MAX_SIZE (16 * 1024 * 1024)
#define CW_ROW_MAX_COLUMNS 4096

/**
 * CwRowBuilder:
 * @row: the row, once cw_row_builder_end() was called
 *
 * Collects the cells of one row after the other in the same memory.
 */
typedef struct
{
  CwDelimitedRow row;

  /*< private >*/
  GString *text;  /* cells, each with a NUL behind it */
  gsize *offsets; /* of each cell in @text */
} CwRowBuilder;

void cw_row_builder_init (CwRowBuilder *self);
void cw_row_builder_clear (CwRowBuilder *self);
void cw_row_builder_begin (CwRowBuilder *self, guint line);
void cw_row_builder_begin_cell (CwRowBuilder *self, guint line, guint column);
void cw_row_builder_end_cell (CwRowBuilder *self);
const CwDelimitedRow *cw_row_builder_end (CwRowBuilder *self);
gsize cw_row_builder_get_cell_size (const CwRowBuilder *self);

G_END_DECLS
