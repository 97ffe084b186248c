/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-table.h"

#include "store/mapping-row.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* What is said between two sides: counted, as links, or row by row. */

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

/* Rows stand in the order of the left side; what has no item there comes after. Only what they are
 * sorted by is sorted, and the row is read when its turn comes: its texts are most of it. */
#define VISIT_SQL(scope)                                                                                  \
  SIDES                                                                                            \
  "SELECT id, inverted FROM ("                                                                      \
  "SELECT m.id, 0 AS inverted, m.confidence, n.rank AS left_rank, s.position AS left_position, "                \
  "f.rank AS right_rank, o.position AS right_position, " STRENGTH " AS strength "                  \
  JOINS (scope, "l", "r")                                                                                 \
  "UNION ALL "                                                                                     \
  "SELECT m.id, 1, m.confidence, f.rank, o.position, n.rank, s.position, " STRENGTH " "             \
  JOINS (scope, "r", "l") UNLESS_BOTH_WAYS                                                                \
  ") ORDER BY left_position IS NULL, left_rank, left_position, strength, "                         \
  "confidence DESC, right_rank, right_position, id LIMIT ?4"
/* clang-format on */

#define ROW_SQL "SELECT id, " CW_MAPPING_COLUMNS " FROM mapping WHERE id = ?1"

static gboolean
visit_row (CwStatement *statement,
           gint64 id,
           gboolean inverted,
           CwMappingVisitor visitor,
           gpointer user_data,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwMapping) mapping = NULL;

  cw_statement_bind (statement, "i", id);
  if (cw_statement_step (statement, &local_error))
    mapping = _cw_mapping_row_read (statement);
  /* A broken value fails here. */
  if (local_error != NULL || !cw_statement_run (statement, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return mapping == NULL || visitor (mapping, inverted, user_data, error);
}

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
  g_autoptr (CwStatement) row =
    statement != NULL ? cw_statement_new (connection, ROW_SQL, error) : NULL;

  if (row == NULL)
    return FALSE;

  cw_statement_bind (statement, "nnii", coding_id, limit);
  cw_statement_bind_ids (statement, 1, (gpointer) left_lists->data, left_lists->len);
  cw_statement_bind_ids (statement, 2, (gpointer) right_lists->data, right_lists->len);
  /* As long as the first statement runs, the second sees what it saw. */
  while (cw_statement_step (statement, &local_error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !visit_row (row, cw_statement_get_int (statement, 0),
                      cw_statement_get_int (statement, 1) != 0, visitor, user_data, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}
