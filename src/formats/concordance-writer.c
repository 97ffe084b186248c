/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-writer.h"

/**
 * cw_concordance_head_get_title:
 * @head: what a file says of its whole table
 *
 * Returns: (transfer full): the title of the document, with the coding's name where it is one; may
 *   be empty
 */
char *
cw_concordance_head_get_title (const CwConcordanceHead *head)
{
  if (head->coding == NULL)
    return g_strdup (head->title);

  return *head->title != '\0' ? g_strdup_printf ("%s (%s)", head->title, head->coding)
                              : g_strdup (head->coding);
}

/**
 * cw_concordance_head_get_pair_iri:
 * @head: what a file says of its whole table
 * @left: (nullable): a list on the left, or %NULL with @right for all of the table
 * @right: (nullable): a list on the right
 *
 * A document has no address, but a UUID. Of one document there can be many tables: the lists are
 * named, and so is a coding.
 *
 * Returns: (transfer full): the IRI of the part between the two lists, a URN (RFC 8141, RFC 9562)
 */
char *
cw_concordance_head_get_pair_iri (const CwConcordanceHead *head, CwList *left, CwList *right)
{
  GString *iri = g_string_new ("urn:uuid:");
  const char *separator = "#";

  g_string_append (iri, head->uuid);
  if (left != NULL)
    {
      g_string_append_printf (iri, "%s%s/%s", separator, cw_list_get_key (left),
                              cw_list_get_key (right));
      separator = "/";
    }
  if (head->coding != NULL)
    {
      g_string_append_printf (iri, "%scoding/", separator);
      g_string_append_uri_escaped (iri, head->coding, NULL, FALSE);
    }

  return g_string_free (iri, FALSE);
}

/**
 * cw_concordance_head_get_iri:
 * @head: what a file says of its whole table
 *
 * Returns: (transfer full): the IRI of the table, see cw_concordance_head_get_pair_iri(); the lists
 *   are named where there is one on each side
 */
char *
cw_concordance_head_get_iri (const CwConcordanceHead *head)
{
  gboolean is_pair = head->left->len == 1 && head->right->len == 1;

  return cw_concordance_head_get_pair_iri (head, is_pair ? g_ptr_array_index (head->left, 0) : NULL,
                                           is_pair ? g_ptr_array_index (head->right, 0) : NULL);
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
