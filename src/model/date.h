/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_date_is_valid (const char *string);
char *cw_time_parse (const char *string);

G_END_DECLS
