/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/curie-map.h"
#include "formats/error.h"
#include "model/list-builder.h"

static CwList *
make_list (const char *key, const char *iri, const char *const *item_iris)
{
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup (key);
  card->iri = g_strdup (iri);
  card->official_language = g_strdup ("en");
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  cw_text_set (card->short_title, "en", key);
  cw_text_set (card->title, "en", key);
  builder = cw_list_builder_new (0, card);
  for (guint i = 0; item_iris != NULL && item_iris[i] != NULL; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      cw_list_builder_add_item (builder, 0, 0, code, NULL, FALSE);
      cw_list_builder_set_iri (builder, item_iris[i]);
      cw_list_builder_add_label (builder, "en", code, CW_LABEL_PREFERRED, CW_LABEL_USER);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static void
assert_short (CwCurieMap *map, const char *iri, const char *wanted)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (cw_curie_map_shorten (map, iri, &error), ==, wanted);
  g_assert_no_error (error);
}

static char *
list_used (CwCurieMap *map)
{
  g_autoptr (GString) used = g_string_new (NULL);

  for (guint i = 0; i < cw_curie_map_get_n_used (map); i++)
    {
      const char *iri;
      const char *name = cw_curie_map_get_used (map, i, &iri);

      g_string_append_printf (used, "%s=%s ", name, iri);
    }

  return g_string_free (g_steal_pointer (&used), FALSE);
}

static void
test_shipped (void)
{
  g_autoptr (CwCurieMap) map = cw_curie_map_new ();
  g_autoptr (CwList) list = make_list ("us-cet-2024", "", NULL);
  g_autofree char *before = list_used (map);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  cw_curie_map_add_list (map, list);
  cw_curie_map_add_list (map, list);
  assert_short (map, CW_LIST_BASE_IRI "us-cet-2024/6.1", "us-cet-2024:6.1");
  assert_short (map, CW_LIST_BASE_IRI "us-cet-2024", "lists:us-cet-2024");
  assert_short (map, CW_SKOS_IRI "exactMatch", "skos:exactMatch");
  after = list_used (map);
  /* Sorted, those that were used, without those that SSSOM knows. */
  g_assert_cmpstr (after, ==,
                   "lists=" CW_LIST_BASE_IRI " us-cet-2024=" CW_LIST_BASE_IRI "us-cet-2024/ ");
}

/* A list that is named elsewhere, as are some of its items. */
static void
test_elsewhere (void)
{
  static const char *const iris[] = { "http://example.org/list/a", NULL };
  static const char *const others[] = { "http://example.org/x#1", "http://example.org/y/2",
                                        "http://example.org/x#3", "http://example.org/y/z/", NULL };
  g_autoptr (CwCurieMap) map = cw_curie_map_new ();
  g_autoptr (CwList) list = make_list ("mine", "http://example.org/list/", iris);
  g_autoptr (CwList) other = make_list ("other", "http://example.net/other", others);

  cw_curie_map_add_list (map, list);
  cw_curie_map_add_list (map, other);
  assert_short (map, "http://example.org/list/a", "mine:a");
  assert_short (map, "http://example.org/list/", "mine.list:list/");
  assert_short (map, "http://example.net/other", "other.list:other");
  assert_short (map, "http://example.net/other/7", "other:7");
  assert_short (map, "http://example.org/x#1", "other.item1:1");
  assert_short (map, "http://example.org/x#3", "other.item1:3");
  assert_short (map, "http://example.org/y/2", "other.item2:2");
  assert_short (map, "http://example.org/y/z/", "other.item2:z/");
}

/* No prefix begins with a digit, and none means something else already. */
static void
test_names (void)
{
  static const char *const keys[] = { "skos", "lists", "crosswalk", "2024-list" };
  g_autoptr (CwCurieMap) map = cw_curie_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (CwList) list = make_list (keys[i], "", NULL);
      g_autofree char *iri = g_strconcat (CW_LIST_BASE_IRI, keys[i], "/1", NULL);
      g_autofree char *wanted = g_strconcat ("list.", keys[i], ":1", NULL);

      cw_curie_map_add_list (map, list);
      assert_short (map, iri, wanted);
    }
  assert_short (map, CW_TERMS_IRI "a", "crosswalk:a");
}

static void
test_refused (void)
{
  static const char *const iris[] = { "http://example.org/unknown", "no iri", "", CW_LIST_BASE_IRI,
                                      CW_LIST_BASE_IRI "a b" };
  g_autoptr (CwCurieMap) map = cw_curie_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (iris); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cw_curie_map_shorten (map, iris[i], &error));
      g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/curie-map/shipped", test_shipped);
  g_test_add_func ("/formats/curie-map/elsewhere", test_elsewhere);
  g_test_add_func ("/formats/curie-map/names", test_names);
  g_test_add_func ("/formats/curie-map/refused", test_refused);

  return g_test_run ();
}
