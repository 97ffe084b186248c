/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-private.h"
#include "workspace/export-private.h"

/* Exports have a thread and a connection of their own: the longest of them must not keep the window
 * waiting for what it shows. A file that has lost its name, as crosswalkctl makes one of the starter
 * mapping, cannot be opened again; its reader has nothing else to do. */
static CwWorker *
find_exporter (CwDocument *self)
{
  CwConnection *connection;

  if (self->exporter != NULL || self->reader == NULL)
    return self->exporter;

  connection = _cw_document_open_connection (self, NULL);
  if (connection == NULL)
    return self->reader;

  self->exporter = cw_worker_new (connection, "exporter");
  cw_worker_set_lists (self->exporter, self->lists);

  return self->exporter;
}

/* @task is (transfer full). After closing there is no exporter, and the task fails. */
void
_cw_document_push_to_exporter (CwDocument *self, GTask *task, CwWorkerJob job)
{
  cw_worker_push (find_exporter (self), task, job);
}
