/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection-private.h"
#include "store/journal-others.h"
#include "store/journal-private.h"

#include <glib/gi18n-lib.h>

/* Takes back the edits from the newest on down to @step_id. */
static gboolean
undo_down_to (CwConnection *connection,
              gint64 step_id,
              const CwJournalStamp *stamp,
              GArray *mapping_ids,
              GError **error)
{
  gint64 id = 0;

  do
    {
      g_autoptr (CwStep) step = NULL;

      if (!_cw_journal_find_undo (connection, &id, &step, error))
        return FALSE;
      if (step == NULL || id < step_id)
        {
          g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                               _ ("The step does not hold any more"));
          return FALSE;
        }
      if (!_cw_journal_move (connection, TRUE, stamp, error) ||
          !_cw_journal_collect (connection, mapping_ids, error) ||
          !_cw_connection_exec (connection, "DELETE FROM temp.current_step", error))
        return FALSE;
    }
  while (id != step_id);

  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Several steps may have touched a mapping. */
static void
sort_once (GArray *ids)
{
  guint n_kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (n_kept == 0 || g_array_index (ids, gint64, n_kept - 1) != id)
        g_array_index (ids, gint64, n_kept++) = id;
    }
  g_array_set_size (ids, n_kept);
}

/**
 * cw_journal_go_back:
 * @connection: the writer
 * @step_id: an edit that holds
 * @stamp: who and when
 * @mapping_ids: (element-type gint64): the mappings it touched are added here
 * @error: return location
 *
 * Takes back all edits from the newest down to and with @step_id, in one transaction. Each undoing
 * is a step of its own, and redo brings them back one by one.
 *
 * Returns: %FALSE with a #CwStoreError and nothing done; %CW_STORE_ERROR_GONE where the edit does
 *   not hold
 */
gboolean
cw_journal_go_back (CwConnection *connection,
                    gint64 step_id,
                    const CwJournalStamp *stamp,
                    GArray *mapping_ids,
                    GError **error)
{
  if (!_cw_connection_begin (connection, error))
    return FALSE;

  if ((stamp->since != NULL && !cw_journal_check_unseen (connection, *stamp->since, error)) ||
      !undo_down_to (connection, step_id, stamp, mapping_ids, error))
    {
      _cw_connection_rollback (connection);
      return FALSE;
    }
  sort_once (mapping_ids);

  return cw_journal_commit (connection, NULL, error);
}
