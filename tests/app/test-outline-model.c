/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists.h"
#include "row-watch.h"

#include "model/list-builder.h"

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
unfold (Fixture *fixture, const char *name)
{
  cw_outline_model_set_expanded (fixture->model, lists_find_row (fixture->model, name), TRUE);
}

static void
test_empty (void)
{
  g_autoptr (CwOutlineModel) model = cw_outline_model_new ();
  g_autoptr (GPtrArray) none = lists_array (NULL, NULL);

  assert_rows (model, "");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == CW_TYPE_OUTLINE_ROW);
  cw_outline_model_set_lists (model, none);
  cw_outline_model_set_filter (model, "x");
  cw_outline_model_set_all_expanded (model, FALSE);
  assert_rows (model, "");
  g_assert_cmpuint (cw_outline_model_get_n_matches (model), ==, 0);
  g_assert_cmpuint (cw_outline_model_find_item (model, 1, NULL), ==, CW_OUTLINE_NOWHERE);
  g_assert_cmpuint (cw_outline_model_reveal_item (model, 1), ==, CW_OUTLINE_NOWHERE);
  g_assert_cmpuint (cw_outline_model_find_parent (model, 0), ==, CW_OUTLINE_NOWHERE);
}

static void
test_folding (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1- 2.1.1 2.1.2 2.2 3");
  fold (fixture, "2.1");
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1+ 2.2 3");
  fold (fixture, "2");
  assert_rows (fixture->model, "1- 1.1 1.2 2+ 3");
  /* What was folded inside stays folded. */
  unfold (fixture, "2");
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1+ 2.2 3");
  unfold (fixture, "2.1");
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1- 2.1.1 2.1.2 2.2 3");
  cw_outline_model_set_all_expanded (fixture->model, FALSE);
  assert_rows (fixture->model, "1+ 2+ 3");
  unfold (fixture, "2");
  assert_rows (fixture->model, "1+ 2- 2.1+ 2.2 3");
  cw_outline_model_set_all_expanded (fixture->model, TRUE);
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1- 2.1.1 2.1.2 2.2 3");
}

/* Folding what is folded, or what has nothing in it, changes nothing and says nothing. */
static void
test_folding_nothing (Fixture *fixture, gconstpointer data)
{
  CwOutlineRow *leaf = lists_find_row (fixture->model, "3");
  g_autoptr (CwOutlineRow) stranger = cw_outline_row_new (fixture->b, NULL, 0, TRUE);

  row_watch_take_n_changes (fixture->watch);
  unfold (fixture, "1");
  cw_outline_model_set_expanded (fixture->model, leaf, TRUE);
  cw_outline_model_set_expanded (fixture->model, leaf, FALSE);
  cw_outline_model_set_expanded (fixture->model, stranger, FALSE);
  g_assert_false (cw_outline_row_is_expanded (leaf));
  g_assert_cmpuint (row_watch_take_n_changes (fixture->watch), ==, 0);

  fold (fixture, "1");
  g_assert_cmpuint (row_watch_take_n_changes (fixture->watch), ==, 1);
  fold (fixture, "1");
  g_assert_cmpuint (row_watch_take_n_changes (fixture->watch), ==, 0);
}

static void
test_headings (Fixture *fixture, gconstpointer data)
{
  show (fixture, fixture->a, fixture->b);
  assert_rows (fixture->model, "[a]- 1- 1.1 1.2 2- 2.1- 2.1.1 2.1.2 2.2 3 [b]- 1- 1.1 2");
  fold (fixture, "[a]");
  assert_rows (fixture->model, "[a]+ [b]- 1- 1.1 2");
  unfold (fixture, "[a]");
  /* Folding all leaves the headings open. */
  fold (fixture, "[b]");
  cw_outline_model_set_all_expanded (fixture->model, FALSE);
  assert_rows (fixture->model, "[a]- 1+ 2+ 3 [b]- 1+ 2");
  /* Headings are never looked for. */
  cw_outline_model_set_filter (fixture->model, "2");
  assert_rows (fixture->model, "[a]- 1- 1.2 2- 2.1- 2.1.1 2.1.2 2.2 [b]- 2");
  cw_outline_model_set_filter (fixture->model, "a");
  assert_rows (fixture->model, "");
  cw_outline_model_set_filter (fixture->model, "");
  assert_rows (fixture->model, "[a]- 1+ 2+ 3 [b]- 1+ 2");
  show (fixture, fixture->b, NULL);
  assert_rows (fixture->model, "1- 1.1 2");
}

