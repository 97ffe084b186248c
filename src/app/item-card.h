/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_ITEM_CARD (cw_item_card_get_type ())

/**
 * CwItemCard:
 *
 * Everything about the item selected last: its mappings, every label with whose words it is and
 * whether it was checked, its figures, and the card of its list.
 */
G_DECLARE_FINAL_TYPE (CwItemCard, cw_item_card, CW, ITEM_CARD, GtkWidget)

void cw_item_card_set_session (CwItemCard *self, CwSession *session);

G_END_DECLS
