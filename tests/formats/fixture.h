/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"

G_BEGIN_DECLS

/* Files that tests read, by their path in the source tree, and lists made from them. */

char *fixture_get_path (const char *path);
char *fixture_read (const char *path, gsize *length);
GPtrArray *fixture_list_files (const char *folder, const char *suffix);
CwList *fixture_read_list (const char *path, gboolean shipped);
CwList *fixture_put_in_document (CwList *list, gint64 list_id, gint64 first_item_id);
void fixture_assert_same_bytes (GBytes *bytes, const char *path);

G_END_DECLS
