/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/document-table.h"

#include "store/statement.h"

/**
 * cw_document_info_free:
 * @info: (nullable): a document's own words about itself
 */
void
cw_document_info_free (CwDocumentInfo *info)
{
  if (info == NULL)
    return;

  g_free (info->uuid);
  g_free (info->title);
  g_free (info->notice);
  g_free (info->created);
  g_free (info);
}

/**
 * cw_document_table_insert:
 * @connection: a connection to a new document
 * @title: what the user calls it
 * @notice: what a reader must know about its content; may be empty
 * @created: ISO 8601 in UTC
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_document_table_insert (CwConnection *connection,
                          const char *title,
                          const char *notice,
                          const char *created,
                          GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  const CwDocumentInfo info = { uuid, (char *) title, (char *) notice, (char *) created };

  return cw_document_table_insert_info (connection, &info, error);
}

/**
 * cw_document_table_insert_info:
 * @connection: a connection to a new document
 * @info: what the document says of itself
 * @error: return location
 *
 * Like cw_document_table_insert(), for a document that has a UUID already.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_document_table_insert_info (CwConnection *connection, const CwDocumentInfo *info, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "INSERT INTO document (id, uuid, title, notice, created) VALUES (1, ?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "ssss", info->uuid, info->title, info->notice, info->created);

  return cw_statement_run (statement, error);
}

/**
 * cw_document_table_load:
 * @connection: any connection
 * @error: return location
 *
 * Returns: (transfer full): what the document says of itself, or %NULL with a #CwStoreError
 */
CwDocumentInfo *
cw_document_table_load (CwConnection *connection, GError **error)
{
  g_autoptr (CwDocumentInfo) info = g_new0 (CwDocumentInfo, 1);
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT uuid, title, notice, created FROM document", error);

  if (statement == NULL || !cw_statement_step (statement, error))
    return NULL;

  info->uuid = g_strdup (cw_statement_get_text (statement, 0));
  info->title = g_strdup (cw_statement_get_text (statement, 1));
  info->notice = g_strdup (cw_statement_get_text (statement, 2));
  info->created = g_strdup (cw_statement_get_text (statement, 3));

  /* A broken text fails here. */
  return cw_statement_run (statement, error) ? g_steal_pointer (&info) : NULL;
}
