/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* “CWs1” in ASCII: PRAGMA application_id, at byte 68 of the file. */
#define CW_SCHEMA_APPLICATION_ID 0x43577331
#define CW_SCHEMA_VERSION 3

gboolean cw_schema_create (CwConnection *connection, GError **error);
gboolean cw_schema_upgrade (CwConnection *connection, int version, GError **error);
gboolean cw_schema_check (CwConnection *connection, int version, GError **error);

G_END_DECLS
