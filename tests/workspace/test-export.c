/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "process.h"
#include "small-document.h"
#include "workspace/export.h"
#include "workspace/wait.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const english[] = { "en", NULL };

static CwExport *
make_export (CwDocument *document, const char *format, gboolean with_unmapped)
{
  g_autoptr (GPtrArray) left = test_document_get_lists (document, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (document, TEST_RIGHT, NULL);

  return cw_export_new (cw_concordance_format_find (format), left, right, english, with_unmapped);
}

/* One column of the table, by its key, one cell a line. */
static char *
get_column (const char *table, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  g_auto (GStrv) keys = g_strsplit (lines[0], "\t", -1);
  g_autoptr (GString) column = g_string_new (NULL);
  guint index = 0;

  while (keys[index] != NULL && !g_str_equal (keys[index], key))
    index++;
  g_assert_nonnull (keys[index]);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (keys));
      g_string_append_printf (column, "%s%s", i > 1 ? ";" : "", cells[index]);
    }

  return g_string_free (g_steal_pointer (&column), FALSE);
}

static char *
export_to_text (CwDocument *document, const char *format, gboolean with_unmapped)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  gboolean done =
    cw_document_export_to_stream (document, make_export (document, format, with_unmapped), stream,
                                  &error);

  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_false (g_output_stream_is_closed (stream));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_rows (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *mapped = export_to_text (document, "tsv", FALSE);
  g_autofree char *all = export_to_text (document, "tsv", TRUE);
  g_autofree char *mapped_left = get_column (mapped, "left_code");
  g_autofree char *left = get_column (all, "left_code");
  g_autofree char *right = get_column (all, "right_code");
  g_autofree char *relation = get_column (all, "relation");
  g_autofree char *status = get_column (all, "status");

  g_assert_cmpstr (mapped_left, ==, "1;1.1;2;2;3");
  g_assert_cmpstr (left, ==, "1;1.1;1.2;2;2;3;");
  g_assert_cmpstr (right, ==, "1;2;;3;;4;2.1");
  g_assert_cmpstr (relation, ==, "broad;broad;;exact;none;close;");
  g_assert_cmpstr (status, ==, "reviewed;proposed;open;draft;draft;rejected;open");
  cw_document_close (document);
}

