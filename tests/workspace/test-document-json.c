/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "formats/error.h"
#include "full-document.h"
#include "small-document.h"
#include "store/connection.h"
#include "workspace/checks.h"
#include "workspace/document-json.h"
#include "workspace/starter.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_SEEDS 12

/* What the document says, as text. */
static char *
export_json (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, TRUE, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_no_error (error);
  cw_document_export_json_to_stream (document, stream, &error);
  g_assert_no_error (error);
  cw_document_close (document);

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

static gboolean
import_text (const char *json, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return cw_document_import_json_bytes (bytes, "x.json", path, CW_JSON_IMPORT_NEW, NULL, NULL,
                                        error);
}

static char *
import_beside (const char *folder, const char *json)
{
  char *path = g_build_filename (folder, "imported.crosswalk", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  import_text (json, path, &error);
  g_assert_no_error (error);
  test_database_check (path);

  return path;
}

/* How a column is told without rows. A table that refers to one that is not known here needs a line
 * here, and a place in the file. */
static char *
tell_column (const char *path, const char *table, const char *column)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'",
                     table, column);
  g_autofree char *target = test_database_get_text (path, sql);

  if (*target == '\0')
    return g_strdup_printf ("quote (t.\"%s\")", column);
  if (g_str_equal (target, "list"))
    return g_strdup_printf ("(SELECT key FROM list WHERE id = t.\"%s\")", column);
  if (g_str_equal (target, "item"))
    return g_strdup_printf ("(SELECT l.key || ' ' || i.code FROM item AS i "
                            "JOIN list AS l ON l.id = i.list_id WHERE i.id = t.\"%s\")",
                            column);
  if (g_str_equal (target, "coding"))
    return g_strdup_printf ("(SELECT name FROM coding WHERE id = t.\"%s\")", column);

  g_error ("%s.%s refers to %s, of which this test knows nothing", table, column, target);
}

/* Columns that say something by rows only: these are tested one by one. */
static gboolean
is_of_rows (const char *table, const char *column)
{
  return g_str_equal (column, "id") ||
         (g_str_equal (table, "finding_mark") && g_str_equal (column, "fingerprint")) ||
         (g_str_equal (table, "kept_filter") && g_str_equal (column, "definition")) ||
         (g_str_equal (table, "settlement") && g_str_has_suffix (column, "_id"));
}

static char **
list_columns (const char *path, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autofree char *columns = test_database_get_text (path, sql);

  return g_strsplit (columns, "\n", -1);
}

/* Every table of content that there is, so that one that is added later is not forgotten. */
static char **
list_tables (const char *path)
{
  g_autofree char *tables = test_database_get_text (
    path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'step' "
          "AND name NOT LIKE 'change\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
          "ORDER BY name");

  return g_strsplit (tables, "\n", -1);
}

static void
tell_table (const char *path, const char *table, GString *told)
{
  g_auto (GStrv) columns = list_columns (path, table);
  g_autoptr (GString) sql = g_string_new ("SELECT ''");
  g_autofree char *rows = NULL;

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *column = tell_column (path, table, columns[i]);

      if (!is_of_rows (table, columns[i]))
        g_string_append_printf (sql, " || ' %s=' || coalesce (%s, 'NULL')", columns[i], column);
    }
  g_string_append_printf (sql, " FROM \"%s\" AS t ORDER BY 1", table);
  rows = test_database_get_text (path, sql->str);
  g_string_append_printf (told, "%s:\n%s\n", table, rows);
}

/* All that a document holds, with names in the place of rows. */
static char *
tell_all (const char *path)
{
  g_auto (GStrv) tables = list_tables (path);
  GString *told = g_string_new (NULL);

  g_assert_cmpuint (g_strv_length (tables), >=, 11);
  for (guint i = 0; tables[i] != NULL; i++)
    tell_table (path, tables[i], told);

  return g_string_free (told, FALSE);
}

/* A column that is the same in every row would come back even if the file did not have it. */
static void
check_variety (const char *path)
{
  g_auto (GStrv) tables = list_tables (path);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_auto (GStrv) columns = list_columns (path, tables[i]);

      if (g_str_equal (tables[i], "document"))
        continue;
      for (guint j = 0; columns[j] != NULL; j++)
        {
          g_autofree char *sql =
            g_strdup_printf ("SELECT count (DISTINCT coalesce (\"%s\", 'NULL')) FROM \"%s\"",
                             columns[j], tables[i]);

          if (g_str_equal (tables[i], "coding") && g_str_equal (columns[j], "done"))
            continue;
          g_test_message ("%s.%s", tables[i], columns[j]);
          g_assert_cmpint (test_database_get_int (path, sql), >, 1);
        }
    }
}

