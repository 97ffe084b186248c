/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal.h"

#include "store/journal-others.h"
#include "store/journal-private.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* All that a document holds but the journal itself. Rows of a table may only name rows of tables
 * before it, or of itself. */
const char *const _cw_journal_tables[] = {
  "document", "coding",  "list",       "list_text",    "item",        "label",
  "figure",   "mapping", "settlement", "finding_mark", "kept_filter",
};

const guint _cw_journal_n_tables = G_N_ELEMENTS (_cw_journal_tables);

/* The columns of a table but for its id, as "prefix a, prefix b". */
static char *
list_columns (CwConnection *connection, const char *table, const char *format, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT name FROM pragma_table_info (?1) WHERE name <> 'id'",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind (statement, "s", table);
  while (cw_statement_step (statement, &local_error))
    {
      g_auto (GStrv) parts = g_strsplit (format, "*", -1);
      g_autofree char *column = g_strjoinv (cw_statement_get_text (statement, 0), parts);

      if (columns->len > 0)
        g_string_append (columns, ", ");
      g_string_append (columns, column);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static gboolean
attach_table (CwConnection *connection, const char *table, GError **error)
{
  g_autofree char *plain = list_columns (connection, table, "*", error);
  g_autofree char *old = plain != NULL ? list_columns (connection, table, "OLD.*", error) : NULL;
  g_autofree char *sql = NULL;

  if (old == NULL)
    return FALSE;

  sql = g_strdup_printf ("CREATE TEMP TRIGGER journal_%1$s_update AFTER UPDATE ON main.%1$s BEGIN "
                         "INSERT INTO change_%1$s (step_id, op, row_id, %2$s) "
                         "SELECT id, 'u', OLD.id, %3$s FROM current_step; END; "
                         "CREATE TEMP TRIGGER journal_%1$s_delete AFTER DELETE ON main.%1$s BEGIN "
                         "INSERT INTO change_%1$s (step_id, op, row_id, %2$s) "
                         "SELECT id, 'd', OLD.id, %3$s FROM current_step; END;",
                         table, plain, old);

  return _cw_journal_attach_inserts (connection, table, error) &&
         _cw_connection_exec (connection, sql, error);
}

/* Makes the triggers that write before-images. They live on this connection, not in the file. */
gboolean
_cw_journal_attach (CwConnection *connection, GError **error)
{
  if (!_cw_connection_exec (connection, "CREATE TEMP TABLE current_step (id INTEGER NOT NULL)",
                            error))
    return FALSE;

  for (guint i = 0; i < _cw_journal_n_tables; i++)
    {
      if (!attach_table (connection, _cw_journal_tables[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
open_step (CwConnection *connection, gint64 step_id, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "INSERT INTO temp.current_step VALUES (?1)", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", step_id);

  return cw_statement_run (statement, error);
}

static gboolean
insert_step (CwConnection *connection,
             const char *action,
             gint64 target_id,
             const CwStep *step,
             const CwJournalStamp *stamp,
             GError **error)
{
  g_autoptr (CwStatement) statement = cw_statement_new (
    connection,
    "INSERT INTO step (action, target_id, state, kind, subject, object, n_rows, author, made, "
    "author_orcid) "
    "VALUES (?1, nullif (?2, 0), 'done', ?3, ?4, ?5, ?6, ?7, ?8, coalesce (?9, ''))",
    error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "sisssisss", action, target_id, cw_step_kind_to_key (step->kind),
                     step->subject, step->object, (gint64) step->n_rows, stamp->author, stamp->time,
                     stamp->orcid);

  return cw_statement_run (statement, error) &&
         open_step (connection, sqlite3_last_insert_rowid (connection->db), error);
}

/**
 * cw_journal_begin:
 * @connection: the writer
 * @step: what the step is called
 * @stamp: who and when
 * @error: return location
 *
 * Begins an edit: what is written until cw_journal_commit() is one transaction and one undoable
 * step. Steps that were undone can no longer be redone; they stay in the journal.
 *
 * Returns: %FALSE with a #CwStoreError, and no transaction open
 */
gboolean
cw_journal_begin (CwConnection *connection,
                  const CwStep *step,
                  const CwJournalStamp *stamp,
                  GError **error)
{
  if (!_cw_connection_begin (connection, error))
    return FALSE;

  if (_cw_connection_exec (connection,
                           "PRAGMA defer_foreign_keys = ON; "
                           "UPDATE step SET state = 'dropped' "
                           "WHERE action = 'edit' AND state = 'undone';",
                           error) &&
      insert_step (connection, "edit", 0, step, stamp, error))
    return TRUE;

  _cw_connection_rollback (connection);

  return FALSE;
}

/**
 * cw_journal_name:
 * @connection: the writer, with a step open
 * @step: what the step turned out to be
 * @error: return location
 *
 * Gives the open step another name than it began with.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_journal_name (CwConnection *connection, const CwStep *step, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "UPDATE step SET kind = ?1, subject = ?2, object = ?3, n_rows = ?4 "
                      "WHERE id = (SELECT id FROM temp.current_step)",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "sssi", cw_step_kind_to_key (step->kind), step->subject,
                     step->object, (gint64) step->n_rows);

  return cw_statement_run (statement, error);
}

/* The mappings that the open step has touched so far. */
gboolean
_cw_journal_collect (CwConnection *connection, GArray *ids, GError **error)
{
  g_autoptr (CwStatement) statement = NULL;

  if (ids == NULL)
    return TRUE;

  statement =
    cw_statement_new (connection,
                      "SELECT DISTINCT row_id FROM change_mapping "
                      "WHERE step_id = (SELECT id FROM temp.current_step) ORDER BY row_id",
                      error);

  return statement != NULL && cw_statement_collect_ids (statement, ids, error);
}

/**
 * cw_journal_commit:
 * @connection: the writer, with a step open
 * @mapping_ids: (nullable) (element-type gint64): the mappings it touched are added here
 * @error: return location
 *
 * Returns: %TRUE once the step is on disk; %FALSE with a #CwStoreError and nothing of it done
 */
gboolean
cw_journal_commit (CwConnection *connection, GArray *mapping_ids, GError **error)
{
  if (!_cw_journal_collect (connection, mapping_ids, error) ||
      !_cw_connection_exec (connection, "DELETE FROM temp.current_step", error))
    {
      _cw_connection_rollback (connection);
      return FALSE;
    }

  return _cw_connection_commit (connection, error);
}

/**
 * cw_journal_rollback:
 * @connection: the writer
 *
 * Gives the open step up; the document stands as before it.
 */
void
cw_journal_rollback (CwConnection *connection)
{
  _cw_connection_rollback (connection);
}

/* The last edit that holds is the next to undo; the first of those undone the next to redo. */
#define UNDO_SQL                                        \
  "SELECT id, kind, subject, object, n_rows FROM step " \
  "WHERE action = 'edit' AND state = 'done' ORDER BY id DESC LIMIT 1"
#define REDO_SQL                                        \
  "SELECT id, kind, subject, object, n_rows FROM step " \
  "WHERE action = 'edit' AND state = 'undone' ORDER BY id LIMIT 1"

static gboolean
find_step (CwConnection *connection, const char *sql, gint64 *id, CwStep **step, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);
  CwStepKind kind;

  *step = NULL;
  if (statement == NULL)
    return FALSE;

  if (!cw_statement_step (statement, &local_error))
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!cw_step_kind_from_key (cw_statement_get_text (statement, 1), &kind))
    {
      g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_DAMAGED,
                   _ ("“%s” is damaged: its journal has a step of an unknown kind"),
                   connection->path);
      return FALSE;
    }

  *id = cw_statement_get_int (statement, 0);
  *step =
    cw_step_new (kind, cw_statement_get_text (statement, 2), cw_statement_get_text (statement, 3),
                 (guint) cw_statement_get_int (statement, 4));

  /* A broken text fails here. */
  if (cw_statement_run (statement, error))
    return TRUE;

  g_clear_pointer (step, cw_step_free);

  return FALSE;
}

/* The edit that undo would take back; *step is NULL where there is none. */
gboolean
_cw_journal_find_undo (CwConnection *connection, gint64 *id, CwStep **step, GError **error)
{
  return find_step (connection, UNDO_SQL, id, step, error);
}

/**
 * cw_journal_peek:
 * @connection: any connection
 * @undo: (out) (transfer full) (nullable): the step that undo would take back
 * @redo: (out) (transfer full) (nullable): the step that redo would do again
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_journal_peek (CwConnection *connection, CwStep **undo, CwStep **redo, GError **error)
{
  gint64 id;

  *redo = NULL;

  return find_step (connection, UNDO_SQL, &id, undo, error) &&
         find_step (connection, REDO_SQL, &id, redo, error);
}

/* In a step that touched a row several times only the first image counts: it is what stood before
 * the step. */
#define FIRST_IMAGES(table)                                                                       \
  "change_" table " AS c WHERE c.step_id = ?1 AND c.seq = (SELECT min (d.seq) FROM change_" table \
  " AS d WHERE d.step_id = ?1 AND d.row_id = c.row_id)"

static gboolean
run_for_step (CwConnection *connection, char *sql, gint64 step_id, GError **error)
{
  g_autofree char *owned = sql;
  g_autoptr (CwStatement) statement = cw_statement_new (connection, owned, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", step_id);

  return cw_statement_run (statement, error);
}

/* A value that must be unique may have gone from one row to another: there all rows are taken out
 * before any is put back. Elsewhere a row is changed in place, which takes half the time. */
static gboolean
has_unique_values (CwConnection *connection, const char *table, gboolean *unique, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT 1 FROM pragma_index_list (?1) WHERE \"unique\" LIMIT 1",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "s", table);
  *unique = cw_statement_step (statement, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
restore_images (CwConnection *connection, const char *table, gint64 step_id, GError **error)
{
  g_autofree char *plain = list_columns (connection, table, "*", error);
  g_autofree char *images = plain != NULL ? list_columns (connection, table, "c.*", error) : NULL;
  g_autofree char *sets =
    images != NULL ? list_columns (connection, table, "* = c.*", error) : NULL;
  g_autofree char *first = g_strdup_printf (FIRST_IMAGES ("%1$s"), table);
  gboolean unique = FALSE;

  if (sets == NULL || !has_unique_values (connection, table, &unique, error))
    return FALSE;

  return run_for_step (connection,
                       g_strdup_printf ("DELETE FROM %1$s WHERE id IN "
                                        "(SELECT c.row_id FROM %2$s AND %3$s)",
                                        table, first, unique ? "TRUE" : "c.op = 'i'"),
                       step_id, error) &&
         run_for_step (connection,
                       g_strdup_printf ("UPDATE %1$s SET %2$s FROM %3$s "
                                        "AND c.op <> 'i' AND %1$s.id = c.row_id",
                                        table, sets, first),
                       step_id, error) &&
         run_for_step (
           connection,
           g_strdup_printf ("INSERT INTO %1$s (id, %2$s) SELECT c.row_id, %3$s FROM %4$s "
                            "AND c.op <> 'i' AND c.row_id NOT IN (SELECT id FROM %1$s)",
                            table, plain, images, first),
           step_id, error);
}

static gboolean
has_images (CwConnection *connection,
            const char *table,
            gint64 step_id,
            gboolean *found,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *sql =
    g_strdup_printf ("SELECT 1 FROM change_%s WHERE step_id = ?1 LIMIT 1", table);
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", step_id);
  *found = cw_statement_step (statement, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
restore_step (CwConnection *connection, gint64 step_id, GError **error)
{
  for (guint i = 0; i < _cw_journal_n_tables; i++)
    {
      gboolean found = FALSE;

      if (!has_images (connection, _cw_journal_tables[i], step_id, &found, error))
        return FALSE;
      if (found && !restore_images (connection, _cw_journal_tables[i], step_id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_state (CwConnection *connection, gint64 step_id, const char *state, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "UPDATE step SET state = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "is", step_id, state);

  return cw_statement_run (statement, error);
}

/* Where the images that turn a step back, or do it again, stand: in the step itself, or in the
 * undoing of it. */
static gboolean
find_images (CwConnection *connection,
             gint64 edit_id,
             gboolean undo,
             gint64 *images_id,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = NULL;

  *images_id = edit_id;
  if (undo)
    return TRUE;

  statement = cw_statement_new (
    connection,
    "SELECT id FROM step WHERE target_id = ?1 AND action = 'undo' ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", edit_id);
  if (cw_statement_step (statement, &local_error))
    {
      *images_id = cw_statement_get_int (statement, 0);
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged: its journal lacks a step"), connection->path);

  return FALSE;
}

/* Undoes or redoes the next edit, as an open step within a transaction. */
gboolean
_cw_journal_move (CwConnection *connection,
                  gboolean undo,
                  const CwJournalStamp *stamp,
                  GError **error)
{
  g_autoptr (CwStep) step = NULL;
  gint64 edit_id = 0;
  gint64 images_id = 0;

  if (!find_step (connection, undo ? UNDO_SQL : REDO_SQL, &edit_id, &step, error))
    return FALSE;
  if (step == NULL)
    {
      g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                           undo ? _ ("There is nothing to undo") : _ ("There is nothing to redo"));
      return FALSE;
    }

  return find_images (connection, edit_id, undo, &images_id, error) &&
         _cw_connection_exec (connection, "PRAGMA defer_foreign_keys = ON", error) &&
         insert_step (connection, undo ? "undo" : "redo", edit_id, step, stamp, error) &&
         restore_step (connection, images_id, error) &&
         set_state (connection, edit_id, undo ? "undone" : "done", error);
}

static gboolean
move_in_transaction (CwConnection *connection,
                     gboolean undo,
                     const CwJournalStamp *stamp,
                     GArray *mapping_ids,
                     GError **error)
{
  if (!_cw_connection_begin (connection, error))
    return FALSE;

  if ((stamp->since != NULL && !cw_journal_check_unseen (connection, *stamp->since, error)) ||
      !_cw_journal_move (connection, undo, stamp, error))
    {
      _cw_connection_rollback (connection);
      return FALSE;
    }

  return cw_journal_commit (connection, mapping_ids, error);
}

/**
 * cw_journal_undo:
 * @connection: the writer
 * @stamp: who and when
 * @mapping_ids: (nullable) (element-type gint64): the mappings it touched are added here
 * @error: return location
 *
 * Takes back the last edit that holds, as a step of its own in the journal.
 *
 * Returns: %FALSE with a #CwStoreError; %CW_STORE_ERROR_GONE where there is nothing to undo
 */
gboolean
cw_journal_undo (CwConnection *connection,
                 const CwJournalStamp *stamp,
                 GArray *mapping_ids,
                 GError **error)
{
  return move_in_transaction (connection, TRUE, stamp, mapping_ids, error);
}

/**
 * cw_journal_redo:
 * @connection: the writer
 * @stamp: who and when
 * @mapping_ids: (nullable) (element-type gint64): the mappings it touched are added here
 * @error: return location
 *
 * Does again the edit that was undone last.
 *
 * Returns: %FALSE with a #CwStoreError; %CW_STORE_ERROR_GONE where there is nothing to redo
 */
gboolean
cw_journal_redo (CwConnection *connection,
                 const CwJournalStamp *stamp,
                 GArray *mapping_ids,
                 GError **error)
{
  return move_in_transaction (connection, FALSE, stamp, mapping_ids, error);
}
