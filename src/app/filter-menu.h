/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "model/mapping-filter.h"

G_BEGIN_DECLS

#define CW_TYPE_FILTER_MENU (cw_filter_menu_get_type ())

/**
 * CwFilterMenu:
 *
 * The filters of the table that were kept in the document: to choose one, to keep what is filtered
 * now under a name, to delete one. Emits "chosen" with a #CwMappingFilter.
 */
G_DECLARE_FINAL_TYPE (CwFilterMenu, cw_filter_menu, CW, FILTER_MENU, GtkWidget)

void cw_filter_menu_set_session (CwFilterMenu *self, CwSession *session);
void cw_filter_menu_set_filter (CwFilterMenu *self, const CwMappingFilter *filter);

G_END_DECLS
