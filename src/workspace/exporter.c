/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-private.h"
#include "workspace/export-private.h"

/* Exports have a thread and a connection of their own: the longest of them must not keep the window
 * waiting for what it shows. */
static gboolean
ensure_exporter (CwDocument *self, GError **error)
{
  CwConnectionMode mode = self->read_only ? CW_CONNECTION_READ_ONLY : CW_CONNECTION_READER;
  CwConnection *connection;

  /* After closing, the push to an exporter that is not there tells so. */
  if (self->exporter != NULL || self->reader == NULL)
    return TRUE;

  connection = cw_connection_open (self->path, mode, error);
  if (connection == NULL)
    return FALSE;

  self->exporter = cw_worker_new (connection, "exporter");
  cw_worker_set_lists (self->exporter, self->lists);

  return TRUE;
}

/* @task is (transfer full). */
void
_cw_document_push_to_exporter (CwDocument *self, GTask *task, CwWorkerJob job)
{
  GError *error = NULL;

  if (!ensure_exporter (self, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  cw_worker_push (self->exporter, task, job);
}
