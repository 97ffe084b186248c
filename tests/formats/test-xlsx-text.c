/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-text.h"

#include <string.h>

static void
check_text (const char *text, const char *wanted)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  g_assert_false (cw_xlsx_text_append (cell, text));
  g_assert_cmpstr (cell->str, ==, wanted);
}

static void
test_characters (void)
{
  check_text ("", "");
  check_text ("=1+1", "=1+1");
  check_text ("a\tb\nc", "a\tb\nc");
  check_text ("a\r\nb\rc", "a\nb\nc");
  check_text ("a\001b\013c\037", "a\357\277\275b\357\277\275c\357\277\275");
  check_text ("\357\277\276\357\277\277", "\357\277\275\357\277\275");
  check_text ("先进 😀", "先进 😀");
  check_text ("_x0041_ _xZZZZ_ _x004", "_x005F_x0041_ _xZZZZ_ _x004");
}

/* @unit repeated so often that it takes @n_units, then @rest. */
static char *
make_long (const char *unit, guint n_times, const char *rest)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (text, unit);
  g_string_append (text, rest);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_cut (const char *unit, guint n_times, const char *rest, guint n_left, const char *end)
{
  g_autofree char *text = make_long (unit, n_times, rest);
  g_autofree char *wanted = make_long (unit, n_left, end);
  g_autoptr (GString) cell = g_string_new (NULL);

  g_assert_true (cw_xlsx_text_append (cell, text));
  g_assert_true (g_str_equal (cell->str, wanted));
}

static void
test_length (void)
{
  g_autofree char *longest = make_long ("a", CW_XLSX_MAX_TEXT, "");
  g_autofree char *emoji = make_long ("😀", CW_XLSX_MAX_TEXT / 2, "a");

  check_text (longest, longest);
  check_text (emoji, emoji);
  check_cut ("a", CW_XLSX_MAX_TEXT, "b", CW_XLSX_MAX_TEXT - 1, "…");
  check_cut ("先", 40000, "", CW_XLSX_MAX_TEXT - 1, "…");
  /* Two code units each, and the ellipsis needs one more. */
  check_cut ("😀", CW_XLSX_MAX_TEXT / 2 + 1, "", CW_XLSX_MAX_TEXT / 2, "…");
  /* What belongs to a letter goes with it. */
  check_cut ("a", CW_XLSX_MAX_TEXT - 2, "e\314\201f", CW_XLSX_MAX_TEXT - 2, "…");
  check_cut ("a", CW_XLSX_MAX_TEXT - 4, "👩\342\200\215👩", CW_XLSX_MAX_TEXT - 4, "…");
}

static void
test_measure (void)
{
  g_assert_cmpuint (cw_xlsx_text_measure (""), ==, 0);
  g_assert_cmpuint (cw_xlsx_text_measure ("abc"), ==, 3);
  g_assert_false (cw_xlsx_text_has_wide ("Müller – abc"));
  g_assert_true (cw_xlsx_text_has_wide ("abc 先"));
  g_assert_cmpuint (cw_xlsx_text_measure ("a\nabcd\nab"), ==, 4);
  g_assert_cmpuint (cw_xlsx_text_measure ("先进 e\314\201"), ==, 6);
}

static void
test_lines (void)
{
  g_assert_cmpuint (cw_xlsx_text_count_lines ("", 10), ==, 1);
  g_assert_cmpuint (cw_xlsx_text_count_lines ("short", 10), ==, 1);
  g_assert_cmpuint (cw_xlsx_text_count_lines ("one\ntwo\n\nfour", 10), ==, 4);
  g_assert_cmpuint (cw_xlsx_text_count_lines ("sixteen sixteen sixteen", 10), ==, 3);
  g_assert_cmpuint (cw_xlsx_text_count_lines ("先进制造先进制造", 10), ==, 2);
  g_assert_cmpuint (cw_xlsx_text_count_lines ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 9), ==, 3);
}

static void
check_name (GHashTable *taken, const char *title, const char *wanted)
{
  g_autofree char *name = cw_xlsx_text_make_sheet_name (title, taken);

  g_assert_cmpstr (name, ==, wanted);
}

static void
test_sheet_names (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_name (taken, "List", "List");
  check_name (taken, "LIST", "LIST 2");
  check_name (taken, "list", "list 3");
  check_name (taken, "", "2");
  check_name (taken, "History", "History 2");
  check_name (taken, "'quoted'", "quoted");
  check_name (taken, "a:b*c?d/e\\f[g]", "a b c d e f g");
  check_name (taken, "\001\002", "3");
  check_name (taken, "0123456789012345678901234567890", "0123456789012345678901234567890");
  check_name (taken, "01234567890123456789012345678901", "01234567890123456789012345678 2");
  check_name (taken, "Strategic emerging industries, of", "Strategic emerging industries");
  check_name (taken, "先進先進先進先進先進先進先進先進先進先進",
              "先進先進先進先進先進先進先進先進先進先進");
  check_name (taken, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/xlsx-text/characters", test_characters);
  g_test_add_func ("/formats/xlsx-text/length", test_length);
  g_test_add_func ("/formats/xlsx-text/measure", test_measure);
  g_test_add_func ("/formats/xlsx-text/lines", test_lines);
  g_test_add_func ("/formats/xlsx-text/sheet-names", test_sheet_names);

  return g_test_run ();
}
