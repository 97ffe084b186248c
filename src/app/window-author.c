/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/author-dialog.h"
#include "app/notice-bar.h"

#include <glib/gi18n.h>

/* Under which name the edits of a window are made. */

void
_cw_window_update_author (CwWindow *self)
{
  g_autofree char *author = cw_author_get_name (self->settings);
  g_autofree char *orcid = g_settings_get_string (self->settings, "author-orcid");

  cw_document_set_author (cw_session_get_document (self->session), author, orcid);
  /* Which codings are one's own depends on who one is. */
  cw_session_update_coding (self->session);
}

static void
show_author (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *dialog = cw_author_dialog_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asked once, with the first edit: is that the name for the table? */
static void
ask_author (CwWindow *self)
{
  g_autofree char *given = g_settings_get_string (self->settings, "author-name");
  g_autofree char *author = NULL;
  g_autofree char *words = NULL;

  if (*given != '\0' || gtk_widget_get_visible (self->author_bar))
    return;

  author = cw_author_get_name (self->settings);
  /* Translators: %s is a person's name */
  words =
    g_strdup_printf (_ ("Your changes are signed “%s”. The name stands in the table."), author);
  cw_notice_bar_show (CW_NOTICE_BAR (self->author_bar), words, NULL);
}

static void
keep_author (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autofree char *author = cw_author_get_name (self->settings);

  g_settings_set_string (self->settings, "author-name", author);
}

/* Answered, here or in another window */
static void
on_author_set (CwWindow *self)
{
  gtk_widget_set_visible (self->author_bar, FALSE);
  _cw_window_update_author (self);
}

/* Keeps to the author in the settings, and asks for one when something is changed. */
void
_cw_window_connect_author (CwWindow *self)
{
  g_signal_connect_object (cw_session_get_document (self->session), "notify::undo-step",
                           G_CALLBACK (ask_author), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::author-name", G_CALLBACK (on_author_set), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::author-orcid",
                           G_CALLBACK (_cw_window_update_author), self, G_CONNECT_SWAPPED);
}

void
_cw_window_install_author_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.keep-author", NULL, keep_author);
  gtk_widget_class_install_action (widget_class, "win.author", NULL, show_author);
}
