/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"

#include "cli/terminal-text.h"

#define GAP 2
#define LEAST_FLEXIBLE 8

typedef struct
{
  char *title;
  CwTableColumn kind;
  guint width; /* of the widest cell, then as wide as it is written */
} Column;

/* A row has a cell for each column; a heading has one text over all of them. */
typedef struct
{
  char *heading;
  char **cells;
} Row;

struct _CwTable
{
  GArray *columns;
  GArray *rows;
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->title);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->heading);
  g_strfreev (row->cells);
}

/**
 * cw_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
CwTable *
cw_table_new (void)
{
  CwTable *self = g_new0 (CwTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);

  return self;
}

/**
 * cw_table_free:
 * @self: (nullable): a table
 */
void
cw_table_free (CwTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * cw_table_add_column:
 * @self: a table without rows
 * @title: stands at its head
 * @kind: what it is like
 */
void
cw_table_add_column (CwTable *self, const char *title, CwTableColumn kind)
{
  Column column = { cw_terminal_text_clean (title), kind, 0 };

  g_return_if_fail (self->rows->len == 0);

  column.width = cw_terminal_text_measure (column.title);
  g_array_append_val (self->columns, column);
}

/**
 * cw_table_add_row:
 * @self: a table
 * @cells: a text for each column
 */
void
cw_table_add_row (CwTable *self, const char *const *cells)
{
  Row row = { NULL, g_new0 (char *, self->columns->len + 1) };

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      row.cells[i] = cw_terminal_text_clean (cells[i]);
      column->width = MAX (column->width, cw_terminal_text_measure (row.cells[i]));
    }

  g_array_append_val (self->rows, row);
}

/**
 * cw_table_add_heading:
 * @self: a table
 * @text: what heads the rows that follow
 */
void
cw_table_add_heading (CwTable *self, const char *text)
{
  Row row = { cw_terminal_text_clean (text), NULL };

  g_array_append_val (self->rows, row);
}

/* Takes from the widest flexible columns until the table fits. */
static void
fit_columns (CwTable *self, guint width)
{
  guint total = GAP * (MAX (self->columns->len, 1) - 1);

  for (guint i = 0; i < self->columns->len; i++)
    total += g_array_index (self->columns, Column, i).width;

  while (total > width)
    {
      Column *widest = NULL;

      for (guint i = 0; i < self->columns->len; i++)
        {
          Column *column = &g_array_index (self->columns, Column, i);

          if (column->kind == CW_TABLE_FLEXIBLE && column->width > LEAST_FLEXIBLE &&
              (widest == NULL || column->width >= widest->width))
            widest = column;
        }
      if (widest == NULL)
        return;
      widest->width--;
      total--;
    }
}

static GPtrArray *
break_cell (const char *text, const Column *column, CwTableFit fit)
{
  GPtrArray *lines;

  if (fit == CW_TABLE_WRAP)
    return cw_terminal_text_wrap (text, MAX (column->width, 1));

  lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (lines, cw_terminal_text_ellipsize (text, MAX (column->width, 1)));

  return lines;
}

static void
append_spaces (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

/* No line ends in spaces: they show up in diffs and when a line is copied. */
static void
end_line (GString *text, gsize start)
{
  while (text->len > start && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_line (CwTable *self, GPtrArray *broken, guint line, GString *text)
{
  gsize start = text->len;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      GPtrArray *lines = g_ptr_array_index (broken, i);
      const char *cell = line < lines->len ? g_ptr_array_index (lines, line) : "";
      guint taken = cw_terminal_text_measure (cell);
      guint padding = column->width > taken ? column->width - taken : 0;

      if (i > 0)
        append_spaces (text, GAP);
      if (column->kind == CW_TABLE_NUMBER)
        append_spaces (text, padding);
      g_string_append (text, cell);
      if (column->kind != CW_TABLE_NUMBER)
        append_spaces (text, padding);
    }

  end_line (text, start);
}

static void
append_cells (CwTable *self, const char *const *cells, CwTableFit fit, GString *text)
{
  g_autoptr (GPtrArray) broken =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_lines = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      GPtrArray *lines = break_cell (cells[i], column, fit);

      n_lines = MAX (n_lines, lines->len);
      g_ptr_array_add (broken, lines);
    }

  for (guint i = 0; i < n_lines; i++)
    append_line (self, broken, i, text);
}

static void
append_titles (CwTable *self, CwTableFit fit, GString *text)
{
  g_autofree const char **titles = g_new0 (const char *, self->columns->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      titles[i] = g_array_index (self->columns, Column, i).title;
      any |= *titles[i] != '\0';
    }

  if (any)
    append_cells (self, titles, fit, text);
}

/**
 * cw_table_append_to:
 * @self: a table; no rows can be added afterwards
 * @width: how many columns of the terminal it may take
 * @fit: what becomes of cells that are too wide
 * @text: where to append
 *
 * Writes the table; where no column has a title, without a line of titles.
 */
void
cw_table_append_to (CwTable *self, guint width, CwTableFit fit, GString *text)
{
  fit_columns (self, width);
  append_titles (self, fit, text);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->heading == NULL)
        append_cells (self, (const char *const *) row->cells, fit, text);
      else
        {
          g_autofree char *heading = cw_terminal_text_ellipsize (row->heading, width);

          g_string_append_printf (text, "\n%s\n", heading);
        }
    }
}
