/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include "store/mapping-row.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

static gboolean
finish (GError **local_error, GError **error)
{
  if (*local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (local_error));

  return FALSE;
}

/**
 * cw_history_find:
 * @connection: any connection
 * @author: (nullable): only the steps of one author
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwHistoryKey): the steps of the journal, the newest first;
 *   or %NULL with a #CwStoreError
 */
GArray *
cw_history_find (CwConnection *connection, const char *author, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (CwHistoryKey));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT id, coalesce (CAST (strftime ('%s', made) AS INTEGER), 0) FROM step "
                      "WHERE ?1 IS NULL OR author = ?1 ORDER BY id DESC",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "s", author);
  while (cw_statement_step (statement, &local_error))
    {
      CwHistoryKey key = { cw_statement_get_int (statement, 0),
                           cw_statement_get_int (statement, 1) };

      g_array_append_val (keys, key);
    }

  return finish (&local_error, error) ? g_steal_pointer (&keys) : NULL;
}

/**
 * cw_history_find_authors:
 * @connection: any connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): who made a step, by name; or %NULL with a
 *   #CwStoreError
 */
GPtrArray *
cw_history_find_authors (CwConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT DISTINCT author FROM step ORDER BY author", error);

  if (statement == NULL)
    return NULL;

  while (cw_statement_step (statement, &local_error))
    g_ptr_array_add (authors, g_strdup (cw_statement_get_text (statement, 0)));

  return finish (&local_error, error) ? g_steal_pointer (&authors) : NULL;
}

static CwHistoryStep *
read_step (CwStatement *statement)
{
  CwHistoryAction action = CW_HISTORY_EDIT;
  CwHistoryState state = CW_HISTORY_DONE;
  CwStepKind kind = CW_STEP_LINK;

  if (!cw_history_action_from_key (cw_statement_get_text (statement, 1), &action) ||
      !cw_history_state_from_key (cw_statement_get_text (statement, 2), &state) ||
      !cw_step_kind_from_key (cw_statement_get_text (statement, 4), &kind))
    cw_statement_fail (statement, _ ("its journal has a step of an unknown kind"));

  return cw_history_step_new (cw_statement_get_int (statement, 0), action, state,
                              cw_statement_get_int (statement, 3),
                              cw_step_new (kind, cw_statement_get_text (statement, 5),
                                           cw_statement_get_text (statement, 6),
                                           (guint) cw_statement_get_int (statement, 7)),
                              cw_statement_get_text (statement, 8),
                              cw_statement_get_text (statement, 9));
}

/**
 * cw_history_load:
 * @connection: any connection
 * @ids: (array length=n_ids): steps
 * @n_ids: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwHistoryStep): those of the steps that are there, the
 *   newest first; or %NULL with a #CwStoreError
 */
GPtrArray *
cw_history_load (CwConnection *connection, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_history_step_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT id, action, state, target_id, kind, subject, object, n_rows, author, "
                      "made FROM step WHERE id IN (SELECT value FROM json_each (?1)) "
                      "ORDER BY id DESC",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind_ids (statement, 1, ids, n_ids);
  while (cw_statement_step (statement, &local_error))
    g_ptr_array_add (steps, read_step (statement));

  return finish (&local_error, error) ? g_steal_pointer (&steps) : NULL;
}

/* The journal holds what stood before each change. In a step that touched a row several times, the
 * first image is what stood before the step. What stood after it is what stood before the next step
 * that touched the row, or, where there is none, what stands there now. An image of an insertion
 * (op i) says that no row stood there.
 *
 * changed: the changes that are asked for, with the seq of the image after each; NULL for now. */
#define CHANGED(where)                                                                   \
  "WITH changed AS MATERIALIZED (SELECT c.seq, c.row_id, c.step_id, c.op, "              \
  "(SELECT n.seq FROM change_mapping AS n WHERE n.row_id = c.row_id AND n.step_id > "    \
  "c.step_id ORDER BY n.step_id, n.seq LIMIT 1) AS next FROM change_mapping AS c WHERE " \
  "c.seq = (SELECT min (d.seq) FROM change_mapping AS d WHERE d.step_id = c.step_id "    \
  "AND d.row_id = c.row_id) AND " where ") "
