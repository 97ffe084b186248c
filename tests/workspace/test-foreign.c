/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "refusal.h"
#include "small-document.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *sql;
  int code;
  gboolean only_for_writing;
} Case;

/* Edits the definition of @what, which then is no longer that of a crosswalk. */
#define REDEFINE(what, from, to)                                                               \
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '" from "', '" to \
  "') WHERE name = '" what "'; PRAGMA writable_schema = RESET;"

#define UNCHECKED "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; "

static const Case cases[] = {
  /* Things that no crosswalk has, or lacks. */
  { "table", "CREATE TABLE mine (a)", CW_STORE_ERROR_FOREIGN },
  { "table-with-a-like-name", "CREATE TABLE stepson (a)", CW_STORE_ERROR_FOREIGN },
  { "trigger", "CREATE TRIGGER t AFTER INSERT ON mapping BEGIN DELETE FROM label; END",
    CW_STORE_ERROR_FOREIGN },
  { "trigger-with-the-name-of-a-table",
    "CREATE TRIGGER mapping AFTER INSERT ON step BEGIN DELETE FROM label; END",
    CW_STORE_ERROR_FOREIGN },
  { "view", "CREATE VIEW v AS SELECT * FROM mapping", CW_STORE_ERROR_FOREIGN },
  { "view-over-a-function", "CREATE VIEW v AS SELECT load_extension ('x')",
    CW_STORE_ERROR_FOREIGN },
  { "view-for-a-table", "ALTER TABLE figure RENAME TO f; CREATE VIEW figure AS SELECT * FROM f",
    CW_STORE_ERROR_FOREIGN },
  { "index", "CREATE INDEX mine ON mapping (rationale)", CW_STORE_ERROR_FOREIGN },
  { "index-over-an-expression", "CREATE INDEX mine ON mapping (length (rationale) + 1)",
    CW_STORE_ERROR_FOREIGN },
  { "index-by-another-collation",
    "DROP INDEX mapping_by_object; CREATE INDEX mapping_by_object ON mapping (object_id DESC)",
    CW_STORE_ERROR_FOREIGN },
  { "no-index", "DROP INDEX mapping_by_subject", CW_STORE_ERROR_FOREIGN },
  { "no-table", "DROP TABLE change_figure", CW_STORE_ERROR_FOREIGN },
  { "virtual-table", "CREATE VIRTUAL TABLE mine USING fts5 (a)", CW_STORE_ERROR_FOREIGN },
  { "column", "ALTER TABLE mapping ADD COLUMN mine TEXT", CW_STORE_ERROR_FOREIGN },
  { "generated-column", "ALTER TABLE mapping ADD COLUMN mine TEXT AS (rationale || 'x')",
    CW_STORE_ERROR_FOREIGN },
  { "renamed-column", "ALTER TABLE mapping RENAME COLUMN url TO link", CW_STORE_ERROR_FOREIGN },
  { "no-column", "ALTER TABLE step DROP COLUMN made", CW_STORE_ERROR_FOREIGN },
  { "other-check", REDEFINE ("mapping", "BETWEEN 0 AND 1", "BETWEEN 0 AND 2"),
    CW_STORE_ERROR_FOREIGN },
  { "not-strict", REDEFINE ("label", ") STRICT", ")"), CW_STORE_ERROR_FOREIGN },
  { "other-default", REDEFINE ("mapping", "DEFAULT ''draft''", "DEFAULT ''reviewed''"),
    CW_STORE_ERROR_FOREIGN },
  { "nonsense",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE NONSENSE' WHERE name = "
    "'label'",
    CW_STORE_ERROR_DAMAGED },
  { "root-page",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'label'",
    CW_STORE_ERROR_DAMAGED },
  { "shared-root-page",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
    "sqlite_schema WHERE name = 'item') WHERE name = 'label'",
    CW_STORE_ERROR_DAMAGED },

  /* Contents that the tables do not allow. */
  { "unknown-relation", UNCHECKED "UPDATE mapping SET relation = 'like' WHERE id = 1",
    CW_STORE_ERROR_DAMAGED, TRUE },
  { "unknown-status", UNCHECKED "UPDATE mapping SET status = 'fine' WHERE id = 1",
    CW_STORE_ERROR_DAMAGED, TRUE },
  { "confidence", UNCHECKED "UPDATE mapping SET confidence = 7 WHERE id = 1",
    CW_STORE_ERROR_DAMAGED, TRUE },
  { "link-to-itself", UNCHECKED "UPDATE mapping SET object_id = subject_id WHERE id = 1",
    CW_STORE_ERROR_DAMAGED, TRUE },
  { "absence-with-an-object", UNCHECKED "UPDATE mapping SET object_id = 1 WHERE relation = 'none'",
    CW_STORE_ERROR_DAMAGED, TRUE },
  { "unknown-origin", UNCHECKED "UPDATE label SET origin = 'hearsay'", CW_STORE_ERROR_DAMAGED },
  { "mapping-of-no-item", UNCHECKED "UPDATE mapping SET subject_id = 7777 WHERE id = 1",
    CW_STORE_ERROR_DAMAGED },
  { "absence-in-no-list",
    UNCHECKED "UPDATE mapping SET object_list_id = 7777 WHERE relation = "
              "'none'",
    CW_STORE_ERROR_DAMAGED },
  { "item-of-no-list", UNCHECKED "DELETE FROM list WHERE key = '" TEST_THIRD "'",
    CW_STORE_ERROR_DAMAGED },
  { "change-of-no-step",
    UNCHECKED "INSERT INTO change_mapping (step_id, op, row_id) VALUES (7, 'i', 1)",
    CW_STORE_ERROR_DAMAGED },
  { "no-document-row", "DELETE FROM document", CW_STORE_ERROR_DAMAGED },
  { "two-document-rows",
    UNCHECKED "INSERT INTO document SELECT 2, uuid, title, notice, created FROM document",
    CW_STORE_ERROR_DAMAGED },
  { "two-items-with-one-code",
    "DROP INDEX IF EXISTS x; PRAGMA writable_schema = ON; "
    "UPDATE sqlite_schema SET sql = replace (sql, 'UNIQUE (list_id, code)', "
    "'CHECK (1)') WHERE name = 'item'; PRAGMA writable_schema = RESET;",
    REFUSAL_ANY },

  /* Contents that the tables allow and that no crosswalk has. */
  { "text-not-utf8", "UPDATE label SET text = CAST (x'e28028ff' AS TEXT) WHERE id = 1",
    CW_STORE_ERROR_DAMAGED },
  { "text-with-a-zero", "UPDATE label SET text = 'a' || char (0) || 'b' WHERE id = 1",
    CW_STORE_ERROR_DAMAGED },
  { "title-not-utf8", "UPDATE document SET title = CAST (x'ff' AS TEXT)", CW_STORE_ERROR_DAMAGED },
  { "code-not-utf8", "UPDATE item SET code = CAST (x'ff' AS TEXT) WHERE id = 1",
    CW_STORE_ERROR_DAMAGED },
  { "card-not-utf8", "UPDATE list SET notes = CAST (x'ff' AS TEXT)", CW_STORE_ERROR_DAMAGED },
  { "list-title-not-utf8", "UPDATE list_text SET text = CAST (x'ff' AS TEXT)",
    CW_STORE_ERROR_DAMAGED },
  { "item-before-its-parent",
    "UPDATE item SET position = 0 WHERE code = '1.1'; "
    "UPDATE item SET position = 9 WHERE code = '1'",
    CW_STORE_ERROR_DAMAGED },
  { "parent-in-another-list", "UPDATE item SET parent_id = 1 WHERE code = '2.1'",
    CW_STORE_ERROR_DAMAGED },
  { "item-above-itself", "UPDATE item SET parent_id = id WHERE code = '1.1'",
    CW_STORE_ERROR_DAMAGED },
  { "item-without-a-label", "DELETE FROM label WHERE item_id = 1", CW_STORE_ERROR_DAMAGED },
  { "no-language", "UPDATE label SET language = 'the Queen''s' WHERE id = 1",
    CW_STORE_ERROR_DAMAGED },
  { "no-date", "UPDATE list SET issued = 'yesterday'", CW_STORE_ERROR_DAMAGED },
  { "list-without-a-title", "DELETE FROM list_text WHERE field = 'title'", CW_STORE_ERROR_DAMAGED },
  { "unknown-step",
    "INSERT INTO step (action, state, kind, n_rows, author, made) "
    "VALUES ('edit', 'done', 'dance', 1, '', '')",
    CW_STORE_ERROR_DAMAGED },
  { "unknown-undone-step",
    "INSERT INTO step (action, state, kind, n_rows, author, made) "
    "VALUES ('edit', 'undone', 'dance', 1, '', '')",
    CW_STORE_ERROR_DAMAGED },
  { "step-not-utf8",
    "INSERT INTO step (action, state, kind, subject, n_rows, author, made) "
    "VALUES ('edit', 'done', 'link', CAST (x'ff' AS TEXT), 1, '', '')",
    CW_STORE_ERROR_DAMAGED },
};

