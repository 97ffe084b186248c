/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

extern const char *const _cw_journal_tables[];
extern const guint _cw_journal_n_tables;

gboolean _cw_journal_attach (CwConnection *connection, GError **error);

G_END_DECLS
