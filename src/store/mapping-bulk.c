/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-bulk.h"

#include "store/statement.h"

/* Many mappings at once, each with one statement however many there are. Which ones stands in a
 * temporary table. */

static gboolean
fill_chosen (CwConnection *connection, GArray *ids, GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!_cw_connection_exec (connection,
                            "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY); "
                            "DELETE FROM temp.chosen;",
                            error))
    return FALSE;

  statement = cw_statement_new (connection, "INSERT OR IGNORE INTO temp.chosen VALUES (?1)", error);
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

static gboolean
run_and_count (CwConnection *connection, CwStatement *statement, guint *n_changed, GError **error)
{
  if (!cw_statement_run (statement, error))
    return FALSE;

  *n_changed += (guint) sqlite3_changes (connection->db);

  return TRUE;
}

static gboolean
count_unreviewed (CwConnection *connection,
                  CwRelation relation,
                  guint *n_unreviewed,
                  GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT count (*) FROM mapping WHERE id IN (SELECT id FROM temp.chosen) "
                      "AND status = 'reviewed' AND relation <> 'none' AND relation <> ?1",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", cw_relation_to_key (relation));
  if (!cw_statement_step (statement, error))
    return FALSE;

  *n_unreviewed += (guint) cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}

/* What is not to be set is NULL: relation ?1, status ?2, author ?3 with ORCID iD ?7; confidence ?5
 * is to be set where ?4. A review belongs to the relation it saw, and to who gave it (?8); an
 * absence has no relation to change. */
#define NEW_STATUS                                                                      \
  "CASE WHEN ?2 IS NOT NULL THEN ?2 "                                                   \
  "WHEN status = 'reviewed' AND relation <> 'none' AND relation <> ?1 THEN 'proposed' " \
  "ELSE status END"
#define IF_JUDGED(value, old)                       \
  "CASE WHEN " NEW_STATUS " = status THEN " old " " \
  "WHEN " NEW_STATUS " IN ('reviewed', 'disputed', 'rejected') THEN " value " ELSE '' END"
#define PATCH                                                                                         \
  "UPDATE mapping SET relation = iif (relation = 'none', relation, coalesce (?1, relation)), "        \
  "status = " NEW_STATUS ", "                                                                         \
  "reviewer = " IF_JUDGED ("?8", "reviewer") ", reviewed = " IF_JUDGED (                              \
    "?6",                                                                                             \
    "reviewed") ", "                                                                                  \
                "author = coalesce (?3, author), author_orcid = iif (?3 IS NULL, author_orcid, ?7), " \
                "confidence = iif (?4, iif (?5 < 0, NULL, ?5), confidence), "                         \
                "modified = ?6 "                                                                      \
                "WHERE id IN (SELECT id FROM temp.chosen) AND "                                       \
                "((relation <> 'none' AND relation <> ?1) OR status <> ?2 OR author <> ?3 "           \
                "OR (?4 AND confidence IS NOT iif (?5 < 0, NULL, ?5)))"

