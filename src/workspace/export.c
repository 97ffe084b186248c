/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/export.h"

#include "formats/concordance-delimited.h"
#include "store/mapping-table.h"
#include "workspace/blind.h"
#include "workspace/concordance-reader-private.h"
#include "workspace/document-private.h"
#include "workspace/replace-file.h"
#include "workspace/wait.h"

#include <glib/gi18n-lib.h>

/**
 * cw_export_new:
 * @format: the file's format
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 * @languages: (array zero-terminated=1): the label languages
 * @with_unmapped: whether items of which nothing is said get a row too
 *
 * To export everything, give all lists on both sides.
 *
 * Returns: (transfer full): what to export and how
 */
CwExport *
cw_export_new (const CwConcordanceFormat *format,
               GPtrArray *left,
               GPtrArray *right,
               const char *const *languages,
               gboolean with_unmapped)
{
  CwExport *self = g_new0 (CwExport, 1);

  self->format = format;
  self->left = g_ptr_array_copy (left, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->left, g_object_unref);
  self->right = g_ptr_array_copy (right, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->right, g_object_unref);
  self->languages = g_strdupv ((char **) languages);
  self->with_unmapped = with_unmapped;

  return self;
}

/**
 * cw_export_set_chosen:
 * @self: an export
 * @mapping_ids: (element-type gint64): mappings; copied
 *
 * Exports these mappings in this order, as they were made, and nothing else.
 */
void
cw_export_set_chosen (CwExport *self, GArray *mapping_ids)
{
  g_clear_pointer (&self->chosen, g_array_unref);
  self->chosen = g_array_copy (mapping_ids);
}

/**
 * cw_export_set_sssom:
 * @self: an export to SSSOM
 * @expanded: whether what all rows share is repeated in each
 * @with_hashes: whether each row has its record hash and its mapping sameness identifier
 * @metadata_file: (nullable): where the metadata go; %NULL for the head of the table
 *
 * Writes SSSOM otherwise than in its canonical form, see #CwSssomOptions.
 */
void
cw_export_set_sssom (CwExport *self, gboolean expanded, gboolean with_hashes, GFile *metadata_file)
{
  g_return_if_fail (self->format->open == cw_concordance_sssom_open);

  g_clear_pointer (&self->sssom, g_free);
  self->sssom = g_new0 (CwSssomOptions, 1);
  self->sssom->expanded = expanded;
  self->sssom->with_hashes = with_hashes;
  g_set_object (&self->metadata_file, metadata_file);
}

/**
 * cw_export_free:
 * @self: (nullable): an export
 */
void
cw_export_free (CwExport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->right);
  g_strfreev (self->languages);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_free (self->sssom);
  g_clear_object (&self->metadata_file);
  g_free (self->coding);
  g_free (self);
}

static gboolean
add_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  return cw_concordance_writer_add_row (user_data, row, error);
}

/* @metadata is where SSSOM's metadata go, if they have a file of their own. */
static CwConcordanceWriter *
open_writer (const CwExport *settings,
             const CwConcordanceHead *head,
             GOutputStream *stream,
             GOutputStream *metadata)
{
  CwSssomOptions options;

  if (settings->sssom == NULL)
    return settings->format->open (stream, head);

  options = *settings->sssom;
  options.metadata = metadata;

  return cw_concordance_sssom_open_with (stream, head, &options);
}

static gboolean
write_rows (CwDocument *self,
            CwConnection *connection,
            const CwExport *settings,
            GOutputStream *stream,
            GOutputStream *metadata,
            GCancellable *cancellable,
            GError **error)
{
  CwConcordanceHead head = {
    .uuid = self->info->uuid,
    .title = self->info->title,
    .notice = self->info->notice,
    .coding = settings->coding,
    .left = settings->left,
    .right = settings->right,
    .languages = (const char *const *) settings->languages,
  };
  g_autoptr (CwConcordanceWriter) writer = open_writer (settings, &head, stream, metadata);

  if (settings->chosen != NULL)
    return _cw_concordance_read_chosen (self, connection, settings->chosen, add_row, writer,
                                        cancellable, error) &&
           cw_concordance_writer_finish (writer, error);

  return _cw_concordance_read (self, connection, settings->coding_id, settings->left,
                               settings->right, settings->with_unmapped, add_row, writer,
                               cancellable, error) &&
         cw_concordance_writer_finish (writer, error);
}

