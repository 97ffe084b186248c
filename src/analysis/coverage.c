/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/coverage.h"

/**
 * cw_coverage_get_state:
 * @index: what is said between the two sides
 * @item: an item of one side
 * @opposite: (element-type CwList): the lists of the other side
 *
 * A heading is judged by its own links, not by those of the items below it.
 *
 * Returns: what is known of @item
 */
CwItemState
cw_coverage_get_state (CwLinkIndex *index, const CwItem *item, GPtrArray *opposite)
{
  guint first = 0;
  guint n_entries = cw_link_index_lookup (index, item->id, &first);
  guint n_absent = 0;

  for (guint i = first; i < first + n_entries; i++)
    {
      if (cw_link_joins (cw_link_index_get_entry (index, i)))
        return CW_ITEM_LINKED;
    }

  for (guint i = 0; i < opposite->len; i++)
    {
      gint64 list_id = cw_list_get_id (g_ptr_array_index (opposite, i));

      for (guint j = first; j < first + n_entries; j++)
        {
          const CwLink *link = cw_link_index_get_entry (index, j);

          if (cw_link_is_absence (link) && link->object_list_id == list_id)
            {
              n_absent++;
              break;
            }
        }
    }

  return n_absent > 0 && n_absent == opposite->len ? CW_ITEM_ABSENT : CW_ITEM_OPEN;
}

/**
 * cw_coverage_count:
 * @index: what is said between the two sides
 * @lists: (element-type CwList): the lists of one side
 * @opposite: (element-type CwList): the lists of the other side
 * @coverage: (out caller-allocates): the counts
 */
void
cw_coverage_count (CwLinkIndex *index, GPtrArray *lists, GPtrArray *opposite, CwCoverage *coverage)
{
  *coverage = (CwCoverage){ 0 };

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        coverage->counts[cw_coverage_get_state (index, cw_list_get_item (list, j), opposite)]++;
      coverage->n_items += cw_list_get_n_items (list);
    }
}
