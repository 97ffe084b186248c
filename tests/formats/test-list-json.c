/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/list-json.h"
#include "model/list-builder.h"

#include <string.h>

#define N_SHIPPED_LISTS 18
#define N_SHIPPED_ITEMS 1078

#define LEFT "tests/fixtures/lists/xa-left-2023.json"
#define RIGHT "tests/fixtures/lists/xb-right-2024.json"

static void
test_shipped_lists_come_back (void)
{
  g_autoptr (GPtrArray) paths = fixture_list_files ("data/lists", ".json");
  guint n_items = 0;

  g_assert_cmpuint (paths->len, ==, N_SHIPPED_LISTS);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (CwList) list = fixture_read_list (path, TRUE);
      g_autoptr (GBytes) bytes = cw_list_json_format (list);
      g_autofree char *name = g_path_get_basename (path);

      fixture_assert_same_bytes (bytes, path);
      g_assert_true (g_str_has_prefix (name, cw_list_get_key (list)));
      g_assert_true (cw_list_get_card (list)->shipped);
      n_items += cw_list_get_n_items (list);
    }
  g_assert_cmpuint (n_items, ==, N_SHIPPED_ITEMS);
}

/* Law 7: each label shows whose words it is. In a shipped list the official language's label is the
 * document's or says that it is a translation. */
static void
test_shipped_labels_have_an_origin (void)
{
  g_autoptr (GPtrArray) paths = fixture_list_files ("data/lists", ".json");
  guint n_labels = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (CwList) list = fixture_read_list (g_ptr_array_index (paths, i), TRUE);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);

          g_assert_nonnull (cw_item_get_official_label (item));
          for (guint k = 0; k < item->n_labels; k++)
            {
              g_assert_nonnull (cw_label_origin_to_key (item->labels[k].origin));
              g_assert_cmpint (item->labels[k].origin, !=, CW_LABEL_USER);
              g_assert_cmpint (item->labels[k].kind, ==, CW_LABEL_PREFERRED);
              n_labels++;
            }
        }
    }
  g_assert_cmpuint (n_labels, >, 3 * N_SHIPPED_ITEMS);
}

static void
test_fixtures_come_back (void)
{
  g_autoptr (CwList) left = fixture_read_list (LEFT, FALSE);
  g_autoptr (CwList) right = fixture_read_list (RIGHT, FALSE);
  g_autoptr (GBytes) left_bytes = cw_list_json_format (left);
  g_autoptr (GBytes) right_bytes = cw_list_json_format (right);

  fixture_assert_same_bytes (left_bytes, LEFT);
  fixture_assert_same_bytes (right_bytes, RIGHT);
  g_assert_false (cw_list_get_card (left)->shipped);
}

static void
test_what_is_read (void)
{
  g_autoptr (CwList) list = fixture_read_list (LEFT, FALSE);
  const CwListCard *card = cw_list_get_card (list);
  const CwItem *first = cw_list_get_item (list, 0);
  const CwItem *child = cw_list_find_item (list, "1.1");

  g_assert_cmpint (cw_list_get_id (list), ==, 0);
  g_assert_cmpuint (cw_list_get_n_items (list), ==, 5);
  g_assert_cmpuint (cw_list_get_n_verified (list), ==, 2);
  g_assert_cmpuint (cw_list_get_n_levels (list), ==, 2);
  g_assert_cmpstr (card->citation, ==, "Made up; it says \"nothing\" of C:\\lists.");
  g_assert_null (card->supersedes);
  g_assert_cmpstr (cw_text_get (card->short_title, "ja"), ==, "左の目録（2023年）");

  g_assert_cmpstr (first->group, ==, "field");
  g_assert_cmpuint (first->n_descendants, ==, 2);
  g_assert_cmpint (first->figures->enterprises, ==, 96000);
  g_assert_true (G_APPROX_VALUE (first->figures->share_percent, 100.0, 1e-12));
  g_assert_cmpuint (first->n_labels, ==, 6);
  g_assert_cmpint (first->labels[2].kind, ==, CW_LABEL_PREFERRED);
  g_assert_cmpint (first->labels[2].origin, ==, CW_LABEL_OFFICIAL);
  g_assert_cmpstr (first->labels[4].text, ==, "Novel materials");
  g_assert_cmpint (first->labels[4].kind, ==, CW_LABEL_ALTERNATIVE);
  g_assert_cmpint (first->labels[4].origin, ==, CW_LABEL_USER);

  g_assert_true (child->parent == first);
  g_assert_null (child->group);
  g_assert_true (child->verified);
  g_assert_cmpstr (cw_item_get_label (child, "en")->text, ==, "+Composites, \"smart\"");
}

