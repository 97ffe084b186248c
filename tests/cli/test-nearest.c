/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/nearest.h"

static const char *const known[] = {
  "cn-emerging-2023", "cn-future-2024", "us-cet-2020", "us-cet-2022", "us-cet-2024", "us-eft-2018",
};

static void
assert_nearest (const char *wanted, const char *expected)
{
  g_autofree char *found = cw_nearest_join (wanted, known, G_N_ELEMENTS (known));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_misspelt (void)
{
  assert_nearest ("us-eft-2081", "us-eft-2018");
  assert_nearest ("cn-futrue-2024", "cn-future-2024");
}

static void
test_part (void)
{
  assert_nearest ("cet", "us-cet-2020, us-cet-2022, us-cet-2024");
  assert_nearest ("emerging", "cn-emerging-2023");
}

static void
test_capitals (void)
{
  assert_nearest ("CN-FUTURE-2024", "cn-future-2024");
}

static void
test_far (void)
{
  assert_nearest ("", NULL);
  assert_nearest ("x", NULL);
  assert_nearest ("something else altogether", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/nearest/misspelt", test_misspelt);
  g_test_add_func ("/cli/nearest/part", test_part);
  g_test_add_func ("/cli/nearest/capitals", test_capitals);
  g_test_add_func ("/cli/nearest/far", test_far);

  return g_test_run ();
}
