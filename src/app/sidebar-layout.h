/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_SIDEBAR_LAYOUT (cw_sidebar_layout_get_type ())

/**
 * CwSidebarLayout:
 *
 * A sidebar beside the content, or over it where the window is too narrow for both. There it is put
 * away at first. "show-sidebar" is what holds now, "keep-sidebar" what holds where there is room.
 */
G_DECLARE_FINAL_TYPE (CwSidebarLayout, cw_sidebar_layout, CW, SIDEBAR_LAYOUT, GtkWidget)

gboolean cw_sidebar_layout_get_is_narrow (CwSidebarLayout *self);

G_END_DECLS
