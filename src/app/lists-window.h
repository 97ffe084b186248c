/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/edit-actions.h"
#include "app/list-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_LISTS_WINDOW (cw_lists_window_get_type ())

/**
 * CwListsWindow:
 *
 * All lists of a document, and one of them to be looked at and changed.
 */
G_DECLARE_FINAL_TYPE (CwListsWindow, cw_lists_window, CW, LISTS_WINDOW, AdwWindow)

GtkWidget *cw_lists_window_new (CwSession *session, CwEditActions *edit_actions);
void cw_lists_window_show_list (CwListsWindow *self, gint64 list_id);
CwListEditor *cw_lists_window_get_editor (CwListsWindow *self);
void cw_lists_window_import (CwListsWindow *self, GFile *file);

G_END_DECLS
