/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/lists-window.h"
#include "app/notice-bar.h"
#include "workspace/corrections.h"

#include <glib/gi18n.h>

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

/* Shows the list whose key is given, where what the bar says stands at each list. */
static void
show_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwList *list = cw_document_find_list (cw_session_get_document (self->session),
                                        g_variant_get_string (parameter, NULL));
  GtkWidget *window = get_lists_window (self);

  if (list != NULL)
    cw_lists_window_show_list (CW_LISTS_WINDOW (window), cw_list_get_id (list));
  gtk_widget_set_visible (self->correction_bar, FALSE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_corrections_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  /* Without the shipped lists there is nothing to compare with, and nothing that is missed. */
  g_autoptr (CwCorrections) corrections =
    cw_document_find_corrections_finish (CW_DOCUMENT (source), result, NULL);
  g_autofree char *text = NULL;
  guint n_lists;

  if (corrections == NULL || self->session == NULL || cw_corrections_get_n (corrections) == 0)
    return;

  n_lists = cw_corrections_get_n (corrections);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The program has a corrected version of %u list. Nothing "
                                       "is changed unless you take it.",
                                       "The program has corrected versions of %u lists. Nothing "
                                       "is changed unless you take them.",
                                       n_lists),
                          n_lists);
  cw_notice_bar_show (CW_NOTICE_BAR (self->correction_bar), text,
                      g_variant_new_string (cw_corrections_get (corrections, 0)->key));
}

static void
hide_corrections (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_set_visible (CW_WINDOW (widget)->correction_bar, FALSE);
}

/* Said once for a document that is opened, and only where the user can decide. */
void
_cw_window_find_corrections (CwWindow *self)
{
  CwDocument *document = cw_session_get_document (self->session);

  if (!cw_document_is_read_only (document) && !_cw_window_shares_document (self, document))
    cw_document_find_corrections_async (document, NULL, on_corrections_found, g_object_ref (self));
}

void
_cw_window_install_list_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.lists", NULL, show_lists);
  gtk_widget_class_install_action (widget_class, "win.edit-list", "s", show_list);
  gtk_widget_class_install_action (widget_class, "win.hide-corrections", NULL, hide_corrections);
}
