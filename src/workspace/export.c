/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/export.h"

#include "workspace/blind.h"
#include "workspace/concordance-reader-private.h"
#include "workspace/document-private.h"
#include "workspace/export-private.h"
#include "workspace/replace-file.h"
#include "workspace/wait.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
 * cw_export_set_columns:
 * @self: an export
 * @columns: (array zero-terminated=1) (nullable): keys of columns that the format has, see
 *   cw_concordance_format_has_column(), in their order; %NULL for all
 *
 * Says what of a mapping is written.
 */
void
cw_export_set_columns (CwExport *self, const char *const *columns)
{
  g_strfreev (self->columns);
  self->columns = g_strdupv ((char **) columns);
}

/**
 * cw_export_find_metadata_file:
 * @self: an export
 * @table: where the table goes
 *
 * Names the file as SSSOM recommends, “.sssom.yml” for “.sssom.tsv”.
 *
 * Returns: (transfer full) (nullable): where the metadata go; %NULL for no file of their own
 */
GFile *
cw_export_find_metadata_file (const CwExport *self, GFile *table)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *metadata_name = NULL;
  char *dot;

  if (self->metadata_file != NULL)
    return g_object_ref (self->metadata_file);
  if (!self->metadata_beside)
    return NULL;

  folder = g_file_get_parent (table);
  if (folder == NULL)
    return NULL;
  name = g_file_get_basename (table);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  metadata_name =
    g_strconcat (name, g_str_has_suffix (name, ".sssom") ? "" : ".sssom", ".yml", NULL);

  return g_file_get_child (folder, metadata_name);
}

/**
 * cw_export_set_progress:
 * @self: an export
 * @progress: counts the rows as they are written; a reference is taken
 */
void
cw_export_set_progress (CwExport *self, CwProgress *progress)
{
  g_clear_pointer (&self->progress, cw_progress_unref);
  self->progress = cw_progress_ref (progress);
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
  g_strfreev (self->columns);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_free (self->sssom);
  g_clear_object (&self->metadata_file);
  g_clear_pointer (&self->progress, cw_progress_unref);
  g_free (self->coding);
  g_free (self);
}

/* @metadata is where SSSOM's metadata go, if they have a file of their own. */
CwConcordanceWriter *
_cw_export_open_writer (const CwExport *settings,
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

typedef struct
{
  CwConcordanceWriter *writer;
  CwProgress *progress;
} Rows;

static gboolean
add_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  Rows *rows = user_data;

  if (rows->progress != NULL)
    cw_progress_add (rows->progress, 1);

  return cw_concordance_writer_add_row (rows->writer, row, error);
}

/* Fills what a file says of its whole table; borrowed from @self and @settings. */
void
_cw_export_get_head (CwDocument *self,
                     const CwExport *settings,
                     GCancellable *cancellable,
                     CwConcordanceHead *head)
{
  *head = (CwConcordanceHead){
    .uuid = self->info->uuid,
    .title = self->info->title,
    .notice = self->info->notice,
    .coding = settings->coding,
    .left = settings->left,
    .right = settings->right,
    .languages = (const char *const *) settings->languages,
    .columns = (const char *const *) settings->columns,
    .cancellable = cancellable,
  };
}

/* Reads the rows that are exported; of a choice or of the two sides at most the first @limit
 * mappings, -1 for all. */
gboolean
_cw_export_read (CwDocument *self,
                 CwConnection *connection,
                 const CwExport *settings,
                 gint64 limit,
                 CwConcordanceVisitor visitor,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GArray) first = NULL;

  if (settings->chosen == NULL)
    return _cw_concordance_read_first (self, connection, settings->coding_id, settings->left,
                                       settings->right, settings->with_unmapped, limit, visitor,
                                       user_data, cancellable, error);
  if (limit < 0 || settings->chosen->len <= limit)
    return _cw_concordance_read_chosen (self, connection, settings->chosen, visitor, user_data,
                                        cancellable, error);

  first = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (first, settings->chosen->data, (guint) limit);

  return _cw_concordance_read_chosen (self, connection, first, visitor, user_data, cancellable,
                                      error);
}

/* How many rows there are to be. */
gboolean
_cw_export_count (CwDocument *self,
                  CwConnection *connection,
                  const CwExport *settings,
                  guint64 *n_rows,
                  GError **error)
{
  if (settings->chosen == NULL)
    return _cw_concordance_count (self, connection, settings->coding_id, settings->left,
                                  settings->right, settings->with_unmapped, n_rows, error);

  *n_rows = settings->chosen->len;
  return TRUE;
}

static gboolean
start_progress (CwDocument *self,
                CwConnection *connection,
                const CwExport *settings,
                GError **error)
{
  guint64 n_rows;

  if (settings->progress == NULL)
    return TRUE;
  if (!_cw_export_count (self, connection, settings, &n_rows, error))
    return FALSE;

  cw_progress_set_total (settings->progress, n_rows);

  return TRUE;
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
  CwConcordanceHead head;
  g_autoptr (CwConcordanceWriter) writer = NULL;
  Rows rows;

  _cw_export_get_head (self, settings, cancellable, &head);
  writer = _cw_export_open_writer (settings, &head, stream, metadata);
  rows = (Rows){ writer, settings->progress };

  return start_progress (self, connection, settings, error) &&
         _cw_export_read (self, connection, settings, -1, add_row, &rows, cancellable, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
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

/* Does a job of @settings, which are its own: what a file says besides them is found first. */
void
_cw_export_push (CwDocument *self, CwExport *settings, GTask *task, CwWorkerJob job)
{
  CwCoding *coding = cw_coding_find (self->codings, settings->coding_id);
  GError *error = NULL;

  if (coding != NULL)
    settings->coding = g_strdup (coding->name);
  if (!cw_blind_check_show (self->codings, self->author, settings->coding_id, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  _cw_document_push_to_exporter (self, task, job);
}

static void
push_export (CwDocument *self, CwExport *settings, GFile *file, GOutputStream *stream, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->settings = settings;
  if (file != NULL && settings->metadata_file == NULL)
    settings->metadata_file = cw_export_find_metadata_file (settings, file);
  g_set_object (&job->file, file);
  g_set_object (&job->stream, stream);
  g_task_set_task_data (task, job, job_free);
  _cw_export_push (self, settings, task, export_job);
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
