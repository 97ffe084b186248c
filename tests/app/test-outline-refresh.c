/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists.h"
#include "row-watch.h"

#include "model/list-draft.h"

#define A_CODES "1 1.1 1.2 2 2.1 2.1.1 2.1.2 2.2 3"

typedef struct
{
  CwList *a;
  CwList *b;
  CwOutlineModel *model;
  RowWatch *watch;
} Fixture;

static void
show (Fixture *fixture, CwList *list, CwList *other)
{
  g_autoptr (GPtrArray) lists = lists_array (list, other, NULL);

  cw_outline_model_set_lists (fixture->model, lists);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->a = lists_new (1, "a", A_CODES);
  fixture->b = lists_new (2, "b", "1 1.1 2");
  fixture->model = cw_outline_model_new ();
  fixture->watch = row_watch_new (fixture->model);
  show (fixture, fixture->a, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  row_watch_check (fixture->watch);
  row_watch_free (fixture->watch);
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->a);
  g_assert_finalize_object (fixture->b);
}

static void
fold (Fixture *fixture, const char *name)
{
  cw_outline_model_set_expanded (fixture->model, lists_find_row (fixture->model, name), FALSE);
}

static void
refresh (CwOutlineModel *model, CwListDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = cw_list_draft_build (draft, &error);
  g_autoptr (GPtrArray) lists = lists_array (list, NULL);

  g_assert_no_error (error);
  cw_outline_model_refresh_lists (model, lists);
  g_assert_true (g_ptr_array_index (cw_outline_model_get_lists (model), 0) == list);
}

/* After an edit of the list rows stay the same objects, folded as they were, and as few as can be are
 * said to have changed. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwListDraft) draft = cw_list_draft_new_from_list (fixture->a);
  CwOutlineRow *row = lists_find_row (fixture->model, "2.1");
  CwDraftItem *item;

  fold (fixture, "2.1");
  row_watch_take_n_changes (fixture->watch);
  item = cw_list_draft_get_item (draft, cw_list_draft_add_after (draft, 2));
  item->id = 4711;
  cw_draft_item_add_label (item, "en", "new", CW_LABEL_PREFERRED, CW_LABEL_USER);
  refresh (fixture->model, draft);
  assert_rows (fixture->model, "1- 1.1 1.2 1.3 2- 2.1+ 2.2 3");
  g_assert_cmpuint (row_watch_take_n_changes (fixture->watch), ==, 1);
  g_assert_true (lists_find_row (fixture->model, "2.1") == row);

  /* Only what shows of it is another. */
  g_free (cw_draft_item_get_label (cw_list_draft_get_item (draft, 0), 0)->text);
  cw_draft_item_get_label (cw_list_draft_get_item (draft, 0), 0)->text = g_strdup ("Else");
  refresh (fixture->model, draft);
  g_assert_cmpuint (row_watch_take_n_changes (fixture->watch), ==, 0);

  cw_outline_model_set_filter (fixture->model, "else");
  assert_rows (fixture->model, "1-");
  cw_list_draft_move_down (draft, 0);
  refresh (fixture->model, draft);
  assert_rows (fixture->model, "1-");
  cw_outline_model_set_filter (fixture->model, "");
  assert_rows (fixture->model, "2- 2.1+ 2.2 1- 1.1 1.2 1.3 3");
  refresh (fixture->model, draft);
  g_assert_cmpuint (cw_outline_model_find_item (fixture->model, 4711, NULL), ==, 6);
}

static void
edit_at_random (GRand *rand, CwListDraft *draft, gint64 *next_id)
{
  guint n_items = cw_list_draft_get_n_items (draft);
  guint at = n_items > 0 ? (guint) g_rand_int_range (rand, 0, (int) n_items) : 0;
  CwDraftItem *item;

  switch (n_items > 0 ? g_rand_int_range (rand, 0, 6) : 0)
    {
    case 0:
    case 1:
      item = cw_list_draft_get_item (draft, cw_list_draft_add_below (draft, (int) n_items > 0
                                                                              ? (int) at
                                                                              : CW_DRAFT_NOWHERE));
      item->id = (*next_id)++;
      cw_draft_item_add_label (item, "en", "x", CW_LABEL_PREFERRED, CW_LABEL_USER);
      break;
    case 2:
      cw_list_draft_remove (draft, at);
      break;
    case 3:
      cw_list_draft_indent (draft, at);
      break;
    case 4:
      cw_list_draft_outdent (draft, at);
      break;
    default:
      cw_list_draft_move_up (draft, at);
      break;
    }
}

/* What shows is what a new model shows that is folded alike. */
static void
check_against_new (CwOutlineModel *model, GHashTable *folded)
{
  g_autoptr (CwOutlineModel) fresh = cw_outline_model_new ();
  CwList *list = g_ptr_array_index (cw_outline_model_get_lists (model), 0);
  g_autofree char *shown = lists_format_model (model);
  g_autofree char *wanted = NULL;

  cw_outline_model_set_lists (fresh, cw_outline_model_get_lists (model));
  for (guint i = cw_list_get_n_items (list); i-- > 0;)
    {
      const CwItem *item = cw_list_get_item (list, i);
      guint position = cw_outline_model_find_item (fresh, item->id, NULL);
      g_autoptr (CwOutlineRow) row = NULL;

      if (!g_hash_table_contains (folded, &item->id) || item->n_descendants == 0)
        continue;
      row = CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (fresh), position));
      cw_outline_model_set_expanded (fresh, row, FALSE);
    }
  wanted = lists_format_model (fresh);
  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_refresh_at_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (CwListDraft) draft = cw_list_draft_new_from_list (fixture->a);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 next_id = 10000;

  for (guint i = 0; i < 300; i++)
    {
      guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));

      if (n_rows > 0 && g_rand_boolean (rand))
        {
          g_autoptr (CwOutlineRow) row = CW_OUTLINE_ROW (
            g_list_model_get_object (G_LIST_MODEL (fixture->model),
                                     (guint) g_rand_int_range (rand, 0, (int) n_rows)));
          gint64 id = cw_outline_row_get_item (row)->id;
          gboolean expanded = cw_outline_row_is_expanded (row);

          if (!cw_outline_row_has_children (row))
            continue;
          cw_outline_model_set_expanded (fixture->model, row, !expanded);
          if (expanded)
            g_hash_table_add (folded, g_memdup2 (&id, sizeof id));
          else
            g_hash_table_remove (folded, &id);
        }
      else
        {
          edit_at_random (rand, draft, &next_id);
          refresh (fixture->model, draft);
        }
      row_watch_check (fixture->watch);
      check_against_new (fixture->model, folded);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/outline-refresh/one-by-one", test_refresh);
  ADD ("/outline-refresh/at-random", test_refresh_at_random);

  return g_test_run ();
}
