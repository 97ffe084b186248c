/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/settlement-table.h"

#include "store/statement.h"

/**
 * cw_settlement_table_put:
 * @connection: a connection within a transaction
 * @settlement: what was settled
 * @error: return location
 *
 * Writes a settlement down, in the place of an earlier one of the same two items.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_settlement_table_put (CwConnection *connection, const CwSettlement *settlement, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "INSERT INTO settlement (item_id, other_id, reason, author, made) "
    "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (item_id, other_id) DO UPDATE "
    "SET reason = excluded.reason, author = excluded.author, made = excluded.made",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "iisss", settlement->item_id, settlement->other_id,
                     settlement->reason, settlement->author, settlement->made);

  return cw_statement_run (statement, error);
}

/**
 * cw_settlement_table_load:
 * @connection: any connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwSettlement): all settlements, by their items; or %NULL
 *   with a #CwStoreError
 */
GPtrArray *
cw_settlement_table_load (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) settlements =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_settlement_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT id, item_id, other_id, reason, author, made FROM settlement "
                      "ORDER BY item_id, other_id",
                      error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    {
      CwSettlement *settlement =
        cw_settlement_new (cw_statement_get_int (statement, 1), cw_statement_get_int (statement, 2),
                           cw_statement_get_text (statement, 3));

      settlement->id = cw_statement_get_int (statement, 0);
      g_free (settlement->author);
      settlement->author = g_strdup (cw_statement_get_text (statement, 4));
      g_free (settlement->made);
      settlement->made = g_strdup (cw_statement_get_text (statement, 5));
      g_ptr_array_add (settlements, settlement);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&settlements);
}
