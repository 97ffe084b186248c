/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/compat.h"
#include "app/export-dialog.h"
#include "app/inspector.h"
#include "app/table-page.h"

#include <glib/gi18n.h>

/* How a table leaves the program: what is chosen, how far it is, what came of it. */

/* An export that takes longer is shown, and can be called off. In milliseconds. */
#define PATIENCE 500
#define INTERVAL 200

static void
show_exported (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (self->exported != NULL)
    cw_compat_show_file (GTK_WINDOW (self), self->exported);
}

static void
show_exported_folder (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (self->exported != NULL)
    cw_compat_show_folder (GTK_WINDOW (self), self->exported);
}

static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* The words, and a way to the folder; the way to the file is the toast's own button. */
static GtkWidget *
make_toast_title (const char *message)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (message);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show in _folder"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-exported-folder");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static void
tell_exported (CwWindow *self)
{
  g_autofree char *name = get_name (self->exported);
  /* Translators: %s is the name of the file that was written */
  g_autofree char *message = g_strdup_printf (_ ("Exported to %s"), name);
  /* The title of a toast is markup. */
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_custom_title (toast, make_toast_title (message));
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.show-exported");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* As long as it is counted how much there is to do, and while the last is put in order, the bar
 * only says that it is alive. */
static void
show_progress (CwWindow *self)
{
  GtkProgressBar *bar = GTK_PROGRESS_BAR (self->export_fraction);
  guint64 total = cw_progress_get_total (self->export_progress);
  guint64 done = cw_progress_get_done (self->export_progress);
  g_autofree char *name = get_name (self->exported);
  g_autofree char *words = NULL;

  if (total == 0 || done >= total)
    {
      gtk_progress_bar_pulse (bar);
      /* Translators: %s is the name of the file that is being written */
      words = g_strdup_printf (_ ("Writing %s…"), name);
    }
  else
    {
      gtk_progress_bar_set_fraction (bar, (double) done / (double) total);
      words =
        /* Translators: the name of the file that is being written, how many rows, and of how many */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Writing %1$s: %2$lu of %3$lu row",
                                      "Writing %1$s: %2$lu of %3$lu rows", (gulong) total),
                         name, (gulong) done, (gulong) total);
    }
  gtk_label_set_text (GTK_LABEL (self->export_label), words);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->export_bar), TRUE);
}

static gboolean
on_interval (gpointer window)
{
  show_progress (window);

  return G_SOURCE_CONTINUE;
}

static gboolean
on_patience_over (gpointer window)
{
  CwWindow *self = window;

  show_progress (self);
  self->export_source = g_timeout_add (INTERVAL, on_interval, self);

  return G_SOURCE_REMOVE;
}

/* From now on the window shows that something is written to a file. */
void
_cw_window_begin_export (CwWindow *self, GFile *file)
{
  g_set_object (&self->exported, file);
  self->export_cancellable = g_cancellable_new ();
  self->export_progress = cw_progress_new ();
  self->export_source = g_timeout_add (PATIENCE, on_patience_over, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-document", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-export", TRUE);
}

/* It is over, or the window is. */
void
_cw_window_end_export (CwWindow *self)
{
  g_clear_handle_id (&self->export_source, g_source_remove);
  if (self->export_cancellable != NULL)
    g_cancellable_cancel (self->export_cancellable);
  g_clear_object (&self->export_cancellable);
  g_clear_pointer (&self->export_progress, cw_progress_unref);
}

/* It is written, or @error says why not. */
void
_cw_window_finish_export (CwWindow *self, const GError *error)
{
  /* The window was closed meanwhile. */
  if (self->session == NULL)
    return;

  _cw_window_end_export (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->export_bar), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-document", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-export", FALSE);
  if (error == NULL)
    tell_exported (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cw_window_show_message (self, _ ("Export cancelled; nothing was written"));
  else
    cw_window_show_message (self, error->message);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  cw_document_export_finish (CW_DOCUMENT (source), result, &error);
  _cw_window_finish_export (self, error);
}

static void
cancel_export (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (self->export_cancellable != NULL)
    g_cancellable_cancel (self->export_cancellable);
}

typedef struct
{
  CwWindow *window;
  CwExport *settings;
  GFile *file;
} Export;

