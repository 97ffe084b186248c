/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/error.h"
#include "formats/list-json.h"

#include <string.h>

/* Law 5: a refused file is refused with its name, the place and the reason. Each case below is
 * tests/fixtures/lists/xa-left-2023.json with one part replaced. */
typedef struct
{
  const char *part;
  const char *replacement;
  const char *message;
} Case;

static const Case cases[] = {
  /* The list's card */
  { "  \"id\": \"xa-left-2023\",\n", "", "x.json: /id: is missing" },
  { "\"xa-left-2023\"", "\"XA left\"",
    "x.json: /id: must be lower-case letters and digits joined by hyphens" },
  { "\"xa-left-2023\"", "7", "x.json: /id: must be a text" },
  { "\"jurisdiction\": \"XA\"", "\"jurisdiction\": \"China\"",
    "x.json: /jurisdiction: must be two capital letters (ISO 3166-1, or EU)" },
  { "\"en\": \"Left list (2023)\"", "\"en\": 7", "x.json: /short_title/en: must be a text" },
  { "\"en\": \"Left list (2023)\"", "\"e\": \"Left list\"",
    "x.json: /short_title/e: “e” is not a language tag (BCP 47)" },
  { "\"en\": \"Nobody\"", "\"en\": \"\"", "x.json: /issuer/en: must not be empty" },
  { "\"en\": \"Nobody\"", "\"en\": \"Nobody \"",
    "x.json: /issuer/en: must not begin or end with a space" },
  { "\"en\": \"Nobody\"", "\"en\": \"No\\nbody\"",
    "x.json: /issuer/en: must be one line without control characters" },
  { "\"2023-02-28\"", "\"2023-02-29\"", "x.json: /issued: must be a date YYYY-MM-DD" },
  { "\"2023-02-28\"", "\"2023- 2-28\"", "x.json: /issued: must be a date YYYY-MM-DD" },
  { "\"document_number\": \"\",\n", "", "x.json: /source/document_number: is missing" },
  { "\"url\": \"\"", "\"url\": \"javascript:1\"",
    "x.json: /source/url: must be empty or begin with https:// or http://" },
  { "\"supersedes\": null", "\"supersedes\": false",
    "x.json: /supersedes: must be a text or null" },
  { "\"supersedes\": null", "\"supersedes\": \"\"",
    "x.json: /supersedes: must be the id of a list, or null" },
  { "\"official_language\": \"zh-Hans\"", "\"official_language\": \"中文\"",
    "x.json: /official_language: “中文” is not a language tag (BCP 47)" },
  { "\"notes\": \"\"", "\"notes\": \"\", \"a~b/c\": 1", "x.json: /a~0b~1c: is an unknown key" },
  { "\"items\": 5", "\"items\": 6", "x.json: /verification/items: says 6, but there are 5" },
  { "\"items\": 5", "\"items\": 5.0", "x.json: /verification/items: must be a whole number" },
  { "\"verified\": 2", "\"verified\": 3",
    "x.json: /verification/verified: says 3, but there are 2" },

  /* The items */
  { "\"code\": \"P1\"", "\"code\": \"2\"", "x.json: /items/2/code: the code “2” stands twice" },
  { "\"code\": \"P1\"", "\"code\": \"P 1\"", NULL },
  { "\"code\": \"1.2\"", "\"code\": \"B-02\"", NULL },
  { "\"code\": \"P1\"", "\"code\": \" P1\"",
    "x.json: /items/2/code: must have 1 to 64 characters, none of them a control character, and no "
    "space at either end" },
  { "\"group\": \"product\",\n", "",
    "x.json: /items/2: either every item of the first level has a group or none" },
  { "\"code\": \"2\",\n      \"group\": \"field\"", "\"code\": \"2\",\n      \"group\": \"other\"",
    NULL },
  { "\"code\": \"2\",\n      \"group\": \"field\"", "\"code\": \"2\",\n      \"group\": \"a b\"",
    "x.json: /items/1/group: “a b” is not a key: letters and digits joined by hyphens" },
  { "\"code\": \"1.1\",", "\"code\": \"1.1\", \"group\": \"field\",",
    "x.json: /items/0/children/0/group: is an unknown key" },
  { "        \"ja\": \"ヒューマノイドロボット\",\n", "        \"ja\": [],\n",
    "x.json: /items/2/label/ja: must be a text" },
  { "        \"ja\": \"ヒューマノイドロボット\",\n", "",
    "x.json: /items/2/label_source/ja: there is no label in this language" },
  { "            \"ja\": \"seed\",\n            \"zh-Hans\": \"translation\"",
    "            \"zh-Hans\": \"translation\"",
    "x.json: /items/0/children/1/label_source/ja: is missing: the label does not say whose words it "
    "is" },
  { "            \"zh-Hans\": \"translation\"", "            \"zh-Hans\": \"offical\"",
    "x.json: /items/0/children/1/label_source/zh-Hans: “offical” is not one of official, seed, "
    "translation, user" },
  { "          \"verified\": false", "          \"verified\": true",
    "x.json: /items/0/children/1/verified: must be false: there is no official label in "
    "“zh-Hans”" },
  { "          \"verified\": false", "          \"verified\": \"no\"",
    "x.json: /items/0/children/1/verified: must be true or false" },
  { "\"Novel materials\"", "7", "x.json: /items/0/alt_label/en/1: must be a text" },
  { "\"ja\": [\n          \"新材料\"\n        ]", "\"ja\": \"新材料\"",
    "x.json: /items/0/alt_label/ja: must be an array" },
  { "96000", "-1", "x.json: /items/0/figures/enterprises: must not be negative" },
  { "100.0", "100.1", "x.json: /items/0/figures/share_of_group_percent: must be from 0 to 100" },
  { "100.0", "\"100\"", "x.json: /items/0/figures/share_of_group_percent: must be a number" },
  { "\"unit\": \"enterprises\"", "\"unit\": \"\"",
    "x.json: /items/0/figures/unit: must not be empty" },
  { "\"verified\": false,\n      \"children\": []", "\"verified\": false",
    "x.json: /items/1/children: is missing" },
  { "\"verified\": false,\n      \"children\": []", "\"verified\": false,\n      \"children\": {}",
    "x.json: /items/1/children: must be an array" },
  { "\"verified\": false,\n      \"children\": []", "\"verified\": false,\n      \"children\": [7]",
    "x.json: /items/1/children/0: must be an object" },

  /* What a user adds */
  { "\"notes\": \"\"", "\"notes\": \"\", \"purpose\": \"\"",
    "x.json: /purpose: must not be empty" },
  { "\"notes\": \"\"", "\"notes\": \"\", \"legal_force\": \"None \"",
    "x.json: /legal_force: must not begin or end with a space" },
  { "\"notes\": \"\"", "\"notes\": \"\", \"iri\": \"urn:x\"",
    "x.json: /iri: must begin with https:// or http:// and hold no space" },
  { "\"verified\": false,\n      \"children\": []",
    "\"verified\": false, \"children\": [], \"note\": \"\"",
    "x.json: /items/1/note: must not be empty" },
  { "\"verified\": false,\n      \"children\": []",
    "\"verified\": false, \"children\": [], \"iri\": \"x\"",
    "x.json: /items/1/iri: must begin with https:// or http:// and hold no space" },
  { "\"verified\": false,\n      \"children\": []",
    "\"verified\": false, \"children\": [], \"user_label\": {\"en\": \"\"}",
    "x.json: /items/1/user_label/en: must not be empty" },
  { "\"alt_label\": {", "\"alt_source\": {\"en\": [\"user\"]}, \"alt_label\": {",
    "x.json: /items/0/alt_label/en/1: alt_source does not say whose words it is" },

  /* The text form; lines and columns count from 1 */
  { "\"notes\": \"\",", "\"notes\": \"\"", "x.json:28:3: “,” or “}” is expected" },
  { "\"notes\": \"\",", "\"notes\": \"\",,", "x.json:27:15: a key in quotation marks is expected" },
  { "\"notes\": \"\",", "\"notes\": '',", "x.json:27:12: a value is expected" },
  { "\"notes\": \"\",", "\"notes\": \"\", \"n\\u006ftes\": \"\",",
    "x.json:27:16: the key “notes” stands twice" },
  { "\"左の目録（2023年）\"", "\"左の目録（2023年）\"x", "x.json:6:24: “,” or “}” is expected" },
};

