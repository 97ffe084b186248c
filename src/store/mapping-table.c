/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-table.h"

#include "store/mapping-row.h"

#include <glib/gi18n-lib.h>

static void
bind_mapping (CwStatement *statement, const CwMapping *mapping)
{
  cw_statement_bind (statement, "isiiidssssssssssssisssi", mapping->subject_id,
                     cw_relation_to_key (mapping->relation), mapping->object_id,
                     mapping->object_list_id, (gint64) mapping->negated, mapping->confidence,
                     cw_status_to_key (mapping->status), cw_absence_to_key (mapping->absence),
                     mapping->rationale, mapping->note_shared, mapping->note_subject,
                     mapping->note_object, mapping->citation, mapping->url, mapping->quotation,
                     mapping->author, mapping->created, mapping->modified, mapping->coding_id,
                     mapping->reviewer, mapping->reviewed, mapping->author_orcid, mapping->id);
}

static CwStatement *
prepare_insert (CwConnection *connection, GError **error)
{
  return cw_statement_new (
    connection,
    "INSERT INTO mapping (" CW_MAPPING_COLUMNS
    ") VALUES (?1, ?2, nullif (?3, 0), nullif (?4, 0), ?5, "
    "iif (?6 < 0, NULL, ?6), ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
    "nullif (?19, 0), ?20, ?21, ?22) RETURNING ?23",
    error);
}

static gboolean
run_insert (CwConnection *connection, CwStatement *statement, CwMapping *mapping, GError **error)
{
  bind_mapping (statement, mapping);
  if (!cw_statement_run (statement, error))
    return FALSE;

  mapping->id = sqlite3_last_insert_rowid (connection->db);

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
  g_autoptr (CwStatement) statement = prepare_insert (connection, error);

  return statement != NULL && run_insert (connection, statement, mapping, error);
}

/**
 * cw_mapping_table_insert_all:
 * @connection: a connection within a transaction
 * @mappings: (element-type CwMapping): mappings; their ids are set
 * @error: return location
 *
 * Like cw_mapping_table_insert() for each of them, with one statement.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_table_insert_all (CwConnection *connection, GPtrArray *mappings, GError **error)
{
  g_autoptr (CwStatement) statement = prepare_insert (connection, error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < mappings->len; i++)
    {
      if (!run_insert (connection, statement, g_ptr_array_index (mappings, i), error))
        return FALSE;
    }

  return TRUE;
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

  bind_mapping (statement, mapping);

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

#define LINK_COLUMNS \
  "m.id, m.subject_id, m.object_id, m.object_list_id, m.relation, m.status, m.negated"

static GArray *
collect_links (CwStatement *statement, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_autoptr (GError) local_error = NULL;

  while (cw_statement_step (statement, &local_error))
    {
      CwRelation relation = CW_RELATION_NONE;
      CwStatus status = CW_STATUS_DRAFT;
      CwLink link = {
        .id = cw_statement_get_int (statement, 0),
        .subject_id = cw_statement_get_int (statement, 1),
        .object_id = cw_statement_get_int (statement, 2),
        .object_list_id = cw_statement_get_int (statement, 3),
        .negated = cw_statement_get_int (statement, 6) != 0,
      };

      if (!cw_relation_from_key (cw_statement_get_text (statement, 4), &relation) ||
          !cw_status_from_key (cw_statement_get_text (statement, 5), &status))
        cw_statement_fail (statement, _ ("a mapping has an unknown relation or status"));
      link.relation = (guint8) relation;
      link.status = (guint8) status;
      g_array_append_val (links, link);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&links);
}

/* clang-format off */
/* The agreed mapping, where nearly all rows belong, is read without the index of the codings. */
#define AGREED "?3 = 0 AND m.coding_id IS NULL"
#define OF_CODING "m.coding_id = ?3"
/* near: lists of the subject, far: lists of the object, each with its rank on its side */
#define SIDES                                                      \
  "WITH l (id, rank) AS (SELECT value, key FROM json_each (?1)), " \
  "r (id, rank) AS (SELECT value, key FROM json_each (?2)) "