static gboolean
fill_metadata (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GMemoryOutputStream *metadata = user_data;

  return g_output_stream_write_all (stream, g_memory_output_stream_get_data (metadata),
                                    g_memory_output_stream_get_data_size (metadata), NULL,
                                    cancellable, error);
}

/* Metadata are a page or two, known once the table is written. Their file is replaced then, and the
 * table's only after it: where either cannot be written, the table that stood there stays. */
static gboolean
write_table (CwDocument *self,
             CwConnection *connection,
             const CwExport *settings,
             GOutputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GOutputStream) metadata = NULL;

  if (settings->metadata_file == NULL)
    return write_rows (self, connection, settings, stream, NULL, cancellable, error);

  metadata = g_memory_output_stream_new_resizable ();

  if (!write_rows (self, connection, settings, stream, metadata, cancellable, error))
    return FALSE;
  if (cw_replace_file (settings->metadata_file, fill_metadata, metadata, cancellable, error))
    return TRUE;

  g_prefix_error (error, "%s: ", g_file_peek_path (settings->metadata_file));
  return FALSE;
}

typedef struct
{
  CwDocument *document;
  CwConnection *connection;
  const CwExport *settings;
} Table;

static gboolean
fill_file (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Table *table = user_data;

  return write_table (table->document, table->connection, table->settings, stream, cancellable,
                      error);
}

static gboolean
write_file (CwDocument *self,
            CwConnection *connection,
            const CwExport *settings,
            GFile *file,
            GCancellable *cancellable,
            GError **error)
{
  Table table = { self, connection, settings };

  return cw_replace_file (file, fill_file, &table, cancellable, error);
}

/* An export to a file or to a stream, whichever is set. */
typedef struct
{
  CwExport *settings;
  GFile *file;
  GOutputStream *stream;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cw_export_free (job->settings);
  g_clear_object (&job->file);
  g_clear_object (&job->stream);
  g_free (job);
}

static void
export_job (GTask *task, CwConnection *connection)
{
  Job *job = g_task_get_task_data (task);
  CwDocument *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gboolean written =
    job->file != NULL
      ? write_file (self, connection, job->settings, job->file, cancellable, &error)
      : write_table (self, connection, job->settings, job->stream, cancellable, &error);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
push_export (CwDocument *self, CwExport *settings, GFile *file, GOutputStream *stream, GTask *task)
{
  Job *job = g_new0 (Job, 1);
  CwCoding *coding = cw_coding_find (self->codings, settings->coding_id);
  GError *error = NULL;

  job->settings = settings;
  if (coding != NULL)
    settings->coding = g_strdup (coding->name);
  g_set_object (&job->file, file);
  g_set_object (&job->stream, stream);
  g_task_set_task_data (task, job, job_free);
  if (!cw_blind_check_show (self->codings, self->author, settings->coding_id, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  cw_worker_push (self->reader, task, export_job);
}

/**
 * cw_document_export_async:
 * @self: a document
 * @settings: (transfer full): what and how
 * @file: where; an existing file is replaced once the new one is whole
 * @cancellable: (nullable): to give up
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Fails with %G_IO_ERROR_PERMISSION_DENIED where the document's author must not see it, see
 * cw_blind_may_show().
 */
void
cw_document_export_async (CwDocument *self,
                          CwExport *settings,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_export_async);
  push_export (self, settings, file, NULL, task);
}

/**
 * cw_document_export_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with an error; what stood there before is then as it was
 */
gboolean
cw_document_export_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cw_document_export:
 * @self: a document
 * @settings: (transfer full): what and how
 * @file: where
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Like cw_document_export_async(), but waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_export (CwDocument *self,
                    CwExport *settings,
                    GFile *file,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_export_async (self, settings, file, cancellable, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_export_finish (self, result, error);
}

/**
 * cw_document_export_to_stream:
 * @self: a document
 * @settings: (transfer full): what and how
 * @stream: where; it is not closed
 * @error: return location
 *
 * Writes the table to standard output or into memory. Waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_export_to_stream (CwDocument *self,
                              CwExport *settings,
                              GOutputStream *stream,
                              GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  push_export (self, settings, NULL, stream, g_task_new (self, NULL, cw_wait_callback, &wait));
  result = cw_wait_end (&wait);

  return g_task_propagate_boolean (G_TASK (result), error);
}

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
