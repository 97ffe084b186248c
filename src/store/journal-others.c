/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal-others.h"

#include "store/journal-private.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* What others write into the document while it is open here: the journal says what and who. */

/**
 * cw_journal_get_newest:
 * @connection: any connection
 * @step_id: (out): the newest step, 0 where there is none yet
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_journal_get_newest (CwConnection *connection, gint64 *step_id, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "SELECT coalesce (max (id), 0) FROM step", error);

  if (statement == NULL || !cw_statement_step (statement, error))
    return FALSE;

  *step_id = cw_statement_get_int (statement, 0);

  return cw_statement_run (statement, error);
}

static char *
format_time (const char *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%X") : g_strdup (time);
}

/* @sql finds the author and the time of a step that stands in the way; ?1 is what was seen. */
static gboolean
fail_where_found (CwConnection *connection, const char *sql, gint64 since, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);
  g_autofree char *time = NULL;
  const char *author;

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", since);
  if (!cw_statement_step (statement, &local_error))
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  author = cw_statement_get_text (statement, 0);
  time = format_time (cw_statement_get_text (statement, 1));
  if (*author != '\0')
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_CONFLICT,
                 /* Translators: %1$s is a person, %2$s the time of day */
                 _ ("%1$s changed this at %2$s, after you last saw it."), author, time);
  else
    g_set_error (error, CW_STORE_ERROR, CW_STORE_ERROR_CONFLICT,
                 /* Translators: %s is the time of day */
                 _ ("This was changed at %s, after you last saw it."), time);

  return FALSE;
}

/* Mostly there are none, and nothing more has to be asked. */
static gboolean
has_others (CwConnection *connection, gint64 since, gboolean *others, GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT EXISTS (SELECT 1 FROM step WHERE id > ?1 AND "
                      "id < (SELECT id FROM temp.current_step))",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", since);
  if (!cw_statement_step (statement, error))
    return FALSE;

  *others = cw_statement_get_int (statement, 0) != 0;

  return TRUE;
}

/**
 * cw_journal_check_conflict:
 * @connection: the writer, with a step open in which everything was done
 * @since: the newest step that whoever makes the open one has seen
 * @error: return location
 *
 * Returns: %FALSE with %CW_STORE_ERROR_CONFLICT where the open step touches a row that another step
 *   after @since has touched too, or another #CwStoreError
 */
gboolean
cw_journal_check_conflict (CwConnection *connection, gint64 since, GError **error)
{
  gboolean others = FALSE;

  if (!has_others (connection, since, &others, error))
    return FALSE;

  for (guint i = 0; others && i < _cw_journal_n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "SELECT s.author, s.made FROM step AS s JOIN change_%1$s AS theirs ON theirs.step_id = s.id "
        "WHERE s.id > ?1 AND s.id < (SELECT id FROM temp.current_step) AND theirs.row_id IN "
        "(SELECT row_id FROM change_%1$s WHERE step_id = (SELECT id FROM temp.current_step)) "
        "ORDER BY s.id DESC LIMIT 1",
        _cw_journal_tables[i]);

      if (!fail_where_found (connection, sql, since, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_journal_check_unseen:
 * @connection: the writer, within a transaction
 * @since: the newest step that was seen
 * @error: return location
 *
 * Undo takes the last step back, which must not be one that nobody here has seen.
 *
 * Returns: %FALSE with %CW_STORE_ERROR_CONFLICT where there is a step after @since, or another
 *   #CwStoreError
 */
gboolean
cw_journal_check_unseen (CwConnection *connection, gint64 since, GError **error)
{
  return fail_where_found (connection,
                           "SELECT author, made FROM step WHERE id > ?1 ORDER BY id DESC LIMIT 1",
                           since, error);
}

/**
 * cw_journal_collect_since:
 * @connection: any connection
 * @since: a step
 * @mapping_ids: (element-type gint64): the mappings that later steps have touched are added here
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_journal_collect_since (CwConnection *connection,
                          gint64 since,
                          GArray *mapping_ids,
                          GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT DISTINCT row_id FROM change_mapping WHERE step_id > ?1 "
                      "ORDER BY row_id",
                      error);

  if (statement == NULL)
    return FALSE;

  cw_statement_bind (statement, "i", since);

  return cw_statement_collect_ids (statement, mapping_ids, error);
}

/**
 * cw_journal_touched_since:
 * @connection: any connection
 * @since: a step
 * @tables: (array zero-terminated=1): tables of content
 * @touched: (out): whether a later step has touched one of them
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_journal_touched_since (CwConnection *connection,
                          gint64 since,
                          const char *const *tables,
                          gboolean *touched,
                          GError **error)
{
  *touched = FALSE;
  for (guint i = 0; tables[i] != NULL && !*touched; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM change_%s WHERE step_id > ?1)", tables[i]);
      g_autoptr (CwStatement) statement = cw_statement_new (connection, sql, error);

      if (statement == NULL)
        return FALSE;
      cw_statement_bind (statement, "i", since);
      if (!cw_statement_step (statement, error))
        return FALSE;
      *touched = cw_statement_get_int (statement, 0) != 0;
    }

  return TRUE;
}
