/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal.h"

G_BEGIN_DECLS

extern const char *const _cw_journal_tables[];
extern const guint _cw_journal_n_tables;

gboolean _cw_journal_attach (CwConnection *connection, GError **error);
gboolean
_cw_journal_find_undo (CwConnection *connection, gint64 *id, CwStep **step, GError **error);
gboolean _cw_journal_move (CwConnection *connection,
                           gboolean undo,
                           const CwJournalStamp *stamp,
                           GError **error);
gboolean _cw_journal_collect (CwConnection *connection, GArray *ids, GError **error);

typedef gboolean (*CwJournalInsert) (CwConnection *connection, gpointer user_data, GError **error);

gboolean _cw_journal_attach_inserts (CwConnection *connection, const char *table, GError **error);
gboolean _cw_journal_insert_many (CwConnection *connection,
                                  const char *table,
                                  CwJournalInsert insert,
                                  gpointer user_data,
                                  GError **error);

G_END_DECLS
