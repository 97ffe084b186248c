/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/journal.h"
#include "store/mapping-table.h"
#include "store/statement.h"

#include <string.h>

static const CwJournalStamp stamp = { "Ben", "2024-02-03T04:05:06Z" };

static CwConnection *
open_writer (const char *path)
{
  g_autoptr (GError) error = NULL;
  CwConnection *connection = cw_connection_open (path, CW_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  cw_connection_start_writing (connection, &error);
  g_assert_no_error (error);

  return connection;
}

static void
exec (CwConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  _cw_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

/* Does what the statements say, as one step. */
static void
make_step (CwConnection *connection, const char *sql)
{
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_LINK, "a", "b", 1);
  g_autoptr (GError) error = NULL;

  cw_journal_begin (connection, step, &stamp, &error);
  g_assert_no_error (error);
  exec (connection, sql);
  cw_journal_commit (connection, NULL, &error);
  g_assert_no_error (error);
}

static void
undo (CwConnection *connection)
{
  g_autoptr (GError) error = NULL;

  cw_journal_undo (connection, &stamp, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (CwConnection *connection)
{
  g_autoptr (GError) error = NULL;

  cw_journal_redo (connection, &stamp, NULL, &error);
  g_assert_no_error (error);
}

/* Something done to each table, in one step where several things touch one row. */
static const char *const changes[] = {
  "UPDATE document SET title = 'Another', notice = ''",
  "INSERT INTO list (key, jurisdiction, issued, citation, official_language) "
  "VALUES ('xc-new-2024', 'XC', '2024-01-01', '', 'en')",
  "UPDATE list SET url = 'https://example.org/', supersedes = 'x', shipped = 1 WHERE id = 1",
  "INSERT INTO list_text (list_id, field, language, text) VALUES (1, 'title', 'ja', '表')",
  "UPDATE list_text SET text = upper (text)",
  "DELETE FROM list_text WHERE field = 'issuer'",
  "INSERT INTO item (list_id, parent_id, position, code, item_group) "
  "VALUES (1, 1, 9, '9', 'field')",
  "UPDATE item SET position = 100 - position, verified = 1 - verified, item_group = 'g'",
  "UPDATE item SET code = code || '!'; "
  "UPDATE item SET code = CASE code WHEN '1!' THEN '2' WHEN '2!' THEN '1' ELSE code END",
  "UPDATE item SET parent_id = NULL",
  "INSERT INTO label (item_id, language, text, kind, origin) "
  "VALUES (1, 'ja', '先進材料', 'preferred', 'user')",
  "UPDATE label SET text = text || '!', origin = 'user' WHERE language = 'en'",
  "DELETE FROM label WHERE language = 'zh-Hans'",
  "INSERT INTO figure (item_id, enterprises, share_percent, share_of, unit) "
  "VALUES (1, 1234567890123, 12.25, 'all', 'each')",
  "INSERT INTO figure (item_id, enterprises, share_percent, share_of, unit) "
  "VALUES (2, 1, 0.1, 'all', 'each'); UPDATE figure SET enterprises = 2; DELETE FROM figure",
  "INSERT INTO mapping (subject_id, relation, object_id, created, modified) "
  "VALUES (1, 'exact', 7, '', '')",
  "UPDATE mapping SET confidence = 0.1, status = 'draft', rationale = 'r'",
  "UPDATE mapping SET rationale = 'r1'; UPDATE mapping SET rationale = 'r2'; "
  "UPDATE mapping SET rationale = 'r3', url = 'u'",
  "DELETE FROM mapping WHERE id IN (1, 3)",
  "UPDATE mapping SET url = 'gone' WHERE id = 2; DELETE FROM mapping WHERE id = 2",
  "DELETE FROM mapping WHERE id = 4; INSERT INTO mapping (id, subject_id, relation, object_id, "
  "created, modified) VALUES (4, 5, 'close', 8, '', '')",
  "INSERT INTO mapping (id, subject_id, relation, object_id, created, modified) "
  "VALUES (50, 5, 'close', 8, '', ''); UPDATE mapping SET url = 'x' WHERE id = 50; "
  "DELETE FROM mapping WHERE id = 50",
  "DELETE FROM mapping; DELETE FROM label; DELETE FROM figure; UPDATE item SET parent_id = NULL; "
  "DELETE FROM item; DELETE FROM list_text; DELETE FROM list",
};

/* Whatever a step does to whatever table, undo takes it back to the letter and redo does it
 * again. */
static void
test_change (gconstpointer data)
{
  const char *sql = data;
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *before = test_database_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (CwConnection) connection = open_writer (path);

  make_step (connection, sql);
  after = test_database_dump (path);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      undo (connection);
      undone = test_database_dump (path);
      g_assert_cmpstr (undone, ==, before);
      redo (connection);
      redone = test_database_dump (path);
      g_assert_cmpstr (redone, ==, after);
    }
  test_database_check (path);
}

/* All of it one upon the other, and back. */
static void
test_all_changes (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwConnection) connection = open_writer (path);

  g_ptr_array_add (dumps, test_database_dump (path));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      make_step (connection, changes[i]);
      g_ptr_array_add (dumps, test_database_dump (path));
    }
  for (guint i = G_N_ELEMENTS (changes); i > 0; i--)
    {
      g_autofree char *dump = NULL;

      undo (connection);
      dump = test_database_dump (path);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
    }
  for (guint i = 1; i <= G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *dump = NULL;

      redo (connection);
      dump = test_database_dump (path);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
  test_database_check (path);
}

/* No table of content is without its journal: what is done to a row of it leaves an image. A table
 * that somebody adds and forgets makes this fail. */
static void
test_every_table_is_journalled (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *tables = test_database_get_text (
    path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'step' "
          "AND name NOT LIKE 'change\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  g_auto (GStrv) names = g_strsplit (tables, "\n", -1);
  g_autoptr (CwConnection) connection = NULL;

  test_database_exec (
    path, "INSERT INTO figure VALUES (NULL, 1, 5, 5, 'all', 'each'); "
          "INSERT INTO coding VALUES (NULL, 'first', 'Ada', 0, '2026-01-01'); "
          "INSERT INTO settlement VALUES (NULL, 1, 2, 'why', 'Ada', '2026-01-01'); "
          "INSERT INTO finding_mark VALUES (NULL, 'twice', '1-2', 'why', 'Ada', '2026-01-01'); "
          "INSERT INTO kept_filter VALUES (NULL, 'mine', '{}');");
  connection = open_writer (path);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *update = g_strdup_printf ("UPDATE %s SET id = id", names[i]);
      g_autofree char *n_rows = g_strdup_printf ("SELECT count (*) FROM %s", names[i]);
      g_autofree char *n_images =
        g_strdup_printf ("SELECT count (*) FROM change_%s WHERE op = 'u' AND step_id = "
                         "(SELECT max (id) FROM step)",
                         names[i]);

      make_step (connection, update);
      g_assert_cmpint (test_database_get_int (path, n_rows), >, 0);
      g_assert_cmpint (test_database_get_int (path, n_images), ==,
                       test_database_get_int (path, n_rows));
    }
}

/* A step that is given up leaves neither content nor journal. */
static void
test_rollback (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *before = test_database_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_DELETE, NULL, NULL, 7);
  g_autoptr (CwConnection) connection = open_writer (path);
  g_autoptr (GError) error = NULL;

  cw_journal_begin (connection, step, &stamp, &error);
  g_assert_no_error (error);
  exec (connection, "DELETE FROM mapping");
  cw_journal_rollback (connection);
  after = test_database_dump (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, 0);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM change_mapping"), ==, 0);

  /* A row that names what is not there is found at the end, and then nothing is done. */
  cw_journal_begin (connection, step, &stamp, &error);
  g_assert_no_error (error);
  exec (connection, "DELETE FROM item WHERE id = 1");
  g_assert_false (cw_journal_commit (connection, NULL, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_FAILED);
  g_free (after);
  after = test_database_dump (path);
  g_assert_cmpstr (after, ==, before);

  make_step (connection, "DELETE FROM mapping WHERE id = 1");
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, 1);
}

