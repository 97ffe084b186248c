/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/text-set.h"

/* The same as a hash table, as long as there is room. */
static void
test_twin (void)
{
  g_autoptr (CwTextSet) set = cw_text_set_new ();
  g_autoptr (GHashTable) twin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 200000; i++)
    {
      char *text = g_strdup_printf ("%d", g_rand_int_range (random, 0, 50000));
      gboolean is_new = cw_text_set_add (set, cw_text_hash (CW_TEXT_HASH_START, text));

      g_assert_cmpint (is_new, ==, g_hash_table_add (twin, text));
    }
}

/* Cells are told apart by their borders. */
static void
test_borders (void)
{
  guint64 first = cw_text_hash (cw_text_hash (CW_TEXT_HASH_START, "ab"), "c");
  guint64 second = cw_text_hash (cw_text_hash (CW_TEXT_HASH_START, "a"), "bc");

  g_assert_cmpuint (first, !=, second);
}

/* A full set takes everything for new, and grows no more. */
static void
test_limit (void)
{
  g_autoptr (CwTextSet) set = cw_text_set_new ();

  for (guint64 i = 0; i < CW_TEXT_SET_LIMIT; i++)
    g_assert_true (cw_text_set_add (set, i * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 2));
  g_assert_true (cw_text_set_is_full (set));
  g_assert_true (cw_text_set_add (set, 2));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text-set/twin", test_twin);
  g_test_add_func ("/formats/text-set/borders", test_borders);
  g_test_add_func ("/formats/text-set/limit", test_limit);

  return g_test_run ();
}
