/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"

static CwTable *
make_table (const char *const *titles)
{
  CwTable *table = cw_table_new ();
  const char *const first[] = { "1", "量子计算", "7" };
  const char *const second[] = { "10.11", "Quantum computing", "140" };

  cw_table_add_column (table, titles[0], CW_TABLE_TEXT);
  cw_table_add_column (table, titles[1], CW_TABLE_FLEXIBLE);
  cw_table_add_column (table, titles[2], CW_TABLE_NUMBER);
  cw_table_add_row (table, first);
  cw_table_add_heading (table, "A heading");
  cw_table_add_row (table, second);

  return table;
}

static void
assert_table (const char *const *titles, guint width, CwTableFit fit, const char *expected)
{
  g_autoptr (CwTable) table = make_table (titles);
  g_autoptr (GString) text = g_string_new (NULL);

  cw_table_append_to (table, width, fit, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static const char *const titles[] = { "Code", "Label", "Items" };
static const char *const no_titles[] = { "", "", "" };

static void
test_wide (void)
{
  assert_table (titles, 80, CW_TABLE_CUT,
                "Code   Label              Items\n"
                "1      量子计算               7\n"
                "\n"
                "A heading\n"
                "10.11  Quantum computing    140\n");
}

static void
test_without_titles (void)
{
  assert_table (no_titles, 80, CW_TABLE_CUT,
                "1      量子计算             7\n"
                "\n"
                "A heading\n"
                "10.11  Quantum computing  140\n");
}

static void
test_cut (void)
{
  assert_table (titles, 24, CW_TABLE_CUT,
                "Code   Label       Items\n"
                "1      量子计算        7\n"
                "\n"
                "A heading\n"
                "10.11  Quantum c…    140\n");
}

static void
test_wrap (void)
{
  assert_table (titles, 24, CW_TABLE_WRAP,
                "Code   Label       Items\n"
                "1      量子计算        7\n"
                "\n"
                "A heading\n"
                "10.11  Quantum       140\n"
                "       computing\n");
}

static void
test_narrow (void)
{
  /* The flexible column keeps something to read, whatever the width. */
  assert_table (titles, 5, CW_TABLE_CUT,
                "Code   Label     Items\n"
                "1      量子计算      7\n"
                "\n"
                "A he…\n"
                "10.11  Quantum…    140\n");
}

static void
test_empty (void)
{
  g_autoptr (CwTable) table = cw_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  cw_table_append_to (table, 80, CW_TABLE_CUT, text);
  g_assert_cmpstr (text->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/table/wide", test_wide);
  g_test_add_func ("/cli/table/without-titles", test_without_titles);
  g_test_add_func ("/cli/table/cut", test_cut);
  g_test_add_func ("/cli/table/wrap", test_wrap);
  g_test_add_func ("/cli/table/narrow", test_narrow);
  g_test_add_func ("/cli/table/empty", test_empty);

  return g_test_run ();
}