static char *
tell_settlements (const char *path)
{
  return test_database_get_text (
    path, "WITH n (id, name) AS (SELECT i.id, l.key || ' ' || i.code FROM item AS i "
          "JOIN list AS l ON l.id = i.list_id) "
          "SELECT min (a.name, b.name) || ' / ' || max (a.name, b.name) || ' ' || s.reason "
          "FROM settlement AS s JOIN n AS a ON a.id = s.item_id JOIN n AS b ON b.id = s.other_id "
          "ORDER BY 1");
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Which findings are intended, and which are not. */
static char *
tell_findings (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open (path, TRUE, &error);
  g_autoptr (CwCheckReport) report = cw_document_run_checks (document, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (report->findings, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %u %s", cw_check_rule_to_key (finding->rule),
                                        finding->links->len,
                                        finding->mark != NULL ? finding->mark->reason : "-"));
    }
  cw_document_close (document);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
check_round_trip (const char *folder, const char *path)
{
  g_autofree char *first = export_json (path);
  g_autofree char *imported = import_beside (folder, first);
  g_autofree char *second = export_json (imported);
  g_autofree char *before = tell_all (path);
  g_autofree char *after = tell_all (imported);
  g_autofree char *settled_before = tell_settlements (path);
  g_autofree char *settled_after = tell_settlements (imported);
  g_autofree char *found_before = tell_findings (path);
  g_autofree char *found_after = tell_findings (imported);

  g_assert_true (g_str_has_suffix (first, "]\n}\n"));
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (settled_after, ==, settled_before);
  g_assert_cmpstr (found_after, ==, found_before);
  g_assert_cmpint (test_database_get_int (imported, "SELECT count (*) FROM step"), ==, 0);
}

static void
test_random_documents (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = test_full_document_new (folder, seed);

      g_test_message ("seed %u", seed);
      check_variety (path);
      check_round_trip (folder, path);
    }
}

/* What was made in another order is written alike. A mark of a finding about one mapping names its
 * row, and would lose it here. */
static void
test_order_of_rows (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_full_document_new (folder, 99);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_database_exec (path, "DELETE FROM finding_mark WHERE rule = 'unsupported-review'");
  before = export_json (path);
  test_database_exec (path, "UPDATE mapping SET id = 5000 - id; "
                            "UPDATE settlement SET id = 5000 - id; "
                            "UPDATE finding_mark SET id = 5000 - id; "
                            "UPDATE kept_filter SET id = 5000 - id;");
  after = export_json (path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_starter (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "starter.crosswalk", NULL);
  g_autoptr (GError) error = NULL;

  cw_starter_create_document (path, "Starter", CW_STARTER_MAPPED, &error);
  g_assert_no_error (error);
  check_round_trip (folder, path);

  /* A shipped list with the user's words, and one whose correction was not wanted */
  test_database_exec (
    path, "INSERT INTO label (item_id, language, text, kind, origin) "
          "SELECT id, 'ja', 'わたしの', 'preferred', 'user' FROM item WHERE id % 7 = 0; "
          "INSERT INTO label (item_id, language, text, kind, origin) "
          "SELECT id, 'fr', 'le mien', 'preferred', 'user' FROM item WHERE id % 5 = 0; "
          "INSERT INTO label (item_id, language, text, kind, origin) "
          "SELECT id, 'en', 'mine', 'preferred', 'user' FROM item WHERE id % 7 = 0; "
          "UPDATE item SET note = 'A remark' WHERE id % 11 = 0; "
          "UPDATE list SET declined = 'abc' WHERE key = 'us-cet-2024'");
  check_round_trip (folder, path);
}

static void
test_no_lists (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);

  test_database_exec (path, "DELETE FROM mapping; DELETE FROM label; DELETE FROM item; "
                            "DELETE FROM list_text; DELETE FROM list");
  check_round_trip (folder, path);
}

static void
check_refused (const char *json, const char *place)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "x.crosswalk", NULL);
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (import_text (json, path, &error));
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == CW_FORMAT_ERROR);
  g_assert_true (g_str_has_prefix (error->message, place));
  left = test_folder_list (folder);
  g_assert_cmpstr (left, ==, "");
}

