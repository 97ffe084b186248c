/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"
#include "model/mapping-filter.h"
#include "model/mapping.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_mapping_search_prepare (CwConnection *connection,
                                    GPtrArray *lists,
                                    const char *const *languages,
                                    GError **error);
GArray *cw_mapping_search_find (CwConnection *connection,
                                GPtrArray *lists,
                                const CwMappingFilter *filter,
                                CwMappingSort sort,
                                gboolean descending,
                                GError **error);
GArray *cw_mapping_search_count (CwConnection *connection,
                                 GPtrArray *lists,
                                 const CwMappingFilter *filter,
                                 GError **error);
GPtrArray *
cw_mapping_search_load (CwConnection *connection, const gint64 *ids, guint n_ids, GError **error);

G_END_DECLS
