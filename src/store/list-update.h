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
gboolean
cw_list_find_touched (CwConnection *connection, gint64 since, GArray *list_ids, GError **error);

G_END_DECLS
