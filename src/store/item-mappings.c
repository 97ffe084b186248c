/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/item-mappings.h"

#include "store/statement.h"

/* What becomes of mappings when items go, become one, or become several. */

/* Every mapping that names one of the items on either end, or the list as one without counterpart. */
#define TOUCHED                                        \
  "(subject_id IN (SELECT id FROM temp.gone_item) OR " \
  "object_id IN (SELECT id FROM temp.gone_item) OR object_list_id = ?1)"

static gboolean
fill_items (CwConnection *connection, GArray *ids, GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!_cw_connection_exec (connection,
                            "CREATE TEMP TABLE IF NOT EXISTS gone_item (id INTEGER PRIMARY KEY); "
                            "DELETE FROM temp.gone_item;",
                            error))
    return FALSE;

  statement =
    cw_statement_new (connection, "INSERT OR IGNORE INTO temp.gone_item VALUES (?1)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      cw_statement_bind (statement, "i", g_array_index (ids, gint64, i));
      if (!cw_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_item_mappings_count:
 * @connection: any connection
 * @item_ids: (element-type gint64): items
 * @list_id: a list whose absences count too, or 0
 * @counts: (out caller-allocates): how many mappings name one of them
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_item_mappings_count (CwConnection *connection,
                        GArray *item_ids,
                        gint64 list_id,
                        CwMappingCounts *counts,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = NULL;

  *counts = (CwMappingCounts){ 0 };
  if (!fill_items (connection, item_ids, error))
    return FALSE;

  statement = cw_statement_new (connection,
                                "SELECT relation, count (*), total (status = 'reviewed') "
                                "FROM mapping WHERE " TOUCHED " GROUP BY relation",
                                error);
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", list_id);
  while (cw_statement_step (statement, &local_error))
    {
      CwRelation relation;
      guint n = (guint) cw_statement_get_int (statement, 1);

      if (!cw_relation_from_key (cw_statement_get_text (statement, 0), &relation))
        continue;
      counts->by_relation[relation] = n;
      counts->n_mappings += n;
      counts->n_reviewed += (guint) cw_statement_get_int (statement, 2);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_touched (CwConnection *connection,
             const char *sql,
             gint64 list_id,
             guint *n_changed,
             GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", list_id);
  if (!cw_statement_run (statement, error))
    return FALSE;
  *n_changed += (guint) sqlite3_changes (connection->db);

  return TRUE;
}

/**
 * cw_item_mappings_delete:
 * @connection: the writer, with a step open
 * @item_ids: (element-type gint64): items
 * @list_id: a list whose absences go too, or 0
 * @n_changed: (inout): grows by how many mappings were deleted
 * @error: return location
 *
 * Deletes every mapping that names one of the items, and what was settled about them.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_item_mappings_delete (CwConnection *connection,
                         GArray *item_ids,
                         gint64 list_id,
                         guint *n_changed,
                         GError **error)
{
  guint n_settled = 0;

  return fill_items (connection, item_ids, error) &&
         run_touched (connection, "DELETE FROM mapping WHERE " TOUCHED, list_id, n_changed,
                      error) &&
         run_touched (connection,
                      "DELETE FROM settlement WHERE ?1 IS NOT NULL AND "
                      "(item_id IN (SELECT id FROM temp.gone_item) OR "
                      "other_id IN (SELECT id FROM temp.gone_item))",
                      list_id, &n_settled, error);
}

static gboolean
run_pair (CwConnection *connection,
          const char *sql,
          gint64 from_id,
          gint64 to_id,
          const char *now,
          GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "iis", from_id, to_id, now);

  return cw_statement_run (statement, error);
}

static gboolean
run_pairs (CwConnection *connection,
           const char *const *statements,
           guint n_statements,
           gint64 from_id,
           gint64 to_id,
           const char *now,
           GError **error)
{
  for (guint i = 0; i < n_statements; i++)
    {
      if (!run_pair (connection, statements[i], from_id, to_id, now, error))
        return FALSE;
    }

  return TRUE;
}

/* A mapping of the one that goes (m) says what one of the other (k) says already: of the same item or
 * list, in the same coding, the same relation, whichever way round it was made. */
#define OTHER_END(m, id) "iif (" m ".subject_id = " id ", " m ".object_id, " m ".subject_id)"
#define READ_FROM(m, id)                                    \
  "iif (" m ".subject_id = " id ", " m ".relation, CASE " m \
  ".relation WHEN 'broad' THEN 'narrow' "                   \
  "WHEN 'narrow' THEN 'broad' ELSE " m ".relation END)"
#define DROP_SAME                                                                              \
  "DELETE FROM mapping AS m WHERE (m.subject_id = ?1 OR m.object_id = ?1) AND ?3 IS NOT NULL " \
  "AND EXISTS (SELECT 1 FROM mapping AS k WHERE (k.subject_id = ?2 OR k.object_id = ?2) "      \
  "AND k.id <> m.id AND " OTHER_END ("k", "?2") " IS " OTHER_END (                             \
    "m", "?1") " AND k.object_list_id IS m.object_list_id AND k.coding_id IS m.coding_id "     \
               "AND k.negated = m.negated AND " READ_FROM ("k", "?2") " = " READ_FROM ("m",    \
                                                                                       "?1") ")"

/* What is linked in a list has a counterpart there after all. */
#define DROP_ABSENCES                                                                       \
  "DELETE FROM mapping AS a WHERE a.subject_id = ?2 AND a.relation = 'none' "               \
  "AND ?1 <> 0 AND ?3 IS NOT NULL AND EXISTS (SELECT 1 FROM mapping AS m JOIN item AS far " \
  "ON far.id = " OTHER_END (                                                                \
    "m", "?2") " WHERE (m.subject_id = ?2 OR m.object_id = ?2) "                            \
               "AND m.relation <> 'none' AND m.negated = 0 AND m.status <> 'rejected' "     \
               "AND m.coding_id IS a.coding_id AND far.list_id = a.object_list_id)"

/* A review belongs to the ends it saw. */
#define ASK_AGAIN                                                          \
  "UPDATE mapping SET status = 'proposed', reviewer = '', reviewed = '', " \
  "modified = ?3 WHERE status = 'reviewed' AND ?2 IS NOT NULL AND "        \
  "(subject_id = ?1 OR object_id = ?1)"

#define MOVE(column) "UPDATE mapping SET " column " = ?2, modified = ?3 WHERE " column " = ?1"

/**
 * cw_item_mappings_move:
 * @connection: the writer, with a step open
 * @from_id: the item that goes
 * @to_id: the item it becomes one with
 * @now: the time, ISO 8601 in UTC
 * @n_unreviewed: (inout): grows by how many reviewed mappings are proposed now
 * @error: return location
 *
 * Makes all that is said of an item to be said of another. What would then be said twice is
 * dropped, and so is what joins the two, and an absence in a list where the other is linked. A
 * review belongs to the ends it saw.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_item_mappings_move (CwConnection *connection,
                       gint64 from_id,
                       gint64 to_id,
                       const char *now,
                       guint *n_unreviewed,
                       GError **error)
{
  static const char *const drops[] = {
    "DELETE FROM mapping WHERE ?3 IS NOT NULL AND "
    "((subject_id = ?1 AND object_id = ?2) OR (subject_id = ?2 AND object_id = ?1))",
    DROP_SAME,
  };
  static const char *const moves[] = {
    MOVE ("subject_id"),
    MOVE ("object_id"),
    DROP_ABSENCES,
    "INSERT OR IGNORE INTO settlement (item_id, other_id, reason, author, made) "
    "SELECT min (far, ?2), max (far, ?2), reason, author, made FROM "
    "(SELECT iif (item_id = ?1, other_id, item_id) AS far, reason, author, made FROM settlement "
    "WHERE (item_id = ?1 OR other_id = ?1) AND ?3 IS NOT NULL) WHERE far <> ?2",
    "DELETE FROM settlement WHERE (item_id = ?1 OR other_id = ?1) AND ?2 <> 0 AND ?3 IS NOT NULL",
  };

  return run_pairs (connection, drops, G_N_ELEMENTS (drops), from_id, to_id, now, error) &&
         cw_item_mappings_ask_again (connection, from_id, now, n_unreviewed, error) &&
         run_pairs (connection, moves, G_N_ELEMENTS (moves), from_id, to_id, now, error);
}

/**
 * cw_item_mappings_ask_again:
 * @connection: the writer, with a step open
 * @item_id: an item that is another thing now
 * @now: the time, ISO 8601 in UTC
 * @n_unreviewed: (inout): grows by how many mappings that is
 * @error: return location
 *
 * What was reviewed of the item is proposed again.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_item_mappings_ask_again (CwConnection *connection,
                            gint64 item_id,
                            const char *now,
                            guint *n_unreviewed,
                            GError **error)
{
  if (!run_pair (connection, ASK_AGAIN, item_id, 0, now, error))
    return FALSE;
  *n_unreviewed += (guint) sqlite3_changes (connection->db);

  return TRUE;
}

/**
 * cw_item_mappings_copy:
 * @connection: the writer, with a step open
 * @from_id: an item
 * @to_id: an item of the same list
 * @author: who makes the copies
 * @author_orcid: who that is, as an ORCID iD; may be empty
 * @now: the time, ISO 8601 in UTC
 * @error: return location
 *
 * Says of an item what is said of another: as drafts, or as proposed where it was reviewed. What was
 * rejected is not said again.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_item_mappings_copy (CwConnection *connection,
                       gint64 from_id,
                       gint64 to_id,
                       const char *author,
                       const char *author_orcid,
                       const char *now,
                       GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "INSERT INTO mapping (subject_id, relation, object_id, object_list_id, negated, confidence, "
    "status, absence, rationale, note_shared, note_subject, note_object, citation, url, "
    "quotation, author, created, modified, coding_id, author_orcid) "
    "SELECT iif (subject_id = ?1, ?2, subject_id), relation, iif (object_id = ?1, ?2, object_id), "
    "object_list_id, negated, confidence, "
    "iif (status = 'reviewed', 'proposed', 'draft'), absence, rationale, "
    "note_shared, note_subject, note_object, citation, url, quotation, ?3, ?5, ?5, coding_id, ?4 "
    "FROM mapping WHERE (subject_id = ?1 OR object_id = ?1) AND status <> 'rejected' "
    "AND subject_id <> ?2 AND object_id IS NOT ?2 ORDER BY id",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "iisss", from_id, to_id, author, author_orcid, now);

  return cw_statement_run (statement, error);
}
