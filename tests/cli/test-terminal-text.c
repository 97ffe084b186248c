/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal-text.h"

static void
test_measure (void)
{
  g_assert_cmpuint (cw_terminal_text_measure (""), ==, 0);
  g_assert_cmpuint (cw_terminal_text_measure ("CET (2024)"), ==, 10);
  g_assert_cmpuint (cw_terminal_text_measure ("未来产业"), ==, 8);
  g_assert_cmpuint (cw_terminal_text_measure ("（CBRN）"), ==, 8);
  g_assert_cmpuint (cw_terminal_text_measure ("국가"), ==, 4);
  /* e with a combining accent, and a zero-width space */
  g_assert_cmpuint (cw_terminal_text_measure ("e\xcc\x81"), ==, 1);
  g_assert_cmpuint (cw_terminal_text_measure ("a\xe2\x80\x8b"
                                              "b"),
                    ==, 2);
}

static void
assert_clean (const char *text, const char *expected)
{
  g_autofree char *clean = cw_terminal_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
  assert_clean ("as it is: 量子", "as it is: 量子");
  assert_clean ("two\nlines\tand\r", "two lines and ");
  assert_clean ("\x1b]0;title\x07", "\xef\xbf\xbd]0;title\xef\xbf\xbd");
  /* CSI as one character, U+009B */
  assert_clean ("\xc2\x9b"
                "31m",
                "\xef\xbf\xbd"
                "31m");
  assert_clean ("broken \xff", "broken \xef\xbf\xbd");
}

static void
assert_ellipsized (const char *text, guint width, const char *expected)
{
  g_autofree char *cut = cw_terminal_text_ellipsize (text, width);

  g_assert_cmpstr (cut, ==, expected);
  g_assert_cmpuint (cw_terminal_text_measure (cut), <=, width);
}

static void
test_ellipsize (void)
{
  assert_ellipsized ("Robotics", 8, "Robotics");
  assert_ellipsized ("Robotics", 7, "Roboti…");
  assert_ellipsized ("Robotics", 1, "…");
  assert_ellipsized ("Smart Dust", 7, "Smart…");
  assert_ellipsized ("未来产业", 8, "未来产业");
  assert_ellipsized ("未来产业", 7, "未来产…");
  assert_ellipsized ("未来产业", 6, "未来…");
  assert_ellipsized ("未来产业", 2, "…");
  /* The accent stays with its letter. */
  assert_ellipsized ("e\xcc\x81tude", 2, "e\xcc\x81…");
}

static void
assert_wrapped (const char *text, guint width, const char *expected)
{
  g_autoptr (GPtrArray) lines = cw_terminal_text_wrap (text, width);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("|", (char **) lines->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_wrap (void)
{
  assert_wrapped ("", 10, "");
  assert_wrapped ("one line", 10, "one line");
  assert_wrapped ("Swarming technology", 10, "Swarming|technology");
  assert_wrapped ("exact fit here", 9, "exact fit|here");
  assert_wrapped ("unbreakable", 4, "unbr|eaka|ble");
  assert_wrapped ("未来产业列表", 8, "未来产业|列表");
  assert_wrapped ("未来产业列表", 7, "未来产|业列表");
  /* No line begins with what belongs to the one before. */
  assert_wrapped ("未来产业，列表", 8, "未来产|业，列表");
  assert_wrapped ("データー", 6, "デー|ター");
  assert_wrapped ("产业（列表", 6, "产业|（列表");
  assert_wrapped ("用AI的产业", 4, "用AI|的产|业");
  /* A width that nothing fits into still ends. */
  assert_wrapped ("产业", 1, "产|业");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/terminal-text/measure", test_measure);
  g_test_add_func ("/cli/terminal-text/clean", test_clean);
  g_test_add_func ("/cli/terminal-text/ellipsize", test_ellipsize);
  g_test_add_func ("/cli/terminal-text/wrap", test_wrap);

  return g_test_run ();
}
