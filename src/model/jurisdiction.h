/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cw_jurisdiction_get_name (const char *code);
int cw_jurisdiction_compare (const char *a, const char *b);

G_END_DECLS
