/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/kept-filter.h"

static void
assert_same (const CwMappingFilter *a, const CwMappingFilter *b)
{
  g_assert_cmpstr (a->text, ==, b->text);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      guint n_a = a->values[facet] != NULL ? a->values[facet]->len : 0;
      guint n_b = b->values[facet] != NULL ? b->values[facet]->len : 0;

      g_assert_cmpuint (n_a, ==, n_b);
      for (guint i = 0; i < n_a; i++)
        g_assert_true (
          cw_mapping_filter_has_value (b, facet, g_ptr_array_index (a->values[facet], i)));
    }
}

/* Whatever is filtered comes back, quotation marks and all. */
static void
test_round_trip (void)
{
  static const char *const words[] = {
    "", "quantum", "it's \"so\"", "量子 計算", "a\\b\nc", "'}])"
  };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
      g_autoptr (CwMappingFilter) again = NULL;
      g_autofree char *text = NULL;

      cw_mapping_filter_set_text (filter, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      for (int j = g_test_rand_int_range (0, 8); j > 0; j--)
        cw_mapping_filter_set_value (filter, (CwFacet) g_test_rand_int_range (0, CW_N_FACETS),
                                     words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], TRUE);

      text = cw_kept_filter_write (filter);
      again = cw_kept_filter_read (text);
      g_assert_nonnull (again);
      assert_same (filter, again);
      assert_same (again, filter);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "x", "{}", "('a', 3)", "('a', {'status': 'draft'})", "('a', {'status': ['draft']}) more"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (cw_kept_filter_read (texts[i]));
}

/* A facet of a later version is passed over; the rest holds. */
static void
test_unknown_facet (void)
{
  g_autoptr (CwMappingFilter) filter =
    cw_kept_filter_read ("('a', {'weather': ['fine', 'bad'], 'status': ['draft']})");

  g_assert_nonnull (filter);
  g_assert_cmpstr (filter->text, ==, "a");
  g_assert_true (cw_mapping_filter_has_value (filter, CW_FACET_STATUS, "draft"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kept-filter/round-trip", test_round_trip);
  g_test_add_func ("/kept-filter/refused", test_refused);
  g_test_add_func ("/kept-filter/unknown-facet", test_unknown_facet);

  return g_test_run ();
}
