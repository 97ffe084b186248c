/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-dialog.h"

#include <glib/gi18n.h>

struct _CwExportDialog
{
  AdwWindow parent_instance;

  CwSession *session;
  GSettings *settings;

  GtkWidget *export_button;
  GtkWidget *format_row;
  GtkWidget *shown_check;
  GtkWidget *all_check;
  GtkWidget *shown_row;
  GtkWidget *table_row;
  GtkWidget *table_check;
  GtkWidget *selected_row;
  GtkWidget *selected_check;
  GtkWidget *unmapped_row;
  GtkWidget *unmapped_switch;

  GArray *rows;     /* gint64: of the table, NULL where it is not seen */
  GArray *selected; /* gint64: of them those that are selected */
};

enum
{
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwExportDialog, cw_export_dialog, ADW_TYPE_WINDOW)

static void
remember (CwExportDialog *self, const CwExport *export, gboolean all)
{
  g_settings_set_string (self->settings, "export-format", export->format->key);
  g_settings_set_string (self->settings, "export-scope", all ? "all" : "shown");
  g_settings_set_boolean (self->settings, "export-unlinked", export->with_unmapped);
}

static gboolean
is_chosen (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static const CwConcordanceFormat *
get_format (CwExportDialog *self)
{
  return cw_concordance_format_get (adw_combo_row_get_selected (ADW_COMBO_ROW (self->format_row)));
}

/* Rows of the table are mappings, and some formats hold nothing else. */
static void
on_scope_changed (CwExportDialog *self)
{
  const CwConcordanceFormat *format = get_format (self);

  gtk_widget_set_sensitive (self->unmapped_row, !is_chosen (self->table_check) &&
                                                  !is_chosen (self->selected_check) &&
                                                  format != NULL && !format->mappings_only);
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwExportDialog *self = CW_EXPORT_DIALOG (widget);
  gboolean all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all_check));
  GPtrArray *lists = cw_document_get_lists (cw_session_get_document (self->session));
  CwExport *export =
    cw_export_new (get_format (self),
                   all ? lists : cw_session_get_lists (self->session, CW_SIDE_LEFT),
                   all ? lists : cw_session_get_lists (self->session, CW_SIDE_RIGHT),
                   cw_session_get_languages (self->session),
                   gtk_switch_get_active (GTK_SWITCH (self->unmapped_switch)));

  export->coding_id = cw_session_get_coding (self->session);
  if (is_chosen (self->table_check))
    cw_export_set_chosen (export, self->rows);
  else if (is_chosen (self->selected_check))
    cw_export_set_chosen (export, self->selected);
  else
    remember (self, export, all);
  g_signal_emit (self, signals[EXPORT], 0, export);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cw_export_dialog_dispose (GObject *object)
{
  CwExportDialog *self = CW_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->selected, g_array_unref);

  G_OBJECT_CLASS (cw_export_dialog_parent_class)->dispose (object);
}

static void
cw_export_dialog_class_init (CwExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_export_dialog_dispose;

  /**
   * CwExportDialog::export:
   * @self: the dialog
   * @settings: (transfer full): a #CwExport; the one handler owns it
   */
  signals[EXPORT] = g_signal_new ("export", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, shown_check);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, all_check);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, shown_row);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, table_check);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, selected_row);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, selected_check);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, unmapped_row);
  gtk_widget_class_bind_template_child (widget_class, CwExportDialog, unmapped_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_changed);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_export_dialog_init (CwExportDialog *self)
{
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    gtk_string_list_append (formats,
                            cw_concordance_format_get_name (cw_concordance_format_get (i)));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->format_row), G_LIST_MODEL (formats));
  g_signal_connect_swapped (self->format_row, "notify::selected", G_CALLBACK (on_scope_changed),
                            self);
}

static void
append_titles (CwSession *session, CwSide side, GString *titles)
{
  GPtrArray *lists = cw_session_get_lists (session, side);

  for (guint i = 0; i < lists->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " + " : "",
                            cw_list_get_short_title (g_ptr_array_index (lists, i),
                                                     cw_session_get_languages (session)));
}

/**
 * cw_export_dialog_new:
 * @session: what is shown
 * @settings: where the last choice is kept
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_export_dialog_new (CwSession *session, GSettings *settings)
{
  CwExportDialog *self = g_object_new (CW_TYPE_EXPORT_DIALOG, NULL);
  g_autofree char *format_key = g_settings_get_string (settings, "export-format");
  g_autofree char *scope = g_settings_get_string (settings, "export-scope");
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *subtitle = NULL;
  const CwConcordanceFormat *format = cw_concordance_format_find (format_key);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  if (format != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->format_row),
                                cw_concordance_format_get_index (format));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all_check), g_str_equal (scope, "all"));
  gtk_switch_set_active (GTK_SWITCH (self->unmapped_switch),
                         g_settings_get_boolean (settings, "export-unlinked"));

  append_titles (session, CW_SIDE_LEFT, titles);
  g_string_append (titles, " ⇄ ");
  append_titles (session, CW_SIDE_RIGHT, titles);
  /* The subtitle of a row is markup. */
  subtitle = g_markup_escape_text (titles->str, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->shown_row), subtitle);
  /* Not on Cancel, which Enter would press. */
  gtk_widget_grab_focus (self->export_button);

  return GTK_WIDGET (self);
}

static void
offer (GtkWidget *row, GArray *mapping_ids)
{
  g_autofree char *subtitle =
    /* Translators: how many mappings would be exported */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mapping", "%u mappings", mapping_ids->len),
                     mapping_ids->len);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_visible (row, TRUE);
}

/**
 * cw_export_dialog_set_table:
 * @self: a dialog
 * @rows: (element-type gint64): the mappings that the table shows, in its order
 * @selected: (element-type gint64): those of them that are selected
 *
 * Offers what the table shows, which is then what is exported unless something else is chosen.
 */
void
cw_export_dialog_set_table (CwExportDialog *self, GArray *rows, GArray *selected)
{
  self->rows = g_array_ref (rows);
  self->selected = g_array_ref (selected);
  offer (self->table_row, rows);
  if (selected->len > 1)
    offer (self->selected_row, selected);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->table_check), TRUE);
}
