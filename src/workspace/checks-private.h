/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"
#include "workspace/checks.h"

G_BEGIN_DECLS

GHashTable *_cw_checks_read_shipped (GError **error);
GPtrArray *_cw_checks_find (CwConnection *connection,
                            GPtrArray *lists,
                            GHashTable *shipped,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
