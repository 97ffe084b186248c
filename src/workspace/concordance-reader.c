/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/concordance-reader-private.h"

#include "store/mapping-search.h"
#include "store/mapping-table.h"
#include "workspace/document-private.h"
#include "workspace/wait.h"

typedef struct
{
  CwDocument *document;
  CwConcordanceVisitor visitor;
  gpointer user_data;

  /* Where unmapped items are wanted: the items something is said of, and the next item of the left
   * side that was not passed yet. */
  GHashTable *touched;
  GPtrArray *left;
  guint list;
  guint item;
} Walk;

void
_cw_concordance_resolve (CwDocument *document,
                         const CwMapping *mapping,
                         gboolean inverted,
                         CwConcordanceRow *row)
{
  cw_concordance_row_init (row, mapping, cw_document_get_item (document, mapping->subject_id),
                           cw_document_get_item (document, mapping->object_id),
                           cw_document_get_list_by_id (document, mapping->object_list_id),
                           inverted);
}

static gboolean
emit_unmapped (Walk *walk, const CwItem *item, gboolean on_right, GError **error)
{
  CwConcordanceRow row;

  if (g_hash_table_contains (walk->touched, &item->id))
    return TRUE;

  cw_concordance_row_init_unmapped (&row, item, on_right);

  return walk->visitor (&row, walk->user_data, error);
}

/* Emits the unmapped items of the left side up to @until, or all that are left for NULL, so that
 * they stand in the order of their list between the mapped ones. */
static gboolean
catch_up (Walk *walk, const CwItem *until, GError **error)
{
  for (; walk->list < walk->left->len; walk->list++, walk->item = 0)
    {
      CwList *list = g_ptr_array_index (walk->left, walk->list);

      for (; walk->item < cw_list_get_n_items (list); walk->item++)
        {
          const CwItem *item = cw_list_get_item (list, walk->item);

          if (item == until)
            return TRUE;
          if (!emit_unmapped (walk, item, FALSE, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* The connection may be ahead of the lists by an edit that is just being told of. */
gboolean
_cw_concordance_is_known (CwDocument *document, const CwMapping *mapping)
{
  return cw_document_get_item (document, mapping->subject_id) != NULL &&
         (mapping->object_id == 0 || cw_document_get_item (document, mapping->object_id) != NULL) &&
         (mapping->object_list_id == 0 ||
          cw_document_get_list_by_id (document, mapping->object_list_id) != NULL);
}

static gboolean
visit_mapping (const CwMapping *mapping, gboolean inverted, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  CwConcordanceRow row;

  if (!_cw_concordance_is_known (walk->document, mapping))
    return TRUE;

  _cw_concordance_resolve (walk->document, mapping, inverted, &row);
  if (walk->touched != NULL && row.left != NULL && !catch_up (walk, row.left, error))
    return FALSE;

  return walk->visitor (&row, walk->user_data, error);
}

static GHashTable *
find_touched (CwDocument *document,
              CwConnection *connection,
              gint64 coding_id,
              GArray *left_ids,
              GArray *right_ids,
              GError **error)
{
  g_autoptr (GArray) links =
    cw_mapping_table_find_links (connection, coding_id, left_ids, right_ids, error);
  GHashTable *touched;

  if (links == NULL)
    return NULL;

  touched = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);
      const CwItem *subject = cw_document_get_item (document, link->subject_id);
      const CwItem *object = cw_document_get_item (document, link->object_id);

      if (subject != NULL)
        g_hash_table_add (touched, (gpointer) &subject->id);
      if (object != NULL)
        g_hash_table_add (touched, (gpointer) &object->id);
    }

  return touched;
}

/* What stands on both sides was emitted on the left. */
static gboolean
emit_right (Walk *walk, GPtrArray *right, GError **error)
{
  for (guint i = 0; i < right->len; i++)
    {
      CwList *list = g_ptr_array_index (right, i);

      if (g_ptr_array_find (walk->left, list, NULL))
        continue;
      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          if (!emit_unmapped (walk, cw_list_get_item (list, j), TRUE, error))
            return FALSE;
        }
    }

  return TRUE;
}

gboolean
_cw_concordance_read (CwDocument *document,
                      CwConnection *connection,
                      gint64 coding_id,
                      GPtrArray *left,
                      GPtrArray *right,
                      gboolean with_unmapped,
                      CwConcordanceVisitor visitor,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  return _cw_concordance_read_first (document, connection, coding_id, left, right, with_unmapped,
                                     -1, visitor, user_data, cancellable, error);
}

/* At most @limit mappings, -1 for all; the rows of items without one come besides. */
gboolean
_cw_concordance_read_first (CwDocument *document,
                            CwConnection *connection,
                            gint64 coding_id,
                            GPtrArray *left,
                            GPtrArray *right,
                            gboolean with_unmapped,
                            gint64 limit,
                            CwConcordanceVisitor visitor,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GArray) left_ids = _cw_document_list_ids (left);
  g_autoptr (GArray) right_ids = _cw_document_list_ids (right);
  g_autoptr (GHashTable) touched = NULL;
  Walk walk = { document, visitor, user_data, NULL, left, 0, 0 };

  if (with_unmapped)
    {
      touched = find_touched (document, connection, coding_id, left_ids, right_ids, error);
      if (touched == NULL)
        return FALSE;
      walk.touched = touched;
    }

  if (!cw_mapping_table_visit_first (connection, coding_id, left_ids, right_ids, limit,
                                     visit_mapping, &walk, cancellable, error))
    return FALSE;

  return !with_unmapped || (catch_up (&walk, NULL, error) && emit_right (&walk, right, error));
}

static guint64
count_open (GPtrArray *lists, GPtrArray *but, GHashTable *touched)
{
  guint64 n = 0;

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      if (but != NULL && g_ptr_array_find (but, list, NULL))
        continue;
      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        n += !g_hash_table_contains (touched, &cw_list_get_item (list, j)->id);
    }

  return n;
}

