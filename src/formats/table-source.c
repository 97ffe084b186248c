/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/table-source.h"

#include "formats/delimited-stream.h"
#include "formats/error.h"
#include "formats/text-stream.h"
#include "formats/xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a workbook that comes through a pipe. It is read here and there, and so is kept. */
#define MAX_PIPED (256 * 1024 * 1024)

struct _CwTableSource
{
  char *name;
  char *encoding;          /* (nullable) */
  CwDelimitedStream *text; /* one of the two */
  CwXlsxReader *workbook;
  GQueue peeked;         /* CwDelimitedRow */
  CwDelimitedRow *given; /* (nullable) out of @peeked */
  GError *error;         /* met while peeking, behind the rows in @peeked */
};

/**
 * cw_table_source_free:
 * @self: (nullable): a table
 */
void
cw_table_source_free (CwTableSource *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->encoding);
  cw_delimited_stream_free (self->text);
  cw_xlsx_reader_free (self->workbook);
  g_queue_clear_full (&self->peeked, (GDestroyNotify) cw_delimited_row_free);
  cw_delimited_row_free (self->given);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
open_text (CwTableSource *self,
           GInputStream *stream,
           const CwTableChoices *choices,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GInputStream) text = NULL;

  self->encoding = g_strdup (choices->encoding);
  text = cw_text_stream_open (stream, self->name, &self->encoding, cancellable, error);
  if (text == NULL)
    return FALSE;

  self->text = cw_delimited_stream_new (text, self->name);
  if (choices->separator != '\0')
    cw_delimited_stream_set_separator (self->text, choices->separator);

  return cw_delimited_stream_prepare (self->text, cancellable, error);
}

static GInputStream *
keep_pipe (CwTableSource *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (64 * 1024);
  g_autoptr (GBytes) bytes = NULL;
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, buffer, 64 * 1024, cancellable, error)) > 0)
    {
      g_byte_array_append (data, (const guint8 *) buffer, (guint) n_read);
      if (data->len <= MAX_PIPED)
        continue;
      g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED, "%s: %s", self->name,
                   _ ("the workbook is too large to be read from a pipe; save it as a file"));
      return NULL;
    }
  if (n_read < 0)
    return NULL;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));

  return g_memory_input_stream_new_from_bytes (bytes);
}

/* A workbook is an archive, whose list of parts stands at its end. */
static gboolean
open_workbook (CwTableSource *self,
               GInputStream *stream,
               const CwTableChoices *choices,
               GCancellable *cancellable,
               GError **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gboolean seekable = G_IS_SEEKABLE (base) && g_seekable_can_seek (G_SEEKABLE (base));
  g_autoptr (GInputStream) package =
    seekable ? g_object_ref (base) : keep_pipe (self, stream, cancellable, error);

  if (package == NULL)
    return FALSE;

  self->workbook = cw_xlsx_reader_open (package, self->name, choices->sheet, error);

  return self->workbook != NULL;
}

static gboolean
begins_with (GBufferedInputStream *stream, const char *mark, gsize length)
{
  gsize n_bytes;
  const void *data = g_buffered_input_stream_peek_buffer (stream, &n_bytes);

  return n_bytes >= length && memcmp (data, mark, length) == 0;
}

static gboolean
open_either (CwTableSource *self,
             GInputStream *stream,
             const CwTableChoices *choices,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GInputStream) peeked = g_buffered_input_stream_new_sized (stream, 64 * 1024);
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (peeked);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (peeked), FALSE);
  while (g_buffered_input_stream_get_available (buffered) < 4)
    {
      gssize n_read = g_buffered_input_stream_fill (buffered, -1, cancellable, error);

      if (n_read < 0)
        return FALSE;
      if (n_read == 0)
        break;
    }
  if (begins_with (buffered, "PK\x03\x04", 4) || begins_with (buffered, "PK\x05\x06", 4))
    return open_workbook (self, peeked, choices, cancellable, error);
  if (!begins_with (buffered, "\xd0\xcf\x11\xe0", 4))
    return open_text (self, peeked, choices, cancellable, error);

  g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED, "%s: %s", self->name,
               _ ("this is an old workbook, or one with a password; save it as .xlsx without one"));
  return FALSE;
}

