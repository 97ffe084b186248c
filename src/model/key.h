/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_key_lookup (const char *const *keys, guint n_keys, const char *key, guint *index);
char *cw_key_join (const char *const *keys, guint n_keys);

G_END_DECLS
