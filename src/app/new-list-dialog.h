/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "model/list-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_NEW_LIST_DIALOG (cw_new_list_dialog_get_type ())

/**
 * CwNewListDialog:
 *
 * Asks for what a list needs at least. Makes the edit itself. Signal: created (the new list's key).
 */
G_DECLARE_FINAL_TYPE (CwNewListDialog, cw_new_list_dialog, CW, NEW_LIST_DIALOG, AdwWindow)

GtkWidget *cw_new_list_dialog_new (CwSession *session);

G_END_DECLS