#define JOINS(scope, near, far)                                     \
  "FROM mapping AS m JOIN item AS s ON s.id = m.subject_id " \
  "LEFT JOIN item AS o ON o.id = m.object_id "               \
  "JOIN " near " AS n ON n.id = s.list_id "                  \
  "JOIN " far " AS f ON f.id = coalesce (o.list_id, m.object_list_id) " \
  "WHERE " scope " "
/* A mapping within lists that stand on both sides is read once, as it was made. */
#define UNLESS_BOTH_WAYS                        \
  "AND NOT (s.list_id IN (SELECT id FROM l) " \
  "AND coalesce (o.list_id, m.object_list_id) IN (SELECT id FROM r)) "
/* clang-format on */

/* clang-format off */
#define LINKS_SQL(scope)                                    \
  SIDES                                                     \
  "SELECT " LINK_COLUMNS " " JOINS (scope, "l", "r")        \
  "UNION ALL "                                              \
  "SELECT " LINK_COLUMNS " " JOINS (scope, "r", "l") UNLESS_BOTH_WAYS
/* clang-format on */

static void
bind_sides (CwStatement *statement, GArray *left_lists, GArray *right_lists, gint64 coding_id)
{
  /* The coding is the third parameter; the first two are set after it. */
  cw_statement_bind (statement, "nni", coding_id);
  cw_statement_bind_ids (statement, 1, (gpointer) left_lists->data, left_lists->len);
  cw_statement_bind_ids (statement, 2, (gpointer) right_lists->data, right_lists->len);
}

/**
 * cw_mapping_table_find_links:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left_lists: (element-type gint64): the lists on the left
 * @right_lists: (element-type gint64): the lists on the right
 * @error: return location
 *
 * Finds what is said between the two sides, whichever way round.
 *
 * Returns: (transfer full) (element-type CwLink): the links, or %NULL with a #CwStoreError
 */
GArray *
cw_mapping_table_find_links (CwConnection *connection,
                             gint64 coding_id,
                             GArray *left_lists,
                             GArray *right_lists,
                             GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, coding_id == 0 ? LINKS_SQL (AGREED) : LINKS_SQL (OF_CODING),
                      error);

  if (statement == NULL)
    return NULL;

  bind_sides (statement, left_lists, right_lists, coding_id);

  return collect_links (statement, error);
}

/* clang-format off */
#define COUNT_SQL(scope)                                                            \
  SIDES                                                                             \
  "SELECT (SELECT count(*) " JOINS (scope, "l", "r") ") + "                         \
  "(SELECT count(*) " JOINS (scope, "r", "l") UNLESS_BOTH_WAYS ")"
/* clang-format on */

/**
 * cw_mapping_table_count:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left_lists: (element-type gint64): the lists on the left
 * @right_lists: (element-type gint64): the lists on the right
 * @n_mappings: (out): how many mappings there are between the two sides
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_table_count (CwConnection *connection,
                        gint64 coding_id,
                        GArray *left_lists,
                        GArray *right_lists,
                        gint64 *n_mappings,
                        GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, coding_id == 0 ? COUNT_SQL (AGREED) : COUNT_SQL (OF_CODING),
                      error);

  if (statement == NULL)
    return FALSE;

  bind_sides (statement, left_lists, right_lists, coding_id);
  if (!cw_statement_step (statement, error))
    return FALSE;

  *n_mappings = cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}

/**
 * cw_mapping_table_find_links_of:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @item_id: an item
 * @error: return location
 *
 * Finds everything that is said of an item, in any list.
 *
 * Returns: (transfer full) (element-type CwLink): the links, or %NULL with a #CwStoreError
 */
GArray *
cw_mapping_table_find_links_of (CwConnection *connection,
                                gint64 coding_id,
                                gint64 item_id,
                                GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "SELECT " LINK_COLUMNS
    " FROM mapping AS m WHERE coding_id IS nullif (?2, 0) AND (subject_id = ?1 OR object_id = ?1) ORDER BY m.id",
    error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "ii", item_id, coding_id);

  return collect_links (statement, error);
}

/**
 * cw_mapping_table_find_links_of_coding:
 * @connection: any connection
 * @coding_id: a coding, or 0 for the agreed mapping
 * @error: return location
 *
 * Finds everything that a coding says.
 *
 * Returns: (transfer full) (element-type CwLink): the links, or %NULL with a #CwStoreError
 */
