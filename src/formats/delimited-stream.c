/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-stream.h"

#include "formats/delimited-separator.h"
#include "formats/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (256 * 1024)

struct _CwDelimitedStream
{
  GInputStream *stream;
  char *name;
  char separator; /* NUL until it is known */

  char *buffer;
  gsize start; /* of what was not parsed yet */
  gsize end;
  gboolean ended; /* the stream */
  gboolean prepared;
  GError *read_error; /* of the stream; told once what came before it is parsed */

  guint line;
  guint column;
  CwRowBuilder builder;
  guint8 stops_plain[256];
  guint8 stops_quoted[256];
};

/**
 * cw_delimited_stream_new:
 * @stream: a text in UTF-8 without NUL, as cw_text_stream_open() gives it
 * @name: the file's name, for messages
 *
 * Returns: (transfer full): a reader
 */
CwDelimitedStream *
cw_delimited_stream_new (GInputStream *stream, const char *name)
{
  CwDelimitedStream *self = g_new0 (CwDelimitedStream, 1);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->buffer = g_malloc (BUFFER_SIZE);
  self->line = self->column = 1;
  cw_row_builder_init (&self->builder);
  self->stops_plain['\n'] = self->stops_plain['\r'] = TRUE;
  self->stops_quoted['\n'] = self->stops_quoted['\r'] = self->stops_quoted['"'] = TRUE;

  return self;
}

/**
 * cw_delimited_stream_free:
 * @self: (nullable): a reader
 *
 * Does not close the stream.
 */
void
cw_delimited_stream_free (CwDelimitedStream *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_free (self->name);
  g_free (self->buffer);
  g_clear_error (&self->read_error);
  cw_row_builder_clear (&self->builder);
  g_free (self);
}

/* Fills the empty buffer. At its end there is nothing more: the file's, or an error's. */
static gboolean
fill (CwDelimitedStream *self, GCancellable *cancellable)
{
  gsize n_read = 0;

  if (self->ended)
    return FALSE;

  self->ended = g_cancellable_set_error_if_cancelled (cancellable, &self->read_error) ||
                !g_input_stream_read_all (self->stream, self->buffer, BUFFER_SIZE, &n_read,
                                          cancellable, &self->read_error) ||
                n_read < BUFFER_SIZE;
  self->start = 0;
  self->end = n_read;

  return n_read > 0;
}

/* The next byte, or -1. */
static int
peek (CwDelimitedStream *self, GCancellable *cancellable)
{
  if (self->start == self->end && !fill (self, cancellable))
    return -1;

  return (guchar) self->buffer[self->start];
}

static void
use_separator (CwDelimitedStream *self, char separator)
{
  if (self->separator != '\0')
    self->stops_plain[(guchar) self->separator] = FALSE;
  self->separator = separator;
  self->stops_plain[(guchar) separator] = TRUE;
}

/**
 * cw_delimited_stream_set_separator:
 * @self: a reader that has not given a row yet
 * @separator: an ASCII character
 *
 * Sets what stands between cells, where a person knows better than the file tells.
 */
void
cw_delimited_stream_set_separator (CwDelimitedStream *self, char separator)
{
  g_return_if_fail (separator > 0 && strchr ("\"\r\n", separator) == NULL);

  use_separator (self, separator);
}

/**
 * cw_delimited_stream_get_separator:
 * @self: a reader that was prepared
 *
 * Returns: what stands between cells
 */
char
cw_delimited_stream_get_separator (const CwDelimitedStream *self)
{
  return self->separator;
}

/**
 * cw_delimited_stream_prepare:
 * @self: a reader
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads the beginning of the file and finds out what stands between cells. Reading a row does so by
 * itself.
 *
 * Returns: whether it could be read
 */
gboolean
cw_delimited_stream_prepare (CwDelimitedStream *self, GCancellable *cancellable, GError **error)
{
  if (!self->prepared)
    {
      self->prepared = TRUE;
      fill (self, cancellable);
      if (self->separator == '\0')
        use_separator (self, cw_delimited_separator_guess (self->buffer, self->end, self->ended));
    }
  if (self->start < self->end || self->read_error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->read_error));
  return FALSE;
}

/* Bytes that begin a character: not 10xxxxxx. */
static guint
count_characters (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += (signed char) text[i] > (signed char) 0xbf;

  return n;
}

static gboolean
check_size (CwDelimitedStream *self, guint line, guint column, GError **error)
{
  if (cw_row_builder_get_cell_size (&self->builder) > CW_ROW_MAX_CELL)
    {
      cw_format_error_set_at_line (
        error, CW_FORMAT_ERROR_UNSUPPORTED, self->name, line, column,
        /* Translators: %d is a number of MiB */
        _ ("the cell is longer than %d MiB; is a quotation mark missing?"),
        CW_ROW_MAX_CELL / (1024 * 1024));
      return FALSE;
    }
  if (self->builder.text->len > CW_ROW_MAX_SIZE)
    {
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_UNSUPPORTED, self->name, line, column,
                                   /* Translators: %d is a number of MiB */
                                   _ ("the row is longer than %d MiB"),
                                   CW_ROW_MAX_SIZE / (1024 * 1024));
      return FALSE;
    }

  return TRUE;
}

