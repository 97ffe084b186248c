/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/schema.h"
#include "store/statement.h"

#include <string.h>

#define OWN_TABLES \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "

#define CONTENT_TABLES OWN_TABLES "AND name <> 'step' AND name NOT LIKE 'change\\_%' ESCAPE '\\' "

/* A document in memory, as the migrations make it. */
static CwConnection *
make_memory (void)
{
  g_autoptr (GError) error = NULL;
  CwConnection *connection =
    _cw_connection_new (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        CW_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  cw_schema_create (connection, &error);
  g_assert_no_error (error);

  return connection;
}

static char *
read_text (CwConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (cw_statement_step (statement, &error))
    g_string_append_printf (text, "%s\n", cw_statement_get_text (statement, 0));
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static char *
read_columns (CwConnection *connection, const char *table, const char *without)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT name || ' ' || type FROM pragma_table_info ('%s') "
                     "WHERE name NOT IN (%s) ORDER BY cid",
                     table, without);

  return read_text (connection, sql);
}

/* What the migrations make is what a document is compared with. */
static void
test_migrations_make_the_schema (void)
{
  g_autoptr (CwConnection) connection = make_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *version = read_text (connection, "PRAGMA user_version");
  g_autofree char *wanted = g_strdup_printf ("%d\n", CW_SCHEMA_VERSION);

  cw_schema_check (connection, CW_SCHEMA_VERSION, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (version, ==, wanted);

  _cw_connection_exec (connection, "CREATE TABLE mine (a)", NULL);
  g_assert_false (cw_schema_check (connection, CW_SCHEMA_VERSION, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, "table mine"));
}

/* Every table of content has a table of before-images with the same columns of the same types. */
static void
test_images (void)
{
  g_autoptr (CwConnection) connection = make_memory ();
  g_autofree char *tables = read_text (connection, CONTENT_TABLES);
  g_auto (GStrv) names = g_strsplit (g_strchomp (tables), "\n", -1);

  g_assert_cmpuint (g_strv_length (names), >=, 7);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *change = g_strconcat ("change_", names[i], NULL);
      g_autofree char *columns = read_columns (connection, names[i], "'id'");
      g_autofree char *images =
        read_columns (connection, change, "'seq', 'step_id', 'op', 'row_id'");
      g_autofree char *own = read_columns (connection, change, "''");

      g_assert_cmpstr (images, ==, columns);
      g_assert_true (g_str_has_prefix (own, "seq INTEGER\nstep_id INTEGER\nop TEXT\n"));
    }
}

static void
test_strict (void)
{
  g_autoptr (CwConnection) connection = make_memory ();
  g_autofree char *loose =
    read_text (connection, OWN_TABLES "AND NOT (SELECT strict FROM pragma_table_list (name))");
  g_autofree char *objects =
    read_text (connection, "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')");

  g_assert_cmpstr (loose, ==, "");
  g_assert_cmpstr (objects, ==, "");
}

/* An image may name what is gone since. */
static void
test_no_foreign_columns_in_images (void)
{
  g_autoptr (CwConnection) connection = make_memory ();
  g_autofree char *keys =
    read_text (connection,
               "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema AS t JOIN "
               "pragma_foreign_key_list (t.name) AS f WHERE t.name LIKE 'change\\_%' ESCAPE '\\' "
               "AND f.\"from\" <> 'step_id'");

  g_assert_cmpstr (keys, ==, "");
}

static void
check_header (const char *path)
{
  gsize length;
  g_autofree guint8 *bytes = test_file_read (path, &length);

  g_assert_cmpuint (length, >, 100);
  g_assert_cmpmem (bytes, 16, "SQLite format 3", 16);
  /* No log: 1 is a rollback journal, 2 would be a write-ahead log. */
  g_assert_cmpuint (bytes[18], ==, 1);
  g_assert_cmpuint (bytes[19], ==, 1);
  g_assert_cmpmem (bytes + 68, 4, "CWs1", 4);
  g_assert_cmpuint (bytes[63], ==, CW_SCHEMA_VERSION);
}

/* What other programs can tell of a document by its first bytes, before and after it was edited. */
static void
test_header (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *copy = g_build_filename (folder, "copy.crosswalk", NULL);
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = TEST_MAPPING_FULL;

  check_header (path);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CwDocument) document = test_document_open (path);

      if (i > 0)
        cw_document_apply (document, cw_edit_new_delete (&id, 1, NULL, NULL), &error);
      g_assert_no_error (error);
      if (i == 2)
        cw_document_save_copy (document, copy, &error);
      g_assert_no_error (error);
      cw_document_close (document);
      check_header (path);
      id++;
    }
  check_header (copy);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "copy.crosswalk\nsmall.crosswalk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/migrations-make-the-schema", test_migrations_make_the_schema);
  g_test_add_func ("/schema/images", test_images);
  g_test_add_func ("/schema/strict", test_strict);
  g_test_add_func ("/schema/no-foreign-columns-in-images", test_no_foreign_columns_in_images);
  g_test_add_func ("/schema/header", test_header);

  return g_test_run ();
}