/* Keys in another order, other white space and escapes mean the same. */
static void
test_form_is_free (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;
  g_autoptr (GBytes) bytes = NULL;

  text = fixture_read (LEFT, NULL);
  changed = g_string_new (text);
  g_string_replace (changed, "\n", "\r\n\t ", 0);
  g_string_replace (changed, "\"先进材料\"", "\"\\u5148\\u8FDB\\u6750\\u6599\"", 0);
  g_string_replace (changed, "100.0", "1e2", 0);

  list = cw_list_json_parse (changed->str, -1, "x.json", FALSE, &error);
  g_assert_no_error (error);
  bytes = cw_list_json_format (list);
  fixture_assert_same_bytes (bytes, LEFT);
}

static CwListCard *
make_card (void)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup ("xa-made");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "Made");
  cw_text_set (card->title, "en", "Made");

  return card;
}

static void
assert_holds (GBytes *bytes, const char *part)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  if (strstr (text, part) == NULL)
    g_error ("“%s” does not stand in:\n%s", part, text);
}

/* A user's own name stands beside the list's in a document, and is not the list's. */
static void
test_list_keeps_its_own_name (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;
  g_autoptr (GBytes) bytes = NULL;

  cw_list_builder_add_item (builder, 0, 0, "1", NULL, FALSE);
  cw_list_builder_add_label (builder, "ja", "利用者", CW_LABEL_PREFERRED, CW_LABEL_USER);
  cw_list_builder_add_label (builder, "en", "Mine", CW_LABEL_PREFERRED, CW_LABEL_USER);
  cw_list_builder_add_label (builder, "en", "Theirs", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
  cw_list_builder_add_label (builder, "en", "Mine too", CW_LABEL_PREFERRED, CW_LABEL_USER);
  cw_list_builder_add_label (builder, "fr", "Le leur", CW_LABEL_PREFERRED, CW_LABEL_TRANSLATION);
  cw_list_builder_add_label (builder, "fr", "Le mien", CW_LABEL_PREFERRED, CW_LABEL_USER);
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  bytes = cw_list_json_format (list);
  assert_holds (bytes, "      \"label\": {\n"
                       "        \"en\": \"Theirs\",\n"
                       "        \"ja\": \"利用者\",\n"
                       "        \"fr\": \"Le leur\"\n"
                       "      },\n"
                       "      \"label_source\": {\n"
                       "        \"en\": \"official\",\n"
                       "        \"ja\": \"user\",\n"
                       "        \"fr\": \"translation\"\n"
                       "      },\n"
                       "      \"verified\": false,\n"
                       "      \"children\": [],\n"
                       "      \"user_label\": {\n"
                       "        \"en\": \"Mine\",\n"
                       "        \"fr\": \"Le mien\"\n"
                       "      }\n");
}

/* Law 4, for all that a user can add to a list. */
static void
test_annotations_come_back (void)
{
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;
  g_autoptr (CwList) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) second = NULL;
  CwListCard *card = make_card ();
  const CwItem *item;

  card->purpose = g_strdup ("To try things");
  card->legal_force = g_strdup ("None");
  card->iri = g_strdup ("https://example.org/made");
  builder = cw_list_builder_new (0, card);
  cw_list_builder_add_item (builder, 0, 0, "B 01/2", NULL, FALSE);
  cw_list_builder_set_note (builder, "Two\nlines");
  cw_list_builder_set_iri (builder, "https://example.org/b1");
  cw_list_builder_add_label (builder, "en", "Theirs", CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
  cw_list_builder_add_label (builder, "en", "Mine", CW_LABEL_PREFERRED, CW_LABEL_USER);
  cw_list_builder_add_label (builder, "fr", "Le leur", CW_LABEL_ALTERNATIVE, CW_LABEL_TRANSLATION);
  cw_list_builder_add_label (builder, "fr", "Le mien", CW_LABEL_ALTERNATIVE, CW_LABEL_USER);
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  bytes = cw_list_json_format (list);
  again = cw_list_json_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                              "x.json", FALSE, &error);
  g_assert_no_error (error);
  second = cw_list_json_format (again);
  g_assert_true (g_bytes_equal (bytes, second));

  item = cw_list_get_item (again, 0);
  g_assert_true (cw_list_card_equal (cw_list_get_card (again), cw_list_get_card (list)));
  g_assert_cmpstr (item->code, ==, "B 01/2");
  g_assert_cmpstr (item->note, ==, "Two\nlines");
  g_assert_cmpstr (item->iri, ==, "https://example.org/b1");
  g_assert_cmpuint (item->n_labels, ==, 4);
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *wanted = &cw_list_get_item (list, 0)->labels[i];
      gboolean found = FALSE;

      for (guint j = 0; j < item->n_labels; j++)
        found |= g_str_equal (item->labels[j].text, wanted->text) &&
                 item->labels[j].kind == wanted->kind && item->labels[j].origin == wanted->origin &&
                 item->labels[j].language == wanted->language;
      g_assert_true (found);
    }
}

