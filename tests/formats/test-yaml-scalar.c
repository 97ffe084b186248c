/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/yaml-scalar.h"

typedef struct
{
  const char *text;
  const char *yaml;
} Case;

static const Case cases[] = {
  /* Plain, though some look as if they had to be quoted. */
  { "skos concept", "skos concept" },
  { "https://example.org/a#b", "https://example.org/a#b" },
  { "urn:uuid:6f7b5f5c-0d0b-4c53-9a8e-0123456789ab",
    "urn:uuid:6f7b5f5c-0d0b-4c53-9a8e-0123456789ab" },
  { "it's a \"test\", isn't it?", "it's a \"test\", isn't it?" },
  { "C:\\lists", "C:\\lists" },
  { "-smart", "-smart" },
  { ".NET", ".NET" },
  { "2024 list", "2024 list" },
  { "先進 → 先进", "先進 → 先进" },
  { "a#b", "a#b" },
  /* What YAML would cut, or take for structure. */
  { "", "\"\"" },
  { " a", "\" a\"" },
  { "a ", "\"a \"" },
  { "a: b", "\"a: b\"" },
  { "a:", "\"a:\"" },
  { "a #b", "\"a #b\"" },
  { "- a", "\"- a\"" },
  { "-", "\"-\"" },
  { "?", "\"?\"" },
  { "---", "\"---\"" },
  { "#a", "\"#a\"" },
  { "&a", "\"&a\"" },
  { "*a", "\"*a\"" },
  { "!a", "\"!a\"" },
  { "|", "\"|\"" },
  { "> a", "\"> a\"" },
  { "@a", "\"@a\"" },
  { "%a", "\"%a\"" },
  { "`a", "\"`a\"" },
  { "[a]", "\"[a]\"" },
  { "{a", "\"{a\"" },
  { ", a", "\", a\"" },
  { "\"a\"", "\"\\\"a\\\"\"" },
  { "'a'", "\"'a'\"" },
  /* What YAML would take for something else than a string. */
  { "2024-02-12", "\"2024-02-12\"" },
  { "1.1", "\"1.1\"" },
  { "-7", "\"-7\"" },
  { ".5", "\".5\"" },
  { ".inf", "\".inf\"" },
  { "0x1F", "\"0x1F\"" },
  { "1e3", "\"1e3\"" },
  { "12:30", "\"12:30\"" },
  { "1_000", "\"1_000\"" },
  { "null", "\"null\"" },
  { "~", "\"~\"" },
  { "True", "\"True\"" },
  { "no", "\"no\"" },
  /* Characters that stand for themselves nowhere. */
  { "a\nb\tc\\d\"", "\"a\\nb\\tc\\\\d\\\"\"" },
  { "\x01\x7f", "\"\\x01\\x7F\"" },
  { "\xc2\x85\xe2\x80\xa8\xef\xbb\xbf", "\"\\x85\\u2028\\uFEFF\"" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) yaml = g_string_new ("before ");
      g_autofree char *wanted = g_strconcat ("before ", cases[i].yaml, NULL);

      cw_yaml_append_scalar (yaml, cases[i].text);
      g_assert_cmpstr (yaml->str, ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/yaml-scalar/cases", test_cases);

  return g_test_run ();
}
