/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-writer.h"

#include "formats/number.h"

#include <string.h>

/* Bytes kept before they go to the stream. */
#define BUFFER_SIZE (64 * 1024)

struct _CwDelimitedWriter
{
  GOutputStream *stream;
  GString *buffer;
  GError *error;
  char separator;
  const char *row_end;
  const char *quoted; /* a field with one of these is put in quotation marks */
  gboolean in_row;
};

/**
 * cw_delimited_writer_new:
 * @stream: where the rows go; not closed
 * @flavour: the format
 *
 * Returns: (transfer full): a writer
 */
CwDelimitedWriter *
cw_delimited_writer_new (GOutputStream *stream, CwDelimitedFlavour flavour)
{
  CwDelimitedWriter *self = g_new0 (CwDelimitedWriter, 1);
  gboolean tabs = flavour == CW_DELIMITED_TSV;

  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
  self->separator = tabs ? '\t' : ',';
  self->row_end = tabs ? "\n" : "\r\n";
  self->quoted = tabs ? "\t\"\r\n" : ",\"\r\n";
  if (flavour == CW_DELIMITED_CSV_BOM)
    g_string_append (self->buffer, "\xef\xbb\xbf");

  return self;
}

/**
 * cw_delimited_writer_free:
 * @self: (nullable): a writer
 *
 * What was not finished is lost.
 */
void
cw_delimited_writer_free (CwDelimitedWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

/* White space, and marks that no one sees but some programs drop before they look at a cell: zero
 * width space, word joiner, byte order mark. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

/**
 * cw_delimited_is_formula:
 * @text: a cell's text, UTF-8
 *
 * Spreadsheets run a cell as a formula if it begins with = + - or @, and drop a tab or line break
 * before it (OWASP, "CSV Injection"). East Asian ones take the full-width forms of the four for the
 * same. Spaces before them do not make it safe, since some programs trim.
 *
 * Returns: whether a spreadsheet might run @text
 */
gboolean
cw_delimited_is_formula (const char *text)
{
  const char *p;

  for (p = text; is_blank (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      if (*p == '\t' || *p == '\r' || *p == '\n')
        return TRUE;
    }

  switch (g_utf8_get_char (p))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xff1d: /* full-width = */
    case 0xff0b: /* full-width + */
    case 0xff0d: /* full-width - */
    case 0xff20: /* full-width @ */
    case 0x2212: /* minus sign, which LibreOffice takes for - */
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * cw_delimited_unguard:
 * @text: a cell of a table
 *
 * Returns: (transfer none): @text without the apostrophe that was put before what a spreadsheet might
 *   run
 */
const char *
cw_delimited_unguard (const char *text)
{
  const char *rest = text + strspn (text, "'");

  return rest > text && cw_delimited_is_formula (rest) ? text + 1 : text;
}

static void
begin_field (CwDelimitedWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->buffer, self->separator);
  self->in_row = TRUE;
}

static void
append_quoted (GString *buffer, const char *text)
{
  g_string_append_c (buffer, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (buffer, '"');
      g_string_append_c (buffer, *p);
    }
  g_string_append_c (buffer, '"');
}

/**
 * cw_delimited_writer_write_field:
 * @self: a writer
 * @text: (nullable): a cell's text, UTF-8; %NULL for an empty one
 *
 * Adds a cell to the row. If a spreadsheet might run @text as a formula, an apostrophe is put before
 * it, which makes it text there; likewise if it looks as if that had been done already, so that
 * cw_delimited_unguard() gives back what was there.
 */
void
cw_delimited_writer_write_field (CwDelimitedWriter *self, const char *text)
{
  g_autofree char *safe = NULL;

  begin_field (self);
  if (text == NULL)
    return;

  if (cw_delimited_is_formula (text + strspn (text, "'")))
    text = safe = g_strconcat ("'", text, NULL);
  if (strpbrk (text, self->quoted) != NULL)
    append_quoted (self->buffer, text);
  else
    g_string_append (self->buffer, text);
}

/**
 * cw_delimited_writer_write_number:
 * @self: a writer
 * @value: a number; an empty cell is written for what is not finite
 *
 * Adds a number to the row, with a decimal point in any locale and as few digits as read back the
 * same. A negative one keeps its minus, because a number is no formula.
 */
void
cw_delimited_writer_write_number (CwDelimitedWriter *self, double value)
{
  begin_field (self);
  cw_number_append (self->buffer, value);
}

static gboolean
report (CwDelimitedWriter *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}

static void
flush_buffer (CwDelimitedWriter *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL,
                               &self->error);
  g_string_truncate (self->buffer, 0);
}

/**
 * cw_delimited_writer_end_row:
 * @self: a writer
 * @error: return location
 *
 * Ends the row.
 *
 * Returns: whether all is well so far, else with an error of the stream
 */
gboolean
cw_delimited_writer_end_row (CwDelimitedWriter *self, GError **error)
{
  g_string_append (self->buffer, self->row_end);
  self->in_row = FALSE;
  if (self->buffer->len >= BUFFER_SIZE)
    flush_buffer (self);

  return report (self, error);
}

/**
 * cw_delimited_writer_finish:
 * @self: a writer, only to be freed afterwards
 * @error: return location
 *
 * Writes what is still in the buffer and flushes the stream. Does not close it.
 *
 * Returns: whether everything was written, else with an error of the stream
 */
gboolean
cw_delimited_writer_finish (CwDelimitedWriter *self, GError **error)
{
  flush_buffer (self);
  if (self->error == NULL)
    g_output_stream_flush (self->stream, NULL, &self->error);

  return report (self, error);
}
