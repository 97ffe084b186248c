/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-delimited.h"

#include "formats/concordance-columns.h"

struct _CwConcordanceDelimited
{
  CwDelimitedWriter *writer;
  CwConcordanceColumns *columns;
  GString *cell;
};

/**
 * cw_concordance_delimited_open:
 * @stream: where the table goes; not closed
 * @flavour: the format
 * @languages: (array zero-terminated=1) (nullable): label languages, as for
 *   cw_concordance_columns_new()
 *
 * Begins a table with its header. An error of the stream is reported by the next call.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceDelimited *
cw_concordance_delimited_open (GOutputStream *stream,
                               CwDelimitedFlavour flavour,
                               const char *const *languages)
{
  CwConcordanceDelimited *self = g_new0 (CwConcordanceDelimited, 1);

  self->writer = cw_delimited_writer_new (stream, flavour);
  self->columns = cw_concordance_columns_new (languages);
  self->cell = g_string_new (NULL);

  for (guint i = 0; i < cw_concordance_columns_get_n_columns (self->columns); i++)
    cw_delimited_writer_write_field (self->writer,
                                     cw_concordance_columns_get_key (self->columns, i));
  cw_delimited_writer_end_row (self->writer, NULL);

  return self;
}

/**
 * cw_concordance_delimited_free:
 * @self: (nullable): a table
 *
 * What was not finished is lost.
 */
void
cw_concordance_delimited_free (CwConcordanceDelimited *self)
{
  if (self == NULL)
    return;

  cw_delimited_writer_free (self->writer);
  cw_concordance_columns_free (self->columns);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

/**
 * cw_concordance_delimited_add_row:
 * @self: a table
 * @row: a row
 * @error: return location
 *
 * Returns: whether all is well so far, else with an error of the stream
 */
gboolean
cw_concordance_delimited_add_row (CwConcordanceDelimited *self,
                                  const CwConcordanceRow *row,
                                  GError **error)
{
  for (guint i = 0; i < cw_concordance_columns_get_n_columns (self->columns); i++)
    {
      if (cw_concordance_columns_is_number (self->columns, i))
        {
          cw_delimited_writer_write_number (self->writer,
                                            cw_concordance_columns_get_number (self->columns, i,
                                                                               row));
          continue;
        }

      g_string_truncate (self->cell, 0);
      cw_concordance_columns_append_text (self->columns, i, row, self->cell);
      cw_delimited_writer_write_field (self->writer, self->cell->str);
    }

  return cw_delimited_writer_end_row (self->writer, error);
}

/**
 * cw_concordance_delimited_finish:
 * @self: a table, only to be freed afterwards
 * @error: return location
 *
 * Returns: whether everything was written, else with an error of the stream
 */
gboolean
cw_concordance_delimited_finish (CwConcordanceDelimited *self, GError **error)
{
  return cw_delimited_writer_finish (self->writer, error);
}
