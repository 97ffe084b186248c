/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_ITEM_FORM (cw_item_form_get_type ())

/**
 * CwItemForm:
 *
 * An item's code, labels with whose words they are, and note, to be changed as far as the list
 * allows.
 */
G_DECLARE_FINAL_TYPE (CwItemForm, cw_item_form, CW, ITEM_FORM, GtkWidget)

void cw_item_form_set_session (CwItemForm *self, CwSession *session);
void cw_item_form_show (CwItemForm *self, const CwItem *item);
void cw_item_form_flush (CwItemForm *self);

G_END_DECLS