/* Who and when, of edits, of undoing and of redoing, stays for good. */
static void
test_history (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *history = NULL;
  g_autoptr (CwConnection) connection = open_writer (path);

  make_step (connection, "DELETE FROM mapping WHERE id = 1");
  make_step (connection, "DELETE FROM mapping WHERE id = 2");
  undo (connection);
  undo (connection);
  redo (connection);
  make_step (connection, "DELETE FROM mapping WHERE id = 3");
  history = test_database_get_text (
    path, "SELECT id || ' ' || action || ' ' || coalesce (target_id, '-') || ' ' || state || ' ' "
          "|| author || ' ' || made FROM step ORDER BY id");
  g_assert_cmpstr (history, ==,
                   "1 edit - done Ben 2024-02-03T04:05:06Z\n"
                   "2 edit - dropped Ben 2024-02-03T04:05:06Z\n"
                   "3 undo 2 done Ben 2024-02-03T04:05:06Z\n"
                   "4 undo 1 done Ben 2024-02-03T04:05:06Z\n"
                   "5 redo 1 done Ben 2024-02-03T04:05:06Z\n"
                   "6 edit - done Ben 2024-02-03T04:05:06Z");
}

static guint64
count_statements (CwConnection *connection, void (*func) (CwConnection *))
{
  guint64 before = cw_connection_get_n_statements (connection);

  func (connection);

  return cw_connection_get_n_statements (connection) - before;
}

