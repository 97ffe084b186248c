/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/* A file that ought to be refused, and left as it is. */

/* For a file of which only SQLite can say what is wrong with it. */
#define REFUSAL_ANY (-1)

void refusal_check (const char *path, int code);
void refusal_check_for_writing (const char *path, int code);
gboolean refusal_try (const char *path, gboolean read_only, GError **error);

G_END_DECLS
