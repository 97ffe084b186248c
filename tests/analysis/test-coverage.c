/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/coverage.h"
#include "links.h"
#include "model/list-builder.h"

#define OTHER_LIST 3

/* A list of @n_items items, numbered on from @first_id. */
static CwList *
make_list (gint64 id, gint64 first_id, guint n_items)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup_printf ("list-%d", (int) id);
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "A list");
  cw_text_set (card->title, "en", "A list");
  builder = cw_list_builder_new (id, card);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);

      cw_list_builder_add_item (builder, first_id + i, i % 3 == 0 ? 0 : 1, code, NULL, FALSE);
      cw_list_builder_add_label (builder, "en", code, CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

/* Linked by one link that holds; without a counterpart where that was found of every list
 * opposite; else open. */
static CwItemState
judge (GArray *links, gint64 item_id, GPtrArray *opposite)
{
  guint n_absent = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwLink, i);

      if ((link->subject_id == item_id || link->object_id == item_id) &&
          link->relation != CW_RELATION_NONE && !link->negated &&
          link->status != CW_STATUS_REJECTED)
        return CW_ITEM_LINKED;
    }

  for (guint i = 0; i < opposite->len; i++)
    {
      gboolean absent = FALSE;

      for (guint j = 0; j < links->len; j++)
        {
          const CwLink *link = &g_array_index (links, CwLink, j);

          if (link->subject_id == item_id && link->relation == CW_RELATION_NONE &&
              link->status != CW_STATUS_REJECTED &&
              link->object_list_id == cw_list_get_id (g_ptr_array_index (opposite, i)))
            absent = TRUE;
        }
      if (absent)
        n_absent++;
    }

  return opposite->len > 0 && n_absent == opposite->len ? CW_ITEM_ABSENT : CW_ITEM_OPEN;
}

static void
check_side (CwLinkIndex *index,
            GArray *links,
            GPtrArray *lists,
            GPtrArray *opposite,
            guint seen[CW_N_ITEM_STATES])
{
  CwCoverage coverage, wanted = { 0 };

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);
          CwItemState state = judge (links, item->id, opposite);

          g_assert_cmpint (cw_coverage_get_state (index, item, opposite), ==, state);
          wanted.counts[state]++;
          wanted.n_items++;
          seen[state]++;
        }
    }

  cw_coverage_count (index, lists, opposite, &coverage);
  g_assert_cmpuint (coverage.n_items, ==, wanted.n_items);
  for (guint i = 0; i < CW_N_ITEM_STATES; i++)
    g_assert_cmpuint (coverage.counts[i], ==, wanted.counts[i]);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (CwList) left = make_list (LINKS_LEFT_LIST, 1, LINKS_N_ITEMS);
  g_autoptr (CwList) right = make_list (LINKS_RIGHT_LIST, LINKS_N_ITEMS + 1, LINKS_N_ITEMS);
  g_autoptr (CwList) other = make_list (OTHER_LIST, 2 * LINKS_N_ITEMS + 1, 5);
  g_autoptr (GPtrArray) left_side = g_ptr_array_new ();
  g_autoptr (GPtrArray) right_side = g_ptr_array_new ();
  g_autoptr (GPtrArray) two_lists = g_ptr_array_new ();
  guint seen[CW_N_ITEM_STATES] = { 0 };

  g_ptr_array_add (left_side, left);
  g_ptr_array_add (right_side, right);
  g_ptr_array_add (two_lists, right);
  g_ptr_array_add (two_lists, other);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) links = links_new_random (rand, (guint) g_rand_int_range (rand, 0, 120));
      g_autoptr (CwLinkIndex) index = NULL;

      /* Some are without a counterpart in the other list too. */
      for (gint64 id = 1; id <= LINKS_N_ITEMS; id += 2)
        {
          CwLink absence = { .id = 1000 + id, .subject_id = id, .object_list_id = OTHER_LIST };

          g_array_append_val (links, absence);
        }
      index = cw_link_index_new (links);
      check_side (index, links, left_side, right_side, seen);
      check_side (index, links, right_side, left_side, seen);
      check_side (index, links, left_side, two_lists, seen);
      check_side (index, links, two_lists, left_side, seen);
    }
  for (guint i = 0; i < CW_N_ITEM_STATES; i++)
    g_assert_cmpuint (seen[i], >, 0);
}

/* With nothing opposite nothing can be said. */
static void
test_nothing_opposite (void)
{
  g_autoptr (CwList) left = make_list (LINKS_LEFT_LIST, 1, 5);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwLinkIndex) index = cw_link_index_new (links);
  CwCoverage coverage;

  g_ptr_array_add (lists, left);
  cw_coverage_count (index, lists, none, &coverage);
  g_assert_cmpuint (coverage.n_items, ==, 5);
  g_assert_cmpuint (coverage.counts[CW_ITEM_OPEN], ==, 5);
  cw_coverage_count (index, none, lists, &coverage);
  g_assert_cmpuint (coverage.n_items, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/random", test_random);
  g_test_add_func ("/coverage/nothing-opposite", test_nothing_opposite);

  return g_test_run ();
}
