/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/step.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * CwJournalStamp:
 * @author: who makes a change
 * @time: when, ISO 8601 in UTC
 * @orcid: (nullable): the author's ORCID iD
 * @since: (nullable): the newest step that whoever makes the change has seen; %NULL where that does
 *   not matter
 */
typedef struct
{
  const char *author;
  const char *time;
  const char *orcid;
  const gint64 *since;
} CwJournalStamp;

gboolean cw_journal_begin (CwConnection *connection,
                           const CwStep *step,
                           const CwJournalStamp *stamp,
                           GError **error);
gboolean cw_journal_name (CwConnection *connection, const CwStep *step, GError **error);
gboolean cw_journal_commit (CwConnection *connection, GArray *mapping_ids, GError **error);
void cw_journal_rollback (CwConnection *connection);

gboolean cw_journal_peek (CwConnection *connection, CwStep **undo, CwStep **redo, GError **error);
gboolean cw_journal_undo (CwConnection *connection,
                          const CwJournalStamp *stamp,
                          GArray *mapping_ids,
                          GError **error);
gboolean cw_journal_redo (CwConnection *connection,
                          const CwJournalStamp *stamp,
                          GArray *mapping_ids,
                          GError **error);
gboolean cw_journal_go_back (CwConnection *connection,
                             gint64 step_id,
                             const CwJournalStamp *stamp,
                             GArray *mapping_ids,
                             GError **error);

G_END_DECLS
