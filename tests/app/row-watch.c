/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-watch.h"

struct _RowWatch
{
  CwOutlineModel *model;
  GPtrArray *rows;     /* CwOutlineRow, with references so that no address is used twice */
  GHashTable *by_item; /* gint64 id → CwOutlineRow, since the lists were set */
  guint n_changes;
};

/* The same item is the same object for as long as its list stays. */
static void
check_identity (RowWatch *self, CwOutlineRow *row)
{
  const CwItem *item = cw_outline_row_get_item (row);
  CwOutlineRow *known;

  if (item == NULL)
    return;

  known = g_hash_table_lookup (self->by_item, &item->id);
  if (known == NULL)
    g_hash_table_insert (self->by_item, g_memdup2 (&item->id, sizeof item->id), g_object_ref (row));
  else
    g_assert_true (known == row);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, RowWatch *self)
{
  CwOutlineRow *first = removed > 0 ? g_ptr_array_index (self->rows, position) : NULL;
  CwOutlineRow *last = removed > 0 ? g_ptr_array_index (self->rows, position + removed - 1) : NULL;

  self->n_changes++;
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, self->rows->len);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->rows->len - removed + added);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (CwOutlineRow) row = g_list_model_get_item (model, position + i);

      g_assert_nonnull (row);
      /* What was there at either end of the change before is not there now. */
      g_assert_true (i > 0 || row != first);
      g_assert_true (i + 1 < added || row != last);
      check_identity (self, row);
    }

  if (removed > 0)
    g_ptr_array_remove_range (self->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->rows, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  /* Lists are set by taking all away first. */
  if (self->rows->len == 0)
    g_hash_table_remove_all (self->by_item);
}

RowWatch *
row_watch_new (CwOutlineModel *model)
{
  RowWatch *self = g_new0 (RowWatch, 1);

  self->model = g_object_ref (model);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_item = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    g_ptr_array_add (self->rows, g_list_model_get_item (G_LIST_MODEL (model), i));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

void
row_watch_free (RowWatch *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_item);
  g_free (self);
}

/* The model holds what it said it would. */
void
row_watch_check (RowWatch *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (CwOutlineRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      g_assert_true (row == g_ptr_array_index (self->rows, i));
    }
}

/* How many changes it heard of since it was asked last. */
guint
row_watch_take_n_changes (RowWatch *self)
{
  guint n_changes = self->n_changes;

  self->n_changes = 0;

  return n_changes;
}