static void
test_depth (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (cw_outline_row_get_depth (lists_find_row (fixture->model, "2.1.1")), ==, 2);
  g_assert_true (cw_outline_row_get_list (lists_find_row (fixture->model, "1")) == fixture->a);
  show (fixture, fixture->a, fixture->b);
  g_assert_cmpuint (cw_outline_row_get_depth (lists_find_row (fixture->model, "2.1.1")), ==, 3);
  g_assert_cmpuint (cw_outline_row_get_depth (lists_find_row (fixture->model, "[b]")), ==, 0);
}

/* What stands above a match is kept, and nothing else. */
static void
test_filter_keeps_ancestors (Fixture *fixture, gconstpointer data)
{
  g_assert_false (cw_outline_model_is_filtered (fixture->model));
  cw_outline_model_set_filter (fixture->model, "2.1.2");
  g_assert_true (cw_outline_model_is_filtered (fixture->model));
  assert_rows (fixture->model, "2- 2.1- 2.1.2");
  g_assert_cmpuint (cw_outline_model_get_n_matches (fixture->model), ==, 1);
  cw_outline_model_set_filter (fixture->model, "none such");
  assert_rows (fixture->model, "");
  g_assert_cmpuint (cw_outline_model_get_n_matches (fixture->model), ==, 0);
  cw_outline_model_set_filter (fixture->model, "  ");
  g_assert_false (cw_outline_model_is_filtered (fixture->model));
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1- 2.1.1 2.1.2 2.2 3");
}

/* A match shows though it was folded away, and what was folded is folded again afterwards. */
static void
test_filter_and_folding (Fixture *fixture, gconstpointer data)
{
  fold (fixture, "2.1");
  fold (fixture, "2");
  cw_outline_model_set_filter (fixture->model, "2.1");
  assert_rows (fixture->model, "2- 2.1- 2.1.1 2.1.2");
  fold (fixture, "2.1");
  assert_rows (fixture->model, "2- 2.1+");
  cw_outline_model_set_filter (fixture->model, "2.1.");
  assert_rows (fixture->model, "2- 2.1- 2.1.1 2.1.2");
  cw_outline_model_set_filter (fixture->model, "");
  assert_rows (fixture->model, "1- 1.1 1.2 2+ 3");
  unfold (fixture, "2");
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1+ 2.2 3");
}

static void
test_filter_stays_with_other_lists (Fixture *fixture, gconstpointer data)
{
  cw_outline_model_set_filter (fixture->model, "1.1");
  assert_rows (fixture->model, "1- 1.1 2- 2.1- 2.1.1");
  show (fixture, fixture->b, NULL);
  assert_rows (fixture->model, "1- 1.1");
  g_assert_cmpuint (cw_outline_model_get_n_matches (fixture->model), ==, 1);
  show (fixture, fixture->a, NULL);
}

typedef struct
{
  const char *text;
  const char *rows;
} Search;

static const Search searches[] = {
  /* Code and label */
  { "7.1", "7.1" },
  { "robot", "7.2" },
  /* Any language */
  { "机器人", "7.2" },
  { "量子", "7.1" },
  { "ロボット", "7.2" },
  /* Case, width, accents, white space */
  { "QUANTUM", "7.1" },
  { "ＡＢＣ", "7.3" },
  { "abc", "7.3" },
  { "ﾛﾎﾞｯﾄ", "7.2" },
  { "energie", "7.3" },
  { "ÉNERGIE", "7.3" },
  { "  quantum\t ", "7.1" },
  /* Several words, in any order and any of the labels */
  { "computing quantum", "7.1" },
  { "7.1 quantum 量子", "7.1" },
  { "quantum robot", "" },
  /* A word is never found across two labels. */
  { "computing量子", "" },
  { "m7.1", "" },
};

static CwList *
make_labelled_list (void)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  static const struct
  {
    const char *code;
    const char *labels[3];
  } items[] = {
    { "7.1", { "Quantum computing", "量子计算", "量子コンピュータ" } },
    { "7.2", { "Robots", "机器人", "ロボット" } },
    { "7.3", { "Énergie ABC", "能源", NULL } },
  };
  static const char *const languages[] = { "en", "zh-Hans", "ja" };
  CwList *list;

  card->key = g_strdup ("l");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-05-01");
  card->citation = g_strdup ("Gazette 7");
  card->document_number = g_strdup ("");
  card->url = g_strdup ("");
  card->official_language = g_strdup ("en");
  card->notes = g_strdup ("");
  card->verification = g_strdup ("");
  cw_text_set (card->short_title, "en", "l");
  cw_text_set (card->title, "en", "l");
  cw_text_set (card->issuer, "en", "Nobody");
  builder = cw_list_builder_new (1, card);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      cw_list_builder_add_item (builder, i + 1, 0, items[i].code, NULL, TRUE);
      for (guint j = 0; j < G_N_ELEMENTS (languages) && items[i].labels[j] != NULL; j++)
        cw_list_builder_add_label (builder, languages[j], items[i].labels[j], CW_LABEL_PREFERRED,
                                   CW_LABEL_OFFICIAL);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static void
