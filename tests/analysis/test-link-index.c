/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/link-index.h"
#include "links.h"

static gboolean
is_of (const CwLink *link, gint64 item_id)
{
  return link->subject_id == item_id || link->object_id == item_id;
}

/* The links of an item, in the order in which they were given. */
static void
check_lookup (CwLinkIndex *index, GArray *links, gint64 item_id)
{
  guint first = 0;
  guint n_entries = cw_link_index_lookup (index, item_id, &first);
  guint n_found = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);

      if (!is_of (link, item_id))
        continue;
      g_assert_cmpuint (n_found, <, n_entries);
      g_assert_cmpint (cw_link_index_get_entry (index, first + n_found)->id, ==, link->id);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, n_entries);
}

/* How strong a relation is, the strongest first. */
static int
rank (CwRelation relation)
{
  static const int ranks[CW_N_RELATIONS] = {
    [CW_RELATION_NONE] = 9,    [CW_RELATION_EXACT] = 1,  [CW_RELATION_CLOSE] = 2,
    [CW_RELATION_BROAD] = 3,   [CW_RELATION_NARROW] = 4, [CW_RELATION_OVERLAP] = 5,
    [CW_RELATION_RELATED] = 6,
  };

  return ranks[relation];
}

static void
check_summary (CwLinkIndex *index, GArray *links, gint64 item_id)
{
  CwRelation strongest, wanted = CW_RELATION_NONE;
  gboolean absent, wanted_absent = FALSE;
  guint n_links = cw_link_index_summarize (index, item_id, &strongest, &absent);
  guint n_wanted = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);
      CwRelation relation = link->relation;

      if (!is_of (link, item_id) || link->status == CW_STATUS_REJECTED || link->negated)
        continue;
      if (relation == CW_RELATION_NONE)
        {
          wanted_absent = TRUE;
          continue;
        }
      if (link->object_id == item_id && relation == CW_RELATION_BROAD)
        relation = CW_RELATION_NARROW;
      else if (link->object_id == item_id && relation == CW_RELATION_NARROW)
        relation = CW_RELATION_BROAD;
      if (n_wanted++ == 0 || rank (relation) < rank (wanted))
        wanted = relation;
    }

  g_assert_cmpuint (n_links, ==, n_wanted);
  g_assert_cmpint (strongest, ==, wanted);
  g_assert_cmpint (absent, ==, wanted_absent);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) links = links_new_random (rand, (guint) g_rand_int_range (rand, 0, 200));
      g_autoptr (CwLinkIndex) index = cw_link_index_new (links);
      g_autoptr (CwLinkIndex) other = cw_link_index_ref (index);

      g_assert_cmpuint (cw_link_index_get_n_links (other), ==, links->len);
      for (guint i = 0; i < links->len; i++)
        g_assert_cmpint (cw_link_index_get_link (index, i)->id, ==,
                         g_array_index (links, CwLink, i).id);
      for (gint64 id = 0; id <= 2 * LINKS_N_ITEMS + 1; id++)
        {
          if (id > 0)
            check_lookup (index, links, id);
          check_summary (index, links, id == 0 ? -1 : id);
        }
    }
}

static void
test_nothing (void)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwLinkIndex) index = cw_link_index_new (links);
  guint first;

  g_assert_cmpuint (cw_link_index_get_n_links (index), ==, 0);
  g_assert_cmpuint (cw_link_index_lookup (index, 1, &first), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-index/random", test_random);
  g_test_add_func ("/link-index/nothing", test_nothing);

  return g_test_run ();
}
