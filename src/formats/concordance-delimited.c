/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-delimited.h"

#include "formats/concordance-columns.h"
#include "formats/delimited-writer.h"

typedef struct
{
  CwConcordanceWriter parent;
  CwDelimitedWriter *writer;
  CwConcordanceColumns *columns;
  GString *cell; /* room for the cell that is being written */
} Delimited;

static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  Delimited *self = (Delimited *) writer;

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

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  return cw_delimited_writer_finish (((Delimited *) writer)->writer, error);
}

static void
delimited_free (CwConcordanceWriter *writer)
{
  Delimited *self = (Delimited *) writer;

  cw_delimited_writer_free (self->writer);
  cw_concordance_columns_free (self->columns);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, delimited_free };

static CwConcordanceWriter *
delimited_open (GOutputStream *stream, CwDelimitedFlavour flavour, const CwConcordanceHead *head)
{
  Delimited *self = g_new0 (Delimited, 1);

  self->parent.klass = &klass;
  self->writer = cw_delimited_writer_new (stream, flavour);
  self->columns = cw_concordance_columns_new (head->languages, head->columns);
  self->cell = g_string_new (NULL);

  for (guint i = 0; i < cw_concordance_columns_get_n_columns (self->columns); i++)
    cw_delimited_writer_write_field (self->writer,
                                     cw_concordance_columns_get_key (self->columns, i));
  cw_delimited_writer_end_row (self->writer, NULL);

  return &self->parent;
}

/**
 * cw_concordance_csv_open:
 * @stream: where to write; a reference is taken
 * @head: what is written; only its languages and columns are used
 *
 * Begins comma-separated values: RFC 4180, UTF-8.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_csv_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return delimited_open (stream, CW_DELIMITED_CSV, head);
}

/**
 * cw_concordance_csv_bom_open:
 * @stream: where to write; a reference is taken
 * @head: what is written; only its languages and columns are used
 *
 * Begins comma-separated values with a byte order mark, by which Excel knows UTF-8.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_csv_bom_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return delimited_open (stream, CW_DELIMITED_CSV_BOM, head);
}

/**
 * cw_concordance_tsv_open:
 * @stream: where to write; a reference is taken
 * @head: what is written; only its languages and columns are used
 *
 * Begins tab-separated values, UTF-8, as spreadsheets take them from the clipboard.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_concordance_tsv_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return delimited_open (stream, CW_DELIMITED_TSV, head);
}
