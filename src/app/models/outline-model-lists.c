/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/outline-model-private.h"

/* How the rows of an outline come from lists. */

static void
add_node (CwOutlineModel *self,
          GHashTable *kept,
          CwList *list,
          const CwItem *item,
          guint depth,
          int parent,
          guint n_descendants)
{
  CwOutlineNode node = { 0 };

  const CwOutlineNode *old = NULL;
  gint64 key = item != NULL ? item->id : -cw_list_get_id (list);

  if (kept != NULL)
    old = g_hash_table_lookup (kept, &key);
  node.row = old != NULL ? g_object_ref (old->row)
                         : cw_outline_row_new (list, item, depth, n_descendants > 0);
  if (old != NULL)
    cw_outline_row_renew (node.row, list, item, depth, n_descendants > 0);
  node.n_descendants = n_descendants;
  node.parent = parent;
  node.position = CW_OUTLINE_NOWHERE;
  node.expanded = old == NULL || old->expanded;
  node.filter_folded = old != NULL && old->filter_folded;
  g_array_append_val (self->nodes, node);

  if (item != NULL)
    g_hash_table_insert (self->by_item, (gpointer) &item->id, GUINT_TO_POINTER (self->nodes->len));
}

static void
add_list (CwOutlineModel *self, GHashTable *kept, CwList *list, gboolean with_heading)
{
  guint n_items = cw_list_get_n_items (list);
  guint base;

  if (with_heading)
    add_node (self, kept, list, NULL, 0, -1, n_items);

  base = self->nodes->len;
  for (guint i = 0; i < n_items; i++)
    {
      const CwItem *item = cw_list_get_item (list, i);
      int top = with_heading ? (int) base - 1 : -1;
      int parent = item->parent != NULL ? (int) (base + item->parent->index) : top;

      add_node (self, kept, list, item, item->depth + (with_heading ? 1 : 0), parent,
                item->n_descendants);
    }
}

static void
add_lists (CwOutlineModel *self, GHashTable *kept, GPtrArray *lists)
{
  G_GNUC_UNUSED g_autoptr (GPtrArray) old = self->lists;

  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      g_ptr_array_add (self->lists, g_object_ref (list));
      add_list (self, kept, list, lists->len > 1);
    }
  cw_outline_filter_forget (self->filter);
}

/**
 * cw_outline_model_set_lists:
 * @self: a model
 * @lists: (element-type CwList): the lists, one after the other
 *
 * Shows other lists, unfolded to their items. Filters stay.
 */
void
cw_outline_model_set_lists (CwOutlineModel *self, GPtrArray *lists)
{
  guint n_old = self->visible->len;

  g_array_set_size (self->visible, 0);
  g_array_set_size (self->marked, 0);
  g_hash_table_remove_all (self->by_item);
  if (n_old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);
  g_array_unref (self->nodes);
  self->nodes = _cw_outline_model_new_nodes ();

  add_lists (self, NULL, lists);
  cw_outline_model_set_filter (self, NULL);
}

/* The old nodes by what they show: an item's id, or minus a list's for its heading. */
static GHashTable *
index_nodes (GArray *nodes)
{
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      CwOutlineNode *node = &g_array_index (nodes, CwOutlineNode, i);
      const CwItem *item = cw_outline_row_get_item (node->row);
      gint64 key = item != NULL ? item->id : -cw_list_get_id (cw_outline_row_get_list (node->row));

      g_hash_table_insert (kept, g_memdup2 (&key, sizeof key), node);
    }

  return kept;
}

static CwOutlineRow *
row_at (GArray *nodes, GArray *visible, guint position)
{
  return g_array_index (nodes, CwOutlineNode, g_array_index (visible, guint, position)).row;
}

/* Emits the smallest change between rows before and now. */
static void
emit_changes (CwOutlineModel *self, GArray *old_nodes, GArray *old)
{
  GArray *now = self->visible;
  guint start = 0;
  guint end = 0;

  while (start < old->len && start < now->len &&
         row_at (old_nodes, old, start) == row_at (self->nodes, now, start))
    start++;
  while (end < old->len - start && end < now->len - start &&
         row_at (old_nodes, old, old->len - 1 - end) ==
           row_at (self->nodes, now, now->len - 1 - end))
    end++;

  if (old->len - start - end > 0 || now->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                now->len - start - end);
}

/**
 * cw_outline_model_refresh_lists:
 * @self: a model
 * @lists: (element-type CwList): the same lists after an edit
 *
 * Shows the lists as they are now. What was folded stays so, the row of an item stays the same
 * object, and filters stay.
 */
void
cw_outline_model_refresh_lists (CwOutlineModel *self, GPtrArray *lists)
{
  g_autoptr (GArray) old_nodes = self->nodes;
  g_autoptr (GArray) old_visible = self->visible;
  g_autoptr (GHashTable) kept = index_nodes (old_nodes);

  self->nodes = _cw_outline_model_new_nodes ();
  g_array_set_size (self->marked, 0);
  g_hash_table_remove_all (self->by_item);
  add_lists (self, kept, lists);

  _cw_outline_model_mark_wanted (self);
  self->visible = _cw_outline_model_compute_visible (self);
  for (guint i = 0; i < self->visible->len; i++)
    _cw_outline_model_get_node (self, g_array_index (self->visible, guint, i))->position = i;
  emit_changes (self, old_nodes, old_visible);
}
