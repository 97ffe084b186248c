/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean cw_xlsx_proof (GBytes *package, GError **error);

G_END_DECLS
