/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-reader.h"

#include "formats/error.h"
#include "formats/xlsx-strings.h"
#include "formats/xlsx-workbook.h"
#include "formats/xlsx-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A sheet is a stream; this only says that one that never ends is none. */
#define MAX_SIZE (G_GUINT64_CONSTANT (8) * 1024 * 1024 * 1024)

/* Problems of one row that are told. */
#define MAX_PROBLEMS 100

typedef struct
{
  guint column; /* from 1 */
  char type[10];
  guint style;
  gboolean has_formula;
} Cell;

struct _CwXlsxReader
{
  char *name;
  CwXlsxWorkbook *book;
  CwXlsxStrings *strings;
  guint sheet;
  CwXlsxXml *xml;
  GQueue problems; /* CwProblem */

  CwRowBuilder builder;
  guint row; /* number of the row that is read, from 1 */
  gboolean in_row;
  gboolean in_cell;
  gboolean in_value;
  guint n_phonetic;
  guint last_column;
  Cell cell;
  GString *value; /* of the cell, as it stands in the workbook */
  GString *text;  /* what it says */
  gboolean told_of_far;
};

static void G_GNUC_PRINTF (3, 4) fail (CwXlsxReader *self, CwXlsxXml *xml, const char *format, ...)
{
  g_autofree char *text = NULL;
  GError *error = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  cw_format_error_set_at_line (&error, CW_FORMAT_ERROR_SYNTAX, self->name, MAX (self->row, 1),
                               MAX (self->cell.column, 1), "%s", text);
  cw_xlsx_xml_take_error (xml, error);
}

static void
warn (CwXlsxReader *self, const char *rule, const char *text)
{
  if (self->problems.length < MAX_PROBLEMS)
    g_queue_push_tail (&self->problems, cw_problem_new (CW_SEVERITY_WARNING, self->name, self->row,
                                                        self->cell.column, rule, "%s", text));
}

