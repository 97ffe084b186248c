/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_list_table_insert (CwConnection *connection, CwList *list, GError **error);
gboolean
cw_list_table_get (CwConnection *connection, gint64 list_id, CwList **list, GError **error);
gboolean
cw_list_table_find_key (CwConnection *connection, const char *key, gint64 *list_id, GError **error);
GPtrArray *cw_list_table_load (CwConnection *connection, GError **error);

G_END_DECLS
