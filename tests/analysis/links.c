/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "links.h"

/* Items 1 to LINKS_N_ITEMS stand on the left, as many more on the right. */
GArray *
links_new_random (GRand *rand, guint n_links)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (CwLink));

  for (guint i = 0; i < n_links; i++)
    {
      gboolean inverted = g_rand_boolean (rand);
      gint64 left = g_rand_int_range (rand, 1, LINKS_N_ITEMS + 1);
      gint64 right = g_rand_int_range (rand, LINKS_N_ITEMS + 1, 2 * LINKS_N_ITEMS + 1);
      CwLink link = {
        .id = i + 1,
        .subject_id = inverted ? right : left,
        .object_id = inverted ? left : right,
        .relation = (guint8) g_rand_int_range (rand, 0, CW_N_RELATIONS),
        .status = (guint8) g_rand_int_range (rand, 0, CW_N_STATUSES),
        .negated = g_rand_int_range (rand, 0, 4) == 0,
      };

      if (link.relation == CW_RELATION_NONE)
        {
          link.object_id = 0;
          link.object_list_id = inverted ? LINKS_LEFT_LIST : LINKS_RIGHT_LIST;
          link.negated = FALSE;
        }
      g_array_append_val (links, link);
    }

  return links;
}
