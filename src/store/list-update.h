/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list-draft.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_list_update (CwConnection *connection,
                         CwList *before,
                         CwListDraft *after,
                         gboolean *changed,
                         GError **error);
gboolean cw_list_delete (CwConnection *connection, gint64 list_id, GError **error);
gint64 cw_list_get_last_step (CwConnection *connection);
gboolean cw_list_find_touched (CwConnection *connection, GArray *list_ids, GError **error);

G_END_DECLS
