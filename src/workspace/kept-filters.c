/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/kept-filters.h"

#include "store/kept-filter-table.h"
#include "workspace/document-private.h"
#include "workspace/edit-private.h"

#include <glib/gi18n-lib.h>

static gboolean
run_keep (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  if (*self->kept->name == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A filter needs a name to be kept"));
      return FALSE;
    }

  return cw_kept_filter_table_keep (connection, self->kept, changed, error);
}

static gboolean
run_drop (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  return cw_kept_filter_table_delete (connection, self->kept->name, changed, error);
}

/**
 * cw_edit_new_keep_filter:
 * @name: what it is called; one of that name is replaced
 * @filter: which mappings it shows; copied
 *
 * Keeps a filter of the table in the document. Without a name it fails with
 * %G_IO_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_keep_filter (const char *name, const CwMappingFilter *filter)
{
  CwEdit *self = _cw_edit_new (run_keep, cw_step_new (CW_STEP_KEEP_FILTER, NULL, NULL, 0));
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  self->kept = cw_kept_filter_new (stripped, filter);

  return self;
}

/**
 * cw_edit_new_drop_filter:
 * @name: a filter that was kept; nothing happens where there is none
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_drop_filter (const char *name)
{
  CwEdit *self = _cw_edit_new (run_drop, cw_step_new (CW_STEP_DROP_FILTER, NULL, NULL, 0));
  g_autoptr (CwMappingFilter) none = cw_mapping_filter_new ();

  self->kept = cw_kept_filter_new (name, none);

  return self;
}

static void
load_job (GTask *task, CwConnection *connection)
{
  GError *error = NULL;
  GPtrArray *kept = cw_kept_filter_table_load (connection, &error);

  if (kept != NULL)
    g_task_return_pointer (task, kept, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_load_filters_async:
 * @self: a document
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads the filters that were kept.
 */
void
cw_document_load_filters_async (CwDocument *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_load_filters_async);
  cw_worker_push (self->reader, task, load_job);
}

/**
 * cw_document_load_filters_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwKeptFilter): the filters, by name; or %NULL with an error
 */
GPtrArray *
cw_document_load_filters_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
