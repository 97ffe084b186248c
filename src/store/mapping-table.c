/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-table.h"

#include "store/journal-private.h"
#include "store/mapping-row.h"

#include <glib/gi18n-lib.h>

/* Rows that one statement inserts: what a statement takes besides is then next to nothing. */
#define ROWS_AT_ONCE 32

/* The values of CW_MAPPING_COLUMNS from parameter @first on, and after them the id. */
static void
bind_mapping (CwStatement *statement, int first, gboolean with_id, const CwMapping *mapping)
{
  cw_statement_bind_from (statement, first,
                          with_id ? "itiiidttttttttttttittti" : "itiiidttttttttttttittt",
                          mapping->subject_id, cw_relation_to_key (mapping->relation),
                          mapping->object_id, mapping->object_list_id, (gint64) mapping->negated,
                          mapping->confidence, cw_status_to_key (mapping->status),
                          cw_absence_to_key (mapping->absence), mapping->rationale,
                          mapping->note_shared, mapping->note_subject, mapping->note_object,
                          mapping->citation, mapping->url, mapping->quotation, mapping->author,
                          mapping->created, mapping->modified, mapping->coding_id,
                          mapping->reviewer, mapping->reviewed, mapping->author_orcid, mapping->id);
}

static CwStatement *
prepare_insert (CwConnection *connection, guint n_rows, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO mapping (" CW_MAPPING_COLUMNS ") VALUES ");

  for (guint i = 0; i < n_rows; i++)
    {
      guint n = i * CW_N_MAPPING_COLUMNS;

      g_string_append_printf (sql,
                              "%s(?%u, ?%u, nullif (?%u, 0), nullif (?%u, 0), ?%u, "
                              "iif (?%u < 0, NULL, ?%u)",
                              i > 0 ? ", " : "", n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 6);
      for (guint j = 7; j <= CW_N_MAPPING_COLUMNS; j++)
        g_string_append_printf (sql, j == 19 ? ", nullif (?%u, 0)" : ", ?%u", n + j);
      g_string_append_c (sql, ')');
    }

  return cw_statement_new (connection, sql->str, error);
}

/* Within a transaction ids follow one another: each is one more than the greatest that was given. */
static gboolean
run_insert (CwConnection *connection,
            CwStatement *statement,
            CwMapping *const *mappings,
            guint n_mappings,
            GError **error)
{
  gint64 last_id;

  for (guint i = 0; i < n_mappings; i++)
    bind_mapping (statement, (int) (i * CW_N_MAPPING_COLUMNS) + 1, FALSE, mappings[i]);
  if (!cw_statement_run (statement, error))
    return FALSE;

  last_id = sqlite3_last_insert_rowid (connection->db);
  for (guint i = 0; i < n_mappings; i++)
    mappings[i]->id = last_id - (n_mappings - 1 - i);

  return TRUE;
}

/**
 * cw_mapping_table_insert:
 * @connection: a connection within a transaction
 * @mapping: a mapping; its id is set. One that has an id gets a new one
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_table_insert (CwConnection *connection, CwMapping *mapping, GError **error)
{
  g_autoptr (CwStatement) statement = prepare_insert (connection, 1, error);

  return statement != NULL && run_insert (connection, statement, &mapping, 1, error);
}

static gboolean
run_inserts (CwConnection *connection, gpointer user_data, GError **error)
{
  GPtrArray *mappings = user_data;
  CwMapping *const *all = (CwMapping *const *) mappings->pdata;
  g_autoptr (CwStatement) many = NULL;
  g_autoptr (CwStatement) one = prepare_insert (connection, 1, error);
  guint done = 0;

  if (one == NULL)
    return FALSE;
  if (mappings->len >= ROWS_AT_ONCE)
    {
      many = prepare_insert (connection, ROWS_AT_ONCE, error);
      if (many == NULL)
        return FALSE;
    }

  for (; done + ROWS_AT_ONCE <= mappings->len; done += ROWS_AT_ONCE)
    {
      if (!run_insert (connection, many, all + done, ROWS_AT_ONCE, error))
        return FALSE;
    }
  for (; done < mappings->len; done++)
    {
      if (!run_insert (connection, one, all + done, 1, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_mapping_table_insert_all:
 * @connection: a connection within a transaction, which is given up should this fail
 * @mappings: (element-type CwMapping): mappings; their ids are set
 * @error: return location
 *
 * Like cw_mapping_table_insert() for each of them, in few statements, and with one for all of them in
 * the journal.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_table_insert_all (CwConnection *connection, GPtrArray *mappings, GError **error)
{
  return mappings->len == 0 ||
         _cw_journal_insert_many (connection, "mapping", run_inserts, mappings, error);
}

static gboolean
fail_if_untouched (CwConnection *connection, GError **error)
{
  if (sqlite3_changes (connection->db) > 0)
    return TRUE;

  g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                       _ ("The mapping is not there any more"));

  return FALSE;
}

/**
 * cw_mapping_table_update:
 * @connection: a connection within a transaction
 * @mapping: a mapping with an id
 * @error: return location
 *
 * Writes every column.
 *
 * Returns: %FALSE with a #CwStoreError; %CW_STORE_ERROR_GONE where there is no such mapping
 */
