/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mapping-filter.h"

#include <string.h>

static guint
n_values (const CwMappingFilter *filter, CwFacet facet)
{
  return filter->values[facet] != NULL ? filter->values[facet]->len : 0;
}

static void
test_empty (void)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  g_assert_true (cw_mapping_filter_is_empty (filter));
  g_assert_cmpstr (filter->text, ==, "");
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      g_assert_null (filter->values[facet]);
      g_assert_false (cw_mapping_filter_has_value (filter, facet, ""));
      cw_mapping_filter_set_value (filter, facet, "not there", FALSE);
      cw_mapping_filter_clear_facet (filter, facet);
    }
  g_assert_true (cw_mapping_filter_is_empty (filter));
  cw_mapping_filter_free (NULL);
}

static void
test_text (void)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  cw_mapping_filter_set_text (filter, "先进 material");
  g_assert_false (cw_mapping_filter_is_empty (filter));
  /* Also from its own text. */
  cw_mapping_filter_set_text (filter, filter->text);
  g_assert_cmpstr (filter->text, ==, "先进 material");
  cw_mapping_filter_set_text (filter, filter->text + strlen ("先进 "));
  g_assert_cmpstr (filter->text, ==, "material");
  cw_mapping_filter_set_text (filter, "");
  g_assert_true (cw_mapping_filter_is_empty (filter));
}

static void
test_values (void)
{
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
      CwFacet other = (facet + 1) % CW_N_FACETS;

      cw_mapping_filter_set_value (filter, facet, "a", TRUE);
      cw_mapping_filter_set_value (filter, facet, "", TRUE);
      /* Once more is nothing. */
      cw_mapping_filter_set_value (filter, facet, "a", TRUE);
      g_assert_cmpuint (n_values (filter, facet), ==, 2);
      g_assert_true (cw_mapping_filter_has_value (filter, facet, "a"));
      g_assert_true (cw_mapping_filter_has_value (filter, facet, ""));
      g_assert_false (cw_mapping_filter_has_value (filter, facet, "b"));
      g_assert_false (cw_mapping_filter_has_value (filter, other, "a"));
      g_assert_false (cw_mapping_filter_is_empty (filter));

      cw_mapping_filter_set_value (filter, facet, "b", FALSE);
      cw_mapping_filter_set_value (filter, facet, "a", FALSE);
      cw_mapping_filter_set_value (filter, facet, "a", FALSE);
      g_assert_cmpuint (n_values (filter, facet), ==, 1);
      g_assert_false (cw_mapping_filter_is_empty (filter));
      /* Without the last value all of them pass again. */
      cw_mapping_filter_set_value (filter, facet, "", FALSE);
      g_assert_null (filter->values[facet]);
      g_assert_true (cw_mapping_filter_is_empty (filter));
    }
}

static void
test_clear (void)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, "Ann", TRUE);
  cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, "Ben", TRUE);
  cw_mapping_filter_set_value (filter, CW_FACET_STATUS, "draft", TRUE);
  cw_mapping_filter_clear_facet (filter, CW_FACET_AUTHOR);
  g_assert_cmpuint (n_values (filter, CW_FACET_AUTHOR), ==, 0);
  g_assert_cmpuint (n_values (filter, CW_FACET_STATUS), ==, 1);
  cw_mapping_filter_clear_facet (filter, CW_FACET_STATUS);
  g_assert_true (cw_mapping_filter_is_empty (filter));
  cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, "Ann", TRUE);
  g_assert_cmpuint (n_values (filter, CW_FACET_AUTHOR), ==, 1);
}

/* A copy holds the same and shares nothing. */
static void
test_copy (void)
{
  CwMappingFilter *filter = cw_mapping_filter_new ();
  g_autoptr (CwMappingFilter) copy = NULL;

  cw_mapping_filter_set_text (filter, "words");
  cw_mapping_filter_set_value (filter, CW_FACET_RELATION, "close", TRUE);
  cw_mapping_filter_set_value (filter, CW_FACET_NEGATED, "0", TRUE);
  cw_mapping_filter_set_value (filter, CW_FACET_NEGATED, "1", TRUE);
  copy = cw_mapping_filter_copy (filter);
  cw_mapping_filter_set_text (filter, "others");
  cw_mapping_filter_set_value (filter, CW_FACET_RELATION, "broad", TRUE);
  cw_mapping_filter_clear_facet (filter, CW_FACET_NEGATED);
  cw_mapping_filter_free (filter);

  g_assert_cmpstr (copy->text, ==, "words");
  g_assert_cmpuint (n_values (copy, CW_FACET_RELATION), ==, 1);
  g_assert_true (cw_mapping_filter_has_value (copy, CW_FACET_RELATION, "close"));
  g_assert_cmpuint (n_values (copy, CW_FACET_NEGATED), ==, 2);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      if (facet != CW_FACET_RELATION && facet != CW_FACET_NEGATED)
        g_assert_null (copy->values[facet]);
    }
}

/* Keys are written out here, so that none changes unseen. */
static void
test_keys (void)
{
  static const char *const keys[] = { "relation",    "status",   "subject-list",
                                      "object-list", "category", "confidence",
                                      "author",      "evidence", "negated" };
  CwFacet facet = CW_FACET_AUTHOR;

  g_assert_cmpuint (G_N_ELEMENTS (keys), ==, CW_N_FACETS);
  for (guint i = 0; i < CW_N_FACETS; i++)
    {
      g_assert_cmpstr (cw_facet_to_key (i), ==, keys[i]);
      g_assert_true (cw_facet_from_key (keys[i], &facet));
      g_assert_cmpuint (facet, ==, i);
    }

  facet = CW_FACET_AUTHOR;
  g_assert_false (cw_facet_from_key ("nonsense", &facet));
  g_assert_false (cw_facet_from_key (NULL, &facet));
  g_assert_cmpint (facet, ==, CW_FACET_AUTHOR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-filter/empty", test_empty);
  g_test_add_func ("/mapping-filter/text", test_text);
  g_test_add_func ("/mapping-filter/values", test_values);
  g_test_add_func ("/mapping-filter/clear", test_clear);
  g_test_add_func ("/mapping-filter/copy", test_copy);
  g_test_add_func ("/mapping-filter/keys", test_keys);

  return g_test_run ();
}
