/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session-private.h"

static CwRelation
read_from (const CwLink *link, gint64 item_id)
{
  return link->subject_id == item_id ? link->relation : cw_relation_inverse (link->relation);
}

/* What joins an item comes before an absence, and that before what is negated or rejected. */
static int
get_rank (const CwLink *link, gint64 item_id)
{
  int strength = cw_relation_strength (read_from (link, item_id));

  if (cw_link_joins (link))
    return strength;

  return strength + (cw_link_is_absence (link) ? CW_N_RELATIONS : 2 * CW_N_RELATIONS);
}

/* The first mapping of an item, or that to a certain other item; 0 where there is none. */
static const CwLink *
find_link (CwSession *self, const CwItem *item, const CwItem *other)
{
  const CwLink *best = NULL;
  guint first = 0;
  guint n_entries = cw_link_index_lookup (self->links, item->id, &first);

  for (guint i = first; i < first + n_entries; i++)
    {
      const CwLink *link = cw_link_index_get_entry (self->links, i);
      gint64 far_id = link->subject_id == item->id ? link->object_id : link->subject_id;

      if (other != NULL && far_id != other->id)
        continue;
      if (best == NULL || get_rank (link, item->id) < get_rank (best, item->id))
        best = link;
    }

  return best;
}

/* Which mapping is the current one follows from what is selected. */
void
_cw_session_update_current (CwSession *self)
{
  const CwItem *left = self->selected[CW_SIDE_LEFT];
  const CwItem *right = self->selected[CW_SIDE_RIGHT];
  const CwItem *active = cw_session_get_active_item (self);
  const CwLink *link = NULL;

  if (left != NULL && right != NULL)
    link = find_link (self, left, right);
  else if (active != NULL)
    link = find_link (self, active, NULL);

  _cw_session_set_mapping_id (self, link != NULL ? link->id : 0);
}

