/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/error.h"
#include "store/schema.h"

#include <string.h>

/* A document of an older version in tests/fixtures, as that version's program wrote it. */
static char *
make_version (const char *folder, const char *name)
{
  g_autofree char *fixture =
    g_build_filename (g_getenv ("CW_TEST_FIXTURES"), "documents", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "Old one.crosswalk", NULL);

  g_file_get_contents (fixture, &sql, NULL, &error);
  g_assert_no_error (error);
  test_file_write (path, "", 0);
  test_database_exec (path, sql);

  return path;
}

static char *
make_version_1 (const char *folder)
{
  return make_version (folder, "version-1.sql");
}

static char *
read_mappings (const char *path)
{
  return test_database_get_text (
    path, "SELECT group_concat (quote (id) || quote (subject_id) || relation || quote (object_id) "
          "|| quote (object_list_id) || negated || quote (confidence) || status || absence || "
          "rationale || note_shared || note_subject || note_object || citation || url || "
          "quotation || author || created || modified, char (10)) FROM mapping");
}

static void
test_upgraded (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version_1 (folder);
  g_autofree char *hash = test_file_hash (path);
  g_autofree char *before = read_mappings (path);
  g_autofree char *backup = g_build_filename (folder, "Old one.version-1.crosswalk", NULL);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autofree char *backup_hash = test_file_hash (backup);
  g_autofree char *after = NULL;
  g_autofree char *files = NULL;

  cw_document_close (document);
  after = read_mappings (path);
  files = test_folder_list (folder);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (backup_hash, ==, hash);
  g_assert_cmpint (test_database_get_int (path, "PRAGMA user_version"), ==, CW_SCHEMA_VERSION);
  g_assert_cmpint (test_database_get_int (path, "PRAGMA application_id"), ==,
                   CW_SCHEMA_APPLICATION_ID);
  g_assert_cmpstr (files, ==, "Old one.crosswalk\nOld one.version-1.crosswalk");
  test_database_check (path);
}

/* All that stands in the tables that are made anew, and which ids were given. */
static char *
read_rows (const char *path)
{
  g_autofree char *mappings = read_mappings (path);
  g_autofree char *reviews = test_database_get_text (
    path, "SELECT group_concat (id || quote (coding_id) || reviewer || reviewed || author_orcid, "
          "char (10)) FROM mapping");
  g_autofree char *labels = test_database_get_text (
    path, "SELECT group_concat (id || quote (item_id) || language || text || kind || origin, "
          "char (10)) FROM label");
  g_autofree char *changes = test_database_get_text (
    path, "SELECT group_concat (seq || quote (step_id) || op || row_id || quote (subject_id) || "
          "quote (rationale) || quote (modified) || quote (reviewer), char (10)) "
          "FROM change_mapping");
  g_autofree char *ids = test_database_get_text (
    path, "SELECT group_concat (name || seq) FROM (SELECT * FROM sqlite_sequence ORDER BY name)");

  return g_strjoin ("\n", mappings, reviews, labels, changes, ids, NULL);
}

/* Its tables are made anew: nothing of them is lost, and no id is given again. */
static void
test_version_2 (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version (folder, "version-2.sql");
  g_autofree char *before = read_rows (path);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = test_document_open (path);

  after = read_rows (path);
  cw_document_undo (document, &error);
  g_assert_no_error (error);
  undone =
    test_database_get_text (path,
                            "SELECT group_concat (id) FROM (SELECT id FROM mapping ORDER BY id)");
  cw_document_close (document);
  files = test_folder_list (folder);

  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (before, "Cy2024-02-04T03:04:05Z"));
  g_assert_nonnull (strstr (before, "mapping15"));
  g_assert_cmpstr (undone, ==, "1,2,3,4,5,6,7,8");
  g_assert_cmpstr (files, ==, "Old one.crosswalk\nOld one.version-2.crosswalk");
  test_database_check (path);
}

/* Once upgraded, it is opened like any other. */
static void
test_once (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version_1 (folder);
  g_autofree char *files = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (CwDocument) document = test_document_open (path);

      cw_document_close (document);
    }
  files = test_folder_list (folder);
  g_assert_cmpstr (files, ==, "Old one.crosswalk\nOld one.version-1.crosswalk");
}

static void
test_backup_takes_no_name_twice (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version_1 (folder);
  g_autofree char *taken = g_build_filename (folder, "Old one.version-1.crosswalk", NULL);
  g_autofree guint8 *kept = NULL;
  g_autofree char *files = NULL;
  g_autoptr (CwDocument) document = NULL;
  gsize length;

  test_file_write (taken, "mine", 4);
  document = test_document_open (path);
  cw_document_close (document);
  kept = test_file_read (taken, &length);
  files = test_folder_list (folder);
  g_assert_cmpmem (kept, length, "mine", 4);
  g_assert_nonnull (strstr (files, "Old one.version-1.2.crosswalk"));
}

/* What the older version's journal knows can still be undone and redone. */
static void
test_journal_goes_on (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version_1 (folder);
  g_autofree char *before = read_mappings (path);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = test_document_open (path);

  for (int i = 0; i < 2; i++)
    {
      cw_document_undo (document, &error);
      g_assert_no_error (error);
    }
  undone = read_mappings (path);
  for (int i = 0; i < 2; i++)
    {
      cw_document_redo (document, &error);
      g_assert_no_error (error);
    }
  redone = read_mappings (path);

  g_assert_cmpstr (undone, !=, before);
  g_assert_cmpstr (redone, ==, before);

  /* The deletion that the older version undid is next. */
  cw_document_redo (document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping WHERE id = 6"), ==,
                   0);
  cw_document_close (document);
}

/* To look at it does not change it. */
static void
test_read_only (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version_1 (folder);
  g_autofree char *hash = test_file_hash (path);
  g_autofree char *after = NULL;
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, TRUE, &error);
  g_autoptr (CwMapping) mapping = NULL;

  g_assert_no_error (error);
  mapping = cw_document_get_mapping (document, TEST_MAPPING_FULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mapping->status, ==, CW_STATUS_REVIEWED);
  cw_document_close (document);

  after = test_file_hash (path);
  files = test_folder_list (folder);
  g_assert_cmpstr (after, ==, hash);
  g_assert_cmpstr (files, ==, "Old one.crosswalk");
}

/* What no program of that version wrote is refused and stays as it is. */
static void
test_foreign (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_version_1 (folder);
  g_autofree char *hash = NULL;
  g_autofree char *after = NULL;
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;

  test_database_exec (path, "CREATE TABLE coding (id INTEGER PRIMARY KEY)");
  hash = test_file_hash (path);
  g_assert_null (cw_document_open (path, FALSE, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_FOREIGN);
  after = test_file_hash (path);
  files = test_folder_list (folder);
  g_assert_cmpstr (after, ==, hash);
  g_assert_cmpstr (files, ==, "Old one.crosswalk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/upgrade/upgraded", test_upgraded);
  g_test_add_func ("/upgrade/version-2", test_version_2);
  g_test_add_func ("/upgrade/once", test_once);
  g_test_add_func ("/upgrade/backup-takes-no-name-twice", test_backup_takes_no_name_twice);
  g_test_add_func ("/upgrade/journal-goes-on", test_journal_goes_on);
  g_test_add_func ("/upgrade/read-only", test_read_only);
  g_test_add_func ("/upgrade/foreign", test_foreign);

  return g_test_run ();
}
