/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"
#include "workspace/list-set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwWorker:
 *
 * A thread with a connection of its own and a queue of jobs, done one after the other.
 */
typedef struct _CwWorker CwWorker;

/**
 * CwWorkerJob:
 * @task: the job's task, to be returned from; its cancellable is checked before the job begins
 * @connection: the worker's connection
 *
 * Runs in the worker's thread.
 */
typedef void (*CwWorkerJob) (GTask *task, CwConnection *connection);

CwWorker *cw_worker_new (CwConnection *connection, const char *name);
void cw_worker_stop (CwWorker *self);
void cw_worker_set_lists (CwWorker *self, CwListSet *lists);
CwListSet *cw_worker_get_job_lists (void);
void cw_worker_push (CwWorker *self, GTask *task, CwWorkerJob job);
guint64 cw_worker_get_n_statements (CwWorker *self);

G_END_DECLS