/* The current mapping stays current as long as it is one of what is selected. */
gboolean
_cw_session_current_still_fits (CwSession *self)
{
  /* One that was chosen in the table need not be between the two sides. */
  if (self->selected[CW_SIDE_LEFT] == NULL && self->selected[CW_SIDE_RIGHT] == NULL)
    return TRUE;
  if (self->mapping_id == 0)
    return FALSE;

  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      const CwItem *item = self->selected[side];
      guint first = 0;
      guint n_entries = item != NULL ? cw_link_index_lookup (self->links, item->id, &first) : 0;

      for (guint i = first; i < first + n_entries; i++)
        {
          if (cw_link_index_get_entry (self->links, i)->id == self->mapping_id)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * cw_session_select:
 * @self: a session
 * @side: which side
 * @item: (nullable): an item of that side
 *
 * Selecting one item after another on one side shows each with its first counterpart. Going over to
 * the other side pairs the two, to be looked at or linked, and going on there keeps the first item;
 * coming back begins anew.
 */
void
cw_session_select (CwSession *self, CwSide side, const CwItem *item)
{
  CwSide opposite = cw_side_opposite (side);

  if (self->selected[side] == item)
    return;

  /* Going over to the other side begins a pair, and going on there looks for a better partner; coming
   * back begins anew. A heading on the way changes nothing. */
  if (item != NULL)
    self->pairing = self->selected[opposite] != NULL && !self->pair_settled &&
                    (self->active_side != side ? !self->pairing : self->pairing);
  self->pair_settled = FALSE;
  self->selected[side] = item;
  if (item != NULL)
    self->active_side = side;
  if (item != NULL && !self->pairing)
    {
      const CwLink *link = find_link (self, item, NULL);
      gint64 far_id = 0;

      if (link != NULL && cw_link_joins (link))
        far_id = link->subject_id == item->id ? link->object_id : link->subject_id;
      self->selected[opposite] = cw_document_get_item (self->document, far_id);
    }

  _cw_session_emit (self, CW_SESSION_SELECTION_CHANGED);
  _cw_session_update_current (self);
}

/**
 * cw_session_settle_pair:
 * @self: a session
 *
 * Says that what is selected on the two sides has been dealt with, so that the next selection, on
 * whichever side, shows that item with its first counterpart again.
 */
void
cw_session_settle_pair (CwSession *self)
{
  self->pair_settled = TRUE;
}

/**
 * cw_session_get_selected:
 * @self: a session
 * @side: which side
 *
 * Returns: (transfer none) (nullable): the item selected there
 */
const CwItem *
cw_session_get_selected (CwSession *self, CwSide side)
{
  return self->selected[side];
}

/**
 * cw_session_get_active_side:
 * @self: a session
 *
 * Returns: the side on which something was selected last
 */
CwSide
cw_session_get_active_side (CwSession *self)
{
  return self->active_side;
}

/**
 * cw_session_get_active_item:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the item selected last, or the only one that is selected
 */
const CwItem *
cw_session_get_active_item (CwSession *self)
{
  const CwItem *item = self->selected[self->active_side];

  return item != NULL ? item : self->selected[cw_side_opposite (self->active_side)];
}

/**
 * cw_session_get_is_pairing:
 * @self: a session
 *
 * Returns: whether the item on the other side was chosen by the person too
 */
gboolean
cw_session_get_is_pairing (CwSession *self)
{
  return self->pairing;
}

static void
on_mapping_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwSession) self = user_data;
  g_autoptr (GError) error = NULL;
  CwMapping *mapping = cw_document_get_mapping_finish (CW_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* One that is gone was deleted meanwhile: the links, read again, say what is current then. */
  g_clear_pointer (&self->mapping, cw_mapping_unref);
  self->mapping = mapping;
  if (mapping == NULL)
    self->mapping_id = 0;
  _cw_session_emit (self, CW_SESSION_MAPPING_CHANGED);
}

void
_cw_session_set_mapping_id (CwSession *self, gint64 id)
{
  if (id != self->mapping_id || id == 0)
    g_clear_pointer (&self->mapping, cw_mapping_unref);
  self->mapping_id = id;

  g_cancellable_cancel (self->mapping_cancellable);
  g_clear_object (&self->mapping_cancellable);
  if (id == 0)
    {
      _cw_session_emit (self, CW_SESSION_MAPPING_CHANGED);
      return;
    }

  self->mapping_cancellable = g_cancellable_new ();
  cw_document_get_mapping_async (self->document, id, self->mapping_cancellable, on_mapping_read,
                                 g_object_ref (self));
}

/**
 * cw_session_select_mapping:
 * @self: a session
 * @mapping_id: a mapping between the two sides
 *
 * Makes a mapping the current one and selects both its ends.
 */
void
cw_session_select_mapping (CwSession *self, gint64 mapping_id)
{
  for (guint i = 0; i < cw_link_index_get_n_links (self->links); i++)
    {
      const CwLink *link = cw_link_index_get_link (self->links, i);
      const CwItem *subject, *object;
      gboolean inverted;

      if (link->id != mapping_id)
        continue;

      subject = cw_document_get_item (self->document, link->subject_id);
      object = cw_document_get_item (self->document, link->object_id);
      inverted = !_cw_session_holds (self, CW_SIDE_LEFT, subject);
      self->selected[CW_SIDE_LEFT] = inverted ? object : subject;
      self->selected[CW_SIDE_RIGHT] = inverted ? subject : object;
      if (self->selected[self->active_side] == NULL)
        self->active_side = cw_side_opposite (self->active_side);
      self->pairing = FALSE;
      _cw_session_emit (self, CW_SESSION_SELECTION_CHANGED);
      _cw_session_set_mapping_id (self, mapping_id);
      return;
    }
}

/**
 * cw_session_show_mapping:
 * @self: a session
 * @mapping_id: any mapping of the document
 *
 * Makes a mapping the current one. Where it is one between the two sides, its ends are selected;
 * where not, what is selected there is let go.
 */
void
cw_session_show_mapping (CwSession *self, gint64 mapping_id)
{
  cw_session_select_mapping (self, mapping_id);
  if (self->mapping_id == mapping_id)
    return;

  self->selected[CW_SIDE_LEFT] = NULL;
  self->selected[CW_SIDE_RIGHT] = NULL;
  _cw_session_emit (self, CW_SESSION_SELECTION_CHANGED);
  _cw_session_set_mapping_id (self, mapping_id);
}

/**
 * cw_session_get_mapping_id:
 * @self: a session
 *
 * Returns: the current mapping, 0 for none
 */
gint64
cw_session_get_mapping_id (CwSession *self)
{
  return self->mapping_id;
}

/**
 * cw_session_get_mapping:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the current mapping, %NULL while it is being read
 */
CwMapping *
cw_session_get_mapping (CwSession *self)
{
  return self->mapping;
}

/**
 * cw_session_mapping_is_inverted:
 * @self: a session
 * @mapping: a mapping between the two sides
 *
 * Returns: whether its subject stands on the right
 */
gboolean
cw_session_mapping_is_inverted (CwSession *self, const CwMapping *mapping)
{
  const CwItem *subject = cw_document_get_item (self->document, mapping->subject_id);

  return !_cw_session_holds (self, CW_SIDE_LEFT, subject) &&
         _cw_session_holds (self, CW_SIDE_RIGHT, subject);
}

/**
 * cw_session_get_counterparts:
 * @self: a session
 * @side: which side
 *
 * Returns: (transfer full) (element-type gint64): the items of that side to which what is selected
 *   on the other is linked; none where nothing was selected there last
 */
GArray *
cw_session_get_counterparts (CwSession *self, CwSide side)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const CwItem *item = self->selected[cw_side_opposite (side)];
  guint first = 0;
  guint n_entries;

  if (item == NULL || self->active_side == side)
    return ids;

  n_entries = cw_link_index_lookup (self->links, item->id, &first);
  for (guint i = first; i < first + n_entries; i++)
    {
      const CwLink *link = cw_link_index_get_entry (self->links, i);
      gint64 far_id = link->subject_id == item->id ? link->object_id : link->subject_id;

      if (cw_link_joins (link))
        g_array_append_val (ids, far_id);
    }

  return ids;
}
