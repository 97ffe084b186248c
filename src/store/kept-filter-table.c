/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/kept-filter-table.h"

#include "store/statement.h"

/**
 * cw_kept_filter_table_load:
 * @connection: any connection
 * @error: return location
 *
 * One that this version cannot read is left out; it stays in the document.
 *
 * Returns: (transfer full) (element-type CwKeptFilter): the filters that have a name, by name; or
 *   %NULL with a #CwStoreError
 */
GPtrArray *
cw_kept_filter_table_load (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) kept =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_kept_filter_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT name, definition FROM kept_filter ORDER BY name", error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    {
      g_autoptr (CwMappingFilter) filter =
        cw_kept_filter_read (cw_statement_get_text (statement, 1));

      if (filter != NULL)
        g_ptr_array_add (kept, cw_kept_filter_new (cw_statement_get_text (statement, 0), filter));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&kept);
}

/**
 * cw_kept_filter_table_load_definitions:
 * @connection: any connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwKeptDefinition): all filters that have a name, by name,
 *   those that this version cannot read included; or %NULL with a #CwStoreError
 */
GPtrArray *
cw_kept_filter_table_load_definitions (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) kept =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_kept_definition_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT name, definition FROM kept_filter ORDER BY name", error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    g_ptr_array_add (kept, cw_kept_definition_new (cw_statement_get_text (statement, 0),
                                                   cw_statement_get_text (statement, 1)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&kept);
}

/**
 * cw_kept_filter_table_insert_definition:
 * @connection: a connection within a transaction
 * @kept: a filter whose name no other has
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_kept_filter_table_insert_definition (CwConnection *connection,
                                        const CwKeptDefinition *kept,
                                        GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "INSERT INTO kept_filter (name, definition) VALUES (?1, ?2)",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ss", kept->name, kept->definition);

  return cw_statement_run (statement, error);
}

/**
 * cw_kept_filter_table_keep:
 * @connection: the writer, with a step open
 * @kept: a filter; takes the place of one of the same name
 * @changed: (out): whether it was not kept like that already
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_kept_filter_table_keep (CwConnection *connection,
                           const CwKeptFilter *kept,
                           gboolean *changed,
                           GError **error)
{
  g_autofree char *definition = cw_kept_filter_write (kept->filter);
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "INSERT INTO kept_filter (name, definition) VALUES (?1, ?2) ON CONFLICT (name) "
    "DO UPDATE SET definition = excluded.definition WHERE definition <> excluded.definition",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ss", kept->name, definition);
  if (!cw_statement_run (statement, error))
    return FALSE;

  *changed = sqlite3_changes (connection->db) > 0;

  return TRUE;
}

/**
 * cw_kept_filter_table_delete:
 * @connection: the writer, with a step open
 * @name: a filter's name
 * @changed: (out): whether there was such a filter
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_kept_filter_table_delete (CwConnection *connection,
                             const char *name,
                             gboolean *changed,
                             GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "DELETE FROM kept_filter WHERE name = ?1", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", name);
  if (!cw_statement_run (statement, error))
    return FALSE;

  *changed = sqlite3_changes (connection->db) > 0;

  return TRUE;
}
