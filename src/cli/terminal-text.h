/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cw_terminal_text_clean (const char *text);
guint cw_terminal_text_measure (const char *text);
char *cw_terminal_text_ellipsize (const char *text, guint width);
GPtrArray *cw_terminal_text_wrap (const char *text, guint width);

G_END_DECLS
