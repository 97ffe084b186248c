/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/outline-model-private.h"

static GType
cw_outline_model_get_item_type (GListModel *model)
{
  return CW_TYPE_OUTLINE_ROW;
}

static guint
cw_outline_model_get_n_items (GListModel *model)
{
  return CW_OUTLINE_MODEL (model)->visible->len;
}

CwOutlineNode *
_cw_outline_model_get_node (CwOutlineModel *self, guint index)
{
  return &g_array_index (self->nodes, CwOutlineNode, index);
}

static gpointer
cw_outline_model_get_item (GListModel *model, guint position)
{
  CwOutlineModel *self = CW_OUTLINE_MODEL (model);

  if (position >= self->visible->len)
    return NULL;

  return g_object_ref (
    _cw_outline_model_get_node (self, g_array_index (self->visible, guint, position))->row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cw_outline_model_get_item_type;
  iface->get_n_items = cw_outline_model_get_n_items;
  iface->get_item = cw_outline_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwOutlineModel,
                               cw_outline_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
node_clear (gpointer data)
{
  CwOutlineNode *node = data;

  g_clear_object (&node->row);
}

static void
cw_outline_model_finalize (GObject *object)
{
  CwOutlineModel *self = CW_OUTLINE_MODEL (object);

  g_ptr_array_unref (self->lists);
  g_array_unref (self->nodes);
  g_hash_table_unref (self->by_item);
  g_array_unref (self->visible);
  g_array_unref (self->marked);
  cw_outline_filter_free (self->filter);

  G_OBJECT_CLASS (cw_outline_model_parent_class)->finalize (object);
}

static void
cw_outline_model_class_init (CwOutlineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_outline_model_finalize;
}

GArray *
_cw_outline_model_new_nodes (void)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (CwOutlineNode));

  g_array_set_clear_func (nodes, node_clear);

  return nodes;
}

static void
cw_outline_model_init (CwOutlineModel *self)
{
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->nodes = _cw_outline_model_new_nodes ();
  self->by_item = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  self->filter = cw_outline_filter_new ();
}

/**
 * cw_outline_model_new:
 *
 * Returns: (transfer full): a model without lists
 */
CwOutlineModel *
cw_outline_model_new (void)
{
  return g_object_new (CW_TYPE_OUTLINE_MODEL, NULL);
}

static gboolean
is_open (CwOutlineModel *self, const CwOutlineNode *node)
{
  return cw_outline_filter_is_active (self->filter) ? !node->filter_folded : node->expanded;
}

GArray *
_cw_outline_model_compute_visible (CwOutlineModel *self)
{
  gboolean filtered = cw_outline_filter_is_active (self->filter);
  GArray *visible = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i = 0;

  while (i < self->nodes->len)
    {
      const CwOutlineNode *node = _cw_outline_model_get_node (self, i);

      if (filtered && !node->wanted)
        {
          i += 1 + node->n_descendants;
          continue;
        }
      g_array_append_val (visible, i);
      i += is_open (self, node) ? 1 : 1 + node->n_descendants;
    }

  return visible;
}

/* Emits the smallest change: rows that show before and after at the two ends stay untouched. */
static void
update_visible (CwOutlineModel *self)
{
  g_autoptr (GArray) old = self->visible;
  GArray *now = _cw_outline_model_compute_visible (self);
  guint start = 0;
  guint end = 0;

  while (start < old->len && start < now->len &&
         g_array_index (old, guint, start) == g_array_index (now, guint, start))
    start++;
  while (end < old->len - start && end < now->len - start &&
         g_array_index (old, guint, old->len - 1 - end) ==
           g_array_index (now, guint, now->len - 1 - end))
    end++;

  for (guint i = 0; i < old->len; i++)
    _cw_outline_model_get_node (self, g_array_index (old, guint, i))->position = CW_OUTLINE_NOWHERE;
  for (guint i = 0; i < now->len; i++)
    _cw_outline_model_get_node (self, g_array_index (now, guint, i))->position = i;

  self->visible = now;
  if (old->len - start - end > 0 || now->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                now->len - start - end);
}

static void
update_expanders (CwOutlineModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const CwOutlineNode *node = _cw_outline_model_get_node (self, i);

      cw_outline_row_set_expanded (node->row, node->n_descendants > 0 && is_open (self, node));
    }
}

/**
 * cw_outline_model_get_lists:
 * @self: a model
 *
 * Returns: (transfer none) (element-type CwList): the lists it shows
 */
GPtrArray *
cw_outline_model_get_lists (CwOutlineModel *self)
{
  return self->lists;
}

