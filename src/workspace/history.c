/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/history.h"

#include "store/history.h"
#include "workspace/document-private.h"
#include "workspace/wait.h"

/* What is asked of the journal; which of it counts depends on the question. */
typedef struct
{
  char *author;
  GArray *ids; /* gint64 */
  gint64 id;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->author);
  g_clear_pointer (&question->ids, g_array_unref);
  g_free (question);
}

/**
 * cw_step_changes_free:
 * @self: (nullable): what a step did
 */
void
cw_step_changes_free (CwStepChanges *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

static GTask *
make_task (CwDocument *self,
           Question **question,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  *question = g_new0 (Question, 1);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, *question, question_free);

  return task;
}

static void
answer (GTask *task, gpointer value, GDestroyNotify destroy, GError *error)
{
  if (value != NULL)
    g_task_return_pointer (task, value, destroy);
  else
    g_task_return_error (task, error);
}

static void
find_job (GTask *task, CwConnection *connection)
{
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  GArray *keys = cw_history_find (connection, question->author, &error);

  answer (task, keys, (GDestroyNotify) g_array_unref, error);
}

/**
 * cw_document_find_steps_async:
 * @self: a document
 * @author: (nullable): only the steps of one author
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Finds the steps of the journal.
 */
void
cw_document_find_steps_async (CwDocument *self,
                              const char *author,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Question *question;
  GTask *task =
    make_task (self, &question, cw_document_find_steps_async, cancellable, callback, user_data);

  question->author = g_strdup (author);
  cw_worker_push (self->reader, task, find_job);
}

/**
 * cw_document_find_steps_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwHistoryKey): the steps, the newest first; or %NULL with
 *   an error
 */
GArray *
cw_document_find_steps_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_find_steps:
 * @self: a document
 * @author: (nullable): only the steps of one author
 * @error: return location
 *
 * Like cw_document_find_steps_async(), but waits.
 *
 * Returns: (transfer full) (element-type CwHistoryKey): the steps, or %NULL with an error
 */
