/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/export.h"

#include "formats/concordance-delimited.h"
#include "store/mapping-table.h"
#include "workspace/concordance-reader-private.h"
#include "workspace/document-private.h"

/* What goes to the clipboard. */

typedef struct
{
  GArray *ids;
  GPtrArray *left;
  char **languages;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_array_unref (copy->ids);
  g_ptr_array_unref (copy->left);
  g_strfreev (copy->languages);
  g_free (copy);
}

static gboolean
copy_mapping (CwDocument *self,
              CwConnection *connection,
              gint64 id,
              GPtrArray *left,
              CwConcordanceWriter *writer,
              GError **error)
{
  g_autoptr (CwMapping) mapping = cw_mapping_table_get (connection, id, error);
  const CwItem *subject;
  CwConcordanceRow row;

  if (mapping == NULL)
    return FALSE;

  if (!_cw_concordance_is_known (self, mapping))
    return TRUE;
  subject = cw_document_get_item (self, mapping->subject_id);
  _cw_concordance_resolve (self, mapping, !g_ptr_array_find (left, subject->list, NULL), &row);

  return cw_concordance_writer_add_row (writer, &row, error);
}

static gboolean
write_copy (CwDocument *self,
            CwConnection *connection,
            const Copy *copy,
            GOutputStream *stream,
            GError **error)
{
  CwConcordanceHead head = { .languages = (const char *const *) copy->languages };
  g_autoptr (CwConcordanceWriter) writer = cw_concordance_tsv_open (stream, &head);

  for (guint i = 0; i < copy->ids->len; i++)
    {
      if (!copy_mapping (self, connection, g_array_index (copy->ids, gint64, i), copy->left, writer,
                         error))
        return FALSE;
    }

  return cw_concordance_writer_finish (writer, error);
}

static void
copy_job (GTask *task, CwConnection *connection)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  if (!write_copy (g_task_get_source_object (task), connection, g_task_get_task_data (task), stream,
                   &error) ||
      !g_output_stream_write_all (stream, "", 1, NULL, NULL, &error) ||
      !g_output_stream_close (stream, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream)),
                         g_free);
}

/**
 * cw_document_copy_async:
 * @self: a document
 * @mapping_ids: (array length=n_mappings): mappings
 * @n_mappings: how many
 * @left: (element-type CwList): the lists on the left, from which the mappings are read
 * @languages: (array zero-terminated=1): the label languages
 * @callback: called with the text
 * @user_data: for @callback
 *
 * Writes mappings as tab-separated text that pastes into a spreadsheet.
 */
void
cw_document_copy_async (CwDocument *self,
                        const gint64 *mapping_ids,
                        guint n_mappings,
                        GPtrArray *left,
                        const char *const *languages,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);

  copy->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (copy->ids, mapping_ids, n_mappings);
  copy->left = g_ptr_array_ref (left);
  copy->languages = g_strdupv ((char **) languages);
  g_task_set_source_tag (task, cw_document_copy_async);
  g_task_set_task_data (task, copy, copy_free);
  cw_worker_push (self->reader, task, copy_job);
}

/**
 * cw_document_copy_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the text, or %NULL with an error
 */
char *
cw_document_copy_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
