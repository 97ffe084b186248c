/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/author-dialog.h"

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

void
_cw_window_install_author_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.author", NULL, show_author);
}