static void
assert_refused (const char *text, gboolean shipped, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = cw_list_json_parse (text, -1, "x.json", shipped, &error);

  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (list);
      return;
    }

  g_assert_null (list);
  g_assert_nonnull (error);
  g_assert_true (error->domain == CW_FORMAT_ERROR);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_broken (void)
{
  g_autofree char *text = fixture_read ("tests/fixtures/lists/xa-left-2023.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) broken = g_string_new (text);

      if (g_string_replace (broken, cases[i].part, cases[i].replacement, 1) == 0)
        g_error ("“%s” does not stand in the fixture", cases[i].part);
      assert_refused (broken->str, FALSE, cases[i].message);
    }
}

/* The codes of shipped lists follow their levels. */
static const Case shipped_cases[] = {
  { "\"code\": \"P1\"", "\"code\": \"P 1\"",
    "x.json: /items/2/code: “P 1” is not a code: letters and digits joined by dots" },
  { "\"code\": \"P1\"", "\"code\": \"P.1\"",
    "x.json: /items/2/code: the code “P.1” of the first level must have one part" },
  { "\"code\": \"1.2\"", "\"code\": \"2.2\"",
    "x.json: /items/0/children/1/code: the code “2.2” must be “1” and one part more" },
};

static void
test_shipped_codes (void)
{
  g_autofree char *text = fixture_read ("tests/fixtures/lists/xa-left-2023.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shipped_cases); i++)
    {
      g_autoptr (GString) broken = g_string_new (text);

      g_assert_cmpuint (g_string_replace (broken, shipped_cases[i].part,
                                          shipped_cases[i].replacement, 1),
                        ==, 1);
      assert_refused (broken->str, TRUE, shipped_cases[i].message);
    }
}

static void
test_interleaved_groups (void)
{
  g_autofree char *text = fixture_read ("tests/fixtures/lists/xa-left-2023.json", NULL);
  g_autoptr (GString) broken = g_string_new (text);

  g_string_replace (broken, "\"code\": \"2\",\n      \"group\": \"field\"",
                    "\"code\": \"2\",\n      \"group\": \"other\"", 1);
  g_string_replace (broken, "\"group\": \"product\"", "\"group\": \"field\"", 1);
  assert_refused (broken->str, FALSE,
                  "x.json: /items/2/group: the items of the group “field” must stand together");
}

static void
test_no_user_labels_in_a_shipped_list (void)
{
  g_autofree char *text = fixture_read ("tests/fixtures/lists/xa-left-2023.json", NULL);
  g_autoptr (GString) broken = g_string_new (text);

  g_string_replace (broken, "\"ja\": \"seed\"", "\"ja\": \"user\"", 1);
  assert_refused (broken->str, FALSE, NULL);
  assert_refused (broken->str, TRUE,
                  "x.json: /items/0/label_source/ja: a shipped list has no labels of a user");
}

/* A list whose items stand one below the other. */
static char *
make_deep (guint n_levels)
{
  g_autofree char *fixture = fixture_read ("tests/fixtures/lists/xa-left-2023.json", NULL);
  g_autoptr (GString) text = g_string_new (fixture);
  g_autoptr (GString) code = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf ("\"items\": %u,", n_levels);

  g_string_truncate (text, strstr (text->str, "  \"items\": [") - text->str);
  g_string_replace (text, "\"items\": 5,", count, 1);
  g_string_replace (text, "\"verified\": 2", "\"verified\": 0", 1);
  g_string_append (text, "\"items\": [");
  for (guint i = 0; i < n_levels; i++)
    {
      g_string_append (code, i == 0 ? "1" : ".1");
      g_string_append_printf (text,
                              "{\"code\": \"%s\", \"label\": {\"en\": \"x\"}, \"label_source\": "
                              "{\"en\": \"user\"}, \"verified\": false, \"children\": [",
                              code->str);
    }
  for (guint i = 0; i < n_levels; i++)
    g_string_append (text, "]}");
  g_string_append (text, "]}");

  return g_strdup (text->str);
}

static void
test_depth (void)
{
  g_autofree char *deep = make_deep (16);
  g_autofree char *too_deep = make_deep (17);
  g_autoptr (GString) message = g_string_new ("x.json: /items/0");

  for (guint i = 0; i < 15; i++)
    g_string_append (message, "/children/0");
  g_string_append (message, "/children: items are nested more than 16 deep");

  assert_refused (deep, FALSE, NULL);
  assert_refused (too_deep, FALSE, message->str);
}

static void
test_other_values (void)
{
  assert_refused ("[]", FALSE, "x.json:1:1: must be an object");
  assert_refused ("7", FALSE, "x.json:1:1: must be an object");
  assert_refused ("{}", FALSE, "x.json: /id: is missing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/list-json-errors/broken", test_broken);
  g_test_add_func ("/formats/list-json-errors/shipped-codes", test_shipped_codes);
  g_test_add_func ("/formats/list-json-errors/interleaved-groups", test_interleaved_groups);
  g_test_add_func ("/formats/list-json-errors/no-user-labels-in-a-shipped-list",
                   test_no_user_labels_in_a_shipped_list);
  g_test_add_func ("/formats/list-json-errors/depth", test_depth);
  g_test_add_func ("/formats/list-json-errors/other-values", test_other_values);

  return g_test_run ();
}
