/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-builder.h"

/* One list in Chinese. Item 1 has every kind of label, item 1.1 only a translation. */
static CwList *
make_list (void)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, card);
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup ("xa-list");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("zh-Hans");
  cw_text_set (card->short_title, "en", "List");
  cw_text_set (card->title, "en", "The list");

  cw_list_builder_add_item (builder, 1, 0, "1", NULL, TRUE);
  cw_list_builder_add_label (builder, "en", "given", CW_LABEL_PREFERRED, CW_LABEL_TRANSLATION);
  cw_list_builder_add_label (builder, "ja", "種", CW_LABEL_PREFERRED, CW_LABEL_SEED);
  cw_list_builder_add_label (builder, "zh-Hans", "我的", CW_LABEL_PREFERRED, CW_LABEL_USER);
  cw_list_builder_add_label (builder, "zh-Hans", "正式", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
  cw_list_builder_add_label (builder, "en", "mine", CW_LABEL_PREFERRED, CW_LABEL_USER);
  cw_list_builder_add_label (builder, "ko", "다른", CW_LABEL_ALTERNATIVE, CW_LABEL_OFFICIAL);
  cw_list_builder_add_item (builder, 2, 1, "1.1/a b", NULL, FALSE);
  cw_list_builder_add_label (builder, "en", "below", CW_LABEL_PREFERRED, CW_LABEL_TRANSLATION);

  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);
  return list;
}

/* Law 7: the document's own words come before a user's, those before others'. */
static void
test_one_language (void)
{
  g_autoptr (CwList) list = make_list ();
  const CwItem *item = cw_list_get_item (list, 0);

  g_assert_cmpstr (cw_item_get_label (item, "zh-Hans")->text, ==, "正式");
  g_assert_cmpstr (cw_item_get_label (item, "en")->text, ==, "mine");
  g_assert_cmpstr (cw_item_get_label (item, "ja")->text, ==, "種");
  g_assert_null (cw_item_get_label (item, "ko"));
  g_assert_null (cw_item_get_label (item, "zh"));
  g_assert_cmpstr (cw_item_get_official_label (item)->text, ==, "正式");
}

static void
test_choice (void)
{
  g_autoptr (CwList) list = make_list ();
  const CwItem *item = cw_list_get_item (list, 0);
  const CwItem *below = cw_list_get_item (list, 1);
  const char *const german_japanese[] = { "de", "ja", "en", NULL };
  const char *const korean[] = { "ko", NULL };
  const char *const none[] = { NULL };

  g_assert_cmpstr (cw_item_choose_label (item, german_japanese)->text, ==, "種");
  g_assert_cmpstr (cw_item_choose_label (item, korean)->text, ==, "正式");
  g_assert_cmpstr (cw_item_choose_label (item, none)->text, ==, "正式");
  g_assert_cmpstr (cw_item_choose_label (item, NULL)->text, ==, "正式");
  g_assert_cmpstr (cw_item_choose_label (below, korean)->text, ==, "below");
}

/* Only the document's words in its own language can have been checked. */
static void
test_checked (void)
{
  g_autoptr (CwList) list = make_list ();
  const CwItem *item = cw_list_get_item (list, 0);
  const CwItem *below = cw_list_get_item (list, 1);

  for (guint i = 0; i < item->n_labels; i++)
    g_assert_cmpint (cw_item_label_is_checked (item, &item->labels[i]), ==,
                     g_str_equal (item->labels[i].text, "正式"));
  g_assert_false (cw_item_label_is_checked (below, &below->labels[0]));
}

static void
test_iri (void)
{
  g_autoptr (CwList) list = make_list ();
  g_autofree char *iri = cw_item_get_iri (cw_list_get_item (list, 0));
  g_autofree char *escaped = cw_item_get_iri (cw_list_get_item (list, 1));

  g_assert_cmpstr (iri, ==, "https://listcrosswalk.github.io/lists/xa-list/1");
  g_assert_cmpstr (escaped, ==, "https://listcrosswalk.github.io/lists/xa-list/1.1%2Fa%20b");
}

static void
test_path (void)
{
  g_autoptr (CwList) list = make_list ();
  const char *const japanese[] = { "ja", NULL };
  g_autofree char *path = cw_item_get_path (cw_list_get_item (list, 1), japanese);
  g_autofree char *top = cw_item_get_path (cw_list_get_item (list, 0), japanese);

  g_assert_cmpstr (path, ==, "種 › below");
  g_assert_cmpstr (top, ==, "種");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/item/one-language", test_one_language);
  g_test_add_func ("/model/item/choice", test_choice);
  g_test_add_func ("/model/item/checked", test_checked);
  g_test_add_func ("/model/item/iri", test_iri);
  g_test_add_func ("/model/item/path", test_path);

  return g_test_run ();
}