test_searches (void)
{
  g_autoptr (CwOutlineModel) model = cw_outline_model_new ();
  g_autoptr (CwList) list = make_labelled_list ();
  g_autoptr (GPtrArray) lists = lists_array (list, NULL);

  cw_outline_model_set_lists (model, lists);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      cw_outline_model_set_filter (model, searches[i].text);
      assert_rows (model, searches[i].rows);
    }
}

static void
test_state_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GPtrArray) opposite = lists_array (fixture->b, NULL);
  g_autoptr (CwLinkIndex) index = NULL;
  g_autoptr (CwLinkIndex) no_links = cw_link_index_new (links);
  CwLink link = { .id = 1,
                  .subject_id = lists_item_id (fixture->a, "2.1.1"),
                  .object_id = lists_item_id (fixture->b, "1"),
                  .relation = CW_RELATION_CLOSE };
  CwLink absence = { .id = 2,
                     .subject_id = lists_item_id (fixture->a, "3"),
                     .object_list_id = 2,
                     .relation = CW_RELATION_NONE };

  g_array_append_val (links, link);
  g_array_append_val (links, absence);
  index = cw_link_index_new (links);
  cw_outline_model_set_links (fixture->model, index, opposite);

  g_assert_cmpuint (cw_outline_row_get_n_links (lists_find_row (fixture->model, "2.1.1")), ==, 1);
  g_assert_cmpuint (cw_outline_row_get_strongest (lists_find_row (fixture->model, "2.1.1")), ==,
                    CW_RELATION_CLOSE);
  g_assert_cmpuint (cw_outline_row_get_n_links (lists_find_row (fixture->model, "2.1")), ==, 0);
  cw_outline_model_set_state_filter (fixture->model, CW_ITEM_LINKED);
  assert_rows (fixture->model, "2- 2.1- 2.1.1");
  cw_outline_model_set_state_filter (fixture->model, CW_ITEM_ABSENT);
  assert_rows (fixture->model, "3");
  cw_outline_model_set_state_filter (fixture->model, CW_ITEM_OPEN);
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1- 2.1.2 2.2");
  /* With words as well. */
  cw_outline_model_set_filter (fixture->model, "2.1");
  assert_rows (fixture->model, "2- 2.1- 2.1.2");
  cw_outline_model_set_filter (fixture->model, "");
  /* It follows what is said. */
  cw_outline_model_set_links (fixture->model, no_links, opposite);
  assert_rows (fixture->model, "1- 1.1 1.2 2- 2.1- 2.1.1 2.1.2 2.2 3");
  cw_outline_model_set_state_filter (fixture->model, -1);
  g_assert_false (cw_outline_model_is_filtered (fixture->model));
}

static void
assert_found (Fixture *fixture, const char *code, const char *row, gboolean folded)
{
  gboolean is_folded;
  guint position =
    cw_outline_model_find_item (fixture->model, lists_item_id (fixture->a, code), &is_folded);
  g_autoptr (CwOutlineRow) found = NULL;

  g_assert_cmpint (is_folded, ==, folded);
  if (row == NULL)
    {
      g_assert_cmpuint (position, ==, CW_OUTLINE_NOWHERE);
      return;
    }
  found = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
  g_assert_true (found == lists_find_row (fixture->model, row));
}

static void
assert_next_open (Fixture *fixture, const char *after, const char *code)
{
  const CwItem *item =
    cw_outline_model_find_next_open (fixture->model,
                                     after != NULL ? cw_list_find_item (fixture->a, after) : NULL);

  g_assert_true (item == (code != NULL ? cw_list_find_item (fixture->a, code) : NULL));
}

