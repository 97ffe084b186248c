/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/coding.h"
#include "store/connection.h"

G_BEGIN_DECLS

gboolean
cw_settlement_table_put (CwConnection *connection, const CwSettlement *settlement, GError **error);
GPtrArray *cw_settlement_table_load (CwConnection *connection, GError **error);

G_END_DECLS