static void
begin_row (CwXlsxReader *self, CwXlsxXml *xml, const char **attributes)
{
  const char *number = cw_xlsx_xml_find (attributes, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : self->row + 1;

  self->cell = (Cell){ 0 };
  if (row <= self->row || row > 1048576)
    {
      fail (self, xml, _ ("the rows do not stand in their order"));
      return;
    }

  self->row = (guint) row;
  self->in_row = TRUE;
  self->last_column = 0;
  cw_row_builder_begin (&self->builder, self->row);
}

static void
begin_cell (CwXlsxReader *self, CwXlsxXml *xml, const char **attributes)
{
  const char *reference = cw_xlsx_xml_find (attributes, "r");
  const char *type = cw_xlsx_xml_find (attributes, "t");
  const char *style = cw_xlsx_xml_find (attributes, "s");
  guint row = self->row;

  self->in_cell = TRUE;
  self->cell = (Cell){ .column = self->last_column + 1 };
  g_strlcpy (self->cell.type, type != NULL ? type : "n", sizeof self->cell.type);
  self->cell.style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
  g_string_truncate (self->value, 0);
  if (reference != NULL && !cw_xlsx_value_parse_reference (reference, &self->cell.column, &row))
    fail (self, xml,
          /* Translators: %s is what should name a cell of a sheet, such as “B3” */
          _ ("“%s” is no cell"), reference);
  else if (self->cell.column <= self->last_column || row != self->row)
    fail (self, xml, _ ("the cells do not stand in their order"));
  self->last_column = self->cell.column;
}

static void
on_start (CwXlsxXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  CwXlsxReader *self = user_data;

  if (g_str_equal (name, "row"))
    begin_row (self, xml, attributes);
  else if (g_str_equal (name, "c") && self->in_row)
    begin_cell (self, xml, attributes);
  else if (!self->in_cell)
    return;
  else if (g_str_equal (name, "f"))
    self->cell.has_formula = TRUE;
  else if (g_str_equal (name, "rPh"))
    self->n_phonetic++;
  else if (g_str_equal (name, "v") || (g_str_equal (name, "t") && self->n_phonetic == 0))
    self->in_value = TRUE;
}

static void
on_text (CwXlsxXml *xml, const char *text, gsize length, gpointer user_data)
{
  CwXlsxReader *self = user_data;

  if (!self->in_value)
    return;
  g_string_append_len (self->value, text, (gssize) length);
  if (self->value->len > CW_ROW_MAX_CELL)
    fail (self, xml,
          /* Translators: %d is a number of MiB */
          _ ("the cell is longer than %d MiB"), CW_ROW_MAX_CELL / (1024 * 1024));
}

static gboolean
take_shared (CwXlsxReader *self)
{
  char *end;
  guint64 index = g_ascii_strtoull (self->value->str, &end, 10);

  return self->value->len > 0 && *end == '\0' &&
         cw_xlsx_strings_append (self->strings, index, self->text);
}

static gboolean
take_number (CwXlsxReader *self)
{
  const GArray *kinds = self->book->kinds;
  CwXlsxNumberKind kind = self->cell.style < kinds->len
                            ? g_array_index (kinds, CwXlsxNumberKind, self->cell.style)
                            : CW_XLSX_KIND_NUMBER;

  g_strstrip (self->value->str);
  return cw_xlsx_value_append_number (self->text, self->value->str, kind, self->book->since_1904);
}

/* Puts what the cell says into the text. Returns %FALSE where it makes no sense. */
static gboolean
read_value (CwXlsxReader *self)
{
  const char *type = self->cell.type;

  if (g_str_equal (type, "s"))
    return take_shared (self);
  if (g_str_equal (type, "n"))
    return take_number (self);
  if (g_str_equal (type, "b"))
    g_string_append (self->text, g_str_equal (self->value->str, "0") ? "false" : "true");
  else if (g_str_equal (type, "e"))
    {
      g_autofree char *text =
        /* Translators: %s is what a spreadsheet shows where a formula fails, such as “#N/A” */
        g_strdup_printf (_ ("the cell holds the error “%s”, and is read as empty"),
                         self->value->str);

      warn (self, "error-value", text);
    }
  else
    cw_xlsx_value_append_text (self->text, self->value->str, self->value->len);

  return TRUE;
}

static void
add_cell (CwXlsxReader *self, CwXlsxXml *xml)
{
  if (self->cell.column > CW_ROW_MAX_COLUMNS)
    {
      if (!self->told_of_far)
        warn (self, "cell-too-far", _ ("cells so far to the right are not read"));
      self->told_of_far = TRUE;
      return;
    }

  while (self->builder.row.n_fields < self->cell.column)
    {
      cw_row_builder_begin_cell (&self->builder, self->row, self->builder.row.n_fields + 1);
      if (self->builder.row.n_fields == self->cell.column)
        g_string_append_len (self->builder.text, self->text->str, (gssize) self->text->len);
      cw_row_builder_end_cell (&self->builder);
    }
  if (self->builder.text->len > CW_ROW_MAX_SIZE)
    fail (self, xml,
          /* Translators: %d is a number of MiB */
          _ ("the row is longer than %d MiB"), CW_ROW_MAX_SIZE / (1024 * 1024));
}

static void
end_cell (CwXlsxReader *self, CwXlsxXml *xml)
{
  self->in_cell = self->in_value = FALSE;
  self->n_phonetic = 0;
  /* The result of a formula may be a text of no length. */
  if (self->value->len == 0 && self->cell.has_formula && !g_str_equal (self->cell.type, "str"))
    warn (self, "no-cached-value",
          _ ("the result of the formula is not in the file; open and save it in a spreadsheet"));
  if (self->value->len == 0)
    return;

  g_string_truncate (self->text, 0);
  if (!read_value (self))
    fail (self, xml,
          /* Translators: %s is what stands in a workbook */
          _ ("“%s” is no value of a cell"), self->value->str);
  else if (self->text->len > 0)
    add_cell (self, xml);
}

static void
on_end (CwXlsxXml *xml, const char *name, gpointer user_data)
{
  CwXlsxReader *self = user_data;

  if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = FALSE;
  else if (g_str_equal (name, "rPh") && self->n_phonetic > 0)
    self->n_phonetic--;
  else if (g_str_equal (name, "c") && self->in_cell)
    end_cell (self, xml);
  else if (g_str_equal (name, "row") && self->in_row)
    {
      self->in_row = FALSE;
      /* A row that is only coloured says nothing. */
      if (self->builder.row.n_fields > 0 || self->problems.length > 0)
        cw_xlsx_xml_pause (xml);
    }
}

static const CwXlsxXmlHandlers handlers = { on_start, on_end, on_text };

static gboolean
choose_sheet (CwXlsxReader *self, const char *sheet, GError **error)
{
  self->sheet = self->book->first;
  if (sheet == NULL)
    return TRUE;

  for (guint i = 0; self->book->sheets->pdata[i] != NULL; i++)
    {
      if (g_str_equal (self->book->sheets->pdata[i], sheet))
        {
          self->sheet = i;
          return TRUE;
        }
    }

  g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_VALUE,
               /* Translators: %1$s is a file, %2$s the name of a sheet */
               _ ("%1$s: the workbook has no sheet “%2$s”"), self->name, sheet);
  return FALSE;
}

