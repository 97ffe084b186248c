/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-row.h"

/**
 * cw_delimited_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy of a row that a reader lends
 */
CwDelimitedRow *
cw_delimited_row_copy (const CwDelimitedRow *self)
{
  CwDelimitedRow *copy = g_new0 (CwDelimitedRow, 1);

  copy->line = self->line;
  copy->n_fields = self->n_fields;
  copy->fields = g_strdupv (self->fields);
  copy->columns = g_memdup2 (self->columns, sizeof (guint) * self->n_fields);
  copy->lines = g_memdup2 (self->lines, sizeof (guint) * self->n_fields);

  return copy;
}

/**
 * cw_delimited_row_free:
 * @self: (nullable): a row that cw_delimited_row_copy() made
 */
void
cw_delimited_row_free (CwDelimitedRow *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->fields);
  g_free (self->columns);
  g_free (self->lines);
  g_free (self);
}

/**
 * cw_delimited_row_get:
 * @self: a row
 * @column: from 0
 *
 * Returns: (transfer none): the cell there, empty where the row is shorter
 */
const char *
cw_delimited_row_get (const CwDelimitedRow *self, guint column)
{
  return column < self->n_fields ? self->fields[column] : "";
}

/**
 * cw_delimited_row_get_place:
 * @self: a row
 * @column: from 0
 * @line_number: (out): in which line of the file the cell begins
 * @line_column: (out): in which column of the line; 0 where the row is shorter
 */
void
cw_delimited_row_get_place (const CwDelimitedRow *self,
                            guint column,
                            guint *line_number,
                            guint *line_column)
{
  gboolean inside = column < self->n_fields;

  *line_number = inside ? self->lines[column] : self->line;
  *line_column = inside ? self->columns[column] : 0;
}

/**
 * cw_row_builder_init:
 * @self: a builder, uninitialised
 */
void
cw_row_builder_init (CwRowBuilder *self)
{
  *self = (CwRowBuilder){ 0 };
  self->text = g_string_sized_new (4096);
  self->offsets = g_new (gsize, CW_ROW_MAX_COLUMNS);
  self->row.columns = g_new (guint, CW_ROW_MAX_COLUMNS);
  self->row.lines = g_new (guint, CW_ROW_MAX_COLUMNS);
  self->row.fields = g_new (char *, CW_ROW_MAX_COLUMNS + 1);
}

/**
 * cw_row_builder_clear:
 * @self: a builder
 */
void
cw_row_builder_clear (CwRowBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->offsets);
  g_free (self->row.columns);
  g_free (self->row.lines);
  g_free (self->row.fields);
}

/**
 * cw_row_builder_begin:
 * @self: a builder
 * @line: where the row begins
 *
 * Begins a row; the last one is gone.
 */
void
cw_row_builder_begin (CwRowBuilder *self, guint line)
{
  self->row.line = line;
  self->row.n_fields = 0;
  g_string_truncate (self->text, 0);
}

/**
 * cw_row_builder_begin_cell:
 * @self: a builder whose row has less than %CW_ROW_MAX_COLUMNS cells
 * @line: where the cell begins
 * @column: in which column of the line
 *
 * Begins a cell; its text is appended to @self->text.
 */
void
cw_row_builder_begin_cell (CwRowBuilder *self, guint line, guint column)
{
  guint index = self->row.n_fields++;

  g_assert (index < CW_ROW_MAX_COLUMNS);
  self->offsets[index] = self->text->len;
  self->row.columns[index] = column;
  self->row.lines[index] = line;
}

/**
 * cw_row_builder_end_cell:
 * @self: a builder
 */
void
cw_row_builder_end_cell (CwRowBuilder *self)
{
  g_string_append_c (self->text, '\0');
}

/**
 * cw_row_builder_end:
 * @self: a builder
 *
 * Returns: (transfer none): the row, until the next one is begun
 */
const CwDelimitedRow *
cw_row_builder_end (CwRowBuilder *self)
{
  for (guint i = 0; i < self->row.n_fields; i++)
    self->row.fields[i] = self->text->str + self->offsets[i];
  self->row.fields[self->row.n_fields] = NULL;

  return &self->row;
}

/**
 * cw_row_builder_get_cell_size:
 * @self: a builder in a cell
 *
 * Returns: how many bytes the cell has so far
 */
gsize
cw_row_builder_get_cell_size (const CwRowBuilder *self)
{
  return self->text->len - self->offsets[self->row.n_fields - 1];
}
