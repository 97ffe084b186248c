/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/finding-mark-table.h"

#include "store/statement.h"

/**
 * cw_finding_mark_table_load:
 * @connection: any connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwFindingMark): the marks, by when they were made; or
 *   %NULL with a #CwStoreError
 */
GPtrArray *
cw_finding_mark_table_load (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) marks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_finding_mark_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection, "SELECT rule, fingerprint, reason, author, made FROM finding_mark ORDER BY id",
    error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    g_ptr_array_add (marks, cw_finding_mark_new (cw_statement_get_text (statement, 0),
                                                 cw_statement_get_text (statement, 1),
                                                 cw_statement_get_text (statement, 2),
                                                 cw_statement_get_text (statement, 3),
                                                 cw_statement_get_text (statement, 4)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&marks);
}

/**
 * cw_finding_mark_table_insert:
 * @connection: a connection within a transaction
 * @mark: a mark; its reason is not empty
 * @changed: (out): whether anything is other than before
 * @error: return location
 *
 * Marks a finding as intended. Where it is marked already, the reason becomes that of @mark, and so
 * do its author and time.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_finding_mark_table_insert (CwConnection *connection,
                              const CwFindingMark *mark,
                              gboolean *changed,
                              GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "INSERT INTO finding_mark (rule, fingerprint, reason, author, made) "
                      "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (rule, fingerprint) DO UPDATE SET "
                      "reason = excluded.reason, author = excluded.author, made = excluded.made "
                      "WHERE reason <> excluded.reason",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "sssss", mark->rule, mark->fingerprint, mark->reason, mark->author,
                     mark->made);
  if (!cw_statement_run (statement, error))
    return FALSE;

  *changed = sqlite3_changes (connection->db) > 0;

  return TRUE;
}

/**
 * cw_finding_mark_table_delete:
 * @connection: a connection within a transaction
 * @rule: key of the check
 * @fingerprint: what was found
 * @changed: (out): whether there was such a mark
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_finding_mark_table_delete (CwConnection *connection,
                              const char *rule,
                              const char *fingerprint,
                              gboolean *changed,
                              GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "DELETE FROM finding_mark WHERE rule = ?1 AND fingerprint = ?2",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ss", rule, fingerprint);
  if (!cw_statement_run (statement, error))
    return FALSE;

  *changed = sqlite3_changes (connection->db) > 0;

  return TRUE;
}
