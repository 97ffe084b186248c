/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"

#include <sqlite3.h>

static sqlite3 *
open_database (const char *path, int flags)
{
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (path, &db, flags, NULL);

  if (result != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  sqlite3_busy_timeout (db, 10000);

  return db;
}

/* Changes a file in ways that the program would not. */
void
test_database_exec (const char *path, const char *sql)
{
  sqlite3 *db = open_database (path, SQLITE_OPEN_READWRITE);

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s in %s", path, sqlite3_errmsg (db), sql);
  sqlite3_close (db);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s in %s", sqlite3_errmsg (db), sql);

  return statement;
}

static gboolean
step (sqlite3_stmt *statement)
{
  int result = sqlite3_step (statement);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    g_error ("%s in %s", sqlite3_errmsg (sqlite3_db_handle (statement)), sqlite3_sql (statement));

  return result == SQLITE_ROW;
}

static const char *
text_at (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* The first column of all rows, one a line. */
char *
test_database_get_text (const char *path, const char *sql)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_database (path, SQLITE_OPEN_READONLY);
  sqlite3_stmt *statement = prepare (db, sql);

  while (step (statement))
    {
      const char *value = text_at (statement, 0);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              value != NULL ? value : "NULL");
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

gint64
test_database_get_int (const char *path, const char *sql)
{
  g_autofree char *text = test_database_get_text (path, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

void
test_database_check (const char *path)
{
  g_autofree char *integrity = test_database_get_text (path, "PRAGMA integrity_check");
  g_autofree char *keys = test_database_get_text (path, "PRAGMA foreign_key_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpstr (keys, ==, "");
}

static void
dump_table (sqlite3 *db, const char *table, const char *const *without, GString *text)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *info = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  sqlite3_stmt *statement = prepare (db, info);

  while (step (statement))
    {
      const char *column = text_at (statement, 0);

      if (without == NULL || !g_strv_contains (without, column))
        g_string_append_printf (sql, "'%s=' || quote (\"%s\") || '  ' || ", column, column);
    }
  sqlite3_finalize (statement);
  g_string_append_printf (sql, "'' FROM \"%s\" ORDER BY rowid", table);

  statement = prepare (db, sql->str);
  while (step (statement))
    g_string_append_printf (text, "%s: %s\n", table, text_at (statement, 0));
  sqlite3_finalize (statement);
}

/* All that a document holds but the journal, as text: every table that there is, so that one that
 * is added later is not forgotten. */
char *
test_database_dump_without (const char *path, const char *const *columns)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_database (path, SQLITE_OPEN_READONLY);
  sqlite3_stmt *tables;

  /* One moment of the file, also while others write it. */
  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  tables = prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                        "AND name <> 'step' AND name NOT LIKE 'change\\_%' ESCAPE '\\' "
                        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
  while (step (tables))
    dump_table (db, text_at (tables, 0), columns, text);
  sqlite3_finalize (tables);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

char *
test_database_dump (const char *path)
{
  return test_database_dump_without (path, NULL);
}

#define MAPPINGS_SQL                                                                               \
  "SELECT id, subject_id, relation, object_id, object_list_id, negated, confidence, status, "      \
  "absence, rationale, note_shared, note_subject, note_object, citation, url, quotation, author, " \
  "created, modified, coding_id, reviewer, reviewed, author_orcid FROM mapping ORDER BY id"

static CwMapping *
read_mapping (sqlite3_stmt *statement)
{
  CwMapping *mapping = cw_mapping_new (sqlite3_column_int64 (statement, 1), CW_RELATION_NONE,
                                       sqlite3_column_int64 (statement, 3));

  mapping->id = sqlite3_column_int64 (statement, 0);
  g_assert_true (cw_relation_from_key (text_at (statement, 2), &mapping->relation));
  mapping->object_list_id = sqlite3_column_int64 (statement, 4);
  mapping->negated = sqlite3_column_int (statement, 5);
  if (sqlite3_column_type (statement, 6) != SQLITE_NULL)
    mapping->confidence = sqlite3_column_double (statement, 6);
  g_assert_true (cw_status_from_key (text_at (statement, 7), &mapping->status));
  g_assert_true (cw_absence_from_key (text_at (statement, 8), &mapping->absence));
  cw_mapping_set_text (&mapping->rationale, text_at (statement, 9));
  cw_mapping_set_text (&mapping->note_shared, text_at (statement, 10));
  cw_mapping_set_text (&mapping->note_subject, text_at (statement, 11));
  cw_mapping_set_text (&mapping->note_object, text_at (statement, 12));
  cw_mapping_set_text (&mapping->citation, text_at (statement, 13));
  cw_mapping_set_text (&mapping->url, text_at (statement, 14));
  cw_mapping_set_text (&mapping->quotation, text_at (statement, 15));
  cw_mapping_set_text (&mapping->author, text_at (statement, 16));
  cw_mapping_set_text (&mapping->created, text_at (statement, 17));
  cw_mapping_set_text (&mapping->modified, text_at (statement, 18));
  mapping->coding_id = sqlite3_column_int64 (statement, 19);
  cw_mapping_set_text (&mapping->reviewer, text_at (statement, 20));
  cw_mapping_set_text (&mapping->reviewed, text_at (statement, 21));
  cw_mapping_set_text (&mapping->author_orcid, text_at (statement, 22));

  return mapping;
}

GPtrArray *
test_database_read_mappings (const char *path)
{
  GPtrArray *mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  sqlite3 *db = open_database (path, SQLITE_OPEN_READONLY);
  sqlite3_stmt *statement = prepare (db, MAPPINGS_SQL);

  while (step (statement))
    g_ptr_array_add (mappings, read_mapping (statement));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return mappings;
}

/* A mapping but for its times. */
void
test_mappings_append_line (GString *text, const CwMapping *mapping)
{
  g_string_append_printf (text,
                          "%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT
                          " in %" G_GINT64_FORMAT "%s %.6f %s “%s”",
                          mapping->id, mapping->subject_id, cw_relation_to_key (mapping->relation),
                          mapping->object_id, mapping->object_list_id,
                          mapping->negated ? " not" : "", mapping->confidence,
                          cw_status_to_key (mapping->status), cw_absence_to_key (mapping->absence));
  g_string_append_printf (text, " “%s” “%s” “%s” “%s” “%s” “%s” “%s” by “%s”\n", mapping->rationale,
                          mapping->note_shared, mapping->note_subject, mapping->note_object,
                          mapping->citation, mapping->url, mapping->quotation, mapping->author);
}

char *
test_mappings_format (GPtrArray *mappings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mappings->len; i++)
    test_mappings_append_line (text, g_ptr_array_index (mappings, i));

  return g_string_free (text, FALSE);
}
