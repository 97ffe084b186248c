/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/link.h"
#include "model/mapping.h"
#include "store/connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean cw_mapping_table_insert (CwConnection *connection, CwMapping *mapping, GError **error);
gboolean
cw_mapping_table_insert_all (CwConnection *connection, GPtrArray *mappings, GError **error);
gboolean
cw_mapping_table_update (CwConnection *connection, const CwMapping *mapping, GError **error);
gboolean cw_mapping_table_delete (CwConnection *connection, gint64 id, GError **error);

CwMapping *cw_mapping_table_get (CwConnection *connection, gint64 id, GError **error);
GArray *cw_mapping_table_find_links (CwConnection *connection,
                                     gint64 coding_id,
                                     GArray *left_lists,
                                     GArray *right_lists,
                                     GError **error);
gboolean cw_mapping_table_count (CwConnection *connection,
                                 gint64 coding_id,
                                 GArray *left_lists,
                                 GArray *right_lists,
                                 gint64 *n_mappings,
                                 GError **error);
GArray *cw_mapping_table_find_links_of (CwConnection *connection,
                                        gint64 coding_id,
                                        gint64 item_id,
                                        GError **error);
GArray *
cw_mapping_table_find_links_of_coding (CwConnection *connection, gint64 coding_id, GError **error);

CwMapping *cw_mapping_table_find_pair (CwConnection *connection,
                                       gint64 coding_id,
                                       gint64 a_id,
                                       gint64 b_id,
                                       GError **error);
CwMapping *cw_mapping_table_find_absence (CwConnection *connection,
                                          gint64 coding_id,
                                          gint64 item_id,
                                          gint64 list_id,
                                          GError **error);
gboolean cw_mapping_table_is_linked (CwConnection *connection,
                                     gint64 coding_id,
                                     gint64 item_id,
                                     gint64 list_id,
                                     gboolean *linked,
                                     GError **error);

/**
 * CwMappingVisitor:
 * @mapping: a mapping; borrowed
 * @inverted: whether its subject stands on the right
 * @user_data: as given
 * @error: return location
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CwMappingVisitor) (const CwMapping *mapping,
                                      gboolean inverted,
                                      gpointer user_data,
                                      GError **error);

gboolean cw_mapping_table_visit (CwConnection *connection,
                                 gint64 coding_id,
                                 GArray *left_lists,
                                 GArray *right_lists,
                                 CwMappingVisitor visitor,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean cw_mapping_table_visit_first (CwConnection *connection,
                                       gint64 coding_id,
                                       GArray *left_lists,
                                       GArray *right_lists,
                                       gint64 limit,
                                       CwMappingVisitor visitor,
                                       gpointer user_data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
