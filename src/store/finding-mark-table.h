/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/finding-mark.h"
#include "store/connection.h"

G_BEGIN_DECLS

GPtrArray *cw_finding_mark_table_load (CwConnection *connection, GError **error);
gboolean cw_finding_mark_table_insert (CwConnection *connection,
                                       const CwFindingMark *mark,
                                       gboolean *changed,
                                       GError **error);
gboolean cw_finding_mark_table_delete (CwConnection *connection,
                                       const char *rule,
                                       const char *fingerprint,
                                       gboolean *changed,
                                       GError **error);

G_END_DECLS
