/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/error.h"
#include "formats/list-jskos.h"
#include "formats/list-json.h"

#include <string.h>

#define LEFT "tests/fixtures/lists/xa-left-2023.json"

static void
assert_comes_back (CwList *list)
{
  g_autoptr (GBytes) bytes = cw_list_jskos_format (list);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwListDraft) draft =
    cw_list_jskos_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                         "x.json", &error);
  g_autoptr (CwList) again = NULL;
  g_autoptr (GBytes) wanted = cw_list_json_format (list);
  g_autoptr (GBytes) found = NULL;

  g_assert_no_error (error);
  draft->card->shipped = cw_list_get_card (list)->shipped;
  again = cw_list_draft_build (draft, &error);
  g_assert_no_error (error);
  found = cw_list_json_format (again);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
}

/* Law 4, with our fields; other programs' readers lose only those. */
static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) paths = fixture_list_files ("data/lists", ".json");
  g_autoptr (CwList) left = fixture_read_list (LEFT, FALSE);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (CwList) list = fixture_read_list (g_ptr_array_index (paths, i), TRUE);

      assert_comes_back (list);
    }
  assert_comes_back (left);
}

static void
test_golden (void)
{
  g_autoptr (CwList) list = fixture_read_list (LEFT, FALSE);
  g_autoptr (GBytes) bytes = cw_list_jskos_format (list);

  fixture_assert_same_bytes (bytes, "tests/golden/list.jskos.json");
}

static CwListDraft *
parse (const char *data)
{
  g_autoptr (GError) error = NULL;
  CwListDraft *draft = cw_list_jskos_parse (data, -1, "x.json", &error);

  g_assert_no_error (error);

  return draft;
}

/* A scheme of another program: lower-case tags, flat concepts in any order, no origins. */
static void
test_foreign (void)
{
  g_autoptr (CwListDraft) draft = parse (
    "{\"uri\": \"http://example.org/s\", \"type\": "
    "[\"http://www.w3.org/2004/02/skos/core#ConceptScheme\"], \"notation\": [\"s\"], "
    "\"prefLabel\": {\"en\": \"Scheme\", \"zh-hans\": \"表\"}, \"unknown\": 7, \"concepts\": ["
    "{\"uri\": \"http://example.org/s/b\", \"notation\": [\"B\"], \"prefLabel\": "
    "{\"zh-hans\": \"乙\", \"en\": \" B\\n\"}, \"altLabel\": {\"en\": [\"Bee\", \"B\"]}, "
    "\"broader\": [{\"uri\": \"http://example.org/s/a\"}], \"note\": {\"en\": [\"x\", \"y\"]}}, "
    "{\"uri\": \"http://example.org/s/a\", \"prefLabel\": {\"en\": \"A\"}}]}");
  const CwDraftItem *a = cw_list_draft_get_item (draft, 0);
  const CwDraftItem *b = cw_list_draft_get_item (draft, 1);

  g_assert_cmpuint (cw_list_draft_get_n_items (draft), ==, 2);
  g_assert_cmpstr (draft->card->iri, ==, "http://example.org/s");
  g_assert_cmpstr (draft->card->key, ==, "s");
  g_assert_cmpstr (draft->card->official_language, ==, "en");
  g_assert_cmpstr (cw_text_get (draft->card->title, "zh-Hans"), ==, "表");
  g_assert_cmpstr (cw_text_get (draft->card->short_title, "en"), ==, "Scheme");
  g_assert_null (draft->card->issued);

  g_assert_cmpstr (a->code, ==, "a");
  g_assert_cmpstr (a->iri, ==, "http://example.org/s/a");
  g_assert_cmpuint (b->depth, ==, 1);
  g_assert_cmpstr (b->code, ==, "B");
  g_assert_cmpstr (b->note, ==, "x\ny");
  g_assert_cmpuint (b->labels->len, ==, 3);
  g_assert_cmpstr (cw_draft_item_get_label (b, 0)->language, ==, "zh-Hans");
  g_assert_cmpint (cw_draft_item_get_label (b, 0)->origin, ==, CW_LABEL_TRANSLATION);
  g_assert_cmpstr (cw_draft_item_get_label (b, 1)->text, ==, "B");
  g_assert_cmpint (cw_draft_item_get_label (b, 1)->origin, ==, CW_LABEL_OFFICIAL);
  g_assert_cmpstr (cw_draft_item_get_label (b, 2)->text, ==, "Bee");
  g_assert_cmpint (cw_draft_item_get_label (b, 2)->kind, ==, CW_LABEL_ALTERNATIVE);
}

