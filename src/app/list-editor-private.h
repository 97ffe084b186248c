/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/list-editor.h"

#include "app/item-form.h"
#include "app/list-form.h"
#include "workspace/list-edit.h"

G_BEGIN_DECLS

/* What Enter in the line under the items does. */
typedef enum
{
  CW_LINE_NONE,
  CW_LINE_AFTER,
  CW_LINE_BELOW,
  CW_LINE_NAME,
} CwLinePurpose;

struct _CwListEditor
{
  GtkWidget parent_instance;

  CwSession *session;
  gint64 list_id; /* 0 for none */
  gint64 item_id; /* the selected one, 0 for none */
  gint64 last_id; /* while an item is being added: the newest there was before */
  CwLinePurpose purpose;
  CwOutlineModel *model;
  GtkSingleSelection *selection;
  GPtrArray *items; /* GtkListItem that are bound, borrowed */
  gboolean syncing;
  GtkWidget *menu;

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *list_menu;
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *view;
  GtkWidget *bar;
  GtkWidget *line;
  GtkWidget *line_label;
  GtkWidget *line_entry;
  GtkWidget *side;
  GtkWidget *item_form;
  GtkWidget *list_form;
};

gboolean _cw_list_editor_may_change (CwListEditor *self);
void _cw_list_editor_apply (CwListEditor *self, CwEdit *edit);
void _cw_list_editor_focus_items (CwListEditor *self);

/* list-editor-rows.c */
void _cw_list_editor_setup_rows (CwListEditor *self);
void _cw_list_editor_rebind (CwListEditor *self);

/* list-editor-line.c */
void _cw_list_editor_open_line (CwListEditor *self, CwLinePurpose purpose);
void _cw_list_editor_close_line (CwListEditor *self);
void _cw_list_editor_on_line_activated (CwListEditor *self);
void _cw_list_editor_setup_line (CwListEditor *self);

/* list-editor-actions.c */
void _cw_list_editor_install_actions (GtkWidgetClass *widget_class);
void _cw_list_editor_update_actions (CwListEditor *self);
void _cw_list_editor_popup_menu (CwListEditor *self, double x, double y);

G_END_DECLS
