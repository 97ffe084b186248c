/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/compat.h"
#include "app/inspector.h"
#include "app/mapping-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* How mappings enter: from a file that is chosen or dropped, or from the clipboard. */

/* What the toast offers. It may still be there when something else was done. */
static void
undo_import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  const CwStep *step = cw_document_get_undo_step (cw_session_get_document (self->session));

  if (step != NULL && step->kind == CW_STEP_IMPORT)
    cw_session_undo (self->session);
  else
    cw_window_show_message (self, _ ("Something else was done since; undo that first"));
}

static void
on_imported (CwMappingImportDialog *dialog, guint n_mappings, CwWindow *self)
{
  g_autofree char *title =
    /* Translators: %u is how many mappings an import changed */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mapping imported", "%u mappings imported",
                                  n_mappings),
                     n_mappings);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-import");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* @setup is (transfer full). */
void
_cw_window_import_mappings (CwWindow *self, CwImportSetup *setup)
{
  GtkWidget *dialog;

  if (!cw_session_check_editable (self->session))
    {
      cw_import_setup_free (setup);
      return;
    }

  cw_inspector_flush (CW_INSPECTOR (self->inspector));
  dialog = cw_mapping_import_dialog_new (self->session, setup);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_file_chosen (GFile *file, gpointer window)
{
  _cw_window_import_mappings (window, cw_import_setup_new_for_file (file));
}

static void
import_mappings (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (!cw_session_check_editable (CW_WINDOW (widget)->session))
    return;

  cw_compat_open_file (GTK_WINDOW (widget), _ ("Import mappings"), _ ("Mappings"),
                       "*.csv;*.tsv;*.txt;*.xlsx;*.json;*.ndjson;*.crosswalk", on_file_chosen,
                       widget);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->session == NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      cw_window_show_message (self, _ ("There is no text in the clipboard"));
      return;
    }

  /* Translators: what mappings are read from, where a file would have its name */
  _cw_window_import_mappings (self, cw_import_setup_new_for_text (text, _ ("the clipboard")));
}

static void
paste_mappings (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read,
                                 g_object_ref (widget));
}

static gboolean
on_file_dropped (GtkDropTarget *target, const GValue *value, double x, double y, CwWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self)))
    return FALSE;
  if (files->next != NULL)
    {
      cw_window_show_message (self, _ ("One file is imported at a time"));
      return FALSE;
    }

  _cw_window_import_mappings (self, cw_import_setup_new_for_file (files->data));

  return TRUE;
}

/* A document that is read-only takes nothing, and says so before somebody has chosen a file. */
void
_cw_window_connect_import (CwWindow *self)
{
  gboolean writable = !cw_document_is_read_only (cw_session_get_document (self->session));
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-mappings", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-mappings", writable);
  g_signal_connect (target, "drop", G_CALLBACK (on_file_dropped), self);
  if (writable)
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  else
    g_object_unref (target);
}

void
_cw_window_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-mappings", NULL, import_mappings);
  gtk_widget_class_install_action (widget_class, "win.paste-mappings", NULL, paste_mappings);
  gtk_widget_class_install_action (widget_class, "win.undo-import", NULL, undo_import);
}
