/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping.h"

G_BEGIN_DECLS

/* A document's file as SQLite sees it, past the program's own reading and writing. */

void test_database_exec (const char *path, const char *sql);
gint64 test_database_get_int (const char *path, const char *sql);
char *test_database_get_text (const char *path, const char *sql);
void test_database_check (const char *path);

char *test_database_dump (const char *path);
char *test_database_dump_without (const char *path, const char *const *columns);

GPtrArray *test_database_read_mappings (const char *path);
void test_mappings_append_line (GString *text, const CwMapping *mapping);
char *test_mappings_format (GPtrArray *mappings);

G_END_DECLS
