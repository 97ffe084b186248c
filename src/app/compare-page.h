/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/link-map.h"
#include "app/list-pane.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_COMPARE_PAGE (cw_compare_page_get_type ())

/**
 * CwComparePage:
 *
 * The two sides with the ribbons between them, and below how far they are compared.
 */
G_DECLARE_FINAL_TYPE (CwComparePage, cw_compare_page, CW, COMPARE_PAGE, GtkWidget)

void cw_compare_page_set_session (CwComparePage *self, CwSession *session);
CwListPane *cw_compare_page_get_pane (CwComparePage *self, CwSide side);
CwLinkMap *cw_compare_page_get_link_map (CwComparePage *self);
CwListPane *cw_compare_page_get_active_pane (CwComparePage *self);

G_END_DECLS
