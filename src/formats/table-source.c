/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/table-source.h"

#include "formats/delimited-stream.h"
#include "formats/text-stream.h"

struct _CwTableSource
{
  char *name;
  char *encoding; /* (nullable) */
  CwDelimitedStream *text;
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

/**
 * cw_table_source_open:
 * @stream: a table: CSV, TSV or the like in any encoding; a reference is taken
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
  static const CwTableChoices none = { NULL, '\0' };
  g_autoptr (CwTableSource) self = g_new0 (CwTableSource, 1);

  self->name = g_strdup (name);
  g_queue_init (&self->peeked);
  if (!open_text (self, stream, choices != NULL ? choices : &none, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static const CwDelimitedRow *
read_row (CwTableSource *self, GCancellable *cancellable, GError **error)
{
  return cw_delimited_stream_next (self->text, cancellable, error);
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