/* Marks what matches and everything above it, from the end, since children follow parents. */
void
_cw_outline_model_mark_wanted (CwOutlineModel *self)
{
  self->n_matches = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      CwOutlineNode *node = _cw_outline_model_get_node (self, i);

      node->wanted = cw_outline_filter_matches (self->filter, i, node->row);
      if (node->wanted)
        self->n_matches++;
    }

  for (guint i = self->nodes->len; i-- > 0;)
    {
      const CwOutlineNode *node = _cw_outline_model_get_node (self, i);

      if (node->wanted && node->parent >= 0)
        _cw_outline_model_get_node (self, node->parent)->wanted = TRUE;
    }

  update_expanders (self);
}

static void
apply_filter (CwOutlineModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    _cw_outline_model_get_node (self, i)->filter_folded = FALSE;
  _cw_outline_model_mark_wanted (self);
  update_visible (self);
}

/**
 * cw_outline_model_set_filter:
 * @self: a model
 * @text: (nullable): what to look for in codes and in labels of every language; %NULL to leave
 *   that as it is and filter again
 *
 * Shows the items that hold every word of @text, and what stands above them. Case, width and
 * accents make no difference.
 */
void
cw_outline_model_set_filter (CwOutlineModel *self, const char *text)
{
  if (text != NULL)
    cw_outline_filter_set_text (self->filter, text);

  apply_filter (self);
}

/**
 * cw_outline_model_set_state_filter:
 * @self: a model
 * @state: a #CwItemState to show only such items, or -1 for all
 */
void
cw_outline_model_set_state_filter (CwOutlineModel *self, int state)
{
  cw_outline_filter_set_state (self->filter, state);
  apply_filter (self);
}

/**
 * cw_outline_model_is_filtered:
 * @self: a model
 *
 * Returns: whether a filter is on
 */
gboolean
cw_outline_model_is_filtered (CwOutlineModel *self)
{
  return cw_outline_filter_is_active (self->filter);
}

/**
 * cw_outline_model_get_n_matches:
 * @self: a model
 *
 * Returns: how many items match the filter themselves
 */
guint
cw_outline_model_get_n_matches (CwOutlineModel *self)
{
  return self->n_matches;
}

/**
 * cw_outline_model_set_links:
 * @self: a model
 * @index: what is said between the two sides
 * @opposite: (element-type CwList): the lists of the other side
 *
 * Tells each row how its item is linked.
 */
void
cw_outline_model_set_links (CwOutlineModel *self, CwLinkIndex *index, GPtrArray *opposite)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      CwOutlineRow *row = _cw_outline_model_get_node (self, i)->row;
      const CwItem *item = cw_outline_row_get_item (row);
      CwRelation strongest;
      gboolean absent;
      guint n_links;

      if (item == NULL)
        continue;

      n_links = cw_link_index_summarize (index, item->id, &strongest, &absent);
      cw_outline_row_set_links (row, n_links, strongest,
                                cw_coverage_get_state (index, item, opposite));
    }

  if (cw_outline_filter_get_state (self->filter) >= 0)
    apply_filter (self);
}

/**
 * cw_outline_model_set_marked:
 * @self: a model
 * @item_ids: (array length=n_items): items
 * @n_items: how many
 *
 * Marks the counterparts of what is selected on the other side, and nothing else.
 */
void
cw_outline_model_set_marked (CwOutlineModel *self, const gint64 *item_ids, guint n_items)
{
  g_autoptr (GArray) old = self->marked;

  self->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_items; i++)
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_item, &item_ids[i]));
      guint index = found - 1;

      if (found > 0)
        g_array_append_val (self->marked, index);
    }

  for (guint i = 0; i < old->len; i++)
    cw_outline_row_set_marked (_cw_outline_model_get_node (self, g_array_index (old, guint, i))
                                 ->row,
                               FALSE);
  for (guint i = 0; i < self->marked->len; i++)
    cw_outline_row_set_marked (_cw_outline_model_get_node (self,
                                                           g_array_index (self->marked, guint, i))
                                 ->row,
                               TRUE);
}

static void
set_node_open (CwOutlineModel *self, CwOutlineNode *node, gboolean open)
{
  if (cw_outline_filter_is_active (self->filter))
    node->filter_folded = !open;
  else
    node->expanded = open;
  cw_outline_row_set_expanded (node->row, node->n_descendants > 0 && open);
}

static int
find_row (CwOutlineModel *self, CwOutlineRow *row)
{
  const CwItem *item = cw_outline_row_get_item (row);

  if (item != NULL)
    return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_item, &item->id)) - 1;

  for (guint i = 0; i < self->nodes->len;
       i += 1 + _cw_outline_model_get_node (self, i)->n_descendants)
    {
      if (_cw_outline_model_get_node (self, i)->row == row)
        return (int) i;
    }

  return -1;
}