/* Mappings that were chosen, in the order in which they were; one that is gone is left out. */
static void
test_chosen (void)
{
  static const gint64 ids[] = { TEST_MAPPING_NEIGHBOUR, 99, TEST_MAPPING_ABSENCE,
                                TEST_MAPPING_INVERTED };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CwExport *export = make_export (document, "tsv", TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  g_autofree char *left = NULL;
  g_autofree char *relation = NULL;

  g_array_append_vals (chosen, ids, G_N_ELEMENTS (ids));
  cw_export_set_chosen (export, chosen);
  cw_document_export_to_stream (document, export, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  table = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  left = get_column (table, "left_code");
  relation = get_column (table, "relation");
  g_assert_cmpstr (left, ==, "1;2;2");
  g_assert_cmpstr (relation, ==, "exact;none;narrow");
  cw_document_close (document);
}

/* The formats are one table; with the mark by which Excel knows UTF-8, or without. */
static void
test_formats (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *plain = export_to_text (document, "csv", TRUE);
  g_autofree char *marked = export_to_text (document, "csv-bom", TRUE);

  g_assert_true (g_str_has_prefix (plain, "left_list,left_code,left_label_en,"));
  g_assert_true (g_str_has_prefix (marked, "\xef\xbb\xbf"));
  g_assert_cmpstr (marked + 3, ==, plain);
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    {
      const CwConcordanceFormat *format = cw_concordance_format_get (i);

      g_assert_true (cw_concordance_format_find (format->key) == format);
      g_assert_cmpuint (cw_concordance_format_get_index (format), ==, i);
      g_assert_cmpstr (cw_concordance_format_get_name (format), !=, "");
      g_assert_cmpstr (format->suffix, !=, "");
    }
  g_assert_null (cw_concordance_format_find ("CSV"));
  cw_document_close (document);
}

static gboolean
export_as (CwDocument *document,
           const char *format,
           const char *target,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (target);

  return cw_document_export (document, make_export (document, format, TRUE), file, cancellable,
                             error);
}

static gboolean
export_to_file (CwDocument *document, const char *target, GCancellable *cancellable, GError **error)
{
  return export_as (document, "tsv", target, cancellable, error);
}

/* The keys of a few columns, in an order of their own. */
static void
test_columns (void)
{
  static const char *const keys[] = { "relation", "left_label", "right_code", NULL };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CwExport *export = make_export (document, "tsv", FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;

  cw_export_set_columns (export, keys);
  cw_document_export_to_stream (document, export, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  table = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_true (g_str_has_prefix (table, "relation\tleft_label_en\tright_code\n"
                                          "broad\tAdvanced materials\t1\n"));
  cw_document_close (document);
}

/* SSSOM's metadata have a name that belongs to the table's; both are replaced. */
static void
test_metadata_beside (void)
{
  static const struct
  {
    const char *table;
    const char *metadata;
  } names[] = {
    { "table.sssom.tsv", "table.sssom.yml" },
    { "table.tsv", "table.sssom.yml" },
    { "table", "table.sssom.yml" },
    { ".tsv", ".tsv.sssom.yml" },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, names[i].table, NULL);
      g_autofree char *metadata = g_build_filename (folder, names[i].metadata, NULL);
      CwExport *export = make_export (document, "sssom", FALSE);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      test_file_write (metadata, "old", 3);
      cw_export_set_sssom (export, FALSE, FALSE, NULL);
      export->metadata_beside = TRUE;
      cw_document_export (document, export, file, NULL, &error);
      g_assert_no_error (error);
      contents = (char *) test_file_read (metadata, NULL);
      g_assert_nonnull (strstr (contents, "mapping_set_id"));
    }
  cw_document_close (document);
}

/* Law 3: the file is another one, put in the place of the old, with its permissions. */
static void
test_replace (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target = g_build_filename (folder, "table.tsv", NULL);
  g_autofree char *other_name = g_build_filename (folder, "same-table.tsv", NULL);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *wanted = export_to_text (document, "tsv", TRUE);
  g_autofree char *contents = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  test_file_write (target, "old", 3);
  g_assert_no_errno (g_chmod (target, 0640));
  g_assert_no_errno (link (target, other_name));
  export_to_file (document, target, NULL, &error);
  g_assert_no_error (error);
  cw_document_close (document);

  contents = (char *) test_file_read (target, NULL);
  g_assert_cmpstr (contents, ==, wanted);
  kept = (char *) test_file_read (other_name, NULL);
  g_assert_cmpstr (kept, ==, "old");
  g_assert_no_errno (stat (target, &info));
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "same-table.tsv\nsmall.crosswalk\ntable.tsv");
}

/* Where it fails, there is what was there before: the old file, or none. */
static void
check_failure_as (CwDocument *document,
                  const char *format,
                  const char *folder,
                  GCancellable *cancellable,
                  int code)
{
  g_autofree char *target = g_build_filename (folder, "table.tsv", NULL);
  g_autofree char *missing = g_build_filename (folder, "other.tsv", NULL);
  g_autofree char *names = test_folder_list (folder);
  g_autofree char *names_after = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (export_as (document, format, target, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, code);
  if (code != G_IO_ERROR_CANCELLED)
    g_assert_nonnull (strstr (error->message, target));
  g_clear_error (&error);
  g_assert_false (export_as (document, format, missing, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, code);

  contents = (char *) test_file_read (target, NULL);
  g_assert_cmpstr (contents, ==, "old");
  names_after = test_folder_list (folder);
  g_assert_cmpstr (names_after, ==, names);
}

static void
check_failure (CwDocument *document, const char *folder, GCancellable *cancellable, int code)
{
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    check_failure_as (document, cw_concordance_format_get (i)->key, folder, cancellable, code);
}

static void
test_cancelled (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target = g_build_filename (folder, "table.tsv", NULL);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  test_file_write (target, "old", 3);
  g_cancellable_cancel (cancellable);
  check_failure (document, folder, cancellable, G_IO_ERROR_CANCELLED);
  cw_document_close (document);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep ((gulong) g_random_int_range (0, 30000));
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* Cancelled in the middle: there is the whole old file or the whole new one. */
static void
test_cancelled_midway (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target = g_build_filename (folder, "table.tsv", NULL);
  g_autoptr (CwDocument) document = NULL;
  guint n_cancelled = 0;
  gsize whole;

  test_database_exec (path,
                      "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                      "INSERT INTO mapping (subject_id, relation, object_id, created, modified) "
                      "SELECT 1, 'exact', 6, '', '' FROM n");
  document = test_document_open (path);
  g_assert_true (export_to_file (document, target, NULL, NULL));
  g_free (test_file_read (target, &whole));

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *names = NULL;
      GThread *thread;
      gsize length;

      test_file_write (target, "old", 3);
      thread = g_thread_new ("cancel", cancel_soon, cancellable);
      if (!export_to_file (document, target, cancellable, NULL))
        n_cancelled++;
      g_thread_join (thread);
      g_free (test_file_read (target, &length));
      g_assert_true (length == 3 || length == whole);
      names = test_folder_list (folder);
      g_assert_null (strstr (names, "part"));
    }
  g_test_message ("%u of 20 were cancelled", n_cancelled);
  cw_document_close (document);
}

static void
test_not_a_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *directory = g_build_filename (folder, "table.tsv", NULL);
  g_autofree char *below = g_build_filename (folder, "missing", "table.tsv", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (directory, 0700));
  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_false (export_to_file (document, directory, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_false (export_to_file (document, pipe, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_false (export_to_file (document, below, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, below));
  cw_document_close (document);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "pipe\nsmall.crosswalk\ntable.tsv");
}

static int
play_unwritable (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = NULL;

  test_process_become_nobody ();
  document = cw_document_open (arguments[0], TRUE, &error);
  g_assert_no_error (error);
  check_failure (document, arguments[1], NULL, G_IO_ERROR_PERMISSION_DENIED);
  cw_document_close (document);

  return 0;
}

static void
test_unwritable_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target_folder = g_build_filename (folder, "target", NULL);
  g_autofree char *target = g_build_filename (target_folder, "table.tsv", NULL);

  g_assert_no_errno (g_mkdir (target_folder, 0777));
  test_file_write (target, "old", 3);
  g_assert_no_errno (g_chmod (target, 0666));
  g_assert_no_errno (g_chmod (target_folder, 0555));
  g_assert_cmpint (test_process_run ("unwritable", path, target_folder, NULL), ==, 0);
  g_assert_no_errno (g_chmod (target_folder, 0777));
}

/* A limit that a file runs into is to a writer what a full disk is. */
static int
play_limited (char **arguments)
{
  const struct rlimit limit = { 200, 200 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (arguments[0], TRUE, &error);

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    {
      const char *format = cw_concordance_format_get (i)->key;
      g_autofree char *target = g_build_filename (arguments[1], "table.tsv", NULL);
      g_autofree char *contents = NULL;
      g_autofree char *names = NULL;
      g_autoptr (GError) export_error = NULL;

      if (export_as (document, format, target, NULL, &export_error))
        g_error ("%s was written", format);
      g_assert_nonnull (export_error);
      contents = (char *) test_file_read (target, NULL);
      g_assert_cmpstr (contents, ==, "old");
      names = test_folder_list (arguments[1]);
      g_assert_cmpstr (names, ==, "table.tsv");
    }
  cw_document_close (document);

  return 0;
}

static void
test_no_room (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target_folder = g_build_filename (folder, "target", NULL);
  g_autofree char *target = g_build_filename (target_folder, "table.tsv", NULL);

  g_assert_no_errno (g_mkdir (target_folder, 0777));
  test_file_write (target, "old", 3);
  g_assert_cmpint (test_process_run ("limited", path, target_folder, NULL), ==, 0);
}

static char *
copy_text (CwDocument *document, const gint64 *ids, guint n_ids, GPtrArray *left, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_copy_async (document, ids, n_ids, left, english, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_copy_finish (document, result, error);
}

/* What pastes into a spreadsheet: the mappings in the order in which they were chosen, read from
 * the left side. */
static void
test_copy (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GPtrArray) left = test_document_get_lists (document, TEST_LEFT, NULL);
  gint64 ids[] = { TEST_MAPPING_ABSENCE, TEST_MAPPING_INVERTED, TEST_MAPPING_FULL, 999 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = copy_text (document, ids, 3, left, &error);
  g_autofree char *codes = NULL;
  g_autofree char *relations = NULL;
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  codes = get_column (text, "left_code");
  relations = get_column (text, "relation");
  notes = get_column (text, "note_left");
  g_assert_cmpstr (codes, ==, "2;1.1;1");
  g_assert_cmpstr (relations, ==, "none;broad;broad");
  g_assert_cmpstr (notes, ==, ";;only left");

  g_assert_null (copy_text (document, ids, 4, left, &error));
  g_assert_nonnull (error);
  cw_document_close (document);
}

int
main (int argc, char **argv)
{
  test_part_add ("unwritable", play_unwritable);
  test_part_add ("limited", play_limited);
  test_process_init (&argc, &argv);

  g_test_add_func ("/export/rows", test_rows);
  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/columns", test_columns);
  g_test_add_func ("/export/metadata-beside", test_metadata_beside);
  g_test_add_func ("/export/no-room", test_no_room);
  g_test_add_func ("/export/replace", test_replace);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/cancelled-midway", test_cancelled_midway);
  g_test_add_func ("/export/chosen", test_chosen);
  g_test_add_func ("/export/not-a-file", test_not_a_file);
  g_test_add_func ("/export/unwritable-folder", test_unwritable_folder);
  g_test_add_func ("/export/copy", test_copy);

  return g_test_run ();
}
