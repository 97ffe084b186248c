/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-json.h"

#include "formats/document-json.h"
#include "store/document-content.h"
#include "store/mapping-order.h"
#include "workspace/blind.h"
#include "workspace/document-private.h"
#include "workspace/finding-names.h"
#include "workspace/replace-file.h"
#include "workspace/wait.h"

#include <glib/gi18n-lib.h>

/* An export to a file or to a stream, whichever is set. */
typedef struct
{
  char *author;
  GFile *file;
  GOutputStream *stream;
  CwConnection *connection; /* once it runs */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->author);
  g_clear_object (&job->file);
  g_clear_object (&job->stream);
  g_free (job);
}

/* What claims to be everything is never less: where anything may not be seen, nothing is written. */
static gboolean
check_may_see (const CwDocumentContent *content, const char *author, GError **error)
{
  gboolean may = cw_blind_check_show (content->codings, author, 0, error);

  for (guint i = 0; may && i < content->codings->len; i++)
    {
      const CwCoding *coding = g_ptr_array_index (content->codings, i);

      may = cw_blind_check_show (content->codings, author, coding->id, error);
    }
  if (!may)
    /* Translators: the reason follows */
    g_prefix_error (error, "%s: ", _ ("The whole document cannot be exported yet"));

  return may;
}

static gboolean
add_mapping (const CwMapping *mapping, gpointer user_data, GError **error)
{
  return cw_document_json_writer_add (user_data, mapping, error);
}

static gboolean
write_held (const Job *job, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (CwDocumentContent) content = cw_document_content_load (job->connection, error);
  g_autoptr (CwDocumentJsonWriter) writer = NULL;

  if (content == NULL || !check_may_see (content, job->author, error) ||
      !cw_finding_names_write (job->connection, content, cancellable, error))
    return FALSE;

  writer = cw_document_json_writer_new (content, stream, cancellable);

  return cw_document_json_writer_begin (writer, error) &&
         cw_mapping_order_visit (job->connection, add_mapping, writer, cancellable, error) &&
         cw_document_json_writer_finish (writer, error);
}

static gboolean
write_document (GOutputStream *stream,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  const Job *job = user_data;
  gboolean written;

  if (!cw_connection_hold (job->connection, error))
    return FALSE;

  written = write_held (job, stream, cancellable, error);
  cw_connection_release (job->connection);

  return written;
}

static void
export_job (GTask *task, CwConnection *connection)
{
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gboolean written;

  job->connection = connection;
  written = job->file != NULL
              ? cw_replace_file (job->file, write_document, job, cancellable, &error)
              : write_document (job->stream, job, cancellable, &error);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
push_export (CwDocument *self, GFile *file, GOutputStream *stream, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->author = g_strdup (self->author);
  g_set_object (&job->file, file);
  g_set_object (&job->stream, stream);
  g_task_set_task_data (task, job, job_free);
  cw_worker_push (self->reader, task, export_job);
}

/**
 * cw_document_export_json_async:
 * @self: a document
 * @file: where; an existing file is replaced once the new one is whole
 * @cancellable: (nullable): to give up
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes all that the document holds but its history, in a form that is the same as long as the
 * content is. Fails with %G_IO_ERROR_PERMISSION_DENIED where there is anything that the document's
 * author must not see, see cw_blind_may_show().
 */
void
cw_document_export_json_async (CwDocument *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_export_json_async);
  push_export (self, file, NULL, task);
}

/**
 * cw_document_export_json_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with an error; what stood there before is then as it was
 */
gboolean
cw_document_export_json_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cw_document_export_json:
 * @self: a document
 * @file: where
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Like cw_document_export_json_async(), but waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_export_json (CwDocument *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_export_json_async (self, file, cancellable, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_export_json_finish (self, result, error);
}

/**
 * cw_document_export_json_to_stream:
 * @self: a document
 * @stream: where; it is not closed
 * @error: return location
 *
 * Writes to standard output or into memory. Waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_export_json_to_stream (CwDocument *self, GOutputStream *stream, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  push_export (self, NULL, stream, g_task_new (self, NULL, cw_wait_callback, &wait));
  result = cw_wait_end (&wait);

  return g_task_propagate_boolean (G_TASK (result), error);
}
