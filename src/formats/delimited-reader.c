/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/delimited-reader.h"

#include "formats/delimited-stream.h"
#include "formats/text-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* UTF-8 with or without a byte order mark, or UTF-16 with one (as Excel writes "Unicode text"). */
static GInputStream *
decode (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GInputStream) bytes =
    g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  gboolean wide =
    length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
  g_autofree char *encoding = wide ? NULL : g_strdup ("UTF-8");

  return cw_text_stream_open (bytes, name, &encoding, NULL, error);
}

/**
 * cw_delimited_table_parse:
 * @data: (array length=length): a file
 * @length: in bytes
 * @name: the file's name, for messages
 * @error: return location
 *
 * Reads a whole table, as cw_delimited_stream_next() reads its rows; UTF-8, or UTF-16 with a byte
 * order mark.
 *
 * Returns: (transfer full): the table, or %NULL with a #CwFormatError that names line and column
 */
CwDelimitedTable *
cw_delimited_table_parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GInputStream) text = decode (data, length, name, error);
  g_autoptr (CwDelimitedStream) stream = NULL;
  g_autoptr (CwDelimitedTable) table = NULL;
  g_autoptr (GError) failure = NULL;
  const CwDelimitedRow *row;

  if (text == NULL)
    return NULL;

  stream = cw_delimited_stream_new (text, name);
  table = g_new0 (CwDelimitedTable, 1);
  table->name = g_strdup (name);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_delimited_row_free);
  while ((row = cw_delimited_stream_next (stream, NULL, &failure)) != NULL)
    g_ptr_array_add (table->rows, cw_delimited_row_copy (row));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  table->separator = cw_delimited_stream_get_separator (stream);
  if (table->rows->len == 0)
    {
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, name, 1, 1,
                                   _ ("the file is empty"));
      return NULL;
    }

  return g_steal_pointer (&table);
}