GArray *
cw_mapping_table_find_links_of_coding (CwConnection *connection, gint64 coding_id, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      coding_id == 0
                        ? "SELECT " LINK_COLUMNS
                          " FROM mapping AS m WHERE m.coding_id IS NULL AND ?1 = 0 ORDER BY m.id"
                        : "SELECT " LINK_COLUMNS
                          " FROM mapping AS m WHERE m.coding_id = ?1 ORDER BY m.id",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "i", coding_id);

  return collect_links (statement, error);
}

/* clang-format off */
#define STRENGTH                                                                                   \
  "CASE m.relation WHEN 'exact' THEN 1 WHEN 'close' THEN 2 WHEN 'broad' THEN 3 "                   \
  "WHEN 'narrow' THEN 3 WHEN 'overlap' THEN 5 WHEN 'related' THEN 6 ELSE 7 END"

/* Rows stand in the order of the left side; what has no item there comes after. */
#define VISIT_SQL(scope)                                                                                  \
  SIDES                                                                                            \
  "SELECT * FROM ("                                                                                \
  "SELECT m.id, " CW_MAPPING_COLUMNS ", 0, n.rank AS left_rank, s.position AS left_position, "                \
  "f.rank AS right_rank, o.position AS right_position, " STRENGTH " AS strength "                  \
  JOINS (scope, "l", "r")                                                                                 \
  "UNION ALL "                                                                                     \
  "SELECT m.id, " CW_MAPPING_COLUMNS ", 1, f.rank, o.position, n.rank, s.position, " STRENGTH " "             \
  JOINS (scope, "r", "l") UNLESS_BOTH_WAYS                                                                \
  ") ORDER BY left_position IS NULL, left_rank, left_position, strength, "                         \
  "confidence DESC, right_rank, right_position, 1 LIMIT ?4"
/* clang-format on */

/**
 * cw_mapping_table_visit:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left_lists: (element-type gint64): the lists on the left
 * @right_lists: (element-type gint64): the lists on the right
 * @visitor: (scope call): called for each mapping between the two sides, in the order of the left
 *   side, the strongest first
 * @user_data: for @visitor
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError, %G_IO_ERROR_CANCELLED, or the visitor's error
 */
gboolean
cw_mapping_table_visit (CwConnection *connection,
                        gint64 coding_id,
                        GArray *left_lists,
                        GArray *right_lists,
                        CwMappingVisitor visitor,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  return cw_mapping_table_visit_first (connection, coding_id, left_lists, right_lists, -1, visitor,
                                       user_data, cancellable, error);
}

/**
 * cw_mapping_table_visit_first:
 * @connection: any connection
 * @coding_id: the coding it is about, 0 for the agreed mapping
 * @left_lists: (element-type gint64): the lists on the left
 * @right_lists: (element-type gint64): the lists on the right
 * @limit: how many mappings at most, -1 for all
 * @visitor: (scope call): called for each, in the same order
 * @user_data: for @visitor
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Like cw_mapping_table_visit(), but stops early: the rest is not even sorted.
 *
 * Returns: %FALSE with a #CwStoreError, %G_IO_ERROR_CANCELLED, or the visitor's error
 */
gboolean
cw_mapping_table_visit_first (CwConnection *connection,
                              gint64 coding_id,
                              GArray *left_lists,
                              GArray *right_lists,
                              gint64 limit,
                              CwMappingVisitor visitor,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, coding_id == 0 ? VISIT_SQL (AGREED) : VISIT_SQL (OF_CODING),
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "nnii", coding_id, limit);
  cw_statement_bind_ids (statement, 1, (gpointer) left_lists->data, left_lists->len);
  cw_statement_bind_ids (statement, 2, (gpointer) right_lists->data, right_lists->len);
  while (cw_statement_step (statement, &local_error))
    {
      g_autoptr (CwMapping) mapping = _cw_mapping_row_read (statement);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!cw_statement_is_broken (statement) &&
          !visitor (mapping, cw_statement_get_int (statement, CW_N_MAPPING_COLUMNS + 1) != 0,
                    user_data, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}
