/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare() */

#include "database.h"
#include "folder.h"
#include "process.h"
#include "small-document.h"
#include "store/error.h"
#include "workspace/export.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#define FILLER "filler"

/* Makes @folder a small disk that only this process sees. */
static gboolean
mount_small_disk (const char *folder)
{
  if (unshare (CLONE_NEWNS) < 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) < 0)
    return FALSE;
  if (mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) < 0)
    return FALSE;

  return mount ("none", folder, "tmpfs", 0, "size=1m") == 0;
}

/* Takes all the room that there is on the disk, but for @spare bytes. */
static void
fill_disk (const char *folder, guint spare)
{
  g_autofree char *filler = g_build_filename (folder, FILLER, NULL);
  g_autofree char *block = g_malloc0 (4096);
  int fd = g_open (filler, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  off_t length = 0;
  gssize written;

  g_assert_cmpint (fd, >=, 0);
  while ((written = write (fd, block, 4096)) > 0)
    length += written;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_no_errno (ftruncate (fd, MAX (0, length - (off_t) spare)));
  close (fd);
}

static void
empty_disk (const char *folder)
{
  g_autofree char *filler = g_build_filename (folder, FILLER, NULL);

  g_assert_no_errno (g_remove (filler));
}

static CwEdit *
make_big_edit (void)
{
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);

  cw_mapping_take_text (&values->rationale, g_strnfill (3 * 1024 * 1024 / 2, 'x'));

  return cw_edit_new_patch (CW_STEP_RATIONALE, TEST_MAPPING_FULL, values, CW_MAPPING_RATIONALE,
                            NULL, NULL);
}

static CwEdit *
make_small_edit (double confidence)
{
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);

  values->confidence = confidence;

  return cw_edit_new_patch (CW_STEP_CONFIDENCE, TEST_MAPPING_FULL, values, CW_MAPPING_CONFIDENCE,
                            NULL, NULL);
}

/* The edit is refused for want of room, and nothing has changed. */
static void
check_no_space (CwDocument *document, CwEdit *edit)
{
  const char *path = cw_document_get_path (document);
  g_autofree char *before = test_database_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_document_apply (document, edit, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, path));
  after = test_database_dump (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (cw_document_is_saved (document));
}

static void
check_space (CwDocument *document, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (document, edit, &error);
  g_assert_no_error (error);
}

static void
write_old_files (const char *folder)
{
  g_autofree char *target = g_build_filename (folder, "copy.crosswalk", NULL);
  g_autofree char *table = g_build_filename (folder, "table.csv", NULL);

  test_file_write (target, "old copy", 8);
  test_file_write (table, "old table", 9);
}

/* Neither takes the place of what stood there. */
static void
check_copy_and_export (CwDocument *document, const char *folder)
{
  g_autofree char *target = g_build_filename (folder, "copy.crosswalk", NULL);
  g_autofree char *table = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GFile) table_file = g_file_new_for_path (table);
  GPtrArray *lists = cw_document_get_lists (document);
  g_autofree char *names = test_folder_list (folder);
  g_autofree char *names_after = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *table_contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_document_save_copy (document, target, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_assert_false (cw_document_export (document,
                                      cw_export_new (cw_concordance_format_find ("csv"), lists,
                                                     lists, NULL, TRUE),
                                      table_file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  names_after = test_folder_list (folder);
  g_assert_cmpstr (names_after, ==, names);
  contents = (char *) test_file_read (target, NULL);
  table_contents = (char *) test_file_read (table, NULL);
  g_assert_cmpstr (contents, ==, "old copy");
  g_assert_cmpstr (table_contents, ==, "old table");
  g_assert_no_errno (g_remove (target));
  g_assert_no_errno (g_remove (table));
}

static int
play_full_disk (char **arguments)
{
  const char *folder = arguments[0];
  g_autofree char *path = NULL;
  g_autofree char *names = NULL;
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_small_disk (folder))
    return TEST_PART_IMPOSSIBLE;

  write_old_files (folder);
  path = test_small_document_new (folder);
  document = test_document_open (path);
  check_space (document, make_small_edit (0.1));
  check_no_space (document, make_big_edit ());
  check_space (document, make_small_edit (0.2));

  fill_disk (folder, 0);
  for (guint i = 0; i < 20; i++)
    check_no_space (document, make_big_edit ());
  check_copy_and_export (document, folder);

  /* Closed and opened again on the full disk, nothing is lost. */
  cw_document_close (document);
  g_clear_object (&document);
  test_database_check (path);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, 2);
  g_assert_cmpint (test_database_get_int (path, "SELECT confidence * 10 FROM mapping"), ==, 2);
  document = cw_document_open (path, FALSE, &error);
  if (document == NULL)
    {
      g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_SPACE);
      g_clear_error (&error);
      document = cw_document_open (path, TRUE, &error);
      g_assert_no_error (error);
    }
  cw_document_close (document);
  g_clear_object (&document);

  empty_disk (folder);
  document = test_document_open (path);
  check_space (document, make_small_edit (0.3));
  cw_document_close (document);
  test_database_check (path);
  g_assert_cmpint (test_database_get_int (path, "SELECT confidence * 10 FROM mapping"), ==, 3);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");

  return 0;
}

