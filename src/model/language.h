/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_language_is_valid (const char *tag);
char *cw_language_get_name (const char *tag);
int cw_language_compare (const char *a, const char *b);

G_END_DECLS
