/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping.h"
#include "store/connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwMappingTaker:
 * @mapping: a mapping; borrowed
 * @user_data: as given
 * @error: return location
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CwMappingTaker) (const CwMapping *mapping, gpointer user_data, GError **error);

gboolean cw_mapping_order_visit (CwConnection *connection,
                                 CwMappingTaker taker,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