gboolean
cw_mapping_table_update (CwConnection *connection, const CwMapping *mapping, GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "UPDATE mapping SET (" CW_MAPPING_COLUMNS ") = (?1, ?2, nullif (?3, 0), nullif (?4, 0), ?5, "
    "iif (?6 < 0, NULL, ?6), ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
    "nullif (?19, 0), ?20, ?21, ?22) WHERE id = ?23",
    error);

  if (statement == NULL)
    return FALSE;

  bind_mapping (statement, 1, TRUE, mapping);

  return cw_statement_run (statement, error) && fail_if_untouched (connection, error);
}

/**
 * cw_mapping_table_delete:
 * @connection: a connection within a transaction
 * @id: a mapping
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError; %CW_STORE_ERROR_GONE where there is no such mapping
 */
gboolean
cw_mapping_table_delete (CwConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "DELETE FROM mapping WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", id);

  return cw_statement_run (statement, error) && fail_if_untouched (connection, error);
}

/* Reads the one mapping a statement finds; %NULL without @error where it finds none. */
static CwMapping *
read_one (CwStatement *statement, GError **error)
{
  g_autoptr (CwMapping) mapping = NULL;

  if (!cw_statement_step (statement, error))
    return NULL;

  mapping = _cw_mapping_row_read (statement);

  /* A broken value fails here. */
  return cw_statement_run (statement, error) ? g_steal_pointer (&mapping) : NULL;
}

/**
 * cw_mapping_table_get:
 * @connection: any connection
 * @id: a mapping
 * @error: return location
 *
 * Returns: (transfer full): the mapping; %NULL with %CW_STORE_ERROR_GONE where there is none, or
 *   another #CwStoreError
 */
CwMapping *
cw_mapping_table_get (CwConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  CwMapping *mapping;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT id, " CW_MAPPING_COLUMNS " FROM mapping WHERE id = ?1",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "i", id);
  mapping = read_one (statement, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (mapping == NULL)
    g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                         _ ("The mapping is not there any more"));

  return mapping;
}

/**
 * cw_mapping_table_find_pair:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @a_id: an item
 * @b_id: another
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the first mapping that says that the two items relate,
 *   whichever of them is its subject; %NULL where there is none, or with a #CwStoreError
 */
CwMapping *
cw_mapping_table_find_pair (CwConnection *connection,
                            gint64 coding_id,
                            gint64 a_id,
                            gint64 b_id,
                            GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "SELECT id, " CW_MAPPING_COLUMNS " FROM mapping "
    "WHERE coding_id IS nullif (?3, 0) AND negated = 0 AND ((subject_id = ?1 AND object_id = ?2) "
    "OR (subject_id = ?2 AND object_id = ?1)) ORDER BY id LIMIT 1",
    error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "iii", a_id, b_id, coding_id);

  return read_one (statement, error);
}

/**
 * cw_mapping_table_find_absence:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @item_id: an item
 * @list_id: a list
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the finding that the item has no counterpart in the list;
 *   %NULL where there is none, or with a #CwStoreError
 */
CwMapping *
cw_mapping_table_find_absence (CwConnection *connection,
                               gint64 coding_id,
                               gint64 item_id,
                               gint64 list_id,
                               GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "SELECT id, " CW_MAPPING_COLUMNS
    " FROM mapping WHERE coding_id IS nullif (?3, 0) AND subject_id = ?1 AND object_list_id = ?2 ORDER BY id LIMIT 1",
    error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "iii", item_id, list_id, coding_id);

  return read_one (statement, error);
}

/**
 * cw_mapping_table_is_linked:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @item_id: an item
 * @list_id: a list
 * @linked: (out): whether a mapping that holds joins the item to one of the list
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_table_is_linked (CwConnection *connection,
                            gint64 coding_id,
                            gint64 item_id,
                            gint64 list_id,
                            gboolean *linked,
                            GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "SELECT EXISTS (SELECT 1 FROM mapping AS m JOIN item AS i "
    "ON i.id = iif (m.subject_id = ?1, m.object_id, m.subject_id) "
    "WHERE (m.subject_id = ?1 OR m.object_id = ?1) AND i.list_id = ?2 "
    "AND m.coding_id IS nullif (?3, 0) AND m.negated = 0 AND m.status <> 'rejected')",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "iii", item_id, list_id, coding_id);
  if (!cw_statement_step (statement, error))
    return FALSE;

  *linked = cw_statement_get_int (statement, 0) != 0;

  return cw_statement_run (statement, error);
}
