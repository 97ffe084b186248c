/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_json_syntax_check (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
