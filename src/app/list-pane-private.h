/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/list-pane.h"

#include "app/item-cell.h"
#include "app/list-picker.h"

G_BEGIN_DECLS

struct _CwListPane
{
  GtkWidget parent_instance;

  CwSide side;
  CwSession *session;
  CwOutlineModel *model;
  GtkSliceListModel *slice; /* the first rows until the first frame was drawn, then all */
  GtkSingleSelection *selection;
  GPtrArray *items; /* GtkListItem that are bound, borrowed */
  gboolean two_lines;
  gboolean syncing; /* the selection is being set by the program */

  GtkWidget *header;
  GtkWidget *picker_button;
  CwListPicker *picker;
  GtkWidget *picker_box;
  GtkWidget *jurisdiction;
  GtkWidget *titles;
  GtkWidget *search_entry;
  GtkWidget *state_dropdown;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *view;
};

void _cw_list_pane_follow_session (CwListPane *self);
void _cw_list_pane_setup_rows (CwListPane *self);
void _cw_list_pane_sync_selection (CwListPane *self);
void _cw_list_pane_update_stack (CwListPane *self);
void _cw_list_pane_rebind (CwListPane *self);
void _cw_list_pane_emit_view_changed (CwListPane *self);
void _cw_list_pane_emit_row_menu (CwListPane *self, CwOutlineRow *row, double x, double y);
void _cw_list_pane_emit_dropped (CwListPane *self,
                                 CwOutlineRow *dragged,
                                 CwOutlineRow *target,
                                 GtkWidget *at);

G_END_DECLS
