/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-counts.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean cw_item_mappings_count (CwConnection *connection,
                                 GArray *item_ids,
                                 gint64 list_id,
                                 CwMappingCounts *counts,
                                 GError **error);
gboolean cw_item_mappings_delete (CwConnection *connection,
                                  GArray *item_ids,
                                  gint64 list_id,
                                  guint *n_changed,
                                  GError **error);
gboolean cw_item_mappings_move (CwConnection *connection,
                                gint64 from_id,
                                gint64 to_id,
                                const char *now,
                                guint *n_unreviewed,
                                GError **error);
gboolean cw_item_mappings_copy (CwConnection *connection,
                                gint64 from_id,
                                gint64 to_id,
                                const char *author,
                                const char *author_orcid,
                                const char *now,
                                GError **error);
gboolean cw_item_mappings_ask_again (CwConnection *connection,
                                     gint64 item_id,
                                     const char *now,
                                     guint *n_unreviewed,
                                     GError **error);

G_END_DECLS
