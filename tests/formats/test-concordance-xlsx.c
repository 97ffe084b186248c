/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-tally.h"
#include "formats/concordance-xlsx.h"
#include "formats/error.h"
#include "formats/xlsx-proof.h"
#include "formats/xlsx-sheet.h"
#include "table-fixture.h"

#include <locale.h>
#include <string.h>

/* What tests/cli/test-xlsx.py cannot reach; it reads whole workbooks back. */

static GBytes *
write_workbook (TableFixture *fixture)
{
  const char *const languages[] = { "en", "zh-Hans", NULL };

  return table_fixture_write (fixture, "xlsx", languages);
}

static void
test_same_bytes (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = write_workbook (fixture);
  g_autoptr (GBytes) second = write_workbook (fixture);

  g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_comma_locale (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) plain = write_workbook (fixture);
  g_autoptr (GBytes) found = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }
  found = write_workbook (fixture);
  setlocale (LC_ALL, "C.UTF-8");

  g_assert_true (g_bytes_equal (found, plain));
}

/* A full disk: the error comes with the end, and nothing of the workbook before. */
static void
test_full_stream (TableFixture *fixture, gconstpointer data)
{
  char room[1000];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (CwConcordanceWriter) table = cw_concordance_xlsx_open (stream, &head);
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, 0), &error));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
  g_assert_false (cw_concordance_writer_finish (table, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static guint
count_open_files (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n_files = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

/* As when somebody gives up: no temporary file stays open. */
static void
test_never_finished (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  guint n_files = count_open_files ();
  g_autoptr (CwConcordanceWriter) table = cw_concordance_xlsx_open (stream, &head);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_true (
      cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, i), &error));
  g_clear_pointer (&table, cw_concordance_writer_free);
  g_assert_cmpuint (count_open_files (), ==, n_files);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
test_too_many_rows (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (CwXlsxBook) book = cw_xlsx_book_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CwXlsxSheet *sheet = cw_xlsx_book_add_sheet (book, "Mappings");

  for (guint i = 0; i < CW_XLSX_MAX_ROWS; i++)
    g_assert_true (cw_xlsx_sheet_begin_row (sheet));
  g_assert_no_error (book->error);
  g_assert_false (cw_xlsx_sheet_begin_row (sheet));
  g_assert_error (book->error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (book->error->message, "more than 1048575 rows"));
  g_assert_nonnull (strstr (book->error->message, "“Mappings”"));

  /* Nothing is written after it. */
  cw_xlsx_sheet_write_text (sheet, 0, "x", CW_XLSX_TEXT);
  g_assert_false (cw_xlsx_book_save (book, "", 1, stream));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
check_broken (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_xlsx_proof (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* Each byte of the package in turn is another one: what was read before must not be read past. */
static void
test_proof (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = write_workbook (fixture);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  gsize size = g_bytes_get_size (whole);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_xlsx_proof (whole, &error));
  g_assert_no_error (error);
  check_broken (nothing);
  for (gsize length = 1; length < size; length += 997)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      check_broken (part);
    }
  for (gsize i = size - 1500; i < size; i++)
    {
      g_autoptr (GBytes) changed = NULL;

      copy[i] ^= 0xff;
      changed = g_bytes_new_static (copy, size);
      cw_xlsx_proof (changed, NULL);
      copy[i] ^= 0xff;
    }
}

static void
check_time (const char *text, double wanted, gboolean wanted_date)
{
  double days = 0;
  gboolean is_date = FALSE;

  g_assert_true (cw_xlsx_parse_time (text, &days, &is_date));
  g_assert_cmpfloat_with_epsilon (days, wanted, 1e-9);
  g_assert_cmpint (is_date, ==, wanted_date);
}

static void
test_times (TableFixture *fixture, gconstpointer data)
{
  const char *const none[] = { "",           "yesterday",           "2026-13-01",
                               "2026-02-30", "2026-01-02T03:04:05", "2026-01-02T03:04:05+01:00",
                               "1900-12-31", "2026-01-02T25:00:00Z" };
  double days;
  gboolean is_date;

  check_time ("1970-01-01", 25569, TRUE);
  check_time ("1970-01-01T12:00:00Z", 25569.5, FALSE);
  check_time ("2026-01-03T00:00:00Z", 46025, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (cw_xlsx_parse_time (none[i], &days, &is_date));
}

/* The rows of the fixture, where the left list stands on one side or on both. */
static void
test_tally (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (CwConcordanceTally) tally =
    cw_concordance_tally_new (fixture->left_lists, fixture->right_lists);
  g_autoptr (GPtrArray) opposite = NULL;
  const CwItem *item = cw_list_find_item (fixture->left, "1.1");

  for (guint i = 0; i < fixture->rows->len; i++)
    cw_concordance_tally_add (tally, table_fixture_get_row (fixture, i));
  g_assert_cmpuint (cw_concordance_tally_get_lists (tally)->len, ==, 2);
  opposite = cw_concordance_tally_find_opposite (tally, fixture->left);
  g_assert_cmpuint (opposite->len, ==, 1);

  g_assert_cmpuint (cw_concordance_tally_get_state (tally, item, opposite), ==, CW_TALLY_LINKED);
  g_assert_cmpuint (cw_concordance_tally_get_n_mappings (tally, item), ==, 1);
  /* No counterpart. */
  item = cw_list_find_item (fixture->left, "2");
  g_assert_cmpuint (cw_concordance_tally_get_state (tally, item, opposite), ==, CW_TALLY_ABSENT);
  /* Negated. */
  item = cw_list_find_item (fixture->left, "1");
  g_assert_cmpuint (cw_concordance_tally_get_state (tally, item, opposite), ==, CW_TALLY_OPEN);
  g_assert_cmpuint (cw_concordance_tally_get_n_mappings (tally, item), ==, 1);
  /* Nothing is said of it. */
  item = cw_list_find_item (fixture->left, "1.2");
  g_assert_cmpuint (cw_concordance_tally_get_state (tally, item, opposite), ==, CW_TALLY_OPEN);
  g_assert_cmpuint (cw_concordance_tally_get_n_mappings (tally, item), ==, 0);
}

/* Lists on both sides are compared with those that a row names beside them. */
static void
test_tally_of_all (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = g_ptr_array_copy (fixture->left_lists, NULL, NULL);
  g_autoptr (CwConcordanceTally) tally = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_ptr_array_add (all, fixture->right);
  tally = cw_concordance_tally_new (all, all);
  before = cw_concordance_tally_find_opposite (tally, fixture->left);
  g_assert_cmpuint (before->len, ==, 0);
  for (guint i = 0; i < fixture->rows->len; i++)
    cw_concordance_tally_add (tally, table_fixture_get_row (fixture, i));
  after = cw_concordance_tally_find_opposite (tally, fixture->left);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (g_ptr_array_index (after, 0) == fixture->right);
  g_assert_cmpuint (cw_concordance_tally_get_state (tally, cw_list_find_item (fixture->left, "2"),
                                                    after),
                    ==, CW_TALLY_ABSENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                \
  g_test_add ("/formats/concordance-xlsx/" name, TableFixture, NULL, table_fixture_set_up, \
              function, table_fixture_tear_down)
  ADD ("same-bytes", test_same_bytes);
  ADD ("comma-locale", test_comma_locale);
  ADD ("full-stream", test_full_stream);
  ADD ("never-finished", test_never_finished);
  ADD ("too-many-rows", test_too_many_rows);
  ADD ("proof", test_proof);
  ADD ("times", test_times);
  ADD ("tally", test_tally);
  ADD ("tally-of-all", test_tally_of_all);
#undef ADD

  return g_test_run ();
}