/* One thing wrong at a time; each is named by its place, and no document is made. */
static void
test_refused (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *place;
  } wrongs[] = {
    { "crosswalk-document", "crosswalk-list", "x.json: /format: " },
    { "\"version\": 1", "\"version\": 2", "x.json: /version: " },
    { "\"version\": 1", "\"version\": 0", "x.json: /version: " },
    { "\"version\": 1", "\"version\": 1.0", "x.json: /version: " },
    { "\"title\": \"Small\"", "\"title\": 5", "x.json: /title: " },
    { "\"title\": \"Small\"", "\"name\": \"Small\"", "x.json: /name: " },
    { "\"uuid\": \"", "\"uuid\": \"x", "x.json: /uuid: " },
    { "\"codings\": []", "\"codings\": {}", "x.json: /codings: " },
    { "\"codings\": []", "\"coding\": []", "x.json: /coding" },
    { "\"codings\": []", "\"codings\": [5]", "x.json: /codings/0: " },
    { "\"codings\": []",
      "\"codings\": [{\"name\": \"\", \"coder\": \"\", \"done\": true, "
      "\"created\": \"\"}]",
      "x.json: /codings/0/name: " },
    { "\"settlements\": []",
      "\"settlements\": [{\"item_list\": \"xa-left-2020\", \"item_code\": \"1\", "
      "\"other_list\": \"xa-left-2020\", \"other_code\": \"1\", \"reason\": \"\", "
      "\"author\": \"\", \"made\": \"\"}]",
      "x.json: /settlements/0/other_code: " },
    { "\"finding_marks\": []",
      "\"finding_marks\": [{\"rule\": \"pair-twice\", \"finding\": \"x\", \"reason\": \"\", "
      "\"author\": \"\", \"made\": \"\"}]",
      "x.json: /finding_marks/0/reason: " },
    { "\"kept_filters\": []",
      "\"kept_filters\": [{\"name\": \"a\", \"facets\": {\"subject-list\": [\"none-such\"]}}]",
      "x.json: /kept_filters/0/facets/subject-list/0: " },
    { "\"kept_filters\": []", "\"kept_filters\": [{\"name\": \"a\", \"facets\": {\"x\": []}}]",
      "x.json: /kept_filters/0/facets/x: " },
    { "\"kept_filters\": []", "\"kept_filters\": [{\"name\": \"a\"}, {\"name\": \"a\"}]",
      "x.json: /kept_filters/1/name: " },
    { "\"id\": \"xb-third-2022\"", "\"id\": \"xa-left-2020\"", "x.json: /lists/" },
    { "\"issued\": \"2020-05-01\"", "\"issued\": \"2020-13-01\"", "x.json: /lists/0/issued: " },
    { "\"code\": \"1.1\"", "\"code\": \"1\"", "x.json: /lists/0/items/0/children/0/code: " },
    { "\"subject_code\": \"1\"", "\"subject_code\": \"77\"",
      "x.json: /mappings/0/subject_code: the list “xa-left-2020” has no item “77”" },
    { "\"subject_list\": \"xa-left-2020\"", "\"subject_list\": \"xa-gone\"",
      "x.json: /mappings/0/subject_list: the file has no list “xa-gone”" },
    { "\"relation\": \"broad\"", "\"relation\": \"wide\"", "x.json: /mappings/0/relation: " },
    { "\"relation\": \"broad\"", "\"relation\": \"none\"", "x.json: /mappings/0/object_code: " },
    { "\"confidence\": 0.7", "\"confidence\": 1.5", "x.json: /mappings/0/confidence: " },
    { "\"confidence\": 0.7", "\"confidence\": \"0.7\"", "x.json: /mappings/0/confidence: " },
    { "\"status\": \"reviewed\"", "\"status\": \"fine\"", "x.json: /mappings/0/status: " },
    { "\"status\": \"reviewed\"", "\"status\": \"reviewed\", \"absence\": \"covered\"",
      "x.json: /mappings/0/absence: " },
    { "\"status\": \"reviewed\"", "\"status\": \"reviewed\", \"coding\": \"Mine\"",
      "x.json: /mappings/0/coding: " },
    { "\"absence\": \"not-named\"", "\"absence\": \"lost\"", "x.json: /mappings/" },
    { "\"absence\": \"not-named\"", "\"negated\": true", "x.json: /mappings/" },
    { "\"format\"", "\"title\": \"\", \"format\"", "x.json:" },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *good = export_json (path);

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (GString) json = g_string_new (good);

      g_assert_cmpuint (g_string_replace (json, wrongs[i].from, wrongs[i].to, 1), ==, 1);
      check_refused (json->str, wrongs[i].place);
    }
  check_refused ("", "x.json:1:1: ");
  check_refused ("[]", "x.json:1:1: ");
  check_refused ("{}", "x.json: /format: ");
  check_refused ("{\"format\": \"crosswalk-document\", \"version\": 1}", "x.json: /");
  check_refused ("{\"format\": \"crosswalk-document\", \"version\": 1", "x.json:1:");
}

