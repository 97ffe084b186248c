/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_LABEL_DIALOG (cw_label_dialog_get_type ())

/**
 * CwLabelDialog:
 *
 * Asks for a label of an item: its words, language, whether it is the name or another one, and whose
 * words it is. Makes the edit itself.
 */
G_DECLARE_FINAL_TYPE (CwLabelDialog, cw_label_dialog, CW, LABEL_DIALOG, AdwWindow)

GtkWidget *cw_label_dialog_new (CwSession *session, const CwItem *item, const CwLabel *old);

G_END_DECLS