GArray *
cw_document_find_steps (CwDocument *self, const char *author, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_find_steps_async (self, author, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_find_steps_finish (self, result, error);
}

static void
find_authors_job (GTask *task, CwConnection *connection)
{
  GError *error = NULL;
  GPtrArray *authors = cw_history_find_authors (connection, &error);

  answer (task, authors, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * cw_document_find_step_authors_async:
 * @self: a document
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Finds who made a step of the journal.
 */
void
cw_document_find_step_authors_async (CwDocument *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Question *question;

  cw_worker_push (self->reader,
                  make_task (self, &question, cw_document_find_step_authors_async, cancellable,
                             callback, user_data),
                  find_authors_job);
}

/**
 * cw_document_find_step_authors_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the authors, by name; or %NULL with an error
 */
GPtrArray *
cw_document_find_step_authors_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_job (GTask *task, CwConnection *connection)
{
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *steps = cw_history_load (connection, (const gint64 *) (void *) question->ids->data,
                                      question->ids->len, &error);

  answer (task, steps, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * cw_document_load_steps_async:
 * @self: a document
 * @ids: (array length=n_ids): steps
 * @n_ids: how many
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads a page of the history.
 */
void
cw_document_load_steps_async (CwDocument *self,
                              const gint64 *ids,
                              guint n_ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Question *question;
  GTask *task =
    make_task (self, &question, cw_document_load_steps_async, cancellable, callback, user_data);

  question->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (question->ids, ids, n_ids);
  cw_worker_push (self->reader, task, load_job);
}

/**
 * cw_document_load_steps_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwHistoryStep): those of the steps that are there, the
 *   newest first; or %NULL with an error
 */
GPtrArray *
cw_document_load_steps_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_load_steps:
 * @self: a document
 * @ids: (array length=n_ids): steps
 * @n_ids: how many
 * @error: return location
 *
 * Like cw_document_load_steps_async(), but waits.
 *
 * Returns: (transfer full) (element-type CwHistoryStep): the steps, or %NULL with an error
 */
GPtrArray *
cw_document_load_steps (CwDocument *self, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_load_steps_async (self, ids, n_ids, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_load_steps_finish (self, result, error);
}

static void
load_changes_job (GTask *task, CwConnection *connection)
{
  Question *question = g_task_get_task_data (task);
  g_autoptr (CwStepChanges) changes = g_new0 (CwStepChanges, 1);
  GError *error = NULL;

  changes->changes = cw_history_load_changes (connection, question->id, question->limit,
                                              &changes->n_changes, &error);
  if (changes->changes == NULL ||
      !cw_history_count_from (connection, question->id, &changes->n_to_go_back, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&changes), (GDestroyNotify) cw_step_changes_free);
}

/**
 * cw_document_load_step_changes_async:
 * @self: a document
 * @step_id: a step
 * @limit: how many changes to read at most
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads what a step did to mappings, before and after.
 */
void
cw_document_load_step_changes_async (CwDocument *self,
                                     gint64 step_id,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Question *question;
  GTask *task = make_task (self, &question, cw_document_load_step_changes_async, cancellable,
                           callback, user_data);

  question->id = step_id;
  question->limit = limit;
  cw_worker_push (self->reader, task, load_changes_job);
}

/**
 * cw_document_load_step_changes_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what the step did, or %NULL with an error
 */
CwStepChanges *
cw_document_load_step_changes_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_load_step_changes:
 * @self: a document
 * @step_id: a step
 * @limit: how many changes to read at most
 * @error: return location
 *
 * Like cw_document_load_step_changes_async(), but waits.
 *
 * Returns: (transfer full): what the step did, or %NULL with an error
 */
CwStepChanges *
cw_document_load_step_changes (CwDocument *self, gint64 step_id, guint limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_load_step_changes_async (self, step_id, limit, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_load_step_changes_finish (self, result, error);
}

/* The changes of a mapping, and the steps that made them. */
typedef struct
{
  GPtrArray *changes;
  GPtrArray *steps;
} MappingHistory;

static void
mapping_history_free (gpointer data)
{
  MappingHistory *history = data;

  g_clear_pointer (&history->changes, g_ptr_array_unref);
  g_clear_pointer (&history->steps, g_ptr_array_unref);
  g_free (history);
}

static void
load_mapping_history_job (GTask *task, CwConnection *connection)
{
  Question *question = g_task_get_task_data (task);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MappingHistory *history = g_new0 (MappingHistory, 1);
  GError *error = NULL;

  history->changes =
    cw_history_load_changes_of (connection, question->id, 0, question->limit, &error);
  for (guint i = 0; history->changes != NULL && i < history->changes->len; i++)
    {
      const CwMappingChange *change = g_ptr_array_index (history->changes, i);

      g_array_append_val (ids, change->step_id);
    }
  if (history->changes != NULL)
    history->steps =
      cw_history_load (connection, (const gint64 *) (void *) ids->data, ids->len, &error);
  if (history->steps != NULL)
    {
      g_task_return_pointer (task, history, mapping_history_free);
      return;
    }

  mapping_history_free (history);
  g_task_return_error (task, error);
}

/**
 * cw_document_load_mapping_history_async:
 * @self: a document
 * @mapping_id: a mapping
 * @limit: how many changes to read at most
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads what was done to a mapping, before and after, by whom and when.
 */
void
cw_document_load_mapping_history_async (CwDocument *self,
                                        gint64 mapping_id,
                                        guint limit,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  Question *question;
  GTask *task = make_task (self, &question, cw_document_load_mapping_history_async, cancellable,
                           callback, user_data);

  question->id = mapping_id;
  question->limit = limit;
  cw_worker_push (self->reader, task, load_mapping_history_job);
}

/**
 * cw_document_load_mapping_history_finish:
 * @self: a document
 * @result: the result
 * @steps: (out) (transfer full) (element-type CwHistoryStep): for each change the step that made
 *   it, in the same order
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwMappingChange): the changes, the newest first; or %NULL
 *   with an error
 */
GPtrArray *
cw_document_load_mapping_history_finish (CwDocument *self,
                                         GAsyncResult *result,
                                         GPtrArray **steps,
                                         GError **error)
{
  MappingHistory *history;
  GPtrArray *changes;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  history = g_task_propagate_pointer (G_TASK (result), error);
  if (history == NULL)
    return NULL;

  changes = g_steal_pointer (&history->changes);
  *steps = g_steal_pointer (&history->steps);
  mapping_history_free (history);

  return changes;
}
