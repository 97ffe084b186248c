/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_SPLIT_DIALOG (cw_split_dialog_get_type ())

/**
 * CwSplitDialog:
 *
 * Asks into what an item is split, and whether its mappings are said of the new items too, and says
 * what that does. Signal: split (names, and whether mappings are copied).
 */
G_DECLARE_FINAL_TYPE (CwSplitDialog, cw_split_dialog, CW, SPLIT_DIALOG, AdwWindow)

GtkWidget *cw_split_dialog_new (CwSession *session, const CwItem *item);

G_END_DECLS
