/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/lists-window.h"

/* The window in which lists are edited: one for each document's window. */

static GtkWidget *
get_lists_window (CwWindow *self)
{
  GtkWidget *window = g_object_get_data (G_OBJECT (self), "lists-window");

  if (window != NULL)
    return window;

  window = cw_lists_window_new (self->session, self->edit_actions);
  gtk_window_set_application (GTK_WINDOW (window), gtk_window_get_application (GTK_WINDOW (self)));
  g_object_set_data (G_OBJECT (self), "lists-window", window);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (_cw_window_forget_lists), self);

  return window;
}

void
_cw_window_forget_lists (CwWindow *self)
{
  g_object_set_data (G_OBJECT (self), "lists-window", NULL);
}

void
_cw_window_close_lists (CwWindow *self)
{
  GtkWidget *window = g_object_get_data (G_OBJECT (self), "lists-window");

  if (window == NULL)
    return;

  cw_list_editor_flush (cw_lists_window_get_editor (CW_LISTS_WINDOW (window)));
  g_signal_handlers_disconnect_by_data (window, self);
  g_object_set_data (G_OBJECT (self), "lists-window", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Shows the lists, and the one that was chosen last on the side that was used last. */
static void
show_lists (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *window = get_lists_window (self);
  GPtrArray *chosen =
    cw_session_get_lists (self->session, cw_session_get_active_side (self->session));

  if (cw_list_editor_get_list (cw_lists_window_get_editor (CW_LISTS_WINDOW (window))) == NULL &&
      chosen->len > 0)
    cw_lists_window_show_list (CW_LISTS_WINDOW (window),
                               cw_list_get_id (g_ptr_array_index (chosen, 0)));
  gtk_window_present (GTK_WINDOW (window));
}

void
_cw_window_install_list_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.lists", NULL, show_lists);
}
