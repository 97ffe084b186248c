/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-pane-private.h"

#include "app/relation-style.h"

/* How rows of a list pane are made, pressed, dragged and dropped on. Before GTK 4.12 a row widget
 * cannot be had, so all of it hangs on the cell. */

static CwListPane *
find_pane (GtkWidget *cell)
{
  return CW_LIST_PANE (gtk_widget_get_ancestor (cell, CW_TYPE_LIST_PANE));
}

static void
on_toggled (CwItemCell *cell, CwListPane *self)
{
  CwOutlineRow *row = cw_item_cell_get_row (cell);

  cw_outline_model_set_expanded (self->model, row, !cw_outline_row_is_expanded (row));
}

static void
on_secondary_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CwListPane *self = find_pane (cell);
  CwOutlineRow *row = cw_item_cell_get_row (CW_ITEM_CELL (cell));
  double pane_x, pane_y;

  if (row == NULL || cw_outline_row_get_item (row) == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  cw_session_select (self->session, self->side, cw_outline_row_get_item (row));
  gtk_widget_translate_coordinates (cell, GTK_WIDGET (self), x, y, &pane_x, &pane_y);
  _cw_list_pane_emit_row_menu (self, row, pane_x, pane_y);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CwOutlineRow *row = cw_item_cell_get_row (CW_ITEM_CELL (cell));

  if (row == NULL || cw_outline_row_get_item (row) == NULL)
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

/* An item is only dropped on one of the other side. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  CwListPane *self = find_pane (cell);
  CwOutlineRow *row = cw_item_cell_get_row (CW_ITEM_CELL (cell));
  CwOutlineRow *dragged = g_value_get_object (value);
  guint position;

  if (row == NULL || dragged == NULL || cw_outline_row_get_item (row) == NULL)
    return FALSE;

  position = cw_outline_model_find_item (self->model, cw_outline_row_get_item (dragged)->id, NULL);
  if (position != CW_OUTLINE_NOWHERE)
    {
      g_autoptr (GObject) same = g_list_model_get_object (G_LIST_MODEL (self->model), position);

      if (same == G_OBJECT (dragged))
        return FALSE;
    }

  _cw_list_pane_emit_dropped (self, dragged, row, cell);

  return TRUE;
}

static void
add_controllers (GtkWidget *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CW_TYPE_OUTLINE_ROW, GDK_ACTION_COPY);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));

  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, CwListPane *self)
{
  GtkWidget *cell = cw_item_cell_new (self->side);

  g_signal_connect_object (cell, "toggled", G_CALLBACK (on_toggled), self, 0);
  add_controllers (cell);
  gtk_list_item_set_child (item, cell);
}

static void
bind_item (CwListPane *self, GtkListItem *item)
{
  CwOutlineRow *row = gtk_list_item_get_item (item);

  cw_item_cell_bind (CW_ITEM_CELL (gtk_list_item_get_child (item)), row,
                     cw_session_get_languages (self->session), self->two_lines);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, CwListPane *self)
{
  bind_item (self, item);
  g_ptr_array_add (self->items, item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, CwListPane *self)
{
  cw_item_cell_unbind (CW_ITEM_CELL (gtk_list_item_get_child (item)));
  g_ptr_array_remove_fast (self->items, item);
}

void
_cw_list_pane_setup_rows (CwListPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  g_object_unref (factory);
}

/* Shows the rows again in other languages, or with one line more or less. */
void
_cw_list_pane_rebind (CwListPane *self)
{
  for (guint i = 0; i < self->items->len; i++)
    bind_item (self, g_ptr_array_index (self->items, i));
}
