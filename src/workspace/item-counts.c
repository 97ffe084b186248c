/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/item-counts.h"

#include "store/item-mappings.h"
#include "workspace/document-private.h"
#include "workspace/wait.h"

/* What would be lost, so that it can be said first. */

typedef struct
{
  GArray *ids;
  gint64 list_id;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->ids);
  g_free (question);
}

static void
count_job (GTask *task, CwConnection *connection)
{
  Question *question = g_task_get_task_data (task);
  CwMappingCounts *counts = g_new0 (CwMappingCounts, 1);
  GError *error = NULL;

  if (cw_item_mappings_count (connection, question->ids, question->list_id, counts, &error))
    {
      g_task_return_pointer (task, counts, g_free);
      return;
    }

  g_free (counts);
  g_task_return_error (task, error);
}

/* With all below it, once. */
static void
add_item (GHashTable *seen, GArray *ids, const CwItem *item)
{
  for (guint i = item->index; i <= item->index + item->n_descendants; i++)
    {
      const CwItem *below = cw_list_get_item (item->list, i);

      if (g_hash_table_add (seen, (gpointer) below))
        g_array_append_val (ids, below->id);
    }
}

/**
 * cw_document_count_mappings_async:
 * @self: a document
 * @items: (nullable) (element-type CwItem): items; those below them count too
 * @list: (nullable): a list, of which all items count and the absences in it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Counts the mappings that would go if the items, or the list, went. Codings count too.
 */
void
cw_document_count_mappings_async (CwDocument *self,
                                  GPtrArray *items,
                                  CwList *list,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  question->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_item (seen, question->ids, g_ptr_array_index (items, i));
  for (guint i = 0; list != NULL && i < cw_list_get_n_items (list); i++)
    add_item (seen, question->ids, cw_list_get_item (list, i));
  question->list_id = list != NULL ? cw_list_get_id (list) : 0;
  g_task_set_source_tag (task, cw_document_count_mappings_async);
  g_task_set_task_data (task, question, question_free);
  cw_worker_push (self->reader, task, count_job);
}

/**
 * cw_document_count_own_mappings_async:
 * @self: a document
 * @item: an item
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Counts the mappings of the item itself; to be finished with cw_document_count_mappings_finish().
 */
void
cw_document_count_own_mappings_async (CwDocument *self,
                                      const CwItem *item,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (question->ids, item->id);
  g_task_set_source_tag (task, cw_document_count_own_mappings_async);
  g_task_set_task_data (task, question, question_free);
  cw_worker_push (self->reader, task, count_job);
}

/**
 * cw_document_count_mappings_finish:
 * @self: a document
 * @result: the result
 * @counts: (out caller-allocates): how many
 * @error: return location
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_count_mappings_finish (CwDocument *self,
                                   GAsyncResult *result,
                                   CwMappingCounts *counts,
                                   GError **error)
{
  g_autofree CwMappingCounts *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return FALSE;
  *counts = *found;

  return TRUE;
}

/**
 * cw_document_count_mappings:
 * @self: a document
 * @items: (nullable) (element-type CwItem): items
 * @list: (nullable): a list
 * @counts: (out caller-allocates): how many
 * @error: return location
 *
 * Like cw_document_count_mappings_async(), but waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_count_mappings (CwDocument *self,
                            GPtrArray *items,
                            CwList *list,
                            CwMappingCounts *counts,
                            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_count_mappings_async (self, items, list, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_count_mappings_finish (self, result, counts, error);
}
