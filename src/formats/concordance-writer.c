/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-writer.h"

/**
 * cw_concordance_head_get_iri:
 * @head: what a file says of its whole table
 *
 * A document has no address, but a UUID. Of one document there can be many tables: the lists are
 * named where there is one on each side, and so is a coding.
 *
 * Returns: (transfer full): the table's IRI, a URN (RFC 8141, RFC 9562)
 */
char *
cw_concordance_head_get_iri (const CwConcordanceHead *head)
{
  GString *iri = g_string_new ("urn:uuid:");
  gboolean is_pair = head->left->len == 1 && head->right->len == 1;

  g_string_append (iri, head->uuid);
  if (is_pair || head->coding != NULL)
    g_string_append_c (iri, '#');
  if (is_pair)
    g_string_append_printf (iri, "%s/%s", cw_list_get_key (g_ptr_array_index (head->left, 0)),
                            cw_list_get_key (g_ptr_array_index (head->right, 0)));
  if (head->coding != NULL)
    {
      g_string_append (iri, is_pair ? "/coding/" : "coding/");
      g_string_append_uri_escaped (iri, head->coding, NULL, FALSE);
    }

  return g_string_free (iri, FALSE);
}

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