static void
export_free (Export *export)
{
  g_clear_pointer (&export->settings, cw_export_free);
  g_clear_object (&export->file);
  g_free (export);
}

static void
start (Export *export)
{
  CwWindow *self = export->window;

  _cw_window_begin_export (self, export->file);
  cw_export_set_progress (export->settings, self->export_progress);
  cw_inspector_flush (CW_INSPECTOR (self->inspector));
  cw_document_export_async (cw_session_get_document (self->session),
                            g_steal_pointer (&export->settings), export->file,
                            self->export_cancellable, on_exported, g_object_ref (self));
  export_free (export);
}

static void
on_replace_answered (const char *response, gpointer user_data)
{
  Export *export = user_data;

  if (g_str_equal (response, "replace"))
    start (export);
  else
    export_free (export);
}

/* The person agreed to replace the table; of the file beside it nobody asked. */
static void
ask_for_metadata (Export *export, GFile *metadata)
{
  g_autofree char *name = get_name (metadata);
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  const CwAnswer answers[] = {
    { "close", _ ("_Cancel") },
    { "replace", _ ("_Replace") },
    { NULL, NULL },
  };

  cw_compat_ask (GTK_WINDOW (export->window), heading,
                 _ ("The metadata go into this file beside the table, and it is there already."),
                 answers, NULL, on_replace_answered, export);
}

/* @settings is (transfer full). */
void
_cw_window_export_to (CwWindow *self, CwExport *settings, GFile *file)
{
  Export *export = g_new0 (Export, 1);
  g_autoptr (GFile) metadata = cw_export_find_metadata_file (settings, file);

  export->window = self;
  export->settings = settings;
  export->file = g_object_ref (file);
  if (metadata != NULL && g_file_query_exists (metadata, NULL))
    ask_for_metadata (export, metadata);
  else
    start (export);
}

static void
on_export_file_chosen (GFile *file, gpointer user_data)
{
  Export *export = user_data;

  _cw_window_export_to (export->window, g_steal_pointer (&export->settings), file);
  export_free (export);
}

static void
on_export (CwExportDialog *dialog, CwExport *settings, CwWindow *self)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *name =
    g_strdup_printf ("%s.%s", cw_document_get_title (cw_session_get_document (self->session)),
                     settings->format->suffix);

  export->window = self;
  export->settings = settings;
  cw_compat_save_file (GTK_WINDOW (self), _ ("Export"), name, on_export_file_chosen, export);
}

static void
export_table (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *dialog = cw_export_dialog_new (self->session, self->settings);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->pages)), "table") ==
      0)
    {
      g_autoptr (GArray) rows = cw_table_page_get_ids (CW_TABLE_PAGE (self->table_page));
      g_autoptr (GArray) selected = cw_table_page_get_selected (CW_TABLE_PAGE (self->table_page));

      cw_export_dialog_set_table (CW_EXPORT_DIALOG (dialog), rows, selected);
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "export", G_CALLBACK (on_export), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_close_answered (const char *response, gpointer user_data)
{
  CwWindow *self = user_data;

  if (!g_str_equal (response, "stop"))
    return;

  _cw_window_end_export (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* Returns: whether the window is to stay for now, because an export is not finished */
gboolean
_cw_window_ask_about_export (CwWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  const CwAnswer answers[] = {
    { "close", _ ("_Keep exporting") },
    { "stop", _ ("_Cancel export") },
    { NULL, NULL },
  };

  if (self->export_cancellable == NULL)
    return FALSE;

  name = get_name (self->exported);
  /* Translators: %s is the name of the file that is being written */
  heading = g_strdup_printf (_ ("Cancel the export to “%s”?"), name);
  cw_compat_ask (GTK_WINDOW (self), heading,
                 _ ("It is not finished. If you close the window now, nothing is written, and a "
                    "file that was there stays as it was."),
                 answers, "close", on_close_answered, self);

  return TRUE;
}

void
_cw_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_table);
  gtk_widget_class_install_action (widget_class, "win.cancel-export", NULL, cancel_export);
  gtk_widget_class_install_action (widget_class, "win.show-exported", NULL, show_exported);
  gtk_widget_class_install_action (widget_class, "win.show-exported-folder", NULL,
                                   show_exported_folder);
}
