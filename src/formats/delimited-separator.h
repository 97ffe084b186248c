/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char cw_delimited_separator_guess (const char *text, gsize length, gboolean whole);

G_END_DECLS
