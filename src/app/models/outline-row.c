/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/outline-row.h"

struct _CwOutlineRow
{
  GObject parent_instance;

  CwList *list;
  const CwItem *item; /* NULL for the heading of a list */
  guint depth;
  gboolean has_children;
  gboolean expanded;
  guint n_links;
  CwRelation strongest;
  CwItemState state;
  gboolean marked;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwOutlineRow, cw_outline_row, G_TYPE_OBJECT)

static void
cw_outline_row_finalize (GObject *object)
{
  CwOutlineRow *self = CW_OUTLINE_ROW (object);

  g_clear_object (&self->list);

  G_OBJECT_CLASS (cw_outline_row_parent_class)->finalize (object);
}

static void
cw_outline_row_class_init (CwOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_outline_row_finalize;

  /**
   * CwOutlineRow::changed:
   * @self: the row
   *
   * What the row shows is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_outline_row_init (CwOutlineRow *self)
{
}

/**
 * cw_outline_row_new:
 * @list: the list
 * @item: (nullable): an item of it; %NULL for the heading of the list
 * @depth: how far it is indented
 * @has_children: whether it can be folded
 *
 * Returns: (transfer full): a row, folded
 */
CwOutlineRow *
cw_outline_row_new (CwList *list, const CwItem *item, guint depth, gboolean has_children)
{
  CwOutlineRow *self = g_object_new (CW_TYPE_OUTLINE_ROW, NULL);

  self->list = g_object_ref (list);
  self->item = item;
  self->depth = depth;
  self->has_children = has_children;

  return self;
}

/**
 * cw_outline_row_renew:
 * @self: a row
 * @list: the list after an edit
 * @item: (nullable): the same item in it
 * @depth: how far it is indented
 * @has_children: whether it can be folded
 */
void
cw_outline_row_renew (CwOutlineRow *self,
                      CwList *list,
                      const CwItem *item,
                      guint depth,
                      gboolean has_children)
{
  if (self->list == list && self->item == item)
    return;

  g_set_object (&self->list, list);
  self->item = item;
  self->depth = depth;
  self->has_children = has_children;
  self->marked = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_outline_row_get_list:
 * @self: a row
 *
 * Returns: (transfer none): the list it stands in
 */
CwList *
cw_outline_row_get_list (CwOutlineRow *self)
{
  return self->list;
}

/**
 * cw_outline_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its item; %NULL for the heading of a list
 */
const CwItem *
cw_outline_row_get_item (CwOutlineRow *self)
{
  return self->item;
}

/**
 * cw_outline_row_get_depth:
 * @self: a row
 *
 * Returns: how far it is indented
 */
guint
cw_outline_row_get_depth (CwOutlineRow *self)
{
  return self->depth;
}

/**
 * cw_outline_row_has_children:
 * @self: a row
 *
 * Returns: whether it can be folded
 */
gboolean
cw_outline_row_has_children (CwOutlineRow *self)
{
  return self->has_children;
}

/**
 * cw_outline_row_is_expanded:
 * @self: a row
 *
 * Returns: whether what is below it shows
 */
gboolean
cw_outline_row_is_expanded (CwOutlineRow *self)
{
  return self->expanded;
}

/**
 * cw_outline_row_set_expanded:
 * @self: a row
 * @expanded: whether what is below it shows
 *
 * Only the model calls this.
 */
void
cw_outline_row_set_expanded (CwOutlineRow *self, gboolean expanded)
{
  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_outline_row_get_n_links:
 * @self: a row
 *
 * Returns: how many mappings join its item to the other side
 */
guint
cw_outline_row_get_n_links (CwOutlineRow *self)
{
  return self->n_links;
}

/**
 * cw_outline_row_get_strongest:
 * @self: a row
 *
 * Returns: the strongest relation of its item, read from it
 */
CwRelation
cw_outline_row_get_strongest (CwOutlineRow *self)
{
  return self->strongest;
}

/**
 * cw_outline_row_get_state:
 * @self: a row
 *
 * Returns: what is known of its item against the other side
 */
CwItemState
cw_outline_row_get_state (CwOutlineRow *self)
{
  return self->state;
}

/**
 * cw_outline_row_set_links:
 * @self: a row
 * @n_links: how many mappings join its item to the other side
 * @strongest: the strongest of them
 * @state: what is known of the item
 */
void
cw_outline_row_set_links (CwOutlineRow *self,
                          guint n_links,
                          CwRelation strongest,
                          CwItemState state)
{
  if (self->n_links == n_links && self->strongest == strongest && self->state == state)
    return;

  self->n_links = n_links;
  self->strongest = strongest;
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_outline_row_is_marked:
 * @self: a row
 *
 * Returns: whether its item is a counterpart of what is selected on the other side
 */
gboolean
cw_outline_row_is_marked (CwOutlineRow *self)
{
  return self->marked;
}

/**
 * cw_outline_row_set_marked:
 * @self: a row
 * @marked: whether its item is a counterpart of what is selected on the other side
 */
void
cw_outline_row_set_marked (CwOutlineRow *self, gboolean marked)
{
  if (self->marked == marked)
    return;

  self->marked = marked;
  g_signal_emit (self, signals[CHANGED], 0);
}
