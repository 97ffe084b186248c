/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-tally.h"

typedef struct
{
  guint n_mappings;
  gboolean linked;
  GPtrArray *absent; /* (nullable): the lists in which it has no counterpart */
} Count;

struct _CwConcordanceTally
{
  GPtrArray *left;
  GPtrArray *right;
  GPtrArray *lists;
  GHashTable *counts; /* from the item's id */
  GHashTable *met;    /* from a list to those that a row names beside it */
};

static void
count_free (gpointer data)
{
  Count *count = data;

  if (count->absent != NULL)
    g_ptr_array_unref (count->absent);
  g_free (count);
}

static void
add_once (GPtrArray *lists, CwList *list)
{
  if (!g_ptr_array_find (lists, list, NULL))
    g_ptr_array_add (lists, g_object_ref (list));
}

/**
 * cw_concordance_tally_new:
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 *
 * Returns: (transfer full): a tally of no rows
 */
CwConcordanceTally *
cw_concordance_tally_new (GPtrArray *left, GPtrArray *right)
{
  CwConcordanceTally *self = g_new0 (CwConcordanceTally, 1);

  self->left = g_ptr_array_ref (left);
  self->right = g_ptr_array_ref (right);
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, count_free);
  self->met = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < left->len; i++)
    add_once (self->lists, g_ptr_array_index (left, i));
  for (guint i = 0; i < right->len; i++)
    add_once (self->lists, g_ptr_array_index (right, i));

  return self;
}

/**
 * cw_concordance_tally_free:
 * @self: (nullable): a tally
 */
void
cw_concordance_tally_free (CwConcordanceTally *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->right);
  g_hash_table_unref (self->met);
  g_hash_table_unref (self->counts);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static void
count_item (CwConcordanceTally *self,
            const CwItem *item,
            const CwConcordanceRow *row,
            CwList *other_list)
{
  Count *count;

  if (item == NULL)
    return;

  count = g_hash_table_lookup (self->counts, &item->id);
  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (self->counts, g_memdup2 (&item->id, sizeof item->id), count);
    }
  count->n_mappings++;
  if (row->mapping->status == CW_STATUS_REJECTED)
    return;

  if (row->relation != CW_RELATION_NONE)
    {
      count->linked = count->linked || !row->mapping->negated;
      return;
    }
  if (count->absent == NULL)
    count->absent = g_ptr_array_new ();
  if (!g_ptr_array_find (count->absent, other_list, NULL))
    g_ptr_array_add (count->absent, other_list);
}

static void
meet (CwConcordanceTally *self, CwList *list, CwList *other)
{
  GPtrArray *met = g_hash_table_lookup (self->met, list);

  if (met == NULL)
    {
      met = g_ptr_array_new ();
      g_hash_table_insert (self->met, list, met);
    }
  if (!g_ptr_array_find (met, other, NULL))
    g_ptr_array_add (met, other);
}

/**
 * cw_concordance_tally_add:
 * @self: a tally
 * @row: a row of the table; its lists are kept, its items are not
 */
void
cw_concordance_tally_add (CwConcordanceTally *self, const CwConcordanceRow *row)
{
  if (row->left_list != NULL)
    add_once (self->lists, row->left_list);
  if (row->right_list != NULL)
    add_once (self->lists, row->right_list);
  if (row->mapping == NULL)
    return;

  count_item (self, row->left, row, row->right_list);
  count_item (self, row->right, row, row->left_list);
  meet (self, row->left_list, row->right_list);
  meet (self, row->right_list, row->left_list);
}

/**
 * cw_concordance_tally_get_lists:
 * @self: a tally
 *
 * Returns: (transfer none) (element-type CwList): those on the left, those on the right, and others
 *   that a row names, each once
 */
GPtrArray *
cw_concordance_tally_get_lists (CwConcordanceTally *self)
{
  return self->lists;
}

static void
append_met (CwConcordanceTally *self, CwList *list, GPtrArray *opposite)
{
  GPtrArray *met = g_hash_table_lookup (self->met, list);

  for (guint i = 0; met != NULL && i < self->lists->len; i++)
    {
      CwList *other = g_ptr_array_index (self->lists, i);

      if (g_ptr_array_find (met, other, NULL))
        g_ptr_array_add (opposite, other);
    }
}

/**
 * cw_concordance_tally_find_opposite:
 * @self: a tally
 * @list: one of its lists
 *
 * A list that stands on one side is compared with those on the other. One that stands on both, as
 * where the whole document is written, is compared with those that a row names beside it.
 *
 * Returns: (transfer container) (element-type CwList): the lists that @list is compared with
 */
GPtrArray *
cw_concordance_tally_find_opposite (CwConcordanceTally *self, CwList *list)
{
  gboolean on_left = g_ptr_array_find (self->left, list, NULL);
  gboolean on_right = g_ptr_array_find (self->right, list, NULL);
  GPtrArray *opposite = g_ptr_array_new ();

  if (on_left == on_right)
    append_met (self, list, opposite);
  else
    g_ptr_array_extend (opposite, on_left ? self->right : self->left, NULL, NULL);

  return opposite;
}

/**
 * cw_concordance_tally_get_state:
 * @self: a tally
 * @item: an item
 * @opposite: (element-type CwList): the lists that its list is compared with
 *
 * Returns: what the rows say of it
 */
CwTallyState
cw_concordance_tally_get_state (CwConcordanceTally *self, const CwItem *item, GPtrArray *opposite)
{
  const Count *count = g_hash_table_lookup (self->counts, &item->id);

  if (count == NULL)
    return CW_TALLY_OPEN;
  if (count->linked)
    return CW_TALLY_LINKED;
  if (count->absent == NULL)
    return CW_TALLY_OPEN;

  for (guint i = 0; i < opposite->len; i++)
    {
      if (!g_ptr_array_find (count->absent, g_ptr_array_index (opposite, i), NULL))
        return CW_TALLY_OPEN;
    }

  return CW_TALLY_ABSENT;
}

/**
 * cw_concordance_tally_get_n_mappings:
 * @self: a tally
 * @item: an item
 *
 * Returns: how many rows with a mapping name it
 */
guint
cw_concordance_tally_get_n_mappings (CwConcordanceTally *self, const CwItem *item)
{
  const Count *count = g_hash_table_lookup (self->counts, &item->id);

  return count != NULL ? count->n_mappings : 0;
}
