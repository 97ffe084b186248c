/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/date.h"
#include "model/language.h"
#include "model/text.h"

static void
test_order (void)
{
  static const char *const ordered[] = { "en", "ja", "zh-Hans", "zh-Hant", "ko",
                                         "de", "pt", "eo",      "pt-BR" };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
        {
          int order = cw_language_compare (ordered[i], ordered[j]);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }
}

static void
test_validity (void)
{
  static const char *const valid[] = { "en",     "zh-Hans", "pt-BR", "tlh",
                                       "es-419", "de-1996", "en-x-a" };
  static const char *const invalid[] = { "",      "e",    "-en",         "en-",   "en--US",
                                         "en_US", "日本", "123",         "en US", "abcdefghi",
                                         "1a",    "a-b",  "en-abcdefghi" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (cw_language_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (cw_language_is_valid (invalid[i]));
  g_assert_false (cw_language_is_valid (NULL));
}

static void
test_names (void)
{
  g_autofree char *japanese = cw_language_get_name ("ja");
  g_autofree char *unknown = cw_language_get_name ("tlh");

  g_assert_cmpstr (japanese, ==, "日本語");
  g_assert_cmpstr (unknown, ==, "tlh");
}

static void
test_text_order (void)
{
  g_autoptr (CwText) text = cw_text_new ();

  cw_text_set (text, "ko", "한국어");
  cw_text_set (text, "zh-Hans", "中文");
  cw_text_set (text, "en", "English");
  cw_text_set (text, "ja", "日本");
  cw_text_set (text, "ja", "日本語");

  g_assert_cmpuint (cw_text_get_n_languages (text), ==, 4);
  g_assert_cmpstr (cw_text_get_language (text, 0), ==, "en");
  g_assert_cmpstr (cw_text_get_language (text, 1), ==, "ja");
  g_assert_cmpstr (cw_text_get_language (text, 2), ==, "zh-Hans");
  g_assert_cmpstr (cw_text_get_language (text, 3), ==, "ko");
  g_assert_cmpstr (cw_text_get (text, "ja"), ==, "日本語");
  g_assert_null (cw_text_get (text, "de"));
}

static void
test_text_choice (void)
{
  const char *const german_japanese[] = { "de", "ja", NULL };
  const char *const german[] = { "de", NULL };
  g_autoptr (CwText) text = cw_text_new ();
  g_autoptr (CwText) copy = NULL;

  g_assert_cmpstr (cw_text_choose (text, german), ==, "");
  g_assert_cmpstr (cw_text_choose (NULL, german), ==, "");
  cw_text_set (text, "ja", "日本語");
  cw_text_set (text, "en", "English");
  copy = cw_text_copy (text);
  cw_text_set (text, "en", "changed");

  g_assert_cmpstr (cw_text_choose (copy, german_japanese), ==, "日本語");
  g_assert_cmpstr (cw_text_choose (copy, german), ==, "English");
  g_assert_cmpstr (cw_text_choose (copy, NULL), ==, "English");
}

static void
test_dates (void)
{
  static const char *const valid[] = { "2024-02-29", "1999-12-31", "0001-01-01" };
  static const char *const invalid[] = { "",           "2023-02-29", "2024-13-01",  "2024-00-01",
                                         "2024-1-1",   "2024- 1-01", "2024-01-1x",  "-024-01-01",
                                         "0000-01-01", "2024/01/01", "2024-01-011", "２024-01" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (cw_date_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (cw_date_is_valid (invalid[i]));
  g_assert_false (cw_date_is_valid (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/language/order", test_order);
  g_test_add_func ("/model/language/validity", test_validity);
  g_test_add_func ("/model/language/names", test_names);
  g_test_add_func ("/model/language/text-order", test_text_order);
  g_test_add_func ("/model/language/text-choice", test_text_choice);
  g_test_add_func ("/model/language/dates", test_dates);

  return g_test_run ();
}