static gboolean
open_parts (CwXlsxReader *self, GInputStream *package, const char *sheet, GError **error)
{
  self->book = cw_xlsx_workbook_read (package, self->name, error);
  if (self->book == NULL || !choose_sheet (self, sheet, error))
    return FALSE;
  self->strings = cw_xlsx_strings_read (package, self->name, self->book->strings_path, error);
  if (self->strings == NULL)
    return FALSE;

  self->xml = cw_xlsx_xml_open (package, self->name, self->book->paths->pdata[self->sheet],
                                MAX_SIZE, &handlers, self, error);
  return self->xml != NULL;
}

/**
 * cw_xlsx_reader_open:
 * @package: a workbook (ECMA-376), seekable; not to be used for anything else meanwhile
 * @name: the file's name, for messages
 * @sheet: (nullable): name of the sheet to read; %NULL for the first that is shown
 * @error: return location
 *
 * Returns: (transfer full): a reader; or %NULL with a #CwFormatError or an error of the stream
 */
CwXlsxReader *
cw_xlsx_reader_open (GInputStream *package, const char *name, const char *sheet, GError **error)
{
  g_autoptr (CwXlsxReader) self = g_new0 (CwXlsxReader, 1);

  self->name = g_strdup (name);
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  g_queue_init (&self->problems);
  cw_row_builder_init (&self->builder);

  return open_parts (self, package, sheet, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * cw_xlsx_reader_free:
 * @self: (nullable): a reader
 */
void
cw_xlsx_reader_free (CwXlsxReader *self)
{
  if (self == NULL)
    return;

  cw_xlsx_xml_close (self->xml);
  cw_xlsx_workbook_free (self->book);
  cw_xlsx_strings_free (self->strings);
  cw_row_builder_clear (&self->builder);
  g_queue_clear_full (&self->problems, (GDestroyNotify) cw_problem_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self);
}

/**
 * cw_xlsx_reader_get_sheets:
 * @self: a reader
 *
 * Returns: (transfer none) (array zero-terminated=1): names of all sheets that have rows, hidden ones
 *   too
 */
const char *const *
cw_xlsx_reader_get_sheets (const CwXlsxReader *self)
{
  return (const char *const *) self->book->sheets->pdata;
}

/**
 * cw_xlsx_reader_get_sheet:
 * @self: a reader
 *
 * Returns: (transfer none): name of the sheet that is read
 */
const char *
cw_xlsx_reader_get_sheet (const CwXlsxReader *self)
{
  return self->book->sheets->pdata[self->sheet];
}

/**
 * cw_xlsx_reader_next:
 * @self: a reader
 * @error: return location
 *
 * Reads a row. Of a formula its result is taken as the file has it, days and times are written as in
 * ISO 8601, truth as “true” and “false”. Of cells that were merged only the first has a text.
 *
 * Returns: (transfer none) (nullable): the next row that is not empty, until this is called again;
 *   %NULL at the end, or with a #CwFormatError whose line and column are those of the sheet
 */
const CwDelimitedRow *
cw_xlsx_reader_next (CwXlsxReader *self, GError **error)
{
  while (cw_xlsx_xml_continue (self->xml, error))
    {
      if (self->builder.row.n_fields > 0)
        return cw_row_builder_end (&self->builder);
    }

  return NULL;
}

/**
 * cw_xlsx_reader_pop_problem:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): a problem of the rows that were read so far, which was not
 *   told yet
 */
CwProblem *
cw_xlsx_reader_pop_problem (CwXlsxReader *self)
{
  return g_queue_pop_head (&self->problems);
}
