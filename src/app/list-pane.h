/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-model.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_PANE (cw_list_pane_get_type ())

/**
 * CwListPane:
 *
 * One side of the comparison: which lists, a filter, and their items.
 *
 * Signals: view-changed (rows moved), row-menu (a menu is asked for at a point of the pane),
 * dropped (an item of the other side was dropped on one of this side).
 */
G_DECLARE_FINAL_TYPE (CwListPane, cw_list_pane, CW, LIST_PANE, GtkWidget)

void cw_list_pane_set_session (CwListPane *self, CwSession *session);
CwOutlineModel *cw_list_pane_get_model (CwListPane *self);
GtkWidget *cw_list_pane_get_header (CwListPane *self);
GtkWidget *cw_list_pane_get_view (CwListPane *self);

gboolean cw_list_pane_get_geometry (CwListPane *self,
                                    GtkWidget *target,
                                    double *first_y,
                                    double *row_height);
void cw_list_pane_reveal (CwListPane *self, gint64 item_id);
void cw_list_pane_focus_filter (CwListPane *self);
void cw_list_pane_focus_list (CwListPane *self);
void cw_list_pane_open_picker (CwListPane *self);
void cw_list_pane_show_state (CwListPane *self, int state);
void cw_list_pane_set_two_lines (CwListPane *self, gboolean two_lines);

G_END_DECLS
