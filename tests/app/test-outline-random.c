/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists.h"
#include "outline-twin.h"
#include "row-watch.h"

#define N_LISTS 4
#define N_SEEDS 8
#define N_STEPS 400

/* A model beside its twin. */
typedef struct
{
  GRand *rand;
  CwList *lists[N_LISTS];
  CwOutlineModel *model;
  OutlineTwin *twin;
  RowWatch *watch;
} Pair;

static void
pair_open (Pair *pair, guint number)
{
  /* Random numbers begin anew in each case. */
  guint seed = (guint) g_test_rand_int () ^ (number * 2654435761u);

  g_test_message ("seed %u", seed);
  pair->rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < N_LISTS; i++)
    pair->lists[i] =
      lists_new_random (pair->rand, i + 1, (guint) g_rand_int_range (pair->rand, 1, 30));
  pair->model = cw_outline_model_new ();
  pair->twin = outline_twin_new ();
  pair->watch = row_watch_new (pair->model);
}

static void
pair_close (Pair *pair)
{
  row_watch_free (pair->watch);
  outline_twin_free (pair->twin);
  g_assert_finalize_object (pair->model);
  for (guint i = 0; i < N_LISTS; i++)
    g_assert_finalize_object (pair->lists[i]);
  g_rand_free (pair->rand);
}

static const CwItem *
pick_item (Pair *pair)
{
  CwList *list = pair->lists[g_rand_int_range (pair->rand, 0, N_LISTS)];

  return cw_list_get_item (list, (guint) g_rand_int_range (pair->rand, 0,
                                                           (int) cw_list_get_n_items (list)));
}

static void
set_lists (Pair *pair)
{
  guint n_lists = (guint) g_rand_int_range (pair->rand, 0, 4);
  guint first = (guint) g_rand_int_range (pair->rand, 0, N_LISTS);
  g_autoptr (GPtrArray) lists = lists_array (NULL, NULL);

  for (guint i = 0; i < n_lists; i++)
    g_ptr_array_add (lists, g_object_ref (pair->lists[(first + i) % N_LISTS]));
  cw_outline_model_set_lists (pair->model, lists);
  outline_twin_set_lists (pair->twin, lists);
}

static void
set_links (Pair *pair)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (CwList) far = lists_new (9, "far", "1 2 3");
  g_autoptr (GPtrArray) opposite = lists_array (far, NULL);
  g_autoptr (CwLinkIndex) index = NULL;

  for (guint i = 0; i < 30; i++)
    {
      CwLink link = { .id = i + 1, .subject_id = pick_item (pair)->id };

      if (g_rand_boolean (pair->rand))
        {
          link.relation = CW_RELATION_CLOSE;
          link.object_id = lists_item_id (far, "2");
        }
      else
        link.object_list_id = cw_list_get_id (far);
      g_array_append_val (links, link);
    }
  index = cw_link_index_new (links);
  cw_outline_model_set_links (pair->model, index, opposite);
  outline_twin_set_links (pair->twin, index, opposite);
}

static void
set_filter (Pair *pair)
{
  static const char *const texts[] = { "",        "a",       "quantum", "Advanced m", "ＡＤＶ",
                                       "energie", "量子 2.", "1.",      "nowhere",    "制造 先进" };
  const char *text = texts[g_rand_int_range (pair->rand, 0, G_N_ELEMENTS (texts))];

  cw_outline_model_set_filter (pair->model, text);
  outline_twin_set_filter (pair->twin, text);
}

static void
set_state_filter (Pair *pair)
{
  int state = MAX (g_rand_int_range (pair->rand, -4, CW_N_ITEM_STATES), -1);

  cw_outline_model_set_state_filter (pair->model, state);
  outline_twin_set_state_filter (pair->twin, state);
}

static void
toggle_row (Pair *pair)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (pair->model));
  g_autoptr (CwOutlineRow) row = NULL;
  gboolean open = g_rand_boolean (pair->rand);

  if (n_rows == 0)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (pair->model),
                               (guint) g_rand_int_range (pair->rand, 0, (int) n_rows));
  cw_outline_model_set_expanded (pair->model, row, open);
  if (cw_outline_row_has_children (row))
    outline_twin_set_expanded (pair->twin, cw_outline_row_get_list (row),
                               cw_outline_row_get_item (row), open);
}

static void
toggle_all (Pair *pair)
{
  gboolean open = g_rand_boolean (pair->rand);

  cw_outline_model_set_all_expanded (pair->model, open);
  outline_twin_set_all_expanded (pair->twin, open);
}

static void
reveal (Pair *pair)
{
  const CwItem *item = pick_item (pair);
  guint position = cw_outline_model_reveal_item (pair->model, item->id);
  gboolean folded;

  outline_twin_reveal (pair->twin, item);
  g_assert_cmpuint (position, ==, outline_twin_find (pair->twin, item, &folded));
  g_assert_false (folded);
}

static void
check (Pair *pair)
{
  g_autofree char *wanted = outline_twin_format (pair->twin);

  row_watch_check (pair->watch);
  assert_rows (pair->model, wanted);
  if (cw_outline_model_is_filtered (pair->model))
    g_assert_cmpuint (cw_outline_model_get_n_matches (pair->model), ==,
                      outline_twin_get_n_matches (pair->twin));
  for (guint i = 0; i < 4; i++)
    {
      const CwItem *item = pick_item (pair);
      gboolean folded, wanted_folded;
      guint position = cw_outline_model_find_item (pair->model, item->id, &folded);

      g_assert_cmpuint (position, ==, outline_twin_find (pair->twin, item, &wanted_folded));
      g_assert_cmpint (folded, ==, wanted_folded);
    }
}

/* Whatever is done in whatever order, the model shows what its twin does, and says no more and no
 * less than what changed. */
static void
test_random (gconstpointer data)
{
  static void (*const steps[]) (Pair *) = {
    set_lists,  set_links,  set_filter, set_filter, set_state_filter, toggle_row,
    toggle_row, toggle_row, toggle_row, toggle_row, toggle_all,       reveal,
  };
  Pair pair = { 0 };

  pair_open (&pair, GPOINTER_TO_UINT (data));
  set_lists (&pair);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gboolean all = g_rand_int_range (pair.rand, 0, 6) == 0;
      guint kind = (guint) g_rand_int_range (pair.rand, all ? 0 : 2, G_N_ELEMENTS (steps));

      row_watch_take_n_changes (pair.watch);
      steps[kind](&pair);
      g_assert_cmpuint (row_watch_take_n_changes (pair.watch), <=, kind == 0 ? 2 : 1);
      check (&pair);
    }
  pair_close (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SEEDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/outline-random/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }

  return g_test_run ();
}