/* A list that was only just begun. */
static void
test_empty_list_comes_back (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = cw_list_builder_end (builder, &error);
  g_autoptr (GBytes) bytes = cw_list_json_format (list);
  g_autoptr (CwList) again = NULL;

  again = cw_list_json_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                              "x.json", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cw_list_get_n_items (again), ==, 0);
  g_assert_true (cw_list_card_equal (cw_list_get_card (again), cw_list_get_card (list)));
}

/* children: always at level 1, and above the deepest level; not at the deepest. */
static void
test_children_by_level (void)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card ());
  static const char *const codes[] = { "1", "1.1", "1.1.1", "1.2", "2" };
  static const guint depths[] = { 0, 1, 2, 1, 0 };
  static const gboolean expected[] = { TRUE, TRUE, FALSE, TRUE, TRUE };
  g_autoptr (CwList) list = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      cw_list_builder_add_item (builder, 0, depths[i], codes[i], NULL, FALSE);
      cw_list_builder_add_label (builder, "en", codes[i], CW_LABEL_PREFERRED, CW_LABEL_USER);
    }
  list = cw_list_builder_end (builder, NULL);
  bytes = cw_list_json_format (list);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *key = g_strdup_printf ("\"code\": \"%s\",", codes[i]);
      const char *verified = strstr (strstr (text, key), "\"verified\": false");

      g_assert_cmpint (verified[strlen ("\"verified\": false")] == ',', ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/list-json/shipped-lists-come-back", test_shipped_lists_come_back);
  g_test_add_func ("/formats/list-json/shipped-labels-have-an-origin",
                   test_shipped_labels_have_an_origin);
  g_test_add_func ("/formats/list-json/fixtures-come-back", test_fixtures_come_back);
  g_test_add_func ("/formats/list-json/what-is-read", test_what_is_read);
  g_test_add_func ("/formats/list-json/form-is-free", test_form_is_free);
  g_test_add_func ("/formats/list-json/list-keeps-its-own-name", test_list_keeps_its_own_name);
  g_test_add_func ("/formats/list-json/annotations-come-back", test_annotations_come_back);
  g_test_add_func ("/formats/list-json/empty-list-comes-back", test_empty_list_comes_back);
  g_test_add_func ("/formats/list-json/children-by-level", test_children_by_level);

  return g_test_run ();
}
