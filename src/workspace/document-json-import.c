/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-json.h"

#include "formats/document-json.h"
#include "store/document-content.h"
#include "store/mapping-table.h"
#include "workspace/finding-names.h"

/* How many mappings are written at once. */
#define BATCH 256

typedef struct
{
  CwDocumentJsonReader *reader;
  CwDocumentContent *content;
  CwConnection *connection;
  GPtrArray *batch; /* CwMapping */
  GCancellable *cancellable;
} Import;

static gboolean
flush (Import *self, GError **error)
{
  if (!cw_mapping_table_insert_all (self->connection, self->batch, error))
    return FALSE;

  g_ptr_array_set_size (self->batch, 0);

  return TRUE;
}

static gboolean
take_mapping (CwMapping *mapping, gpointer user_data, GError **error)
{
  Import *self = user_data;

  g_ptr_array_add (self->batch, cw_mapping_ref (mapping));

  return self->batch->len < BATCH || flush (self, error);
}

static gboolean
fill (CwConnection *connection, gpointer user_data, GError **error)
{
  Import *self = user_data;

  self->connection = connection;

  return cw_document_content_insert (connection, self->content, error) &&
         cw_document_json_reader_read_rest (self->reader, self->content, error) &&
         cw_document_json_reader_visit (self->reader, self->content, take_mapping, self,
                                        self->cancellable, error) &&
         flush (self, error) &&
         cw_finding_names_read (connection, self->content, self->cancellable, error) &&
         cw_document_content_insert_rest (connection, self->content, error);
}

/**
 * cw_document_import_json_bytes:
 * @json: the text of a file that cw_document_export_json() wrote
 * @name: the file's name, for messages
 * @path: where the new document goes
 * @manner: whether it may take the place of a file
 * @title: (nullable): what the document is to be called; %NULL for what the file says
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a document of the content of another, which has no history yet. Exported again it gives the
 * same bytes.
 *
 * Returns: %FALSE with an error that names the place in the file; what stood at @path before is then
 *   as it was
 */
gboolean
cw_document_import_json_bytes (GBytes *json,
                               const char *name,
                               const char *path,
                               CwJsonImport manner,
                               const char *title,
                               GCancellable *cancellable,
                               GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (json, &length);
  g_autoptr (CwDocumentJsonReader) reader = cw_document_json_reader_new (data, length, name, error);
  g_autoptr (CwDocumentContent) content =
    reader != NULL ? cw_document_json_reader_read (reader, error) : NULL;
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  Import import = { reader, content, NULL, batch, cancellable };

  if (content == NULL)
    return FALSE;
  if (title != NULL)
    {
      g_free (content->title);
      content->title = g_strdup (title);
    }

  return manner == CW_JSON_IMPORT_NEW
           ? cw_connection_create_new_document (path, fill, &import, error)
           : cw_connection_create_document (path, fill, &import, error);
}

/**
 * cw_document_import_json:
 * @json: a file that cw_document_export_json() wrote
 * @path: where the new document goes
 * @manner: whether it may take the place of a file
 * @title: (nullable): what the document is to be called; %NULL for what the file says
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Like cw_document_import_json_bytes(), of a file.
 *
 * Returns: %FALSE with an error; what stood at @path before is then as it was
 */
gboolean
cw_document_import_json (GFile *json,
                         const char *path,
                         CwJsonImport manner,
                         const char *title,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (json, cancellable, NULL, error);
  g_autofree char *name = g_file_get_parse_name (json);

  return bytes != NULL &&
         cw_document_import_json_bytes (bytes, name, path, manner, title, cancellable, error);
}

typedef struct
{
  GFile *json;
  char *path;
  CwJsonImport manner;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->json);
  g_free (job->path);
  g_free (job);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;

  if (cw_document_import_json (job->json, job->path, job->manner, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_import_json_async:
 * @json: a file that cw_document_export_json() wrote
 * @path: where the new document goes
 * @manner: whether it may take the place of a file
 * @cancellable: (nullable): to give up
 * @callback: called when the document is there
 * @user_data: for @callback
 *
 * Like cw_document_import_json(), in a thread of its own.
 */
void
cw_document_import_json_async (GFile *json,
                               const char *path,
                               CwJsonImport manner,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->json = g_object_ref (json);
  job->path = g_strdup (path);
  job->manner = manner;
  g_task_set_source_tag (task, cw_document_import_json_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * cw_document_import_json_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with an error; what stood there before is then as it was
 */
gboolean
cw_document_import_json_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
