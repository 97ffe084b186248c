/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder of a test's own, and the bytes of the files in it. */

typedef char TestFolder;

TestFolder *test_folder_new (void);
void test_folder_free (TestFolder *folder);
char *test_folder_list (const char *folder);

char *test_file_hash (const char *path);
void test_file_copy (const char *from, const char *to);
guint8 *test_file_read (const char *path, gsize *length);
void test_file_write (const char *path, gconstpointer data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_free)

G_END_DECLS