/* How many rows _cw_concordance_read() visits. */
gboolean
_cw_concordance_count (CwDocument *document,
                       CwConnection *connection,
                       gint64 coding_id,
                       GPtrArray *left,
                       GPtrArray *right,
                       gboolean with_unmapped,
                       guint64 *n_rows,
                       GError **error)
{
  g_autoptr (GArray) left_ids = _cw_document_list_ids (left);
  g_autoptr (GArray) right_ids = _cw_document_list_ids (right);
  g_autoptr (GHashTable) touched = NULL;
  gint64 n_mappings;

  if (!cw_mapping_table_count (connection, coding_id, left_ids, right_ids, &n_mappings, error))
    return FALSE;

  *n_rows = (guint64) n_mappings;
  if (!with_unmapped)
    return TRUE;

  touched = find_touched (document, connection, coding_id, left_ids, right_ids, error);
  if (touched == NULL)
    return FALSE;
  *n_rows += count_open (left, NULL, touched) + count_open (right, left, touched);

  return TRUE;
}

/* As many as are read with one statement. */
#define PAGE 256

static gboolean
read_page (CwDocument *document,
           CwConnection *connection,
           const gint64 *ids,
           guint n_ids,
           CwConcordanceVisitor visitor,
           gpointer user_data,
           GError **error)
{
  g_autoptr (GPtrArray) page = cw_mapping_search_load (connection, ids, n_ids, error);
  g_autoptr (GHashTable) mappings = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (page == NULL)
    return FALSE;

  for (guint i = 0; i < page->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (page, i);

      g_hash_table_insert (mappings, &mapping->id, mapping);
    }
  for (guint i = 0; i < n_ids; i++)
    {
      const CwMapping *mapping = g_hash_table_lookup (mappings, &ids[i]);
      CwConcordanceRow row;

      /* One that was deleted meanwhile. */
      if (mapping == NULL || !_cw_concordance_is_known (document, mapping))
        continue;
      _cw_concordance_resolve (document, mapping, FALSE, &row);
      if (!visitor (&row, user_data, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_cw_concordance_read_chosen (CwDocument *document,
                             CwConnection *connection,
                             GArray *mapping_ids,
                             CwConcordanceVisitor visitor,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error)
{
  for (guint i = 0; i < mapping_ids->len; i += PAGE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !read_page (document, connection, &g_array_index (mapping_ids, gint64, i),
                      MIN (PAGE, mapping_ids->len - i), visitor, user_data, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  gint64 coding_id;
  GPtrArray *left;
  GPtrArray *right;
  gboolean with_unmapped;
  CwConcordanceVisitor visitor;
  gpointer user_data;
} Visit;

static void
visit_job (GTask *task, CwConnection *connection)
{
  Visit *visit = g_task_get_task_data (task);
  GError *error = NULL;

  if (_cw_concordance_read (g_task_get_source_object (task), connection, visit->coding_id,
                            visit->left, visit->right, visit->with_unmapped, visit->visitor,
                            visit->user_data, g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cw_document_visit_rows:
 * @self: a document
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 * @with_unmapped: whether items of which nothing is said get a row too
 * @visitor: (scope call): called for each row, in another thread
 * @user_data: for @visitor
 * @error: return location
 *
 * Reads the table that a person sees: in the order of the left side, the strongest relation of an
 * item first, then what stands on the right only. Waits.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_document_visit_rows (CwDocument *self,
                        gint64 coding_id,
                        GPtrArray *left,
                        GPtrArray *right,
                        gboolean with_unmapped,
                        CwConcordanceVisitor visitor,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Visit visit = { coding_id, left, right, with_unmapped, visitor, user_data };
  GTask *task;
  CwWait wait;

  cw_wait_begin (&wait);
  task = g_task_new (self, NULL, cw_wait_callback, &wait);
  g_task_set_task_data (task, &visit, NULL);
  cw_worker_push (self->reader, task, visit_job);
  result = cw_wait_end (&wait);

  return g_task_propagate_boolean (G_TASK (result), error);
}
