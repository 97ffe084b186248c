/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-builder.h"

static CwListCard *
make_card (void)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup ("xa-list");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "List");
  cw_text_set (card->title, "en", "The list");

  return card;
}

static void
add (CwListBuilder *builder, guint depth, const char *code, gboolean verified)
{
  cw_list_builder_add_item (builder, 0, depth, code, NULL, verified);
  cw_list_builder_add_label (builder, "en", code, CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
}

static void
test_structure (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (7, make_card ());
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;
  const CwItem *first;

  add (builder, 0, "1", TRUE);
  add (builder, 1, "1.1", FALSE);
  add (builder, 2, "1.1.1", TRUE);
  add (builder, 1, "1.2", FALSE);
  add (builder, 0, "2", FALSE);
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  g_assert_cmpint (cw_list_get_id (list), ==, 7);
  g_assert_cmpuint (cw_list_get_n_items (list), ==, 5);
  g_assert_cmpuint (cw_list_get_n_levels (list), ==, 3);
  g_assert_cmpuint (cw_list_get_n_verified (list), ==, 2);

  first = cw_list_get_item (list, 0);
  g_assert_cmpuint (first->n_descendants, ==, 3);
  g_assert_null (first->parent);
  g_assert_true (first->list == list);
  g_assert_true (cw_list_find_item (list, "1.1.1")->parent == cw_list_find_item (list, "1.1"));
  g_assert_true (cw_list_find_item (list, "1.2")->parent == first);
  g_assert_null (cw_list_find_item (list, "2")->parent);
  g_assert_cmpuint (cw_list_find_item (list, "2")->index, ==, 4);
  g_assert_null (cw_list_find_item (list, "3"));
}

/* Items hold pointers into arrays that move while they grow. */
static void
test_many_items (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());
  g_autoptr (CwList) list = NULL;
  const CwFigures figures = { 3, 1.5, "all", "things" };

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      add (builder, i % 2, code, FALSE);
      if (i % 2 == 1)
        cw_list_builder_set_figures (builder, &figures);
    }
  list = cw_list_builder_end (builder, NULL);

  for (guint i = 0; i < 5000; i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      g_assert_cmpstr (item->labels[0].text, ==, item->code);
      g_assert_cmpuint (item->n_labels, ==, 1);
      g_assert_true (item->parent == (i % 2 == 1 ? cw_list_get_item (list, i - 1) : NULL));
      g_assert_cmpint (item->figures != NULL, ==, i % 2 == 1);
      if (item->figures != NULL)
        g_assert_cmpstr (item->figures->unit, ==, "things");
    }
}

static void
test_languages (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());
  g_autoptr (CwList) list = NULL;
  g_auto (GStrv) languages = NULL;
  g_autofree char *joined = NULL;

  add (builder, 0, "1", FALSE);
  cw_list_builder_add_label (builder, "ko", "하나", CW_LABEL_ALTERNATIVE, CW_LABEL_USER);
  add (builder, 0, "2", FALSE);
  cw_list_builder_add_label (builder, "ja", "二", CW_LABEL_PREFERRED, CW_LABEL_SEED);
  list = cw_list_builder_end (builder, NULL);
  languages = cw_list_get_languages (list);
  joined = g_strjoinv (" ", languages);
  g_assert_cmpstr (joined, ==, "en ja ko");
}

/* Ends @builder, which has something wrong in it. */
static void
assert_fails (CwListBuilder *builder, CwListError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = cw_list_builder_end (builder, &error);

  g_assert_null (list);
  g_assert_error (error, CW_LIST_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_bad_items (void)
{
  g_autoptr (CwListBuilder) empty_code = cw_list_builder_new (0, make_card ());
  g_autoptr (CwListBuilder) twice = cw_list_builder_new (0, make_card ());
  g_autoptr (CwListBuilder) no_label = cw_list_builder_new (0, make_card ());
  g_autoptr (CwListBuilder) empty_label = cw_list_builder_new (0, make_card ());
  g_autoptr (CwListBuilder) bad_language = cw_list_builder_new (0, make_card ());

  add (empty_code, 0, "", FALSE);
  assert_fails (empty_code, CW_LIST_ERROR_CODE, "An item has no code");

  add (twice, 0, "1", FALSE);
  add (twice, 1, "2", FALSE);
  add (twice, 0, "2", FALSE);
  assert_fails (twice, CW_LIST_ERROR_CODE, "The code “2” stands twice");

  cw_list_builder_add_item (no_label, 0, 0, "1", NULL, FALSE);
  assert_fails (no_label, CW_LIST_ERROR_LABEL, "Item “1” has no label");

  add (empty_label, 0, "1", FALSE);
  cw_list_builder_add_label (empty_label, "ja", "", CW_LABEL_PREFERRED, CW_LABEL_SEED);
  assert_fails (empty_label, CW_LIST_ERROR_LABEL, "Item “1” has an empty label in “ja”");

  add (bad_language, 0, "1", FALSE);
  cw_list_builder_add_label (bad_language, "en_US", "x", CW_LABEL_PREFERRED, CW_LABEL_USER);
  assert_fails (bad_language, CW_LIST_ERROR_LABEL,
                "Item “1” has a label in “en_US”, which is no language tag");
}

static void
assert_card_fails (CwListCard *card, const char *message)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, card);

  add (builder, 0, "1", FALSE);
  assert_fails (builder, CW_LIST_ERROR_CARD, message);
}

static CwListCard *
make_card_with (gsize offset, const char *value)
{
  CwListCard *card = make_card ();
  char **field = G_STRUCT_MEMBER_P (card, offset);

  g_free (*field);
  *field = g_strdup (value);

  return card;
}

static void
test_bad_cards (void)
{
  CwListCard *untitled = make_card ();

  cw_text_free (untitled->title);
  untitled->title = cw_text_new ();

  assert_card_fails (cw_list_card_new (), "The list has no id");
  assert_card_fails (make_card_with (G_STRUCT_OFFSET (CwListCard, key), ""), "The list has no id");
  assert_card_fails (make_card_with (G_STRUCT_OFFSET (CwListCard, jurisdiction), "China"),
                     "The list “xa-list” has no jurisdiction of two letters");
  assert_card_fails (make_card_with (G_STRUCT_OFFSET (CwListCard, issued), "2024-02-30"),
                     "The list “xa-list” has no date of issue in the form YYYY-MM-DD");
  assert_card_fails (make_card_with (G_STRUCT_OFFSET (CwListCard, official_language), NULL),
                     "The list “xa-list” has no official language");
  assert_card_fails (untitled, "The list “xa-list” has no title");
}

/* A builder that is given up frees what it holds; a sanitizer would tell. */
static void
test_given_up (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());

  add (builder, 0, "1", FALSE);
  add (builder, 0, "1", FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/list/structure", test_structure);
  g_test_add_func ("/model/list/many-items", test_many_items);
  g_test_add_func ("/model/list/languages", test_languages);
  g_test_add_func ("/model/list/bad-items", test_bad_items);
  g_test_add_func ("/model/list/bad-cards", test_bad_cards);
  g_test_add_func ("/model/list/given-up", test_given_up);

  return g_test_run ();
}