/* Concepts inside one another, and both ways given. */
static void
test_nested (void)
{
  g_autoptr (CwListDraft) nested =
    parse ("[{\"topConcepts\": [{\"uri\": \"u:1\", \"notation\": [\"1\"], \"prefLabel\": "
           "{\"en\": \"One\"}, \"narrower\": [{\"uri\": \"u:2\", \"notation\": [\"2\"], "
           "\"prefLabel\": {\"en\": \"Two\"}}, {\"uri\": \"u:9\"}]}]}]");
  g_autoptr (CwListDraft) both = parse (
    "{\"topConcepts\": [{\"uri\": \"u:1\", \"prefLabel\": {\"en\": \"One\"}}], \"concepts\": "
    "[{\"uri\": \"u:1\", \"notation\": [\"1\"], \"prefLabel\": {\"en\": \"One\"}}]}");

  g_assert_cmpuint (cw_list_draft_get_n_items (nested), ==, 2);
  g_assert_cmpuint (cw_list_draft_get_item (nested, 1)->depth, ==, 1);
  g_assert_cmpuint (cw_list_draft_get_n_items (both), ==, 1);
}

static void
test_refused (void)
{
  static const char *const cases[][2] = {
    { "{", "x.json:1:2: a key in quotation marks is expected" },
    { "7", "x.json:1:1: must be an object" },
    { "{\"type\": [\"http://example.org/x\"]}",
      "x.json: /type: must be a concept scheme, not “http://example.org/x”" },
    { "{\"concepts\": [{\"prefLabel\": {\"en\": \"A\"}}]}",
      "x.json: /concepts/0/notation: the concept has no notation that can be a code" },
    { "{\"concepts\": [{\"notation\": [\"1\"]}]}",
      "x.json: /concepts/0/prefLabel: the concept has no label" },
    { "{\"concepts\": [null]}",
      "x.json: /concepts/0: must be a concept; the file does not hold all of them" },
    { "{\"concepts\": [{\"notation\": [\"1\"], \"prefLabel\": {\"en\": \"A\"}}, "
      "{\"notation\": [\"1\"], \"prefLabel\": {\"en\": \"B\"}}]}",
      "x.json: /concepts/1/notation: the code “1” stands twice" },
    { "{\"concepts\": [{\"notation\": [\"1\"], \"prefLabel\": {\"en\": \"A\"}, \"broader\": "
      "[{\"uri\": \"u:9\"}]}]}",
      "x.json: /concepts/0/broader: there is no concept “u:9”" },
    { "{\"concepts\": [{\"uri\": \"u:1\", \"notation\": [\"1\"], \"prefLabel\": {\"en\": \"A\"}, "
      "\"broader\": [{\"uri\": \"u:1\"}]}]}",
      "x.json: /concepts/0/broader: “1” stands under itself, or too deep" },
    { "{\"concepts\": [{\"notation\": [\"1\"], \"_labels\": [{\"language\": \"en\"}]}]}",
      "x.json: /concepts/0/_labels/0: must have language, text, kind and origin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CwListDraft) draft = cw_list_jskos_parse (cases[i][0], -1, "x.json", &error);

      g_assert_null (draft);
      g_assert_true (error->domain == CW_FORMAT_ERROR);
      g_assert_cmpstr (error->message, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/list-jskos/round-trip", test_round_trip);
  g_test_add_func ("/formats/list-jskos/golden", test_golden);
  g_test_add_func ("/formats/list-jskos/foreign", test_foreign);
  g_test_add_func ("/formats/list-jskos/nested", test_nested);
  g_test_add_func ("/formats/list-jskos/refused", test_refused);

  return g_test_run ();
}
