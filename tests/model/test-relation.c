/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/relation.h"

/* Law 8. */
static void
test_inverse (void)
{
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_NONE), ==, CW_RELATION_NONE);
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_EXACT), ==, CW_RELATION_EXACT);
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_CLOSE), ==, CW_RELATION_CLOSE);
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_BROAD), ==, CW_RELATION_NARROW);
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_NARROW), ==, CW_RELATION_BROAD);
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_OVERLAP), ==, CW_RELATION_OVERLAP);
  g_assert_cmpint (cw_relation_inverse (CW_RELATION_RELATED), ==, CW_RELATION_RELATED);
}

/* Direction is where such tools go wrong, so each sentence is written out here by hand. */
static const struct
{
  CwRelation relation;
  const char *sentence;
  const char *negated;
  const char *phrase;
} sentences[] = {
  { CW_RELATION_EXACT, "laser is the same as optics", "laser is not the same as optics",
    "is the same as" },
  { CW_RELATION_CLOSE, "laser is nearly the same as optics",
    "laser is not nearly the same as optics", "is nearly the same as" },
  { CW_RELATION_BROAD, "laser is part of optics", "laser is not part of optics", "is part of" },
  { CW_RELATION_NARROW, "laser contains optics", "laser does not contain optics", "contains" },
  { CW_RELATION_OVERLAP, "laser shares a part with optics", "laser shares no part with optics",
    "shares a part with" },
  { CW_RELATION_RELATED, "laser is associated with optics", "laser is not associated with optics",
    "is associated with" },
  { CW_RELATION_NONE, "laser has no counterpart in optics", "laser has no counterpart in optics",
    "has no counterpart in" },
};

static void
test_sentences (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (sentences), ==, CW_N_RELATIONS);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      CwRelation relation = sentences[i].relation;
      g_autofree char *sentence = cw_relation_format_sentence (relation, FALSE, "laser", "optics");
      g_autofree char *negated = cw_relation_format_sentence (relation, TRUE, "laser", "optics");
      g_autofree char *joined =
        g_strdup_printf ("laser %s optics", cw_relation_get_phrase (relation, TRUE));

      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
      g_assert_cmpstr (negated, ==, sentences[i].negated);
      g_assert_cmpstr (cw_relation_get_phrase (relation, FALSE), ==, sentences[i].phrase);
      g_assert_cmpstr (joined, ==, sentences[i].negated);
    }
}

/* The same fact read from the other side. */
static void
test_sentences_inverted (void)
{
  g_autofree char *broad = NULL;
  g_autofree char *narrow = NULL;

  broad = cw_relation_format_sentence (CW_RELATION_BROAD, FALSE, "laser", "optics");
  narrow =
    cw_relation_format_sentence (cw_relation_inverse (CW_RELATION_BROAD), FALSE, "optics", "laser");
  g_assert_cmpstr (broad, ==, "laser is part of optics");
  g_assert_cmpstr (narrow, ==, "optics contains laser");
}

/* A name with a percent sign is no format. */
static void
test_names_are_not_formats (void)
{
  g_autofree char *sentence =
    cw_relation_format_sentence (CW_RELATION_EXACT, FALSE, "100%s %n", "%2$s");

  g_assert_cmpstr (sentence, ==, "100%s %n is the same as %2$s");
}

static void
test_strength (void)
{
  static const CwRelation strongest_first[] = {
    CW_RELATION_EXACT,   CW_RELATION_CLOSE,   CW_RELATION_BROAD, CW_RELATION_NARROW,
    CW_RELATION_OVERLAP, CW_RELATION_RELATED, CW_RELATION_NONE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (strongest_first); i++)
    g_assert_cmpint (cw_relation_strength (strongest_first[i]), ==, (int) i + 1);
}

static void
test_names_and_signs (void)
{
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      g_assert_cmpstr (cw_relation_get_name (i), !=, "");
      g_assert_cmpint (g_utf8_strlen (cw_relation_get_sign (i), -1), ==, 1);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (cw_relation_get_name (i), !=, cw_relation_get_name (j));
          g_assert_cmpstr (cw_relation_get_sign (i), !=, cw_relation_get_sign (j));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/relation/inverse", test_inverse);
  g_test_add_func ("/model/relation/sentences", test_sentences);
  g_test_add_func ("/model/relation/sentences-inverted", test_sentences_inverted);
  g_test_add_func ("/model/relation/names-are-not-formats", test_names_are_not_formats);
  g_test_add_func ("/model/relation/strength", test_strength);
  g_test_add_func ("/model/relation/names-and-signs", test_names_and_signs);

  return g_test_run ();
}
