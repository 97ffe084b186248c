/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cw_nearest_join (const char *wanted, const char *const *known, guint n_known);

G_END_DECLS