static void
check (const Case *foreign, const char *path)
{
  test_database_exec (path, foreign->sql);
  if (foreign->only_for_writing)
    refusal_check_for_writing (path, foreign->code);
  else
    refusal_check (path, foreign->code);
}

static void
test_refused (gconstpointer data)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);

  check (data, path);
}

/* The same file as another program leaves it that works with a write-ahead log. */
static void
test_refused_with_log (gconstpointer data)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);

  test_database_exec (path, "PRAGMA journal_mode = WAL");
  check (data, path);
}

/* Copies a document in the middle of a change that stands in its log only. */
static void
leave_log (const char *path, const char *to)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *other = g_strconcat (path, ".open", NULL);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  test_file_copy (path, other);
  document = test_document_open (other);
  cw_document_apply (document,
                     cw_edit_new_link (test_document_get_item (document, TEST_LEFT, "3"),
                                       CW_RELATION_EXACT,
                                       test_document_get_item (document, TEST_THIRD, "2")),
                     &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from_name = g_strconcat (other, suffixes[i], NULL);
      g_autofree char *to_name = g_strconcat (to, suffixes[i], NULL);

      test_file_copy (from_name, to_name);
    }
  cw_document_close (document);
}

/* What stands in the log belongs to the document. A sound one is opened with it; one that is
 * refused keeps it. */