/* Folded or not, and from the beginning again after the end. */
static void
test_next_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GPtrArray) opposite = lists_array (fixture->b, NULL);
  g_autoptr (CwLinkIndex) index = NULL;

  for (guint i = 0; i < cw_list_get_n_items (fixture->a); i++)
    {
      const CwItem *item = cw_list_get_item (fixture->a, i);
      CwLink link = { .id = i + 1,
                      .subject_id = item->id,
                      .object_id = lists_item_id (fixture->b, "1"),
                      .relation = CW_RELATION_CLOSE };

      if (!g_str_equal (item->code, "1.2") && !g_str_equal (item->code, "2.1.1"))
        g_array_append_val (links, link);
    }
  index = cw_link_index_new (links);
  cw_outline_model_set_links (fixture->model, index, opposite);
  cw_outline_model_set_all_expanded (fixture->model, FALSE);

  assert_next_open (fixture, NULL, "1.2");
  assert_next_open (fixture, "1", "1.2");
  assert_next_open (fixture, "1.2", "2.1.1");
  assert_next_open (fixture, "2.1.1", "1.2");
  assert_next_open (fixture, "3", "1.2");
  show (fixture, fixture->b, NULL);
  g_assert_true (
    cw_outline_model_find_next_open (fixture->model, cw_list_find_item (fixture->b, "1")) ==
    cw_list_find_item (fixture->b, "1.1"));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "2.1.2", "2.1.2", FALSE);
  fold (fixture, "2.1");
  assert_found (fixture, "2.1.2", "2.1", TRUE);
  fold (fixture, "2");
  assert_found (fixture, "2.1.2", "2", TRUE);
  assert_found (fixture, "2", "2", FALSE);
  g_assert_cmpuint (cw_outline_model_find_item (fixture->model, 4711, NULL), ==,
                    CW_OUTLINE_NOWHERE);
  cw_outline_model_set_filter (fixture->model, "2.1");
  assert_found (fixture, "2.1.2", "2.1.2", FALSE);
  assert_found (fixture, "1.1", NULL, FALSE);
  fold (fixture, "2");
  assert_found (fixture, "2.1.2", "2", TRUE);
  cw_outline_model_set_filter (fixture->model, "");
  show (fixture, fixture->a, fixture->b);
  fold (fixture, "[a]");
  assert_found (fixture, "2.1.2", "[a]", TRUE);
  show (fixture, fixture->b, NULL);
  assert_found (fixture, "2.1.2", NULL, FALSE);
}

static void
test_parent (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (cw_outline_model_find_parent (fixture->model, 5), ==, 4);
  g_assert_cmpuint (cw_outline_model_find_parent (fixture->model, 4), ==, 3);
  g_assert_cmpuint (cw_outline_model_find_parent (fixture->model, 3), ==, CW_OUTLINE_NOWHERE);
  g_assert_cmpuint (cw_outline_model_find_parent (fixture->model, 99), ==, CW_OUTLINE_NOWHERE);
  show (fixture, fixture->a, fixture->b);
  g_assert_cmpuint (cw_outline_model_find_parent (fixture->model, 1), ==, 0);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  gint64 id = lists_item_id (fixture->a, "2.1.2");

  cw_outline_model_set_all_expanded (fixture->model, FALSE);
  g_assert_cmpuint (cw_outline_model_reveal_item (fixture->model, id), ==, 4);
  assert_rows (fixture->model, "1+ 2- 2.1- 2.1.1 2.1.2 2.2 3");
  row_watch_take_n_changes (fixture->watch);
  g_assert_cmpuint (cw_outline_model_reveal_item (fixture->model, id), ==, 4);
  g_assert_cmpuint (row_watch_take_n_changes (fixture->watch), ==, 0);
  cw_outline_model_set_filter (fixture->model, "1.1");
  g_assert_cmpuint (cw_outline_model_reveal_item (fixture->model, id), ==, CW_OUTLINE_NOWHERE);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { lists_item_id (fixture->a, "1"), lists_item_id (fixture->a, "2.1"), 4711 };

  cw_outline_model_set_marked (fixture->model, ids, 3);
  g_assert_true (cw_outline_row_is_marked (lists_find_row (fixture->model, "1")));
  g_assert_true (cw_outline_row_is_marked (lists_find_row (fixture->model, "2.1")));
  g_assert_false (cw_outline_row_is_marked (lists_find_row (fixture->model, "2")));
  cw_outline_model_set_marked (fixture->model, &ids[1], 1);
  g_assert_false (cw_outline_row_is_marked (lists_find_row (fixture->model, "1")));
  g_assert_true (cw_outline_row_is_marked (lists_find_row (fixture->model, "2.1")));
  cw_outline_model_set_marked (fixture->model, NULL, 0);
  g_assert_false (cw_outline_row_is_marked (lists_find_row (fixture->model, "2.1")));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline-model/empty", test_empty);
  ADD ("/outline-model/folding", test_folding);
  ADD ("/outline-model/folding-nothing", test_folding_nothing);
  ADD ("/outline-model/headings", test_headings);
  ADD ("/outline-model/depth", test_depth);
  ADD ("/outline-model/filter-keeps-ancestors", test_filter_keeps_ancestors);
  ADD ("/outline-model/filter-and-folding", test_filter_and_folding);
  ADD ("/outline-model/filter-stays-with-other-lists", test_filter_stays_with_other_lists);
  g_test_add_func ("/outline-model/searches", test_searches);
  ADD ("/outline-model/state-filter", test_state_filter);
  ADD ("/outline-model/next-open", test_next_open);
  ADD ("/outline-model/find", test_find);
  ADD ("/outline-model/parent", test_parent);
  ADD ("/outline-model/reveal", test_reveal);
  ADD ("/outline-model/marks", test_marks);

  return g_test_run ();
}
