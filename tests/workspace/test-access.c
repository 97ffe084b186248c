/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "process.h"
#include "refusal.h"
#include "small-document.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Parts for a user who is not the owner of the document, and not root: permissions hold. */

static void
check_refused (const char *path, gboolean read_only, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, read_only, &error);

  g_assert_null (document);
  g_assert_error (error, CW_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpint (cw_document_classify_error (error), ==,
                   code == CW_STORE_ERROR_NOT_WRITABLE ? CW_DOCUMENT_PROBLEM_NOT_WRITABLE
                                                       : CW_DOCUMENT_PROBLEM_OTHER);
}

static void
check_reads (const char *path, guint n_mappings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, TRUE, &error);
  g_autoptr (GArray) links = NULL;
  gboolean done;

  g_assert_no_error (error);
  g_assert_true (cw_document_is_read_only (document));
  links = cw_document_find_links (document, 0, cw_document_get_lists (document),
                                  cw_document_get_lists (document), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (links->len, ==, n_mappings);
  cw_document_check (document, &error);
  g_assert_no_error (error);

  done = cw_document_undo (document, &error);
  g_assert_false (done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  cw_document_close (document);
}

static int
play_unreadable (char **arguments)
{
  test_process_become_nobody ();
  check_refused (arguments[0], FALSE, CW_STORE_ERROR_NO_ACCESS);
  check_refused (arguments[0], TRUE, CW_STORE_ERROR_NO_ACCESS);

  return 0;
}

static int
play_readable (char **arguments)
{
  test_process_become_nobody ();
  check_refused (arguments[0], FALSE, CW_STORE_ERROR_NOT_WRITABLE);
  check_reads (arguments[0], TEST_N_MAPPINGS);

  return 0;
}

static int
play_readable_more (char **arguments)
{
  test_process_become_nobody ();
  check_refused (arguments[0], FALSE, CW_STORE_ERROR_NOT_WRITABLE);
  check_reads (arguments[0], TEST_N_MAPPINGS + 1);

  return 0;
}

/* A document with modes of its own in a folder with modes of its own. */
static void
run_part (const char *part, mode_t file_mode, mode_t folder_mode, gboolean logged)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *hash = NULL;
  g_autofree char *hash_after = NULL;
  g_autofree char *names = NULL;

  if (logged)
    test_database_exec (path, "PRAGMA journal_mode = WAL");
  hash = test_file_hash (path);
  g_assert_no_errno (g_chmod (path, file_mode));
  g_assert_no_errno (g_chmod (folder, folder_mode));

  g_assert_cmpint (test_process_run (part, path, NULL), ==, 0);

  g_assert_no_errno (g_chmod (folder, 0777));
  g_assert_no_errno (g_chmod (path, 0666));
  hash_after = test_file_hash (path);
  g_assert_cmpstr (hash_after, ==, hash);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
}

static void
test_no_read_permission (void)
{
  run_part ("unreadable", 0000, 0777, FALSE);
}

static void
test_closed_folder (void)
{
  run_part ("unreadable", 0666, 0000, FALSE);
}

static void
test_no_write_permission (void)
{
  run_part ("readable", 0444, 0777, FALSE);
}

static void
test_read_only_folder (void)
{
  run_part ("readable", 0666, 0555, FALSE);
  run_part ("readable", 0444, 0555, FALSE);
}

/* Mailed while it was open, and put onto a read-only medium. */
static void
test_read_only_folder_lost_log (void)
{
  run_part ("readable", 0444, 0555, TRUE);
}

/* A colleague has it open in a folder where one may only read: what the colleague has done so far
 * is seen. */
static void
test_read_only_folder_in_use (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GError) error = NULL;
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  cw_document_apply (document,
                     cw_edit_new_link (test_document_get_item (document, TEST_LEFT, "3"),
                                       CW_RELATION_EXACT,
                                       test_document_get_item (document, TEST_THIRD, "2")),
                     &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_assert_no_errno (g_chmod (name, 0444));
    }
  g_assert_no_errno (g_chmod (folder, 0555));

  g_assert_cmpint (test_process_run ("readable-more", path, NULL), ==, 0);

  g_assert_no_errno (g_chmod (folder, 0777));
  g_assert_no_errno (g_chmod (path, 0666));
  cw_document_close (document);
}

/* A link to a document in a folder where one may only read. */
static void
test_link_into_read_only_folder (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TestFolder) links = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *link = g_build_filename (links, "link.crosswalk", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  g_file_make_symbolic_link (file, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_no_errno (g_chmod (folder, 0555));
  g_assert_cmpint (test_process_run ("readable", link, NULL), ==, 0);
  g_assert_no_errno (g_chmod (folder, 0777));
  names = test_folder_list (links);
  g_assert_cmpstr (names, ==, "link.crosswalk");
}

/* Opened read-only on purpose, where one could write: nothing is written, nor is there anything to
 * do it with. */
static void
test_read_only_on_purpose (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *hash = test_file_hash (path);
  g_autofree char *hash_after = NULL;
  g_autofree char *names = NULL;

  check_reads (path, TEST_N_MAPPINGS);
  hash_after = test_file_hash (path);
  g_assert_cmpstr (hash_after, ==, hash);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
}

int
main (int argc, char **argv)
{
  test_part_add ("unreadable", play_unreadable);
  test_part_add ("readable", play_readable);
  test_part_add ("readable-more", play_readable_more);
  test_process_init (&argc, &argv);

  g_test_add_func ("/access/no-read-permission", test_no_read_permission);
  g_test_add_func ("/access/closed-folder", test_closed_folder);
  g_test_add_func ("/access/no-write-permission", test_no_write_permission);
  g_test_add_func ("/access/read-only-folder", test_read_only_folder);
  g_test_add_func ("/access/read-only-folder/lost-log", test_read_only_folder_lost_log);
  g_test_add_func ("/access/read-only-folder/in-use", test_read_only_folder_in_use);
  g_test_add_func ("/access/link-into-read-only-folder", test_link_into_read_only_folder);
  g_test_add_func ("/access/read-only-on-purpose", test_read_only_on_purpose);

  return g_test_run ();
}
