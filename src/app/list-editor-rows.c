/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-editor-private.h"

#include "app/item-cell.h"
#include "app/shortcuts.h"

/* How the rows of the list editor are made, pressed, folded, dragged and dropped on. */

static CwListEditor *
find_editor (GtkWidget *cell)
{
  return CW_LIST_EDITOR (gtk_widget_get_ancestor (cell, CW_TYPE_LIST_EDITOR));
}

static void
on_toggled (CwItemCell *cell, CwListEditor *self)
{
  CwOutlineRow *row = cw_item_cell_get_row (cell);

  cw_outline_model_set_expanded (self->model, row, !cw_outline_row_is_expanded (row));
}

static void
on_secondary_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CwListEditor *self = find_editor (cell);
  CwOutlineRow *row = cw_item_cell_get_row (CW_ITEM_CELL (cell));
  double here_x, here_y;

  if (row == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  cw_list_editor_select (self, cw_outline_row_get_item (row)->id);
  gtk_widget_translate_coordinates (cell, GTK_WIDGET (self), x, y, &here_x, &here_y);
  _cw_list_editor_popup_menu (self, here_x, here_y);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CwOutlineRow *row = cw_item_cell_get_row (CW_ITEM_CELL (cell));

  if (row == NULL || !_cw_list_editor_may_change (find_editor (cell)))
    return NULL;

  return gdk_content_provider_new_typed (CW_TYPE_OUTLINE_ROW, row);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (cell);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* The upper quarter of a row is before it, the lower quarter after it, the middle under it. */
static CwItemMove
get_place (GtkWidget *cell, double y)
{
  double height = gtk_widget_get_height (cell);

  if (y < height / 4)
    return CW_ITEM_BEFORE;
  if (y > height * 3 / 4)
    return CW_ITEM_AFTER;

  return CW_ITEM_BELOW;
}

static void
mark_place (GtkWidget *cell, int place)
{
  static const char *const classes[] = { "drop-before", "drop-after", "drop-below" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (place == (int) (CW_ITEM_BEFORE + i))
        gtk_widget_add_css_class (cell, classes[i]);
      else
        gtk_widget_remove_css_class (cell, classes[i]);
    }
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  mark_place (cell, (int) get_place (cell, y));

  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target, gpointer user_data)
{
  mark_place (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), -1);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  CwListEditor *self = find_editor (cell);
  CwOutlineRow *row = cw_item_cell_get_row (CW_ITEM_CELL (cell));
  CwOutlineRow *dragged = g_value_get_object (value);
  const CwItem *item = dragged != NULL ? cw_outline_row_get_item (dragged) : NULL;

  mark_place (cell, -1);
  /* A row of the comparison may be dragged here too. */
  if (row == NULL || item == NULL || row == dragged || cw_list_get_id (item->list) != self->list_id)
    return FALSE;

  _cw_list_editor_apply (self, cw_edit_new_item_move (item, get_place (cell, y),
                                                      cw_outline_row_get_item (row)));
  return TRUE;
}

static void
add_controllers (GtkWidget *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CW_TYPE_OUTLINE_ROW, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "motion", G_CALLBACK (on_motion), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, CwListEditor *self)
{
  GtkWidget *cell = cw_item_cell_new_plain ();

  g_signal_connect_object (cell, "toggled", G_CALLBACK (on_toggled), self, 0);
  add_controllers (cell);
  gtk_list_item_set_child (item, cell);
}

static void
bind_item (CwListEditor *self, GtkListItem *item)
{
  cw_item_cell_bind (CW_ITEM_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                     cw_session_get_languages (self->session), TRUE);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, CwListEditor *self)
{
  bind_item (self, item);
  g_ptr_array_add (self->items, item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, CwListEditor *self)
{
  cw_item_cell_unbind (CW_ITEM_CELL (gtk_list_item_get_child (item)));
  g_ptr_array_remove_fast (self->items, item);
}

/* Right unfolds or goes to the first item below; left folds or goes to the item above. */
static gboolean
fold_by_key (GtkWidget *view, GVariant *args, gpointer user_data)
{
  CwListEditor *self = user_data;
  gboolean unfold = g_variant_get_boolean (args);
  CwOutlineRow *row = gtk_single_selection_get_selected_item (self->selection);
  guint position = gtk_single_selection_get_selected (self->selection);
  guint target;

  if (gtk_widget_get_direction (view) == GTK_TEXT_DIR_RTL)
    unfold = !unfold;
  if (row == NULL)
    return FALSE;

  if (cw_outline_row_has_children (row) && cw_outline_row_is_expanded (row) != unfold)
    {
      cw_outline_model_set_expanded (self->model, row, unfold);
      return TRUE;
    }

  target = unfold ? position + 1 : cw_outline_model_find_parent (self->model, position);
  if (target == CW_OUTLINE_NOWHERE ||
      (unfold && cw_outline_model_find_parent (self->model, target) != position))
    return FALSE;

  gtk_single_selection_set_selected (self->selection, target);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", target);
  _cw_list_editor_focus_items (self);

  return TRUE;
}

static void
add_fold_key (CwListEditor *self, GtkEventController *controller, guint key, gboolean unfold)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                            gtk_callback_action_new (fold_by_key, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (unfold));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

void
_cw_list_editor_setup_rows (CwListEditor *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  g_object_unref (factory);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_fold_key (self, keys, GDK_KEY_Right, TRUE);
  add_fold_key (self, keys, GDK_KEY_Left, FALSE);
  gtk_widget_add_controller (self->view, keys);
  cw_shortcuts_add_item_keys (self->view);
}

void
_cw_list_editor_rebind (CwListEditor *self)
{
  for (guint i = 0; i < self->items->len; i++)
    bind_item (self, g_ptr_array_index (self->items, i));
}
