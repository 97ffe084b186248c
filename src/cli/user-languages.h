/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **cw_user_languages_get (void);
char **cw_user_languages_parse (const char *text, char **wrong);

G_END_DECLS