/**
 * cw_table_source_open:
 * @stream: a table: CSV, TSV or the like in any encoding, or an XLSX workbook, as its first bytes
 *   tell; a reference is taken
 * @name: the file's name, for messages
 * @choices: (nullable): what a person knows better
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Opens a table.
 *
 * Returns: (transfer full): the table, or %NULL with an error that names the file
 */
CwTableSource *
cw_table_source_open (GInputStream *stream,
                      const char *name,
                      const CwTableChoices *choices,
                      GCancellable *cancellable,
                      GError **error)
{
  static const CwTableChoices none = { NULL, '\0', NULL };
  g_autoptr (CwTableSource) self = g_new0 (CwTableSource, 1);

  self->name = g_strdup (name);
  g_queue_init (&self->peeked);
  if (!open_either (self, stream, choices != NULL ? choices : &none, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static const CwDelimitedRow *
read_row (CwTableSource *self, GCancellable *cancellable, GError **error)
{
  if (self->text != NULL)
    return cw_delimited_stream_next (self->text, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return cw_xlsx_reader_next (self->workbook, error);
}

/**
 * cw_table_source_next:
 * @self: a table
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the next row that is not blank, until this is called again;
 *   %NULL at the end, or with an error that names file, line and column
 */
const CwDelimitedRow *
cw_table_source_next (CwTableSource *self, GCancellable *cancellable, GError **error)
{
  g_clear_pointer (&self->given, cw_delimited_row_free);
  self->given = g_queue_pop_head (&self->peeked);
  if (self->given != NULL)
    return self->given;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return read_row (self, cancellable, error);
}

/**
 * cw_table_source_peek:
 * @self: a table
 * @n_rows: how many rows to look at
 * @cancellable: (nullable): to stop
 *
 * Looks at the next rows, which cw_table_source_next() will give all the same. An error behind them
 * is told by that, too.
 *
 * Returns: (transfer full) (element-type CwDelimitedRow): copies of the rows, fewer where the table
 *   ends
 */
GPtrArray *
cw_table_source_peek (CwTableSource *self, guint n_rows, GCancellable *cancellable)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_delimited_row_free);

  while (self->peeked.length < n_rows && self->error == NULL)
    {
      const CwDelimitedRow *row = read_row (self, cancellable, &self->error);

      if (row == NULL)
        break;
      g_queue_push_tail (&self->peeked, cw_delimited_row_copy (row));
    }
  for (GList *node = self->peeked.head; node != NULL && rows->len < n_rows; node = node->next)
    g_ptr_array_add (rows, cw_delimited_row_copy (node->data));

  return rows;
}

/**
 * cw_table_source_get_name:
 * @self: a table
 *
 * Returns: (transfer none): the file's name
 */
const char *
cw_table_source_get_name (const CwTableSource *self)
{
  return self->name;
}

/**
 * cw_table_source_get_encoding:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): how the text is encoded; %NULL of a workbook
 */
const char *
cw_table_source_get_encoding (const CwTableSource *self)
{
  return self->encoding;
}

/**
 * cw_table_source_get_separator:
 * @self: a table
 *
 * Returns: what stands between the cells of a text; NUL of a workbook
 */
char
cw_table_source_get_separator (const CwTableSource *self)
{
  return self->text != NULL ? cw_delimited_stream_get_separator (self->text) : '\0';
}

/**
 * cw_table_source_get_sheets:
 * @self: a table
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): names of the workbook's sheets; %NULL
 *   of a text
 */
const char *const *
cw_table_source_get_sheets (const CwTableSource *self)
{
  return self->workbook != NULL ? cw_xlsx_reader_get_sheets (self->workbook) : NULL;
}

/**
 * cw_table_source_get_sheet:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): name of the sheet that is read; %NULL of a text
 */
const char *
cw_table_source_get_sheet (const CwTableSource *self)
{
  return self->workbook != NULL ? cw_xlsx_reader_get_sheet (self->workbook) : NULL;
}

/**
 * cw_table_source_pop_problem:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): a problem of the rows that were read or looked at so far, which
 *   was not told yet
 */
CwProblem *
cw_table_source_pop_problem (CwTableSource *self)
{
  return self->workbook != NULL ? cw_xlsx_reader_pop_problem (self->workbook) : NULL;
}
