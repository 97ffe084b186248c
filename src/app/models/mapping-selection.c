/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/mapping-selection.h"

/* A view looks for the rows that it follows among all that come in place of others, and makes each
 * for it. So it is told of no more than these first; the rest come in place of nothing. */
#define MANY_ROWS 5000

struct _CwMappingSelection
{
  GObject parent_instance;

  CwMappingModel *model;
  GtkBitset *selected;
  guint n_items; /* as the view knows it */
  guint many;
};

static GType
get_item_type (GListModel *model)
{
  return CW_TYPE_MAPPING_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return CW_MAPPING_SELECTION (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CwMappingSelection *self = CW_MAPPING_SELECTION (model);

  return position < self->n_items ? g_list_model_get_item (G_LIST_MODEL (self->model), position)
                                  : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (CW_MAPPING_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_copy (CW_MAPPING_SELECTION (model)->selected);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  CwMappingSelection *self = CW_MAPPING_SELECTION (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) there = gtk_bitset_new_range (0, self->n_items);
  guint first;

  /* GTK's difference is what is in one of the two only. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  gtk_bitset_intersect (changes, there);
  if (gtk_bitset_is_empty (changes))
    return TRUE;

  first = gtk_bitset_get_minimum (changes);
  gtk_bitset_difference (self->selected, changes);
  gtk_selection_model_selection_changed (model, first,
                                         gtk_bitset_get_maximum (changes) - first + 1);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwMappingSelection,
                               cw_mapping_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                        selection_model_init))

static void
cw_mapping_selection_dispose (GObject *object)
{
  CwMappingSelection *self = CW_MAPPING_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cw_mapping_selection_parent_class)->dispose (object);
}

static void
cw_mapping_selection_finalize (GObject *object)
{
  gtk_bitset_unref (CW_MAPPING_SELECTION (object)->selected);

  G_OBJECT_CLASS (cw_mapping_selection_parent_class)->finalize (object);
}

static void
cw_mapping_selection_class_init (CwMappingSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_mapping_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_mapping_selection_finalize;
}

static void
cw_mapping_selection_init (CwMappingSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->many = MANY_ROWS;
}

/* Returns: (transfer full) (element-type gint64): the mappings that are selected among those that
 *   are replaced */
static GArray *
collect_replaced (CwMappingSelection *self, guint position, guint removed)
{
  g_autoptr (GtkBitset) replaced = gtk_bitset_new_range (position, removed);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint at;

  gtk_bitset_intersect (replaced, self->selected);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, replaced, &at); more;
       more = gtk_bitset_iter_next (&iter, &at))
    {
      gint64 id = cw_mapping_model_get_previous_id (self->model, at);

      g_array_append_val (ids, id);
    }

  return ids;
}

/* A mapping that moves stays selected. */
static void
select_again (CwMappingSelection *self, GArray *ids, guint position, guint added)
{
  g_autoptr (GHashTable) wanted = NULL;

  if (ids->len == 0)
    return;

  wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, gint64, i));
  for (guint i = position; i < position + added; i++)
    {
      gint64 id = cw_mapping_model_get_id (self->model, i);

      if (g_hash_table_contains (wanted, &id))
        gtk_bitset_add (self->selected, i);
    }
}

/* What lies behind the rows that come later comes later too, since the model has it elsewhere by
 * now. */
static void
on_items_changed (CwMappingModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  CwMappingSelection *self)
{
  g_autoptr (GArray) ids = collect_replaced (self, position, removed);
  guint n_replaced = self->n_items - position;
  guint n_items = self->n_items - removed + added;

  gtk_bitset_splice (self->selected, position, removed, added);
  select_again (self, ids, position, added);
  if (removed == 0 || added <= self->many)
    {
      self->n_items = n_items;
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
      return;
    }

  self->n_items = position + self->many;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_replaced, self->many);
  position = self->n_items;
  self->n_items = n_items;
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_items - position);
}

/**
 * cw_mapping_selection_new:
 * @model: the rows
 *
 * Returns: (transfer full): a selection in which no row is selected
 */
CwMappingSelection *
cw_mapping_selection_new (CwMappingModel *model)
{
  CwMappingSelection *self = g_object_new (CW_TYPE_MAPPING_SELECTION, NULL);

  self->model = g_object_ref (model);
  self->n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

/**
 * cw_mapping_selection_set_many:
 * @self: a selection
 * @n_rows: of more rows than these that come in place of others the rest is told of separately
 *
 * For tests, which have few rows.
 */
void
cw_mapping_selection_set_many (CwMappingSelection *self, guint n_rows)
{
  self->many = n_rows;
}
