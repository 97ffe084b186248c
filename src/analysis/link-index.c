/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/link-index.h"

typedef struct
{
  gint64 item_id;
  guint link;
} Entry;

struct _CwLinkIndex
{
  GArray *links;   /* CwLink */
  GArray *entries; /* Entry, by item, then in the order of the links */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->item_id != second->item_id)
    return first->item_id < second->item_id ? -1 : 1;

  return (first->link > second->link) - (first->link < second->link);
}

/**
 * cw_link_index_new:
 * @links: (element-type CwLink): the links; must not change any more
 *
 * Returns: (transfer full): an index of @links
 */
CwLinkIndex *
cw_link_index_new (GArray *links)
{
  CwLinkIndex *self = g_atomic_rc_box_new0 (CwLinkIndex);

  self->links = g_array_ref (links);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), links->len * 2);
  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);
      Entry entry = { link->subject_id, i };

      g_array_append_val (self->entries, entry);
      if (link->object_id != 0)
        {
          entry.item_id = link->object_id;
          g_array_append_val (self->entries, entry);
        }
    }
  g_array_sort (self->entries, compare_entries);

  return self;
}

/**
 * cw_link_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
CwLinkIndex *
cw_link_index_ref (CwLinkIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
link_index_clear (gpointer data)
{
  CwLinkIndex *self = data;

  g_array_unref (self->links);
  g_array_unref (self->entries);
}

/**
 * cw_link_index_unref:
 * @self: (transfer full): an index
 */
void
cw_link_index_unref (CwLinkIndex *self)
{
  g_atomic_rc_box_release_full (self, link_index_clear);
}

/**
 * cw_link_index_get_n_links:
 * @self: an index
 *
 * Returns: how many links there are
 */
guint
cw_link_index_get_n_links (CwLinkIndex *self)
{
  return self->links->len;
}

/**
 * cw_link_index_get_link:
 * @self: an index
 * @index: less than cw_link_index_get_n_links()
 *
 * Returns: (transfer none): the link at @index
 */
const CwLink *
cw_link_index_get_link (CwLinkIndex *self, guint index)
{
  g_return_val_if_fail (index < self->links->len, NULL);

  return &g_array_index (self->links, CwLink, index);
}

/**
 * cw_link_index_lookup:
 * @self: an index
 * @item_id: an item
 * @first: (out): the first entry of the item, for cw_link_index_get_entry()
 *
 * Returns: how many entries follow one another from @first on: the links of the item
 */
guint
cw_link_index_lookup (CwLinkIndex *self, gint64 item_id, guint *first)
{
  guint low = 0;
  guint high = self->entries->len;
  guint end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->entries, Entry, middle).item_id < item_id)
        low = middle + 1;
      else
        high = middle;
    }

  *first = low;
  for (end = low; end < self->entries->len; end++)
    {
      if (g_array_index (self->entries, Entry, end).item_id != item_id)
        break;
    }

  return end - low;
}

/**
 * cw_link_index_get_entry:
 * @self: an index
 * @entry: as found by cw_link_index_lookup()
 *
 * Returns: (transfer none): the link of that entry
 */
const CwLink *
cw_link_index_get_entry (CwLinkIndex *self, guint entry)
{
  g_return_val_if_fail (entry < self->entries->len, NULL);

  return &g_array_index (self->links, CwLink, g_array_index (self->entries, Entry, entry).link);
}

/**
 * cw_link_index_summarize:
 * @self: an index
 * @item_id: an item
 * @strongest: (out): the strongest relation of those that join it, read from it;
 *   %CW_RELATION_NONE where only an absence is recorded
 * @absent: (out): whether an absence is recorded
 *
 * Returns: how many links join the item to another
 */
guint
cw_link_index_summarize (CwLinkIndex *self, gint64 item_id, CwRelation *strongest, gboolean *absent)
{
  guint first = 0;
  guint n_entries = cw_link_index_lookup (self, item_id, &first);
  guint n_links = 0;

  *strongest = CW_RELATION_NONE;
  *absent = FALSE;
  for (guint i = first; i < first + n_entries; i++)
    {
      const CwLink *link = cw_link_index_get_entry (self, i);
      CwRelation relation = link->relation;

      if (cw_link_is_absence (link))
        *absent = TRUE;
      if (!cw_link_joins (link))
        continue;
      if (link->subject_id != item_id)
        relation = cw_relation_inverse (relation);
      if (n_links == 0 || cw_relation_strength (relation) < cw_relation_strength (*strongest))
        *strongest = relation;
      n_links++;
    }

  return n_links;
}