static void
test_left_log (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TestFolder) copies = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *copy = g_build_filename (copies, "copy.crosswalk", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *hash_after = NULL;
  g_autofree char *names = NULL;

  leave_log (path, copy);
  g_assert_true (refusal_try (copy, TRUE, NULL));
  g_assert_cmpint (test_database_get_int (copy, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + 1);
  g_assert_true (refusal_try (copy, FALSE, NULL));
  names = test_folder_list (copies);
  g_assert_cmpstr (names, ==, "copy.crosswalk");

  test_database_exec (path, "CREATE INDEX mine ON mapping (url)");
  test_database_exec (path, "DROP INDEX mine");
  leave_log (path, copy);
  test_database_exec (path, "UPDATE step SET id = id");
  hash = test_file_hash (log);
  {
    gsize length;
    g_autofree guint8 *bytes = test_file_read (copy, &length);
    gsize page = (gsize)
      test_database_get_int (path, "SELECT rootpage FROM sqlite_schema WHERE name = 'kept_filter'");

    /* Damages a page that the log does not touch. */
    memset (bytes + (page - 1) * 4096, 0xa5, 64);
    test_file_write (copy, bytes, length);
  }
  refusal_check (copy, CW_STORE_ERROR_DAMAGED);
  hash_after = test_file_hash (log);
  g_assert_cmpstr (hash_after, ==, hash);
}

/* A copy made without the log that belongs to it: what it says of itself is not true any more, but
 * it is whole. */
static void
test_lost_log (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *hash = NULL;
  g_autofree char *hash_after = NULL;
  g_autofree char *names = NULL;

  test_database_exec (path, "PRAGMA journal_mode = WAL");
  hash = test_file_hash (path);
  g_assert_true (refusal_try (path, TRUE, NULL));
  hash_after = test_file_hash (path);
  g_assert_cmpstr (hash_after, ==, hash);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
  g_assert_true (refusal_try (path, FALSE, NULL));
  g_free (names);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/foreign/refused/", cases[i].name, NULL);
      g_autofree char *log_path = g_strconcat ("/foreign/refused-with-log/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_refused);
      g_test_add_data_func (log_path, &cases[i], test_refused_with_log);
    }
  g_test_add_func ("/foreign/left-log", test_left_log);
  g_test_add_func ("/foreign/lost-log", test_lost_log);

  return g_test_run ();
}
