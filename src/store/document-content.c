/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/document-content.h"

#include "store/coding-table.h"
#include "store/document-table.h"
#include "store/finding-mark-table.h"
#include "store/kept-filter-table.h"
#include "store/list-table.h"
#include "store/settlement-table.h"

static gboolean
take (GPtrArray **field, GPtrArray *loaded)
{
  if (loaded == NULL)
    return FALSE;

  g_ptr_array_unref (*field);
  *field = loaded;

  return TRUE;
}

/**
 * cw_document_content_load:
 * @connection: any connection, within a transaction where all is to be of one moment
 * @error: return location
 *
 * Reads all that a document holds but its mappings and its history.
 *
 * Returns: (transfer full): the content, or %NULL with a #CwStoreError
 */
CwDocumentContent *
cw_document_content_load (CwConnection *connection, GError **error)
{
  g_autoptr (CwDocumentContent) content = cw_document_content_new ();
  g_autoptr (CwDocumentInfo) info = cw_document_table_load (connection, error);

  if (info == NULL || !take (&content->lists, cw_list_table_load (connection, error)) ||
      !take (&content->codings, cw_coding_table_load (connection, error)) ||
      !take (&content->settlements, cw_settlement_table_load (connection, error)) ||
      !take (&content->marks, cw_finding_mark_table_load (connection, error)) ||
      !take (&content->filters, cw_kept_filter_table_load_definitions (connection, error)))
    return NULL;

  content->uuid = g_steal_pointer (&info->uuid);
  content->title = g_steal_pointer (&info->title);
  content->notice = g_steal_pointer (&info->notice);
  content->created = g_steal_pointer (&info->created);

  return g_steal_pointer (&content);
}

/**
 * cw_document_content_insert:
 * @connection: a connection to a new document, within a transaction
 * @content: what it is to hold
 * @error: return location
 *
 * Writes what nothing else has to be there for: what the document says of itself, its lists and its
 * codings. The codings get their ids; the lists are read back, and so have ids afterwards.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_document_content_insert (CwConnection *connection, CwDocumentContent *content, GError **error)
{
  const CwDocumentInfo info = { content->uuid, content->title, content->notice, content->created };

  if (!cw_document_table_insert_info (connection, &info, error))
    return FALSE;

  for (guint i = 0; i < content->lists->len; i++)
    {
      if (!cw_list_table_insert (connection, g_ptr_array_index (content->lists, i), error))
        return FALSE;
    }
  for (guint i = 0; i < content->codings->len; i++)
    {
      if (!cw_coding_table_insert (connection, g_ptr_array_index (content->codings, i), error))
        return FALSE;
    }

  return take (&content->lists, cw_list_table_load (connection, error));
}

/**
 * cw_document_content_insert_rest:
 * @connection: a connection to a new document, within a transaction
 * @content: what it is to hold; what names items has their ids
 * @error: return location
 *
 * Writes what is said of lists and mappings: settlements, marks and filters.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_document_content_insert_rest (CwConnection *connection,
                                 const CwDocumentContent *content,
                                 GError **error)
{
  for (guint i = 0; i < content->settlements->len; i++)
    {
      if (!cw_settlement_table_put (connection, g_ptr_array_index (content->settlements, i), error))
        return FALSE;
    }
  for (guint i = 0; i < content->marks->len; i++)
    {
      gboolean changed;

      if (!cw_finding_mark_table_insert (connection, g_ptr_array_index (content->marks, i),
                                         &changed, error))
        return FALSE;
    }
  for (guint i = 0; i < content->filters->len; i++)
    {
      if (!cw_kept_filter_table_insert_definition (connection,
                                                   g_ptr_array_index (content->filters, i), error))
        return FALSE;
    }

  return TRUE;
}
