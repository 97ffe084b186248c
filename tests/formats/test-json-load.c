/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/error.h"
#include "formats/json-load.h"

#include <locale.h>
#include <string.h>

static const char *const good[] = {
  "{}",
  " [ ] \r\n",
  "null",
  "-0",
  "0.5e+10",
  "\"\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
  "{\"a\": [1, -2.5, true, false, null, \"\"], \"b\": {}}",
};

typedef struct
{
  const char *text;
  const char *message;
} Case;

static const Case bad[] = {
  { "", "x:1:1: the file ends where a value is expected" },
  { " \n ", "x:2:2: the file ends where a value is expected" },
  { "{", "x:1:2: a key in quotation marks is expected" },
  { "{\"a\"", "x:1:5: “:” is expected" },
  { "{\"a\": }", "x:1:7: a value is expected" },
  { "{\"a\": 1", "x:1:8: “,” or “}” is expected" },
  { "{\"a\": 1,}", "x:1:9: a key in quotation marks is expected" },
  { "[1 2]", "x:1:4: “,” or “]” is expected" },
  { "[1,]", "x:1:4: a value is expected" },
  { "{} {}", "x:1:4: something follows the end of the value" },
  { "// note\n{}", "x:1:1: a value is expected" },
  { "{/* note */}", "x:1:2: a key in quotation marks is expected" },
  { "var a = {}", "x:1:1: a value is expected" },
  { "{a: 1}", "x:1:2: a key in quotation marks is expected" },
  { "['a']", "x:1:2: a value is expected" },
  { "[nul]", "x:1:2: a value is expected" },
  { "[NaN]", "x:1:2: a value is expected" },
  { "[01]", "x:1:2: not a number" },
  { "[0x1]", "x:1:2: not a number" },
  { "[1.]", "x:1:2: not a number" },
  { "[.5]", "x:1:2: a value is expected" },
  { "[+1]", "x:1:2: a value is expected" },
  { "[-]", "x:1:2: not a number" },
  { "[1e]", "x:1:2: not a number" },
  { "\"a", "x:1:1: this text has no end" },
  { "\"a\nb\"", "x:1:3: a control character in a text" },
  { "\"\\x\"", "x:1:2: unknown escape in a text" },
  { "\"\\u12g4\"", "x:1:6: \\u needs four hexadecimal digits" },
  { "\"\\u0000\"", "x:1:2: the character U+0000 cannot stand in a text" },
  { "\"\\ud800\"", "x:1:2: half of a surrogate pair" },
  { "\"\\ud800\\u0041\"", "x:1:2: half of a surrogate pair" },
  { "\"\\udc00\"", "x:1:2: half of a surrogate pair" },
  { "{\"a\": 1,\n \"a\": 2}", "x:2:2: the key “a” stands twice" },
  { "\xef\xbb\xbf{}", "x:1:1: the file begins with a byte order mark" },
  { "[\"é\xff\"]", "x:1:4: not valid UTF-8" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = cw_json_load (good[i], -1, "x", &error);

      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = cw_json_load (bad[i].text, -1, "x", &error);

      g_assert_null (node);
      g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, bad[i].message);
    }
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = cw_json_load ("[1\0]", 4, "x", &error);

  g_assert_null (node);
  g_assert_cmpstr (error->message, ==, "x:1:3: not valid UTF-8");
}

/* The length counts, not a NUL after it. */
static void
test_length (void)
{
  g_autofree char *data = g_memdup2 ("[1]2", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = cw_json_load (data, 3, "x", &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
}

static JsonNode *
load_nested (guint depth, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');

  return cw_json_load (text->str, text->len, "x", error);
}

static void
test_depth (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) deep = load_nested (64, &error);
  g_autoptr (JsonNode) too_deep = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (deep);
  too_deep = load_nested (1000000, &error);
  g_assert_null (too_deep);
  g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
  g_assert_cmpstr (error->message, ==, "x:1:65: brackets are nested more than 64 deep");
}

/* json-glib reads numbers with a function that knows the locale. */
static void
test_comma_locale (void)
{
  g_autoptr (JsonNode) node = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  node = cw_json_load ("[19.5, 3]", -1, "x", NULL);
  g_assert_true (
    G_APPROX_VALUE (json_array_get_double_element (json_node_get_array (node), 0), 19.5, 1e-12));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);
  setlocale (LC_ALL, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/json-load/good", test_good);
  g_test_add_func ("/formats/json-load/bad", test_bad);
  g_test_add_func ("/formats/json-load/nul", test_nul);
  g_test_add_func ("/formats/json-load/length", test_length);
  g_test_add_func ("/formats/json-load/depth", test_depth);
  g_test_add_func ("/formats/json-load/comma-locale", test_comma_locale);

  return g_test_run ();
}
