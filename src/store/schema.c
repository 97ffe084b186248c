/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include "migrations.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MIGRATIONS "/io/github/listcrosswalk/Crosswalk/migrations/"

/* Each brings a document from the version before to the next one. A migration that has been
 * released is never changed again. */
static const char *const migrations[CW_SCHEMA_VERSION] = {
  "0001-first-version.sql",
  "0002-workbench.sql",
  "0003-many-rows.sql",
};

static gboolean
run_migrations (CwConnection *connection, int from, int to, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", to);

  for (int i = from; i < to; i++)
    {
      g_autofree char *path = g_strconcat (MIGRATIONS, migrations[i], NULL);
      g_autoptr (GBytes) sql =
        g_resource_lookup_data (cw_migrations_get_resource (), path, 0, error);

      if (sql == NULL || !_cw_connection_exec (connection, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }

  return _cw_connection_exec (connection, version, error);
}

/**
 * cw_schema_create:
 * @connection: a connection to an empty database, within a transaction
 * @error: return location
 *
 * Makes the tables of the newest version.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_schema_create (CwConnection *connection, GError **error)
{
  return run_migrations (connection, 0, CW_SCHEMA_VERSION, error);
}

/**
 * cw_schema_upgrade:
 * @connection: a connection to a document, within a transaction
 * @version: the version it has
 * @error: return location
 *
 * Brings the tables of an older version to the newest.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_schema_upgrade (CwConnection *connection, int version, GError **error)
{
  return run_migrations (connection, version, CW_SCHEMA_VERSION, error);
}

/* Name → definition of all that stands in the schema, but for what SQLite keeps for itself. */
static GHashTable *
read_schema (CwConnection *connection, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT type || ' ' || name, coalesce (sql, '') FROM main.sqlite_schema "
                      "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                      error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    g_hash_table_insert (schema, g_strdup (cw_statement_get_text (statement, 0)),
                         g_strdup (cw_statement_get_text (statement, 1)));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&schema);
}

static GHashTable *
read_expected_schema (int version, GError **error)
{
  g_autoptr (CwConnection) memory =
    _cw_connection_new (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        CW_CONNECTION_READ_WRITE, error);

  if (memory == NULL || !run_migrations (memory, 0, version, error))
    return NULL;

  return read_schema (memory, error);
}

static gboolean
fail_foreign (CwConnection *connection, const char *what, GError **error)
{
  g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_FOREIGN,
               /* Translators: the first %s is a file name, the second a database object such as
                * “trigger foo” */
               _ ("“%s” is not opened: its “%s” is not that of a crosswalk"), connection->path,
               what);

  return FALSE;
}

/**
 * cw_schema_check:
 * @connection: a connection to somebody's file
 * @version: the version it claims to have
 * @error: return location
 *
 * Compares the schema with what the migrations make, word for word, so that a file that brings a
 * trigger, a view or a virtual table of its own is refused before anything in it runs.
 *
 * Returns: %FALSE with %CW_STORE_ERROR_FOREIGN naming what differs, or another #CwStoreError
 */
gboolean
cw_schema_check (CwConnection *connection, int version, GError **error)
{
  g_autoptr (GHashTable) expected = read_expected_schema (version, error);
  g_autoptr (GHashTable) found = expected != NULL ? read_schema (connection, error) : NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      if (g_strcmp0 (g_hash_table_lookup (expected, name), sql) != 0)
        return fail_foreign (connection, name, error);
    }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (found, name))
        return fail_foreign (connection, name, error);
    }

  return TRUE;
}
