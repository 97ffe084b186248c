/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_mapping_bulk_patch (CwConnection *connection,
                                GArray *ids,
                                const CwMapping *values,
                                CwMappingFields fields,
                                const char *reviewer,
                                const char *now,
                                guint *n_changed,
                                guint *n_unreviewed,
                                GError **error);
gboolean cw_mapping_bulk_swap (CwConnection *connection,
                               GArray *ids,
                               const char *now,
                               guint *n_changed,
                               GError **error);
gboolean cw_mapping_bulk_duplicate (CwConnection *connection,
                                    GArray *ids,
                                    const char *author,
                                    const char *author_orcid,
                                    const char *now,
                                    guint *n_changed,
                                    GError **error);
gboolean
cw_mapping_bulk_delete (CwConnection *connection, GArray *ids, guint *n_changed, GError **error);

G_END_DECLS
