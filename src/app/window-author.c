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

/* Said once, with the first edit: under which name it was made. */
void
_cw_window_tell_author (CwWindow *self)
{
  g_autofree char *given = g_settings_get_string (self->settings, "author-name");
  g_autofree char *author = NULL;
  g_autofree char *message = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (*given != '\0' || g_settings_get_boolean (self->settings, "author-asked"))
    return;

  g_settings_set_boolean (self->settings, "author-asked", TRUE);
  author = cw_author_get_name (self->settings);
  /* Translators: %s is a person's name */
  message = g_strdup_printf (_ ("Your edits are signed “%s”"), author);
  /* The title of a toast is markup. */
  title = g_markup_escape_text (message, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Change…"));
  adw_toast_set_action_name (toast, "win.author");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
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
