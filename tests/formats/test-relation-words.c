/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/relation-words.h"

static void
test_keys (void)
{
  static const struct
  {
    const char *text;
    CwRelation relation;
  } cases[] = {
    { "exact", CW_RELATION_EXACT },
    { "close", CW_RELATION_CLOSE },
    { "broad", CW_RELATION_BROAD },
    { "narrow", CW_RELATION_NARROW },
    { "overlap", CW_RELATION_OVERLAP },
    { "related", CW_RELATION_RELATED },
    { "none", CW_RELATION_NONE },
    { "exactMatch", CW_RELATION_EXACT },
    { "skos:closeMatch", CW_RELATION_CLOSE },
    { "skos:broadMatch", CW_RELATION_BROAD },
    { "http://www.w3.org/2004/02/skos/core#narrowMatch", CW_RELATION_NARROW },
    { "relatedMatch", CW_RELATION_RELATED },
    { "No counterpart", CW_RELATION_NONE },
    { "Overlaps", CW_RELATION_OVERLAP },
    { "Part of", CW_RELATION_BROAD },
    { "Exact", CW_RELATION_EXACT },
  };
  g_autoptr (CwRelationWords) words = cw_relation_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CwRelation relation;
      gboolean negated;

      g_assert_cmpint (cw_relation_words_read (words, cases[i].text, &relation, &negated), ==,
                       CW_RELATION_READING_KEY);
      g_assert_cmpint (relation, ==, cases[i].relation);
      g_assert_false (negated);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    CwRelation relation;
    gboolean negated;
  } cases[] = {
    { "EXACT MATCH", CW_RELATION_EXACT, FALSE },
    { "=", CW_RELATION_EXACT, FALSE },
    { "＝", CW_RELATION_EXACT, FALSE },
    { "is part of", CW_RELATION_BROAD, FALSE },
    { "is not part of", CW_RELATION_BROAD, TRUE },
    { "contains", CW_RELATION_NARROW, FALSE },
    { "does not contain", CW_RELATION_NARROW, TRUE },
    { "same as", CW_RELATION_EXACT, FALSE },
    { "is not the same as", CW_RELATION_EXACT, TRUE },
    { "broader than", CW_RELATION_NARROW, FALSE },
    { "narrower than", CW_RELATION_BROAD, FALSE },
    { "shares no part with", CW_RELATION_OVERLAP, TRUE },
    { "has no counterpart in", CW_RELATION_NONE, FALSE },
    { "⊂", CW_RELATION_BROAD, FALSE },
    { "相同", CW_RELATION_EXACT, FALSE },
    { "等同", CW_RELATION_EXACT, FALSE },
    { "包含", CW_RELATION_NARROW, FALSE },
    { "属于", CW_RELATION_BROAD, FALSE },
    { "被包含", CW_RELATION_BROAD, FALSE },
    { "部分重叠", CW_RELATION_OVERLAP, FALSE },
    { "相关", CW_RELATION_RELATED, FALSE },
    { "无对应", CW_RELATION_NONE, FALSE },
    { "一致", CW_RELATION_EXACT, FALSE },
    { "含む", CW_RELATION_NARROW, FALSE },
    { "含まれる", CW_RELATION_BROAD, FALSE },
    { "ほぼ同じ", CW_RELATION_CLOSE, FALSE },
    { "一部重複", CW_RELATION_OVERLAP, FALSE },
    { "関連", CW_RELATION_RELATED, FALSE },
    { "該当なし", CW_RELATION_NONE, FALSE },
  };
  g_autoptr (CwRelationWords) words = cw_relation_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CwRelation relation = CW_N_RELATIONS;
      gboolean negated = FALSE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cw_relation_words_read (words, cases[i].text, &relation, &negated), ==,
                       CW_RELATION_READING_WORD);
      g_assert_cmpint (relation, ==, cases[i].relation);
      g_assert_cmpint (negated, ==, cases[i].negated);
    }
}

static void
test_others (void)
{
  static const char *const ambiguous[] = { "<", ">", "broader", "Narrower", "＜", "部分", "上位" };
  static const char *const unknown[] = { "", "4", "yes", "exactly?", "关系", "skos:exact" };
  g_autoptr (CwRelationWords) words = cw_relation_words_new ();
  CwRelation relation;
  gboolean negated;

  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    g_assert_cmpint (cw_relation_words_read (words, ambiguous[i], &relation, &negated), ==,
                     CW_RELATION_READING_AMBIGUOUS);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_cmpint (cw_relation_words_read (words, unknown[i], &relation, &negated), ==,
                     CW_RELATION_READING_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/relation-words/keys", test_keys);
  g_test_add_func ("/formats/relation-words/words", test_words);
  g_test_add_func ("/formats/relation-words/others", test_others);

  return g_test_run ();
}