/* Keys in another order, other space and escapes mean the same. */
static void
test_form_is_free (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *good = export_json (path);
  g_autoptr (GString) json = g_string_new (good);
  g_autofree char *imported = NULL;
  g_autofree char *again = NULL;

  g_string_replace (json, "\n", "\r\n\t ", 0);
  g_string_replace (json, "\"title\": \"Small\",", "", 1);
  g_string_replace (json, "\"mappings\"", "\"t\\u0069tle\" : \"Sm\\u0061ll\" , \"mapping\\u0073\"",
                    1);
  imported = import_beside (folder, json->str);
  again = export_json (imported);
  g_assert_cmpstr (again, ==, good);
}

/* Every beginning of a file, and every byte of it changed, is refused or makes a document. */
static void
test_damaged (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *small = test_small_document_new (folder);
  g_autofree char *path = g_build_filename (folder, "x.crosswalk", NULL);
  g_autofree char *good = export_json (small);
  gsize length = strlen (good);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *json = g_strdup (good);
      g_autoptr (GError) error = NULL;

      json[g_rand_int_range (rand, 0, (gint32) length)] = "\0{}[]\",:\\x0 \xff"[i % 13];
      if (!import_text (json, path, &error))
        g_assert_nonnull (error);
      g_unlink (path);
    }
}

static void
test_never_replaces (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *good = export_json (path);
  g_autofree char *hash = test_file_hash (path);
  g_autofree char *same = NULL;
  g_autofree char *names = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GBytes) bad = g_bytes_new (good, strlen (good) - 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (
    cw_document_import_json_bytes (bytes, "x.json", path, CW_JSON_IMPORT_NEW, NULL, NULL, &error));
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_NOT_WRITABLE);
  g_clear_error (&error);
  g_assert_false (cw_document_import_json_bytes (bad, "x.json", path, CW_JSON_IMPORT_REPLACE, NULL,
                                                 NULL, &error));
  g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_SYNTAX);
  g_clear_error (&error);
  same = test_file_hash (path);
  g_assert_cmpstr (same, ==, hash);

  cw_document_import_json_bytes (bytes, "x.json", path, CW_JSON_IMPORT_REPLACE, "Another", NULL,
                                 &error);
  g_assert_no_error (error);
  title = test_database_get_text (path, "SELECT title FROM document");
  g_assert_cmpstr (title, ==, "Another");
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
}

/* A file that says that it is everything is not written where something may not be seen. */
static void
test_blind (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *json_path = g_build_filename (folder, "small.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (json_path);
  g_autoptr (CwDocument) document = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  test_database_exec (path, "INSERT INTO coding (name, coder, done, created) "
                            "VALUES ('Hers', 'Cai', 0, '2024-01-01T00:00:00Z')");
  document = test_document_open (path);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (cw_document_export_json (document, file, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
      g_assert_nonnull (strstr (error->message, i == 0 ? "Hers" : "Finish your coding"));
      g_clear_error (&error);
      cw_document_set_author (document, "Cai", NULL);
    }
  cw_document_close (document);
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");

  test_database_exec (path, "UPDATE coding SET done = 1");
  check_round_trip (folder, path);
}

static void
test_cancel (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *json_path = g_build_filename (folder, "small.json", NULL);
  g_autofree char *imported = g_build_filename (folder, "imported.crosswalk", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (json_path);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  cw_document_export_json (document, file, NULL, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (cw_document_export_json (document, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (
    cw_document_import_json (file, imported, CW_JSON_IMPORT_NEW, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (imported, G_FILE_TEST_EXISTS));
  cw_document_close (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-json/random-documents", test_random_documents);
  g_test_add_func ("/document-json/order-of-rows", test_order_of_rows);
  g_test_add_func ("/document-json/starter", test_starter);
  g_test_add_func ("/document-json/no-lists", test_no_lists);
  g_test_add_func ("/document-json/refused", test_refused);
  g_test_add_func ("/document-json/form-is-free", test_form_is_free);
  g_test_add_func ("/document-json/damaged", test_damaged);
  g_test_add_func ("/document-json/never-replaces", test_never_replaces);
  g_test_add_func ("/document-json/blind", test_blind);
  g_test_add_func ("/document-json/cancel", test_cancel);

  return g_test_run ();
}