/* Whatever little room there is when a document is made, there is a whole one or none. */
static int
play_create (char **arguments)
{
  const char *folder = arguments[0];
  g_autofree char *template_path = test_small_document_new (folder);
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *target = g_build_filename (disk, "copy.crosswalk", NULL);
  g_autoptr (CwDocument) document = NULL;
  guint n_saved = 0;

  /* Before there are threads, which would not see the disk. */
  g_assert_no_errno (g_mkdir (disk, 0700));
  if (!mount_small_disk (disk))
    return TEST_PART_IMPOSSIBLE;
  document = test_document_open (template_path);

  for (guint spare = 0; spare < 256 * 1024; spare += 12 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;
      gboolean saved;

      fill_disk (disk, spare);
      saved = cw_document_save_copy (document, target, &error);
      names = test_folder_list (disk);
      if (saved)
        {
          test_database_check (target);
          g_assert_cmpstr (names, ==, "copy.crosswalk\n" FILLER);
          g_assert_no_errno (g_remove (target));
          n_saved++;
        }
      else
        {
          g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NO_SPACE);
          g_assert_cmpstr (names, ==, FILLER);
        }
    }
  g_assert_cmpuint (n_saved, >, 0);
  cw_document_close (document);

  return 0;
}

/* The same without a disk: the system sets the largest size that a file may have. */
static int
play_small_files (char **arguments)
{
  g_autofree char *path = test_small_document_new (arguments[0]);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *names = NULL;
  struct rlimit limit = { 1024 * 1024, 1024 * 1024 };

  check_space (document, make_small_edit (0.1));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  check_no_space (document, make_big_edit ());
  check_space (document, make_small_edit (0.2));
  check_no_space (document, make_big_edit ());
  cw_document_close (document);

  test_database_check (path);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, 2);
  g_assert_cmpint (test_database_get_int (path, "SELECT confidence * 10 FROM mapping"), ==, 2);
  names = test_folder_list (arguments[0]);
  g_assert_cmpstr (names, ==, "small.crosswalk");

  return 0;
}

static void
run_part (const char *part)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  int status = test_process_run (part, folder, NULL);

  if (status == TEST_PART_IMPOSSIBLE)
    g_test_skip ("a small disk cannot be mounted here");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
test_full_disk (void)
{
  run_part ("full-disk");
}

static void
test_create (void)
{
  run_part ("create");
}

static void
test_small_files (void)
{
  run_part ("small-files");
}

int
main (int argc, char **argv)
{
  test_part_add ("full-disk", play_full_disk);
  test_part_add ("create", play_create);
  test_part_add ("small-files", play_small_files);
  test_process_init (&argc, &argv);

  g_test_add_func ("/full-disk/edit", test_full_disk);
  g_test_add_func ("/full-disk/create", test_create);
  g_test_add_func ("/full-disk/small-files", test_small_files);

  return g_test_run ();
}
