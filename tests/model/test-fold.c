/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fold.h"

/* Texts that a search takes for the same. */
static const struct
{
  const char *text;
  const char *folded;
} cases[] = {
  /* Case */
  { "Quantum Computing", "quantum computing" },
  { "STRASSE Straße", "strasse strasse" },
  { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
  /* Full and half width */
  { "ＡＩ", "ai" },
  { "５Ｇ", "5g" },
  { "ﾛﾎﾞｯﾄ", "ロボット" },
  { "｢量子｣", "「量子」" },
  { "①", "1" },
  /* Accents go */
  { "Müller café", "muller cafe" },
  { "İstanbul", "istanbul" },
  /* White space */
  { "  two \t\n words　here ", "two words here" },
  { "", "" },
  { "   ", "" },
  /* Chinese, simplified and traditional apart */
  { "先进制造", "先进制造" },
  { "先進製造", "先進製造" },
};

static void
test_folding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cw_fold_for_search (cases[i].text);
      g_autofree char *wanted = g_utf8_normalize (cases[i].folded, -1, G_NORMALIZE_ALL);

      g_assert_cmpstr (folded, ==, wanted);
    }
}

/* か and が are two letters, は, ば and ぱ three; one letter has one form, however it is typed. */
static void
test_voiced_marks_stay (void)
{
  static const char *const apart[] = { "か", "が", "は", "ば", "ぱ", "カ", "ガ" };
  g_autofree char *composed = cw_fold_for_search ("が");
  g_autofree char *decomposed = cw_fold_for_search ("か\xe3\x82\x99");

  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      for (guint j = 0; j < i; j++)
        {
          g_autofree char *a = cw_fold_for_search (apart[i]);
          g_autofree char *b = cw_fold_for_search (apart[j]);

          g_assert_cmpstr (a, !=, b);
        }
    }
  g_assert_cmpstr (composed, ==, decomposed);
}

/* Hangul comes out decomposed, and the same however it is typed. */
static void
test_hangul (void)
{
  g_autofree char *syllables = cw_fold_for_search ("국가");
  g_autofree char *letters = cw_fold_for_search ("\xe1\x84\x80\xe1\x85\xae\xe1\x86\xa8"
                                                 "\xe1\x84\x80\xe1\x85\xa1");

  g_assert_cmpstr (syllables, ==, letters);
}

static void
test_twice_is_once (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = cw_fold_for_search (cases[i].text);
      g_autofree char *twice = cw_fold_for_search (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_invalid (void)
{
  g_autofree char *folded = cw_fold_for_search ("a\xff");

  g_assert_cmpstr (folded, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/fold/folding", test_folding);
  g_test_add_func ("/model/fold/voiced-marks-stay", test_voiced_marks_stay);
  g_test_add_func ("/model/fold/hangul", test_hangul);
  g_test_add_func ("/model/fold/twice-is-once", test_twice_is_once);
  g_test_add_func ("/model/fold/invalid", test_invalid);

  return g_test_run ();
}
