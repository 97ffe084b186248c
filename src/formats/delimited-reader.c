/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *at;
  const char *end;
  char separator;
  guint line;
  guint column;

  GPtrArray *fields;
  GArray *columns;
  GArray *lines;
} Reader;

static void
row_free (gpointer data)
{
  CwDelimitedRow *row = data;

  g_strfreev (row->fields);
  g_free (row->columns);
  g_free (row->lines);
  g_free (row);
}

/**
 * cw_delimited_table_free:
 * @self: (nullable): a table
 */
void
cw_delimited_table_free (CwDelimitedTable *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_ptr_array_unref (self->rows);
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

/* UTF-8 with or without a byte order mark, or UTF-16 with one (as Excel writes "Unicode text"). */
static char *
decode (const char *data, gsize length, const char *name, gsize *n_bytes, GError **error)
{
  static const char marks[2][2] = { { '\xff', '\xfe' }, { '\xfe', '\xff' } };
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      char *text;

      if (length < 2 || memcmp (data, marks[i], 2) != 0)
        continue;
      text = g_convert (data + 2, (gssize) length - 2, "UTF-8", encodings[i], NULL, n_bytes, NULL);
      if (text == NULL)
        cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, name, 1, 1,
                                     /* Translators: %s is the name of an encoding */
                                     _ ("not valid %s"), encodings[i]);
      return text;
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!cw_format_check_utf8 (data, length, name, error))
    return NULL;

  *n_bytes = length;

  return g_strndup (data, length);
}

/* What stands most often in the first row, outside of quotation marks. */
static char
find_separator (const char *text)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *p == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return candidates[best];
}

static char
look (const Reader *self)
{
  return self->at < self->end ? *self->at : '\0';
}

/* Goes on by one character. A line ends with CR, LF or both. */
static void
step (Reader *self, GString *field)
{
  const char *next = g_utf8_next_char (self->at);

  if (field != NULL)
    g_string_append_len (field, self->at, next - self->at);
  if (*self->at == '\n' || (*self->at == '\r' && !(next < self->end && *next == '\n')))
    {
      self->line++;
      self->column = 1;
    }
  else if (*self->at != '\r')
    self->column++;
  self->at = next;
}

static gboolean
is_at_row_end (const Reader *self)
{
  return self->at >= self->end || *self->at == '\n' || *self->at == '\r';
}

static gboolean
read_quoted (Reader *self, GString *field, GError **error)
{
  guint line = self->line;
  guint column = self->column;

  step (self, NULL);
  while (self->at < self->end)
    {
      if (look (self) != '"')
        {
          step (self, field);
          continue;
        }
      step (self, NULL);
      if (look (self) == '"')
        {
          step (self, field);
          continue;
        }
      if (is_at_row_end (self) || look (self) == self->separator)
        return TRUE;
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, self->name, self->line,
                                   self->column,
                                   _ ("after a closing quotation mark the next cell or row is "
                                      "expected"));
      return FALSE;
    }

  cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, self->name, line, column,
                               _ ("the quotation mark is never closed"));
  return FALSE;
}

static gboolean
read_field (Reader *self, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);

  g_array_append_val (self->lines, self->line);
  g_array_append_val (self->columns, self->column);
  if (look (self) == '"')
    {
      if (!read_quoted (self, field, error))
        return FALSE;
    }
  else
    {
      while (!is_at_row_end (self) && look (self) != self->separator)
        step (self, field);
    }

  g_ptr_array_add (self->fields, g_strdup (field->str));
  return TRUE;
}

static void
end_row (Reader *self)
{
  if (look (self) == '\r')
    self->at++;
  if (look (self) == '\n')
    self->at++;
  self->line++;
  self->column = 1;
}

static gboolean
read_row (Reader *self, CwDelimitedTable *table, GError **error)
{
  CwDelimitedRow *row;
  guint line = self->line;
  gboolean blank;

  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  while (read_field (self, error))
    {
      if (!is_at_row_end (self))
        {
          step (self, NULL);
          continue;
        }

      end_row (self);
      blank = self->fields->len == 1 && *(char *) g_ptr_array_index (self->fields, 0) == '\0';
      row = g_new0 (CwDelimitedRow, 1);
      row->line = line;
      row->n_fields = self->fields->len;
      g_ptr_array_add (self->fields, NULL);
      row->fields = (char **) g_ptr_array_free (self->fields, FALSE);
      row->columns = (guint *) (void *) g_array_free (self->columns, FALSE);
      row->lines = (guint *) (void *) g_array_free (self->lines, FALSE);
      if (blank)
        row_free (row);
      else
        g_ptr_array_add (table->rows, row);
      return TRUE;
    }

  g_ptr_array_unref (self->fields);
  g_array_unref (self->columns);
  g_array_unref (self->lines);

  return FALSE;
}

/**
 * cw_delimited_table_parse:
 * @data: (array length=length): a file
 * @length: in bytes
 * @name: the file's name, for messages
 * @error: return location
 *
 * Reads CSV (RFC 4180) with commas, semicolons or tabs, whichever stands most often in the first
 * row; UTF-8, or UTF-16 with a byte order mark. Blank lines are passed over. A quotation mark in a
 * cell that does not begin with one stands for itself.
 *
 * Returns: (transfer full): the table, or %NULL with a #CwFormatError that names line and column
 */
CwDelimitedTable *
cw_delimited_table_parse (const char *data, gsize length, const char *name, GError **error)
{
  gsize n_bytes = 0;
  g_autofree char *text = decode (data, length, name, &n_bytes, error);
  g_autoptr (CwDelimitedTable) table = NULL;
  Reader reader = { 0 };

  if (text == NULL)
    return NULL;
  if (strlen (text) != n_bytes)
    {
      cw_format_error_set_at_byte (error, CW_FORMAT_ERROR_SYNTAX, name, text, strlen (text),
                                   _ ("a character that no text holds (NUL)"));
      return NULL;
    }

  table = g_new0 (CwDelimitedTable, 1);
  table->name = g_strdup (name);
  table->separator = find_separator (text);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  reader.name = name;
  reader.at = text;
  reader.end = text + n_bytes;
  reader.separator = table->separator;
  reader.line = reader.column = 1;
  while (reader.at < reader.end)
    {
      if (!read_row (&reader, table, error))
        return NULL;
    }
  if (table->rows->len == 0)
    {
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, name, 1, 1,
                                   _ ("the file is empty"));
      return NULL;
    }

  return g_steal_pointer (&table);
}
