/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-columns.h"
#include "formats/concordance-delimited.h"
#include "table-fixture.h"

#include <locale.h>
#include <math.h>

static void
check_all_flavours (TableFixture *fixture)
{
  table_fixture_check_golden (fixture, "csv", "tests/golden/concordance.csv");
  table_fixture_check_golden (fixture, "csv-bom", "tests/golden/concordance-bom.csv");
  table_fixture_check_golden (fixture, "tsv", "tests/golden/concordance.tsv");
}

static void
test_golden (TableFixture *fixture, gconstpointer data)
{
  check_all_flavours (fixture);
}

static void
test_golden_in_comma_locale (TableFixture *fixture, gconstpointer data)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  check_all_flavours (fixture);
  setlocale (LC_ALL, "C");
}

static guint
find_column (const CwConcordanceColumns *columns, const char *key)
{
  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    {
      if (g_str_equal (cw_concordance_columns_get_key (columns, i), key))
        return i;
    }

  g_error ("there is no column “%s”", key);
}

static void
assert_cell (const CwConcordanceColumns *columns,
             const char *key,
             const CwConcordanceRow *row,
             const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  cw_concordance_columns_append_text (columns, find_column (columns, key), row, text);
  g_assert_cmpstr (text->str, ==, wanted);
}

/* Without languages there is one label a side, in the list's own language. */
static void
test_no_languages (TableFixture *fixture, gconstpointer data)
{
  const char *const none[] = { NULL };
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (NULL, NULL);
  g_autoptr (CwConcordanceColumns) same = cw_concordance_columns_new (none, NULL);
  const CwConcordanceRow *row = table_fixture_get_row (fixture, 4);

  g_assert_cmpuint (cw_concordance_columns_get_n_columns (columns), ==, 25);
  g_assert_cmpuint (cw_concordance_columns_get_n_columns (same), ==, 25);
  assert_cell (columns, "left_label", row, "先进材料");
  assert_cell (columns, "right_label", row, "Materials");
}

static void
test_titles (TableFixture *fixture, gconstpointer data)
{
  const char *const languages[] = { "ja", "tlh", NULL };
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (languages, NULL);
  g_autofree char *japanese =
    cw_concordance_columns_get_title (columns, find_column (columns, "left_label_ja"));
  g_autofree char *unknown =
    cw_concordance_columns_get_title (columns, find_column (columns, "right_label_tlh"));
  g_autofree char *plain =
    cw_concordance_columns_get_title (columns, find_column (columns, "relation"));

  g_assert_cmpstr (japanese, ==, "Left item (日本語)");
  g_assert_cmpstr (unknown, ==, "Right item (tlh)");
  g_assert_cmpstr (plain, ==, "Relation");
}

static void
test_numbers (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (NULL, NULL);
  const CwConcordanceRow *rows = table_fixture_get_row (fixture, 0);
  guint confidence = find_column (columns, "confidence");
  double absent = cw_concordance_columns_get_number (columns, confidence, &rows[2]);
  double open = cw_concordance_columns_get_number (columns, confidence, &rows[5]);

  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    g_assert_cmpint (cw_concordance_columns_is_number (columns, i), ==, i == confidence);
  g_assert_true (
    G_APPROX_VALUE (cw_concordance_columns_get_number (columns, confidence, &rows[0]), 0.7, 1e-12));
  g_assert_true (isnan (absent));
  g_assert_true (isnan (open));
  assert_cell (columns, "confidence", &rows[0], "0.7");
  assert_cell (columns, "confidence", &rows[2], "");
}

/* A full disk already at the header. */
static void
test_error (TableFixture *fixture, gconstpointer data)
{
  char room[10];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (CwConcordanceWriter) table = cw_concordance_csv_open (stream, &head);
  const CwConcordanceRow *row = table_fixture_get_row (fixture, 0);
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  while (cw_concordance_writer_add_row (table, row, &error))
    g_assert_cmpuint (n_rows++, <, 1000);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (cw_concordance_writer_finish (table, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                     \
  g_test_add ("/formats/concordance-delimited/" name, TableFixture, NULL, table_fixture_set_up, \
              function, table_fixture_tear_down)
  ADD ("golden", test_golden);
  ADD ("golden-in-comma-locale", test_golden_in_comma_locale);
  ADD ("no-languages", test_no_languages);
  ADD ("titles", test_titles);
  ADD ("numbers", test_numbers);
  ADD ("error", test_error);
#undef ADD

  return g_test_run ();
}
