/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "generated-document.h"
#include "model/mapping-filter.h"

G_BEGIN_DECLS

/* A document with as many mappings as a table should stand, and what the sqlite3 shell is asked for
 * beside the table. */

void bench_many_make (const char *shell, const char *path, const BenchSize *size);
char *bench_many_format_sort (CwMappingSort sort);
char *bench_many_format_search (const char *typed);
char *bench_many_format_update (guint n_rows, gboolean with_update);

G_END_DECLS
