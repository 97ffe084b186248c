/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/coding-report.h"

#include "store/mapping-search.h"
#include "store/mapping-table.h"
#include "store/settlement-table.h"
#include "workspace/blind.h"
#include "workspace/document-private.h"
#include "workspace/wait.h"

static void
row_free (gpointer data)
{
  CwCodingRow *row = data;

  g_clear_pointer (&row->codings[0], cw_mapping_unref);
  g_clear_pointer (&row->codings[1], cw_mapping_unref);
  g_clear_pointer (&row->agreed, cw_mapping_unref);
  cw_settlement_free (row->settlement);
  g_free (row);
}

/**
 * cw_coding_report_free:
 * @self: (nullable): a report
 */
void
cw_coding_report_free (CwCodingReport *self)
{
  if (self == NULL)
    return;

  cw_coding_comparison_free (self->comparison);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static guint
pair_hash (gconstpointer data)
{
  const CwSettlement *pair = data;

  return g_int64_hash (&pair->item_id) * 31 + g_int64_hash (&pair->other_id);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const CwSettlement *first = a;
  const CwSettlement *second = b;

  return first->item_id == second->item_id && first->other_id == second->other_id;
}

static GHashTable *
load_settlements (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) settlements = cw_settlement_table_load (connection, error);
  GHashTable *table;

  if (settlements == NULL)
    return NULL;

  table = g_hash_table_new_full (pair_hash, pair_equal, (GDestroyNotify) cw_settlement_free, NULL);
  g_ptr_array_set_free_func (settlements, NULL);
  for (guint i = 0; i < settlements->len; i++)
    g_hash_table_add (table, g_ptr_array_index (settlements, i));

  return table;
}

/* The mappings on which the codings differ, by their ids. */
static GHashTable *
load_mappings (CwConnection *connection, const CwCodingComparison *comparison, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) mappings = NULL;
  GHashTable *table;

  for (guint i = 0; i < comparison->disagreements->len; i++)
    {
      const CwDisagreement *found = &g_array_index (comparison->disagreements, CwDisagreement, i);

      g_array_append_val (ids, found->first_id);
      g_array_append_val (ids, found->second_id);
    }
  mappings =
    cw_mapping_search_load (connection, (const gint64 *) (void *) ids->data, ids->len, error);
  if (mappings == NULL)
    return NULL;

  table =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) cw_mapping_unref);
  for (guint i = 0; i < mappings->len; i++)
    {
      CwMapping *mapping = cw_mapping_ref (g_ptr_array_index (mappings, i));

      g_hash_table_insert (table, &mapping->id, mapping);
    }

  return table;
}

/* So that it reads from the item on the left. */
static CwMapping *
turn (CwMapping *mapping, const CwItem *left)
{
  CwMapping *copy;

  if (mapping == NULL)
    return NULL;

  copy = cw_mapping_copy (mapping);
  if (copy->subject_id != left->id)
    cw_mapping_invert (copy);

  return copy;
}

/* A rejected mapping is kept for the record and links nothing. */
static gboolean
find_agreed (CwConnection *connection, CwCodingRow *row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwMapping) mapping =
    cw_mapping_table_find_pair (connection, 0, row->left->id, row->right->id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (mapping != NULL && mapping->status != CW_STATUS_REJECTED)
    row->agreed = turn (mapping, row->left);

  return TRUE;
}

static CwSettlement *
take_settlement (GHashTable *settlements, const CwItem *left, const CwItem *right)
{
  CwSettlement wanted = { .item_id = MIN (left->id, right->id),
                          .other_id = MAX (left->id, right->id) };
  gpointer found = NULL;

  g_hash_table_steal_extended (settlements, &wanted, &found, NULL);

  return found;
}

static gboolean
fill_rows (CwCodingReport *self, CwConnection *connection, GError **error)
{
  const CwCodingComparison *comparison = self->comparison;
  g_autoptr (GHashTable) settlements = load_settlements (connection, error);
  g_autoptr (GHashTable) mappings =
    settlements != NULL ? load_mappings (connection, comparison, error) : NULL;

  if (mappings == NULL)
    return FALSE;

  for (guint i = 0; i < comparison->disagreements->len; i++)
    {
      const CwDisagreement *found = &g_array_index (comparison->disagreements, CwDisagreement, i);
      CwCodingRow *row = g_new0 (CwCodingRow, 1);

      g_ptr_array_add (self->rows, row);
      row->left = found->left;
      row->right = found->right;
      row->codings[0] = turn (g_hash_table_lookup (mappings, &found->first_id), row->left);
      row->codings[1] = turn (g_hash_table_lookup (mappings, &found->second_id), row->left);
      row->settlement = take_settlement (settlements, row->left, row->right);
      self->n_open += row->settlement == NULL;
      if (!find_agreed (connection, row, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  gint64 first_id;
  gint64 second_id;
} Codings;

static void
compare_job (GTask *task, CwConnection *connection)
{
  CwDocument *self = g_task_get_source_object (task);
  const Codings *codings = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GArray) first =
    cw_mapping_table_find_links_of_coding (connection, codings->first_id, &error);
  g_autoptr (GArray) second =
    first != NULL ? cw_mapping_table_find_links_of_coding (connection, codings->second_id, &error)
                  : NULL;
  g_autoptr (CwCodingReport) report = NULL;

  if (second == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  report = g_new0 (CwCodingReport, 1);
  report->lists = g_ptr_array_ref (cw_document_get_lists (self));
  report->comparison = cw_coding_comparison_new (report->lists, first, second);
  report->rows = g_ptr_array_new_with_free_func (row_free);
  if (fill_rows (report, connection, &error))
    g_task_return_pointer (task, g_steal_pointer (&report), (GDestroyNotify) cw_coding_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_compare_codings_async:
 * @self: a document
 * @first_id: a coding
 * @second_id: another
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Compares two codings. Fails with %G_IO_ERROR_PERMISSION_DENIED where the author of the document
 * must not see them yet, see cw_blind_may_show().
 */
void
cw_document_compare_codings_async (CwDocument *self,
                                   gint64 first_id,
                                   gint64 second_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Codings codings = { first_id, second_id };
  GError *error = NULL;

  g_task_set_source_tag (task, cw_document_compare_codings_async);
  if (!cw_blind_check_show (self->codings, self->author, 0, &error) ||
      !cw_blind_check_show (self->codings, self->author, first_id, &error) ||
      !cw_blind_check_show (self->codings, self->author, second_id, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, g_memdup2 (&codings, sizeof codings), g_free);
  cw_worker_push (self->reader, task, compare_job);
}

/**
 * cw_document_compare_codings_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the report, which holds as long as the document; or %NULL with an error
 */
CwCodingReport *
cw_document_compare_codings_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_compare_codings:
 * @self: a document
 * @first_id: a coding
 * @second_id: another
 * @error: return location
 *
 * Like cw_document_compare_codings_async(), but waits.
 *
 * Returns: (transfer full): the report, or %NULL with an error
 */
CwCodingReport *
cw_document_compare_codings (CwDocument *self, gint64 first_id, gint64 second_id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_compare_codings_async (self, first_id, second_id, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_compare_codings_finish (self, result, error);
}