/* Takes all up to a byte that means something. */
static void
take_run (CwDelimitedStream *self, const guint8 *stops)
{
  const char *from = self->buffer + self->start;
  const char *end = self->buffer + self->end;
  const char *p = from;

  while (p < end && !stops[(guchar) *p])
    p++;
  g_string_append_len (self->builder.text, from, p - from);
  self->column += count_characters (from, (gsize) (p - from));
  self->start += (gsize) (p - from);
}

static gboolean
is_row_end (int byte)
{
  return byte == -1 || byte == '\n' || byte == '\r';
}

static gboolean
read_plain (CwDelimitedStream *self, GCancellable *cancellable, GError **error)
{
  guint line = self->line;
  guint column = self->column;

  while (peek (self, cancellable) != -1)
    {
      take_run (self, self->stops_plain);
      if (!check_size (self, line, column, error))
        return FALSE;
      if (self->start < self->end)
        return TRUE;
    }

  return TRUE;
}

/* A line ends with CR, LF or both. */
static void
take_line_end (CwDelimitedStream *self, GString *text, GCancellable *cancellable)
{
  int byte = peek (self, cancellable);

  if (byte == '\r')
    {
      self->start++;
      if (text != NULL)
        g_string_append_c (text, '\r');
      byte = peek (self, cancellable);
    }
  if (byte == '\n')
    {
      self->start++;
      if (text != NULL)
        g_string_append_c (text, '\n');
    }
  self->line++;
  self->column = 1;
}

/* What follows a quotation mark in a quoted cell. */
static gboolean
read_after_quote (CwDelimitedStream *self,
                  gboolean *ends,
                  GCancellable *cancellable,
                  GError **error)
{
  int byte;

  self->start++;
  self->column++;
  byte = peek (self, cancellable);
  *ends = byte != '"';
  if (byte == '"')
    {
      g_string_append_c (self->builder.text, '"');
      self->start++;
      self->column++;
      return TRUE;
    }
  if (is_row_end (byte) || byte == (guchar) self->separator)
    return TRUE;

  cw_format_error_set_at_line (
    error, CW_FORMAT_ERROR_SYNTAX, self->name, self->line, self->column,
    _ ("after a closing quotation mark the next cell or row is expected"));
  return FALSE;
}

static gboolean
read_quoted (CwDelimitedStream *self, GCancellable *cancellable, GError **error)
{
  guint line = self->line;
  guint column = self->column;
  gboolean ends = FALSE;
  int byte;

  self->start++;
  self->column++;
  while ((byte = peek (self, cancellable)) != -1)
    {
      if (byte == '"')
        {
          if (!read_after_quote (self, &ends, cancellable, error))
            return FALSE;
          if (ends)
            return TRUE;
        }
      else if (byte == '\n' || byte == '\r')
        take_line_end (self, self->builder.text, cancellable);
      else
        take_run (self, self->stops_quoted);
      if (!check_size (self, line, column, error))
        return FALSE;
    }

  if (self->read_error == NULL)
    cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, self->name, line, column,
                                 _ ("the quotation mark is never closed"));
  else
    g_propagate_error (error, g_error_copy (self->read_error));
  return FALSE;
}

static gboolean
read_cell (CwDelimitedStream *self, GCancellable *cancellable, GError **error)
{
  gboolean good;

  if (self->builder.row.n_fields >= CW_ROW_MAX_COLUMNS)
    {
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_UNSUPPORTED, self->name, self->line,
                                   self->column,
                                   /* Translators: %d is a number of columns */
                                   _ ("the row has more than %d columns"), CW_ROW_MAX_COLUMNS);
      return FALSE;
    }

  cw_row_builder_begin_cell (&self->builder, self->line, self->column);
  good = peek (self, cancellable) == '"' ? read_quoted (self, cancellable, error)
                                         : read_plain (self, cancellable, error);
  cw_row_builder_end_cell (&self->builder);

  return good;
}

static const CwDelimitedRow *
read_row (CwDelimitedStream *self, GCancellable *cancellable, GError **error)
{
  cw_row_builder_begin (&self->builder, self->line);
  while (read_cell (self, cancellable, error))
    {
      int byte = peek (self, cancellable);

      if (!is_row_end (byte))
        {
          self->start++;
          self->column++;
          continue;
        }
      /* Half a row before an error of the stream is none. */
      if (byte == -1 && self->read_error != NULL)
        {
          g_propagate_error (error, g_error_copy (self->read_error));
          return NULL;
        }

      take_line_end (self, NULL, cancellable);
      return cw_row_builder_end (&self->builder);
    }

  return NULL;
}

/**
 * cw_delimited_stream_next:
 * @self: a reader
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads a row of CSV (RFC 4180) with commas, semicolons, tabs or bars between cells. Blank lines are
 * passed over. A quotation mark in a cell that does not begin with one stands for itself. Lines end
 * with CR, LF or both.
 *
 * Returns: (transfer none) (nullable): the next row, until this is called again; %NULL at the end,
 *   or with a #CwFormatError that names line and column, or an error of the stream
 */
const CwDelimitedRow *
cw_delimited_stream_next (CwDelimitedStream *self, GCancellable *cancellable, GError **error)
{
  const CwDelimitedRow *row;

  if (!cw_delimited_stream_prepare (self, cancellable, error))
    return NULL;

  while (peek (self, cancellable) != -1)
    {
      row = read_row (self, cancellable, error);
      if (row == NULL || row->n_fields > 1 || *row->fields[0] != '\0')
        return row;
    }

  if (self->read_error != NULL)
    g_propagate_error (error, g_error_copy (self->read_error));
  return NULL;
}
