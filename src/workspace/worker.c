/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/worker.h"

#include <glib/gi18n-lib.h>

struct _CwWorker
{
  CwConnection *connection;
  GAsyncQueue *queue;
  GThread *thread;
  CwListSet *lists;    /* for jobs that are asked for from now on */
  gboolean left_alone; /* stopped from its own thread, which nobody waits for */
};

typedef struct
{
  GTask *task; /* NULL ends the thread */
  CwWorkerJob job;
  CwListSet *lists;
} Entry;

/* The lists that the job of this thread sees. */
static GPrivate job_lists;

static void
worker_free (CwWorker *self)
{
  g_async_queue_unref (self->queue);
  cw_connection_close (self->connection);
  cw_list_set_unref (self->lists);
  g_free (self);
}

static gpointer
worker_thread (gpointer data)
{
  CwWorker *self = data;

  while (TRUE)
    {
      g_autofree Entry *entry = g_async_queue_pop (self->queue);

      if (entry->task == NULL)
        {
          cw_list_set_unref (entry->lists);
          if (self->left_alone)
            worker_free (self);
          return NULL;
        }

      g_private_set (&job_lists, entry->lists);
      if (!g_task_return_error_if_cancelled (entry->task))
        entry->job (entry->task, self->connection);
      g_private_set (&job_lists, NULL);
      cw_list_set_unref (entry->lists);
      g_object_unref (entry->task);
    }
}

/**
 * cw_worker_new:
 * @connection: (transfer full): the connection, which from now on belongs to the thread
 * @name: the thread's name, for debuggers
 *
 * Returns: (transfer full): a worker
 */
CwWorker *
cw_worker_new (CwConnection *connection, const char *name)
{
  CwWorker *self = g_new0 (CwWorker, 1);

  self->connection = connection;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, worker_thread, self);

  return self;
}

static void
push_entry (CwWorker *self, GTask *task, CwWorkerJob job)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->task = task;
  entry->job = job;
  entry->lists = self->lists != NULL ? cw_list_set_ref (self->lists) : NULL;
  g_async_queue_push (self->queue, entry);
}

/**
 * cw_worker_stop:
 * @self: (nullable) (transfer full): a worker
 *
 * Waits until all jobs are done, then closes the connection.
 */
void
cw_worker_stop (CwWorker *self)
{
  if (self == NULL)
    return;

  push_entry (self, NULL, NULL);

  /* A job's task may hold the last reference to the document, and a thread cannot wait for itself.
   * There can be no further job then: it would hold a reference too. */
  if (g_thread_self () == self->thread)
    {
      g_clear_pointer (&self->connection, cw_connection_close);
      g_thread_unref (self->thread);
      self->left_alone = TRUE;
      return;
    }

  g_thread_join (self->thread);
  worker_free (self);
}

/**
 * cw_worker_set_lists:
 * @self: (nullable): a worker
 * @lists: the document's lists from now on
 *
 * Jobs that were asked for before go on with the lists as they were then.
 */
void
cw_worker_set_lists (CwWorker *self, CwListSet *lists)
{
  if (self == NULL)
    return;

  cw_list_set_unref (self->lists);
  self->lists = cw_list_set_ref (lists);
}

/**
 * cw_worker_get_job_lists:
 *
 * Returns: (transfer none) (nullable): the lists as they stood when the job was asked for that this
 *   thread is at; %NULL outside of jobs
 */
CwListSet *
cw_worker_get_job_lists (void)
{
  return g_private_get (&job_lists);
}

/**
 * cw_worker_push:
 * @self: (nullable): a worker; %NULL where the document is closed, and the task fails
 * @task: (transfer full): the task that the job returns from
 * @job: what to do
 */
void
cw_worker_push (CwWorker *self, GTask *task, CwWorkerJob job)
{
  if (self == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The document is closed"));
      g_object_unref (task);
      return;
    }

  push_entry (self, task, job);
}

/**
 * cw_worker_get_n_statements:
 * @self: a worker with nothing to do
 *
 * Returns: how many statements its connection has prepared, for tests that count
 */
guint64
cw_worker_get_n_statements (CwWorker *self)
{
  return cw_connection_get_n_statements (self->connection);
}
