/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/kept-filter.h"
#include "store/connection.h"

G_BEGIN_DECLS

GPtrArray *cw_kept_filter_table_load (CwConnection *connection, GError **error);
GPtrArray *cw_kept_filter_table_load_definitions (CwConnection *connection, GError **error);
gboolean cw_kept_filter_table_insert_definition (CwConnection *connection,
                                                 const CwKeptDefinition *kept,
                                                 GError **error);
gboolean cw_kept_filter_table_keep (CwConnection *connection,
                                    const CwKeptFilter *kept,
                                    gboolean *changed,
                                    GError **error);
gboolean cw_kept_filter_table_delete (CwConnection *connection,
                                      const char *name,
                                      gboolean *changed,
                                      GError **error);

G_END_DECLS
