/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_ITEM_CHOOSER (cw_item_chooser_get_type ())

/**
 * CwItemChooser:
 *
 * Asks for another item of the same list, into which one is merged. Signal: chosen (its id).
 */
G_DECLARE_FINAL_TYPE (CwItemChooser, cw_item_chooser, CW, ITEM_CHOOSER, AdwWindow)

GtkWidget *cw_item_chooser_new (CwSession *session, const CwItem *item);

G_END_DECLS
