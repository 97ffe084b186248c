/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/list-pane.h"
#include "app/ribbon.h"

G_BEGIN_DECLS

#define CW_TYPE_LINK_MAP (cw_link_map_get_type ())

/**
 * CwLinkMap:
 *
 * The ribbons between the two sides. Everything it shows stands in the rows' descriptions and in
 * the inspector too, since a drawing has no accessible parts.
 */
G_DECLARE_FINAL_TYPE (CwLinkMap, cw_link_map, CW, LINK_MAP, GtkWidget)

void
cw_link_map_set_session (CwLinkMap *self, CwSession *session, CwListPane *left, CwListPane *right);
guint cw_link_map_get_n_ribbons (CwLinkMap *self);
guint cw_link_map_get_n_drawn (CwLinkMap *self);
guint cw_link_map_get_n_collections (CwLinkMap *self);
gint64 cw_link_map_pick (CwLinkMap *self, double x, double y);

G_END_DECLS
