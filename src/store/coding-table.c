/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/coding-table.h"

#include "store/statement.h"

#include <glib/gi18n-lib.h>

/**
 * cw_coding_table_insert:
 * @connection: a connection within a transaction
 * @coding: a coding; its id is set
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_coding_table_insert (CwConnection *connection, CwCoding *coding, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "INSERT INTO coding (name, coder, done, created) VALUES (?1, ?2, ?3, ?4)",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ssis", coding->name, coding->coder, (gint64) coding->done,
                     coding->created);
  if (!cw_statement_run (statement, error))
    return FALSE;

  coding->id = sqlite3_last_insert_rowid (connection->db);

  return TRUE;
}

static gboolean
fail_if_untouched (CwConnection *connection, GError **error)
{
  if (sqlite3_changes (connection->db) > 0)
    return TRUE;

  g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                       _ ("The coding is not there any more"));

  return FALSE;
}

/**
 * cw_coding_table_update:
 * @connection: a connection within a transaction
 * @coding: a coding with an id
 * @error: return location
 *
 * Writes every column.
 *
 * Returns: %FALSE with a #CwStoreError; %CW_STORE_ERROR_GONE where there is no such coding
 */
gboolean
cw_coding_table_update (CwConnection *connection, const CwCoding *coding, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection, "UPDATE coding SET (name, coder, done, created) = (?1, ?2, ?3, ?4) WHERE id = ?5",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ssisi", coding->name, coding->coder, (gint64) coding->done,
                     coding->created, coding->id);

  return cw_statement_run (statement, error) && fail_if_untouched (connection, error);
}

static gboolean
run_for_coding (CwConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", id);

  return cw_statement_run (statement, error);
}

/**
 * cw_coding_table_delete:
 * @connection: a connection within a transaction
 * @id: a coding
 * @error: return location
 *
 * Deletes a coding and all its judgements. What was settled stays.
 *
 * Returns: %FALSE with a #CwStoreError; %CW_STORE_ERROR_GONE where there is no such coding
 */
gboolean
cw_coding_table_delete (CwConnection *connection, gint64 id, GError **error)
{
  return run_for_coding (connection, "DELETE FROM mapping WHERE coding_id = ?1", id, error) &&
         run_for_coding (connection, "DELETE FROM coding WHERE id = ?1", id, error) &&
         fail_if_untouched (connection, error);
}

static CwCoding *
read_row (CwStatement *statement)
{
  CwCoding *coding =
    cw_coding_new (cw_statement_get_text (statement, 1), cw_statement_get_text (statement, 2));

  coding->id = cw_statement_get_int (statement, 0);
  coding->done = cw_statement_get_int (statement, 3) != 0;
  g_free (coding->created);
  coding->created = g_strdup (cw_statement_get_text (statement, 4));

  return coding;
}

/**
 * cw_coding_table_get:
 * @connection: any connection
 * @id: a coding
 * @error: return location
 *
 * Returns: (transfer full): the coding; %NULL with %CW_STORE_ERROR_GONE where there is none, or
 *   another #CwStoreError
 */
CwCoding *
cw_coding_table_get (CwConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwCoding) coding = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT id, name, coder, done, created FROM coding WHERE id = ?1",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "i", id);
  if (cw_statement_step (statement, &local_error))
    {
      coding = read_row (statement);
      /* A broken text fails here. */
      return cw_statement_run (statement, error) ? g_steal_pointer (&coding) : NULL;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                         _ ("The coding is not there any more"));

  return NULL;
}

/**
 * cw_coding_table_load:
 * @connection: any connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwCoding): all codings, in the order in which they were
 *   made; or %NULL with a #CwStoreError
 */
GPtrArray *
cw_coding_table_load (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) codings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_coding_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT id, name, coder, done, created FROM coding ORDER BY id",
                      error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    g_ptr_array_add (codings, read_row (statement));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&codings);
}

/**
 * cw_coding_table_count_mappings:
 * @connection: any connection
 * @id: a coding
 * @n_mappings: (out): how many judgements it has
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_coding_table_count_mappings (CwConnection *connection,
                                gint64 id,
                                guint *n_mappings,
                                GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT count (*) FROM mapping WHERE coding_id = ?1", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", id);
  if (!cw_statement_step (statement, error))
    return FALSE;

  *n_mappings = (guint) cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}
