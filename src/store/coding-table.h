/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/coding.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_coding_table_insert (CwConnection *connection, CwCoding *coding, GError **error);
gboolean cw_coding_table_update (CwConnection *connection, const CwCoding *coding, GError **error);
gboolean cw_coding_table_delete (CwConnection *connection, gint64 id, GError **error);
CwCoding *cw_coding_table_get (CwConnection *connection, gint64 id, GError **error);
GPtrArray *cw_coding_table_load (CwConnection *connection, GError **error);
gboolean cw_coding_table_count_mappings (CwConnection *connection,
                                         gint64 id,
                                         guint *n_mappings,
                                         GError **error);

G_END_DECLS
