/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/starter-open.h"

#include "workspace/starter.h"

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *path = task_data;
  GError *error = NULL;
  CwDocument *document =
    cw_starter_ensure_default (path, &error) ? cw_document_open (path, FALSE, &error) : NULL;

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_starter_open_default_async:
 * @callback: called when the document is open, or could not be made or opened
 * @user_data: for @callback
 *
 * Opens the user's own document, which is made where there is none yet, in a thread of its own.
 */
void
cw_starter_open_default_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, cw_starter_open_default_async);
  g_task_set_task_data (task, cw_starter_get_default_path (), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * cw_starter_open_default_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the document, or %NULL with an error
 */
CwDocument *
cw_starter_open_default_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