#define IMAGES                                                                            \
  "SELECT row_id, " CW_MAPPING_COLUMNS ", step, after FROM ("                             \
  "SELECT i.*, c.step_id AS step, 0 AS after FROM changed AS c JOIN change_mapping AS i " \
  "ON i.seq = c.seq WHERE c.op <> 'i' "                                                   \
  "UNION ALL SELECT i.*, c.step_id, 1 FROM changed AS c JOIN change_mapping AS i "        \
  "ON i.seq = c.next WHERE i.op <> 'i') "                                                 \
  "UNION ALL SELECT m.id, " CW_MAPPING_COLUMNS ", c.step_id, 1 FROM changed AS c "        \
  "JOIN mapping AS m ON m.id = c.row_id WHERE c.next IS NULL "

static void
add_image (GPtrArray *changes, CwMapping *image, gint64 step_id, gboolean after)
{
  CwMappingChange *last = changes->len > 0 ? g_ptr_array_index (changes, changes->len - 1) : NULL;

  if (last == NULL || last->step_id != step_id || last->mapping_id != image->id)
    {
      last = g_new0 (CwMappingChange, 1);
      last->step_id = step_id;
      last->mapping_id = image->id;
      g_ptr_array_add (changes, last);
    }
  if (after)
    last->after = image;
  else
    last->before = image;
}

/* Images of one change follow one another. */
static GPtrArray *
collect_changes (CwStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_change_free);
  g_autoptr (GError) local_error = NULL;

  while (cw_statement_step (statement, &local_error))
    add_image (changes, _cw_mapping_row_read (statement),
               cw_statement_get_int (statement, CW_N_MAPPING_COLUMNS + 1),
               cw_statement_get_int (statement, CW_N_MAPPING_COLUMNS + 2) != 0);

  return finish (&local_error, error) ? g_steal_pointer (&changes) : NULL;
}

static gboolean
count_changes (CwConnection *connection, gint64 step_id, guint *n_changes, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT count (DISTINCT row_id) FROM change_mapping WHERE step_id = ?1",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", step_id);
  if (!cw_statement_step (statement, error))
    return FALSE;

  *n_changes = (guint) cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}

/**
 * cw_history_load_changes:
 * @connection: any connection
 * @step_id: a step
 * @limit: how many changes to read at most
 * @n_changes: (out): how many mappings the step touched
 * @error: return location
 *
 * Reads what a step did to mappings, before and after. A mapping that the step both made and
 * deleted is counted but not read.
 *
 * Returns: (transfer full) (element-type CwMappingChange): the changes, by mapping; or %NULL with a
 *   #CwStoreError
 */
GPtrArray *
cw_history_load_changes (CwConnection *connection,
                         gint64 step_id,
                         guint limit,
                         guint *n_changes,
                         GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (!count_changes (connection, step_id, n_changes, error))
    return NULL;

  statement = cw_statement_new (connection,
                                CHANGED ("c.step_id = ?1 ORDER BY c.row_id LIMIT ?2") IMAGES
                                "ORDER BY 1, after",
                                error);
  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "ii", step_id, (gint64) limit);

  return collect_changes (statement, error);
}

/**
 * cw_history_load_changes_of:
 * @connection: any connection
 * @mapping_id: a mapping, which need not be there any more
 * @before_step: only changes before this step; 0 for all
 * @limit: how many changes to read at most
 * @error: return location
 *
 * Reads what was done to a mapping, before and after.
 *
 * Returns: (transfer full) (element-type CwMappingChange): the changes, the newest first; or %NULL
 *   with a #CwStoreError
 */
GPtrArray *
cw_history_load_changes_of (CwConnection *connection,
                            gint64 mapping_id,
                            gint64 before_step,
                            guint limit,
                            GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      CHANGED ("c.row_id = ?1 AND (?2 = 0 OR c.step_id < ?2) "
                               "ORDER BY c.step_id DESC LIMIT ?3") IMAGES
                      "ORDER BY step DESC, after",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "iii", mapping_id, before_step, (gint64) limit);

  return collect_changes (statement, error);
}

/**
 * cw_history_count_from:
 * @connection: any connection
 * @step_id: an edit
 * @n_steps: (out): how many edits hold from it on, itself included; 0 where it does not hold
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_history_count_from (CwConnection *connection, gint64 step_id, guint *n_steps, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT count (*) FROM step WHERE action = 'edit' AND state = 'done' "
                      "AND id >= ?1 AND EXISTS (SELECT 1 FROM step WHERE id = ?1 "
                      "AND action = 'edit' AND state = 'done')",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", step_id);
  if (!cw_statement_step (statement, error))
    return FALSE;

  *n_steps = (guint) cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}
