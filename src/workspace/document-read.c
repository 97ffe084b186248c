/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-private.h"

#include "store/mapping-table.h"
#include "workspace/wait.h"

typedef struct
{
  gint64 coding_id;
  GArray *left;
  GArray *right;
} Sides;

static void
sides_free (gpointer data)
{
  Sides *sides = data;

  g_array_unref (sides->left);
  g_array_unref (sides->right);
  g_free (sides);
}

static void
find_links_job (GTask *task, CwConnection *connection)
{
  Sides *sides = g_task_get_task_data (task);
  GError *error = NULL;
  GArray *links =
    cw_mapping_table_find_links (connection, sides->coding_id, sides->left, sides->right, &error);

  if (links != NULL)
    g_task_return_pointer (task, links, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_find_links_async:
 * @self: a document
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Finds what is said between the two sides, whichever way round it was made.
 */
void
cw_document_find_links_async (CwDocument *self,
                              gint64 coding_id,
                              GPtrArray *left,
                              GPtrArray *right,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Sides *sides = g_new0 (Sides, 1);

  sides->coding_id = coding_id;
  sides->left = _cw_document_list_ids (left);
  sides->right = _cw_document_list_ids (right);
  g_task_set_source_tag (task, cw_document_find_links_async);
  g_task_set_task_data (task, sides, sides_free);
  cw_worker_push (self->reader, task, find_links_job);
}

/**
 * cw_document_find_links_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwLink): the links, or %NULL with an error
 */
GArray *
cw_document_find_links_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_find_links:
 * @self: a document
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 * @error: return location
 *
 * Like cw_document_find_links_async(), but waits.
 *
 * Returns: (transfer full) (element-type CwLink): the links, or %NULL with an error
 */
GArray *
cw_document_find_links (CwDocument *self,
                        gint64 coding_id,
                        GPtrArray *left,
                        GPtrArray *right,
                        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_find_links_async (self, coding_id, left, right, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_find_links_finish (self, result, error);
}

static void
get_mapping_job (GTask *task, CwConnection *connection)
{
  const gint64 *id = g_task_get_task_data (task);
  GError *error = NULL;
  CwMapping *mapping = cw_mapping_table_get (connection, *id, &error);

  if (mapping != NULL)
    g_task_return_pointer (task, mapping, (GDestroyNotify) cw_mapping_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_get_mapping_async:
 * @self: a document
 * @id: a mapping
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
cw_document_get_mapping_async (CwDocument *self,
                               gint64 id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_get_mapping_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  cw_worker_push (self->reader, task, get_mapping_job);
}

/**
 * cw_document_get_mapping_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the mapping, to be taken as read only; or %NULL with an error
 */
CwMapping *
cw_document_get_mapping_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_get_mapping:
 * @self: a document
 * @id: a mapping
 * @error: return location
 *
 * Like cw_document_get_mapping_async(), but waits.
 *
 * Returns: (transfer full): the mapping, or %NULL with an error
 */
CwMapping *
cw_document_get_mapping (CwDocument *self, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_get_mapping_async (self, id, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_get_mapping_finish (self, result, error);
}

static void
check_job (GTask *task, CwConnection *connection)
{
  GError *error = NULL;

  if (cw_connection_check (connection, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_check:
 * @self: a document
 * @error: return location
 *
 * Reads the whole file again; waits.
 *
 * Returns: whether it is sound
 */
gboolean
cw_document_check (CwDocument *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_worker_push (self->reader, g_task_new (self, NULL, cw_wait_callback, &wait), check_job);
  result = cw_wait_end (&wait);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
save_copy_job (GTask *task, CwConnection *connection)
{
  GError *error = NULL;

  if (cw_connection_save_copy (connection, g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_save_copy_async:
 * @self: a document
 * @path: where the copy goes; an existing file is replaced once the copy is whole
 * @cancellable: (nullable): to give up before it has begun
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes a copy, with all edits asked for so far and the whole journal.
 */
void
cw_document_save_copy_async (CwDocument *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_save_copy_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  cw_worker_push (self->writer != NULL ? self->writer : self->reader, task, save_copy_job);
}

/**
 * cw_document_save_copy_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with an error; what stood at the path before is then as it was
 */
gboolean
cw_document_save_copy_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cw_document_save_copy:
 * @self: a document
 * @path: where the copy goes
 * @error: return location
 *
 * Like cw_document_save_copy_async(), but waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_save_copy (CwDocument *self, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_save_copy_async (self, path, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_save_copy_finish (self, result, error);
}
