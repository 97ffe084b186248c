/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal-private.h"

#include "store/statement.h"

/* Many new rows of a table, noted in the journal at once. The trigger would run a statement of its own
 * for each of them, which takes longer than inserting it. */

/* What makes a trigger note a new row; also in _cw_journal_attach(). */
gboolean
_cw_journal_attach_inserts (CwConnection *connection, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "CREATE TEMP TRIGGER IF NOT EXISTS journal_%1$s_insert AFTER INSERT ON main.%1$s BEGIN "
    "INSERT INTO change_%1$s (step_id, op, row_id) SELECT id, 'i', NEW.id FROM current_step; END;",
    table);

  return _cw_connection_exec (connection, sql, error);
}

static gboolean
detach_inserts (CwConnection *connection, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DROP TRIGGER temp.journal_%s_insert", table);

  return _cw_connection_exec (connection, sql, error);
}

static gboolean
note_inserts (CwConnection *connection, const char *table, gint64 after, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO change_%1$s (step_id, op, row_id) "
                                          "SELECT c.id, 'i', t.id FROM temp.current_step AS c "
                                          "JOIN main.%1$s AS t ON t.id > ?1 ORDER BY t.id",
                                          table);
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", after);

  return cw_statement_run (statement, error);
}

/* An id is never given twice (AUTOINCREMENT): all new rows come after it. */
static gboolean
find_last_id (CwConnection *connection, const char *table, gint64 *id, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT coalesce ((SELECT seq FROM main.sqlite_sequence WHERE name = ?1), 0)",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", table);
  if (!cw_statement_step (statement, error))
    return FALSE;
  *id = cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}

/**
 * _cw_journal_insert_many:
 * @connection: a connection within a transaction
 * @table: a table of content
 * @insert: (scope call): inserts rows into it, and does nothing else
 * @user_data: for @insert
 * @error: return location
 *
 * Does what the journal does of itself, for many new rows at once. Where it fails, the transaction is
 * to be given up, with which the trigger is back.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
_cw_journal_insert_many (CwConnection *connection,
                         const char *table,
                         CwJournalInsert insert,
                         gpointer user_data,
                         GError **error)
{
  gint64 last_id = 0;

  /* A document that is being made has no journal yet. */
  if (!connection->writing)
    return insert (connection, user_data, error);

  return find_last_id (connection, table, &last_id, error) &&
         detach_inserts (connection, table, error) && insert (connection, user_data, error) &&
         _cw_journal_attach_inserts (connection, table, error) &&
         note_inserts (connection, table, last_id, error);
}
