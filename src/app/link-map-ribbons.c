/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/link-map-ribbons.h"

/* The ribbons so far, and where each pair of rows has its own. */
typedef struct
{
  GArray *ribbons;
  GHashTable *by_pair; /* of @keys, to the ribbon's index + 1 */
  gint64 *keys;        /* of each ribbon */
} Collection;

/* GLib's own hash of a gint64 takes the lower half alone, where all that join one row are the same:
 * a million ribbons took nine seconds. Both halves count here (Fibonacci hashing). */
static guint
hash_pair (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

/* Several mappings between what is folded into the same two rows run as one ribbon, in the look of
 * the strongest. */
static void
add_ribbon (Collection *self, CwRibbon *ribbon)
{
  gint64 key = ((gint64) ribbon->left_position << 32) | ribbon->right_position;
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_pair, &key));
  CwRibbon *there;

  if (found == 0)
    {
      self->keys[self->ribbons->len] = key;
      g_hash_table_insert (self->by_pair, &self->keys[self->ribbons->len],
                           GUINT_TO_POINTER (self->ribbons->len + 1));
      g_array_append_val (self->ribbons, *ribbon);
      return;
    }

  there = &g_array_index (self->ribbons, CwRibbon, found - 1);
  ribbon->n_mappings += there->n_mappings;
  if (cw_relation_strength (ribbon->relation) < cw_relation_strength (there->relation))
    *there = *ribbon;
  else
    there->n_mappings = ribbon->n_mappings;
}

static gboolean
make_ribbon (const CwLink *link, CwOutlineModel *left, CwOutlineModel *right, CwRibbon *ribbon)
{
  gboolean left_folded, right_folded;
  gboolean inverted = FALSE;
  guint left_position = cw_outline_model_find_item (left, link->subject_id, &left_folded);
  guint right_position = cw_outline_model_find_item (right, link->object_id, &right_folded);

  if (left_position == CW_OUTLINE_NOWHERE || right_position == CW_OUTLINE_NOWHERE)
    {
      inverted = TRUE;
      left_position = cw_outline_model_find_item (left, link->object_id, &left_folded);
      right_position = cw_outline_model_find_item (right, link->subject_id, &right_folded);
    }
  if (left_position == CW_OUTLINE_NOWHERE || right_position == CW_OUTLINE_NOWHERE)
    return FALSE;

  ribbon->mapping_id = link->id;
  ribbon->left_position = left_position;
  ribbon->right_position = right_position;
  ribbon->relation = inverted ? cw_relation_inverse (link->relation) : (CwRelation) link->relation;
  ribbon->n_mappings = 1;
  ribbon->draft = link->status == CW_STATUS_DRAFT;
  ribbon->left_folded = left_folded;
  ribbon->right_folded = right_folded;

  return TRUE;
}

/**
 * cw_link_map_collect_ribbons:
 * @links: what is said between the two sides
 * @left: the rows on the left
 * @right: the rows on the right
 *
 * Returns: (transfer full) (element-type CwRibbon): the ribbons between rows that show, scrolled
 *   away or not
 */
GArray *
cw_link_map_collect_ribbons (CwLinkIndex *links, CwOutlineModel *left, CwOutlineModel *right)
{
  guint n_links = cw_link_index_get_n_links (links);
  g_autofree gint64 *keys = g_new (gint64, n_links);
  g_autoptr (GHashTable) by_pair = g_hash_table_new (hash_pair, g_int64_equal);
  Collection self = { g_array_new (FALSE, FALSE, sizeof (CwRibbon)), by_pair, keys };

  for (guint i = 0; i < n_links; i++)
    {
      const CwLink *link = cw_link_index_get_link (links, i);
      CwRibbon ribbon;

      if (cw_link_joins (link) && make_ribbon (link, left, right, &ribbon))
        add_ribbon (&self, &ribbon);
    }

  return self.ribbons;
}
