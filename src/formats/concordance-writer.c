/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-writer.h"

/**
 * cw_concordance_writer_add_row:
 * @self: a writer
 * @row: a row
 * @error: return location
 *
 * Returns: whether all is well so far, else with an error of the stream or of the format
 */
gboolean
cw_concordance_writer_add_row (CwConcordanceWriter *self,
                               const CwConcordanceRow *row,
                               GError **error)
{
  return self->klass->add_row (self, row, error);
}

/**
 * cw_concordance_writer_finish:
 * @self: a writer, only to be freed afterwards
 * @error: return location
 *
 * The stream is flushed and stays open.
 *
 * Returns: whether everything was written, else with an error of the stream or of the format
 */
gboolean
cw_concordance_writer_finish (CwConcordanceWriter *self, GError **error)
{
  return self->klass->finish (self, error);
}

/**
 * cw_concordance_writer_free:
 * @self: (nullable): a writer
 *
 * What was not finished is lost.
 */
void
cw_concordance_writer_free (CwConcordanceWriter *self)
{
  if (self != NULL)
    self->klass->free (self);
}
