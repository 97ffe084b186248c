/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/list-set.h"

#include <string.h>

static void
index_items (CwListSet *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (self->lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);

          g_hash_table_insert (self->items, (gpointer) &item->id, (gpointer) item);
        }
    }
}

/**
 * cw_list_set_new:
 * @lists: (transfer full) (element-type CwList): the lists, in their order
 *
 * Returns: (transfer full): a set
 */
CwListSet *
cw_list_set_new (GPtrArray *lists)
{
  CwListSet *self = g_atomic_rc_box_new0 (CwListSet);

  self->lists = lists;
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  index_items (self);

  return self;
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  const CwListCard *first = cw_list_get_card (*(CwList *const *) a);
  const CwListCard *second = cw_list_get_card (*(CwList *const *) b);
  int order = strcmp (first->jurisdiction, second->jurisdiction);

  if (order == 0)
    order = strcmp (second->issued, first->issued);

  return order != 0 ? order : strcmp (first->key, second->key);
}

/**
 * cw_list_set_new_changed:
 * @self: a set
 * @list_ids: (element-type gint64): the lists that are others now, or gone, or new
 * @lists: (element-type CwList): those of them that are there now
 *
 * Returns: (transfer full): the set after a change; lists that were not touched stay the same objects
 */
CwListSet *
cw_list_set_new_changed (CwListSet *self, GArray *list_ids, GPtrArray *lists)
{
  GPtrArray *now = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (self->lists, i);
      gboolean touched = FALSE;

      for (guint j = 0; j < list_ids->len; j++)
        touched |= g_array_index (list_ids, gint64, j) == cw_list_get_id (list);
      if (!touched)
        g_ptr_array_add (now, g_object_ref (list));
    }
  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (now, g_object_ref (g_ptr_array_index (lists, i)));
  g_ptr_array_sort (now, compare_lists);

  return cw_list_set_new (now);
}

/**
 * cw_list_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): the same set
 */
CwListSet *
cw_list_set_ref (CwListSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
list_set_clear (gpointer data)
{
  CwListSet *self = data;

  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->lists);
}

/**
 * cw_list_set_unref:
 * @self: (nullable): a set
 */
void
cw_list_set_unref (CwListSet *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, list_set_clear);
}

/**
 * cw_list_set_get_item:
 * @self: a set
 * @id: an item's row
 *
 * Returns: (transfer none) (nullable): the item
 */
const CwItem *
cw_list_set_get_item (CwListSet *self, gint64 id)
{
  return g_hash_table_lookup (self->items, &id);
}

/**
 * cw_list_set_get_list:
 * @self: a set
 * @id: a list's row
 *
 * Returns: (transfer none) (nullable): the list
 */
CwList *
cw_list_set_get_list (CwListSet *self, gint64 id)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (self->lists, i);

      if (cw_list_get_id (list) == id)
        return list;
    }

  return NULL;
}
