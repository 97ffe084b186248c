/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "process.h"
#include "small-document.h"
#include "store/connection.h"

#include <glib/gstdio.h>
#include <string.h>

static CwEdit *
make_edit (CwDocument *document)
{
  return cw_edit_new_link (test_document_get_item (document, TEST_LEFT, "1.2"), CW_RELATION_EXACT,
                           test_document_get_item (document, TEST_THIRD, "2"));
}

/* The copy is the document as it stands, with its history: it opens, and undo works in it. */
static void
test_copy (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target = g_build_filename (folder, "it's a “copy” ?.crosswalk", NULL);
  g_autofree char *start = test_database_dump (path);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (CwDocument) copy = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *copy_dump = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  test_file_write (target, "old", 3);
  cw_document_apply (document, make_edit (document), &error);
  g_assert_no_error (error);
  cw_document_save_copy (document, target, &error);
  g_assert_no_error (error);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==,
                   "it's a “copy” ?.crosswalk\nsmall.crosswalk\n"
                   "small.crosswalk-shm\nsmall.crosswalk-wal");

  test_database_check (target);
  dump = test_database_dump (path);
  copy_dump = test_database_dump (target);
  g_assert_cmpstr (copy_dump, ==, dump);
  g_assert_cmpstr (copy_dump, !=, start);

  copy = test_document_open (target);
  cw_document_undo (copy, &error);
  g_assert_no_error (error);
  cw_document_close (copy);
  undone = test_database_dump (target);
  g_assert_cmpstr (undone, ==, start);

  /* The two go separate ways. */
  g_free (dump);
  dump = test_database_dump (path);
  g_assert_cmpstr (dump, !=, undone);
  cw_document_close (document);
}

static void
test_copy_of_read_only (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target = g_build_filename (folder, "copy.crosswalk", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, TRUE, &error);
  g_autofree char *dump = test_database_dump (path);
  g_autofree char *copy_dump = NULL;

  g_assert_no_error (error);
  cw_document_save_copy (document, target, &error);
  g_assert_no_error (error);
  cw_document_close (document);
  copy_dump = test_database_dump (target);
  g_assert_cmpstr (copy_dump, ==, dump);
}

static void
check_failure (CwDocument *document, const char *folder, const char *target, int code)
{
  g_autofree char *names = test_folder_list (folder);
  g_autofree char *names_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_document_save_copy (document, target, &error));
  g_assert_nonnull (error);
  if (code >= 0)
    g_assert_error (error, CW_STORE_ERROR, code);
  names_after = test_folder_list (folder);
  g_assert_cmpstr (names_after, ==, names);
}

/* A copy in place of a document that is open, itself or another: whoever works in it would write
 * into a file that is gone, and leave a log that does not belong to the new one. */
static void
test_over_open_document (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *other_path = g_build_filename (folder, "other.crosswalk", NULL);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwDocument) other = NULL;
  g_autoptr (GError) error = NULL;

  test_file_copy (path, other_path);
  document = test_document_open (path);
  other = test_document_open (other_path);
  check_failure (document, folder, path, CW_STORE_ERROR_BUSY);
  check_failure (document, folder, other_path, CW_STORE_ERROR_BUSY);
  g_assert_false (cw_connection_create_document (other_path, NULL, NULL, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_BUSY);
  g_clear_error (&error);

  /* Both go on as if nothing had been. */
  cw_document_apply (document, make_edit (document), &error);
  g_assert_no_error (error);
  cw_document_apply (other, make_edit (other), &error);
  g_assert_no_error (error);
  cw_document_close (other);
  g_assert_cmpint (test_database_get_int (other_path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + 1);

  cw_document_save_copy (document, other_path, &error);
  g_assert_no_error (error);
  cw_document_close (document);
  test_database_check (path);
  test_database_check (other_path);
}

static void
test_impossible_target (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *directory = g_build_filename (folder, "folder", NULL);
  g_autofree char *inside = g_build_filename (directory, "file", NULL);
  g_autofree char *below = g_build_filename (folder, "missing", "copy.crosswalk", NULL);
  g_autoptr (CwDocument) document = test_document_open (path);

  g_assert_no_errno (g_mkdir (directory, 0700));
  test_file_write (inside, "x", 1);
  check_failure (document, folder, directory, CW_STORE_ERROR_NOT_WRITABLE);
  check_failure (document, folder, below, -1);
  cw_document_close (document);
}

/* A copy that fails leaves what stood in its place. */
static int
play_unwritable (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = NULL;

  test_process_become_nobody ();
  document = cw_document_open (arguments[0], TRUE, &error);
  g_assert_no_error (error);
  check_failure (document, arguments[1], arguments[2], -1);
  cw_document_close (document);

  return 0;
}

static void
test_unwritable_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *target_folder = g_build_filename (folder, "target", NULL);
  g_autofree char *target = g_build_filename (target_folder, "copy.crosswalk", NULL);
  g_autofree char *contents = NULL;

  g_assert_no_errno (g_mkdir (target_folder, 0777));
  test_file_write (target, "old", 4);
  g_assert_no_errno (g_chmod (target_folder, 0555));
  g_assert_cmpint (test_process_run ("unwritable", path, target_folder, target, NULL), ==, 0);
  g_assert_no_errno (g_chmod (target_folder, 0777));
  contents = (char *) test_file_read (target, NULL);
  g_assert_cmpstr (contents, ==, "old");
}

static gboolean
fill_and_fail (CwConnection *connection, gpointer user_data, GError **error)
{
  g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_FAILED, "given up");

  return FALSE;
}

/* Making a document that fails leaves what stood in its place too. */
static void
test_create_fails (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "new.crosswalk", NULL);
  g_autofree char *names = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_connection_create_document (path, fill_and_fail, NULL, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_FAILED);
  g_clear_error (&error);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "");

  test_file_write (path, "old", 4);
  g_assert_false (cw_connection_create_document (path, fill_and_fail, NULL, &error));
  contents = (char *) test_file_read (path, NULL);
  g_assert_cmpstr (contents, ==, "old");
}

int
main (int argc, char **argv)
{
  test_part_add ("unwritable", play_unwritable);
  test_process_init (&argc, &argv);

  g_test_add_func ("/save-copy/copy", test_copy);
  g_test_add_func ("/save-copy/copy-of-read-only", test_copy_of_read_only);
  g_test_add_func ("/save-copy/over-open-document", test_over_open_document);
  g_test_add_func ("/save-copy/impossible-target", test_impossible_target);
  g_test_add_func ("/save-copy/unwritable-folder", test_unwritable_folder);
  g_test_add_func ("/save-copy/create-fails", test_create_fails);

  return g_test_run ();
}
