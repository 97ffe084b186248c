/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

gboolean cw_header_check (const char *path, int *version, gboolean *logged, GError **error);

G_END_DECLS
