/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/history.h"
#include "store/connection.h"

G_BEGIN_DECLS

GArray *cw_history_find (CwConnection *connection, const char *author, GError **error);
GPtrArray *cw_history_find_authors (CwConnection *connection, GError **error);
GPtrArray *
cw_history_load (CwConnection *connection, const gint64 *ids, guint n_ids, GError **error);
GPtrArray *cw_history_load_changes (CwConnection *connection,
                                    gint64 step_id,
                                    guint limit,
                                    guint *n_changes,
                                    GError **error);
GPtrArray *cw_history_load_changes_of (CwConnection *connection,
                                       gint64 mapping_id,
                                       gint64 before_step,
                                       guint limit,
                                       GError **error);
gboolean
cw_history_count_from (CwConnection *connection, gint64 step_id, guint *n_steps, GError **error);

G_END_DECLS
