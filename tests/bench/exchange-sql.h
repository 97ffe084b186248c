/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the sqlite3 shell is told beside the exports and imports. */

char *bench_exchange_format_select (const char *output, gboolean sorted);
char *bench_exchange_format_import (const char *input, char separator, guint n_skipped);

G_END_DECLS
