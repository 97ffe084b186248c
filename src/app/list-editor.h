/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-model.h"
#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_LIST_EDITOR (cw_list_editor_get_type ())

/**
 * CwListEditor:
 *
 * One list: its items as an outline that the keyboard and the pointer change, and beside it the
 * selected item and the list's card. Of a list that came with the program only notes and labels of
 * the user's own can be changed.
 */
G_DECLARE_FINAL_TYPE (CwListEditor, cw_list_editor, CW, LIST_EDITOR, GtkWidget)

void cw_list_editor_set_session (CwListEditor *self, CwSession *session);
void cw_list_editor_show_list (CwListEditor *self, gint64 list_id);
CwList *cw_list_editor_get_list (CwListEditor *self);
void cw_list_editor_select (CwListEditor *self, gint64 item_id);
const CwItem *cw_list_editor_get_item (CwListEditor *self);
CwOutlineModel *cw_list_editor_get_model (CwListEditor *self);
GtkWidget *cw_list_editor_get_view (CwListEditor *self);
void cw_list_editor_show_card (CwListEditor *self);
void cw_list_editor_flush (CwListEditor *self);

G_END_DECLS