/**
 * cw_outline_model_set_expanded:
 * @self: a model
 * @row: one of its rows
 * @expanded: whether what is below it shows
 *
 * While a filter is on, folding lasts as long as the filter.
 */
void
cw_outline_model_set_expanded (CwOutlineModel *self, CwOutlineRow *row, gboolean expanded)
{
  int index = find_row (self, row);

  if (index < 0 || !cw_outline_row_has_children (row))
    return;

  set_node_open (self, _cw_outline_model_get_node (self, index), expanded);
  update_visible (self);
}

/**
 * cw_outline_model_set_all_expanded:
 * @self: a model
 * @expanded: whether everything shows, or the first level only
 *
 * Headings of lists stay open.
 */
void
cw_outline_model_set_all_expanded (CwOutlineModel *self, gboolean expanded)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      CwOutlineNode *node = _cw_outline_model_get_node (self, i);

      set_node_open (self, node, expanded || cw_outline_row_get_item (node->row) == NULL);
    }
  update_visible (self);
}

/**
 * cw_outline_model_find_item:
 * @self: a model
 * @item_id: an item
 * @folded: (out) (optional): whether the item itself does not show, and the position is that of
 *   the nearest item above it that does
 *
 * Returns: the position of the item, or of the folded item it is in; %CW_OUTLINE_NOWHERE where
 *   the item is not of these lists or is filtered out
 */
guint
cw_outline_model_find_item (CwOutlineModel *self, gint64 item_id, gboolean *folded)
{
  int index = (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_item, &item_id)) - 1;
  gboolean is_folded = FALSE;

  if (folded != NULL)
    *folded = FALSE;
  if (index < 0)
    return CW_OUTLINE_NOWHERE;
  if (cw_outline_filter_is_active (self->filter) &&
      !_cw_outline_model_get_node (self, index)->wanted)
    return CW_OUTLINE_NOWHERE;

  while (index >= 0 && _cw_outline_model_get_node (self, index)->position == CW_OUTLINE_NOWHERE)
    {
      is_folded = TRUE;
      index = _cw_outline_model_get_node (self, index)->parent;
    }
  if (folded != NULL)
    *folded = is_folded;

  return index >= 0 ? _cw_outline_model_get_node (self, index)->position : CW_OUTLINE_NOWHERE;
}

/**
 * cw_outline_model_find_next_open:
 * @self: a model
 * @after: (nullable): an item; %NULL to begin at the top
 *
 * Looks in the order of the lists, folded or not, and begins again at the top after the end.
 *
 * Returns: (transfer none) (nullable): the next item of which nothing is said, or not of every list
 *   opposite; %NULL where there is none, or only @after itself
 */
const CwItem *
cw_outline_model_find_next_open (CwOutlineModel *self, const CwItem *after)
{
  guint found =
    after != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_item, &after->id)) : 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      CwOutlineRow *row = _cw_outline_model_get_node (self, (found + i) % self->nodes->len)->row;
      const CwItem *item = cw_outline_row_get_item (row);

      if (item != NULL && item != after && cw_outline_row_get_state (row) == CW_ITEM_OPEN)
        return item;
    }

  return NULL;
}

/**
 * cw_outline_model_find_parent:
 * @self: a model
 * @position: a position
 *
 * Returns: the position of the row above it in the outline, or %CW_OUTLINE_NOWHERE
 */
guint
cw_outline_model_find_parent (CwOutlineModel *self, guint position)
{
  int parent;

  if (position >= self->visible->len)
    return CW_OUTLINE_NOWHERE;

  parent =
    _cw_outline_model_get_node (self, g_array_index (self->visible, guint, position))->parent;

  return parent >= 0 ? _cw_outline_model_get_node (self, parent)->position : CW_OUTLINE_NOWHERE;
}

/**
 * cw_outline_model_reveal_item:
 * @self: a model
 * @item_id: an item
 *
 * Unfolds what the item stands in.
 *
 * Returns: its position; %CW_OUTLINE_NOWHERE where it is not of these lists or is filtered out
 */
guint
cw_outline_model_reveal_item (CwOutlineModel *self, gint64 item_id)
{
  int index = (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_item, &item_id)) - 1;

  if (index < 0)
    return CW_OUTLINE_NOWHERE;

  for (int parent = _cw_outline_model_get_node (self, index)->parent; parent >= 0;
       parent = _cw_outline_model_get_node (self, parent)->parent)
    set_node_open (self, _cw_outline_model_get_node (self, parent), TRUE);
  update_visible (self);

  return _cw_outline_model_get_node (self, index)->position;
}
