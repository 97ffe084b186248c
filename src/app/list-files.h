/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/**
 * CwListImported:
 * @key: the new list's unique name
 * @user_data: as given
 */
typedef void (*CwListImported) (const char *key, gpointer user_data);

void cw_list_files_export (GtkWindow *window, CwSession *session, CwList *list);
void cw_list_files_import (GtkWindow *window,
                           CwSession *session,
                           CwListImported imported,
                           gpointer data);
void cw_list_files_import_file (GtkWindow *window,
                                CwSession *session,
                                GFile *file,
                                CwListImported imported,
                                gpointer data);

G_END_DECLS
