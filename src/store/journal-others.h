/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_journal_get_newest (CwConnection *connection, gint64 *step_id, GError **error);
gboolean cw_journal_check_conflict (CwConnection *connection, gint64 since, GError **error);
gboolean cw_journal_check_unseen (CwConnection *connection, gint64 since, GError **error);
gboolean cw_journal_collect_since (CwConnection *connection,
                                   gint64 since,
                                   GArray *mapping_ids,
                                   GError **error);
gboolean cw_journal_touched_since (CwConnection *connection,
                                   gint64 since,
                                   const char *const *tables,
                                   gboolean *touched,
                                   GError **error);

G_END_DECLS
