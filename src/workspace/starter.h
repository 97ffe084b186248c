/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwStarter:
 * @CW_STARTER_EMPTY: the shipped lists, no mappings
 * @CW_STARTER_MAPPED: the shipped lists and the starter mapping, an editorial draft
 *
 * What a new document begins with.
 */
typedef enum
{
  CW_STARTER_EMPTY,
  CW_STARTER_MAPPED,
} CwStarter;

const char *cw_starter_get_data_folder (void);
GPtrArray *cw_starter_load_lists (const char *folder, GError **error);
gboolean
cw_starter_create_document (const char *path, const char *title, CwStarter starter, GError **error);
gboolean cw_starter_create_new_document (const char *path,
                                         const char *title,
                                         CwStarter starter,
                                         GError **error);
char *cw_starter_get_default_path (void);
gboolean cw_starter_ensure_default (const char *path, GError **error);

G_END_DECLS