/**
 * cw_mapping_bulk_patch:
 * @connection: the writer, with a step open
 * @ids: (element-type gint64): mappings
 * @values: where the new values come from
 * @fields: which of relation, status, confidence and author to take
 * @reviewer: who does it
 * @now: the time, ISO 8601 in UTC
 * @n_changed: (inout): grows by how many mappings are others now
 * @n_unreviewed: (inout): grows by how many were reviewed and are proposed now
 * @error: return location
 *
 * Sets the same value in many mappings. A reviewed mapping whose relation changes goes back to
 * proposed.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_bulk_patch (CwConnection *connection,
                       GArray *ids,
                       const CwMapping *values,
                       CwMappingFields fields,
                       const char *reviewer,
                       const char *now,
                       guint *n_changed,
                       guint *n_unreviewed,
                       GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!fill_chosen (connection, ids, error))
    return FALSE;
  if ((fields & CW_MAPPING_RELATION) && !(fields & CW_MAPPING_STATUS) &&
      !count_unreviewed (connection, values->relation, n_unreviewed, error))
    return FALSE;

  statement = cw_statement_new (connection, PATCH, error);
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "sssidsss",
                     (fields & CW_MAPPING_RELATION) ? cw_relation_to_key (values->relation) : NULL,
                     (fields & CW_MAPPING_STATUS) ? cw_status_to_key (values->status) : NULL,
                     (fields & CW_MAPPING_AUTHOR) ? values->author : NULL,
                     (gint64) ((fields & CW_MAPPING_CONFIDENCE) != 0), values->confidence, now,
                     values->author_orcid, reviewer);

  return run_and_count (connection, statement, n_changed, error);
}

/**
 * cw_mapping_bulk_swap:
 * @connection: the writer, with a step open
 * @ids: (element-type gint64): mappings
 * @now: the time, ISO 8601 in UTC
 * @n_changed: (inout): grows by how many were turned round
 * @error: return location
 *
 * Exchanges the two ends of many mappings, so that each says the same read the other way round.
 * Absences stay.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_bulk_swap (CwConnection *connection,
                      GArray *ids,
                      const char *now,
                      guint *n_changed,
                      GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!fill_chosen (connection, ids, error))
    return FALSE;

  statement = cw_statement_new (
    connection,
    "UPDATE mapping SET subject_id = object_id, object_id = subject_id, "
    "note_subject = note_object, note_object = note_subject, modified = ?1, "
    "relation = CASE relation WHEN 'broad' THEN 'narrow' WHEN 'narrow' THEN 'broad' "
    "ELSE relation END "
    "WHERE id IN (SELECT id FROM temp.chosen) AND relation <> 'none'",
    error);
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", now);

  return run_and_count (connection, statement, n_changed, error);
}

/**
 * cw_mapping_bulk_duplicate:
 * @connection: the writer, with a step open
 * @ids: (element-type gint64): mappings
 * @author: who makes the copies
 * @author_orcid: who that is, as an ORCID iD; may be empty
 * @now: the time, ISO 8601 in UTC
 * @n_changed: (inout): grows by how many were made
 * @error: return location
 *
 * Makes a draft of each mapping, with the same content.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_bulk_duplicate (CwConnection *connection,
                           GArray *ids,
                           const char *author,
                           const char *author_orcid,
                           const char *now,
                           guint *n_changed,
                           GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!fill_chosen (connection, ids, error))
    return FALSE;

  statement = cw_statement_new (
    connection,
    "INSERT INTO mapping (subject_id, relation, object_id, object_list_id, negated, confidence, "
    "status, absence, rationale, note_shared, note_subject, note_object, citation, url, "
    "quotation, author, created, modified, coding_id, author_orcid) "
    "SELECT subject_id, relation, object_id, object_list_id, negated, confidence, 'draft', "
    "absence, rationale, note_shared, note_subject, note_object, citation, url, quotation, ?1, "
    "?2, ?2, coding_id, ?3 FROM mapping WHERE id IN (SELECT id FROM temp.chosen) ORDER BY id",
    error);
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "sss", author, now, author_orcid);

  return run_and_count (connection, statement, n_changed, error);
}

/**
 * cw_mapping_bulk_delete:
 * @connection: the writer, with a step open
 * @ids: (element-type gint64): mappings
 * @n_changed: (inout): grows by how many were deleted
 * @error: return location
 *
 * Deletes those of the mappings that are there.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_bulk_delete (CwConnection *connection, GArray *ids, guint *n_changed, GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!fill_chosen (connection, ids, error))
    return FALSE;

  statement =
    cw_statement_new (connection, "DELETE FROM mapping WHERE id IN (SELECT id FROM temp.chosen)",
                      error);

  return statement != NULL && run_and_count (connection, statement, n_changed, error);
}