/* A dump would take longer than what is to be measured. */
#define FINGERPRINT                                                       \
  "SELECT count (*) || ' ' || total (id * length (rationale)) || ' ' || " \
  "total (id * unicode (relation)) FROM mapping"

/* How many statements undo and redo take for a step that inserted, changed or deleted @n_rows. */
static void
measure (guint n_rows, guint64 counts[6])
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *insert =
    g_strdup_printf ("WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) INSERT "
                     "INTO mapping (subject_id, relation, object_id, rationale, created, modified) "
                     "SELECT 1, 'exact', 6, 'number ' || i, '', '' FROM n",
                     n_rows);
  const char *const steps[] = {
    insert,
    "UPDATE mapping SET rationale = 'changed', relation = 'close' WHERE id > 7",
    "DELETE FROM mapping WHERE id > 7",
  };
  g_autoptr (CwConnection) connection = open_writer (path);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_free (before);
      before = test_database_get_text (path, FINGERPRINT);
      make_step (connection, steps[i]);
      counts[2 * i] = count_statements (connection, undo);
      g_free (after);
      after = test_database_get_text (path, FINGERPRINT);
      g_assert_cmpstr (after, ==, before);
      counts[2 * i + 1] = count_statements (connection, redo);
    }
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS);
}

/* Undo is a handful of statements, be it of one mapping or of a hundred thousand. */
static void
insert_many (CwConnection *connection, guint n_mappings)
{
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_mappings; i++)
    {
      CwMapping *mapping = cw_mapping_new (1, CW_RELATION_CLOSE, 7);

      cw_mapping_take_text (&mapping->rationale, g_strdup_printf ("Number %u", i));
      g_ptr_array_add (mappings, mapping);
    }
  cw_mapping_table_insert_all (connection, mappings, &error);
  g_assert_no_error (error);

  /* Each has the id of its own row. */
  for (guint i = 0; i < n_mappings; i++)
    {
      const CwMapping *mapping = g_ptr_array_index (mappings, i);
      g_autoptr (CwMapping) found = cw_mapping_table_get (connection, mapping->id, &error);

      g_assert_no_error (error);
      g_assert_true (cw_mapping_equal (found, mapping));
    }
}

/* Rows that are noted in the journal all at once are undone and redone like others, and so is what
 * is inserted by itself after them; also where a step before was given up in the middle of it. */
static void
test_many_inserts (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwConnection) connection = open_writer (path);
  g_autoptr (CwStep) step = cw_step_new (CW_STEP_IMPORT, NULL, NULL, 102);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_database_dump (path);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  cw_journal_begin (connection, step, &stamp, &error);
  g_assert_no_error (error);
  insert_many (connection, 40);
  cw_journal_rollback (connection);

  cw_journal_begin (connection, step, &stamp, &error);
  g_assert_no_error (error);
  insert_many (connection, 0);
  insert_many (connection, 32);
  insert_many (connection, 69);
  exec (connection, "INSERT INTO mapping (subject_id, relation, object_id, created, modified) "
                    "VALUES (1, 'exact', 7, '', '')");
  cw_journal_commit (connection, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM change_mapping WHERE op = "
                                                "'i' AND step_id = (SELECT max (id) FROM step)"),
                   ==, 102);
  after = test_database_dump (path);
  undo (connection);
  undone = test_database_dump (path);
  redo (connection);
  redone = test_database_dump (path);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_bulk (void)
{
  guint64 few[6], many[6];

  measure (1, few);
  measure (100000, many);
  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    {
      g_assert_cmpuint (many[i], ==, few[i]);
      g_assert_cmpuint (many[i], <, 40);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/journal/change/%u", i);

      g_test_add_data_func (path, changes[i], test_change);
    }
  g_test_add_func ("/journal/all-changes", test_all_changes);
  g_test_add_func ("/journal/every-table-is-journalled", test_every_table_is_journalled);
  g_test_add_func ("/journal/rollback", test_rollback);
  g_test_add_func ("/journal/history", test_history);
  g_test_add_func ("/journal/many-inserts", test_many_inserts);
  g_test_add_func ("/journal/bulk", test_bulk);

  return g_test_run ();
}
