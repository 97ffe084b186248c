/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-dialog.h"

#include "app/export-columns.h"
#include "app/export-pane.h"
#include "app/label-languages.h"
#include "model/language.h"

#include <glib/gi18n.h>

/* As many rows as the preview shows. */
#define N_PREVIEW_ROWS 20

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
  GtkWidget *first_row;
  GtkWidget *second_row;
  GtkWidget *columns_row;
  GtkWidget *sssom_group;
  GtkWidget *metadata_switch;
  GtkWidget *repeat_switch;
  GtkWidget *hashes_switch;
  GtkWidget *pane;

  GArray *rows;                      /* gint64: of the table, NULL where it is not seen */
  GArray *selected;                  /* gint64: of them those that are selected */
  GPtrArray *languages;              /* tags, in the order of the choice */
  const CwConcordanceFormat *format; /* for which the columns were filled in */
  GCancellable *previewing;          /* the preview that is being made */
  gboolean filling;
};

enum
{
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwExportDialog, cw_export_dialog, ADW_TYPE_WINDOW)

static gboolean
is_chosen (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static gboolean
is_on (GtkWidget *toggle)
{
  return gtk_switch_get_active (GTK_SWITCH (toggle));
}

static gboolean
is_sssom (const CwConcordanceFormat *format)
{
  return g_str_equal (format->key, "sssom");
}

static const CwConcordanceFormat *
get_format (CwExportDialog *self)
{
  return cw_concordance_format_get (adw_combo_row_get_selected (ADW_COMBO_ROW (self->format_row)));
}

/* None for the words of the documents themselves, which is the first choice. */
static char **
get_languages (CwExportDialog *self)
{
  guint first = adw_combo_row_get_selected (ADW_COMBO_ROW (self->first_row));
  guint second = adw_combo_row_get_selected (ADW_COMBO_ROW (self->second_row));
  char **tags = g_new0 (char *, 3);

  if (first == 0 || first > self->languages->len)
    return tags;

  tags[0] = g_strdup (g_ptr_array_index (self->languages, first - 1));
  if (second > 0 && second <= self->languages->len && second != first)
    tags[1] = g_strdup (g_ptr_array_index (self->languages, second - 1));

  return tags;
}

static CwExport *
make_export (CwExportDialog *self)
{
  gboolean all = is_chosen (self->all_check);
  GPtrArray *lists = cw_document_get_lists (cw_session_get_document (self->session));
  g_auto (GStrv) languages = get_languages (self);
  g_auto (GStrv) columns = cw_export_columns_get_chosen (CW_EXPORT_COLUMNS (self->columns_row));
  CwExport *export =
    cw_export_new (get_format (self),
                   all ? lists : cw_session_get_lists (self->session, CW_SIDE_LEFT),
                   all ? lists : cw_session_get_lists (self->session, CW_SIDE_RIGHT),
                   (const char *const *) languages, is_on (self->unmapped_switch));

  export->coding_id = cw_session_get_coding (self->session);
  export->with_unmapped = export->with_unmapped && !export->format->mappings_only;
  cw_export_set_columns (export, (const char *const *) columns);
  if (is_sssom (export->format))
    {
      cw_export_set_sssom (export, is_on (self->repeat_switch), is_on (self->hashes_switch), NULL);
      export->metadata_beside = is_on (self->metadata_switch);
    }
  if (is_chosen (self->table_check))
    cw_export_set_chosen (export, self->rows);
  else if (is_chosen (self->selected_check))
    cw_export_set_chosen (export, self->selected);

  return export;
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwExportPreview) preview =
    cw_document_preview_finish (CW_DOCUMENT (source), result, &error);

  /* Another one is being made, or the dialog is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;

  g_clear_object (&self->previewing);
  if (preview != NULL)
    cw_export_pane_show (CW_EXPORT_PANE (self->pane), preview);
  else
    cw_export_pane_show_message (CW_EXPORT_PANE (self->pane), error->message);
}

static void
cancel_preview (CwExportDialog *self)
{
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
}

static void
update_preview (CwExportDialog *self)
{
  cancel_preview (self);
  self->previewing = g_cancellable_new ();
  cw_export_pane_set_busy (CW_EXPORT_PANE (self->pane), TRUE);
  cw_document_preview_async (cw_session_get_document (self->session), make_export (self),
                             N_PREVIEW_ROWS, self->previewing, on_previewed, g_object_ref (self));
}

/* Each format has a choice of its own. */
static void
fill_columns (CwExportDialog *self, const CwConcordanceFormat *format)
{
  g_autoptr (GVariant) choices = g_settings_get_value (self->settings, "export-columns");
  g_autofree const char **keys = NULL;

  if (self->format == format)
    return;

  self->format = format;
  g_variant_lookup (choices, format->key, "^a&s", &keys);
  cw_export_columns_set_format (CW_EXPORT_COLUMNS (self->columns_row), format);
  cw_export_columns_set_chosen (CW_EXPORT_COLUMNS (self->columns_row), (const char *const *) keys);
}

/* A table without a column is no table. */
static gboolean
can_export (CwExportDialog *self)
{
  g_auto (GStrv) columns = cw_export_columns_get_chosen (CW_EXPORT_COLUMNS (self->columns_row));

  return columns == NULL || columns[0] != NULL || get_format (self)->fields != CW_FIELDS_COLUMNS;
}

/* Rows of the table are mappings, and some formats hold nothing else. */
static void
on_changed (CwExportDialog *self)
{
  const CwConcordanceFormat *format = get_format (self);

  if (self->filling || format == NULL)
    return;

  fill_columns (self, format);
  gtk_widget_set_sensitive (self->unmapped_row, !is_chosen (self->table_check) &&
                                                  !is_chosen (self->selected_check) &&
                                                  !format->mappings_only);
  gtk_widget_set_sensitive (self->second_row,
                            adw_combo_row_get_selected (ADW_COMBO_ROW (self->first_row)) > 0);
  gtk_widget_set_visible (self->sssom_group, is_sssom (format));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", can_export (self));
  update_preview (self);
}

static void
remember_columns (CwExportDialog *self, const CwExport *export)
{
  g_autoptr (GVariant) old = g_settings_get_value (self->settings, "export-columns");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  GVariant *keys;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_loop (&iter, "{&s@as}", &key, &keys))
    {
      if (!g_str_equal (key, export->format->key))
        g_variant_builder_add (&builder, "{s@as}", key, keys);
    }
  if (export->columns != NULL)
    g_variant_builder_add (&builder, "{s^as}", export->format->key, export->columns);
  g_settings_set_value (self->settings, "export-columns", g_variant_builder_end (&builder));
}

/* Those of the window are not written down, so that a later change of the window counts. */
static void
remember_languages (CwExportDialog *self, const CwExport *export)
{
  const char *const *languages = (const char *const *) export->languages;

  if (g_strv_equal (languages, cw_session_get_languages (self->session)))
    g_settings_reset (self->settings, "export-languages");
  else
    g_settings_set (self->settings, "export-languages", "m^as", languages);
}

static void
remember (CwExportDialog *self, const CwExport *export)
{
  g_settings_set_string (self->settings, "export-format", export->format->key);
  remember_columns (self, export);
  remember_languages (self, export);
  if (is_sssom (export->format))
    {
      g_settings_set_boolean (self->settings, "export-sssom-metadata", export->metadata_beside);
      g_settings_set_boolean (self->settings, "export-sssom-repeat", export->sssom->expanded);
      g_settings_set_boolean (self->settings, "export-sssom-hashes", export->sssom->with_hashes);
    }
  /* The table is offered first wherever it is seen. */
  if (export->chosen != NULL)
    return;

  g_settings_set_string (self->settings, "export-scope",
                         is_chosen (self->all_check) ? "all" : "shown");
  g_settings_set_boolean (self->settings, "export-unlinked", is_on (self->unmapped_switch));
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwExportDialog *self = CW_EXPORT_DIALOG (widget);
  CwExport *export = make_export (self);

  remember (self, export);
  g_signal_emit (self, signals[EXPORT], 0, export);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cw_export_dialog_dispose (GObject *object)
{
  CwExportDialog *self = CW_EXPORT_DIALOG (object);

  cancel_preview (self);
  self->filling = TRUE;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);

  G_OBJECT_CLASS (cw_export_dialog_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CwExportDialog, child)

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

  g_type_ensure (CW_TYPE_EXPORT_COLUMNS);
  g_type_ensure (CW_TYPE_EXPORT_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/export-dialog.ui");
  BIND (export_button);
  BIND (format_row);
  BIND (shown_check);
  BIND (all_check);
  BIND (shown_row);
  BIND (table_row);
  BIND (table_check);
  BIND (selected_row);
  BIND (selected_check);
  BIND (unmapped_row);
  BIND (unmapped_switch);
  BIND (first_row);
  BIND (second_row);
  BIND (columns_row);
  BIND (sssom_group);
  BIND (metadata_switch);
  BIND (repeat_switch);
  BIND (hashes_switch);
  BIND (pane);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_export_dialog_init (CwExportDialog *self)
{
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    gtk_string_list_append (formats,
                            cw_concordance_format_get_name (cw_concordance_format_get (i)));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->format_row), G_LIST_MODEL (formats));
  g_signal_connect_swapped (self->format_row, "notify::selected", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->first_row, "notify::selected", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->second_row, "notify::selected", G_CALLBACK (on_changed), self);
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

static void
show_sides (CwExportDialog *self)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *subtitle = NULL;

  append_titles (self->session, CW_SIDE_LEFT, titles);
  g_string_append (titles, " ⇄ ");
  append_titles (self->session, CW_SIDE_RIGHT, titles);
  /* The subtitle of a row is markup. */
  subtitle = g_markup_escape_text (titles->str, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->shown_row), subtitle);
}

static void
choose_language (CwExportDialog *self, GtkWidget *row, const char *tag)
{
  guint index;

  if (tag != NULL && g_ptr_array_find_with_equal_func (self->languages, tag, g_str_equal, &index))
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), index + 1);
}

static void
fill_languages (CwExportDialog *self)
{
  g_autoptr (GtkStringList) firsts = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) seconds = gtk_string_list_new (NULL);
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, "export-languages");
  g_autoptr (GVariant) tags = g_variant_get_maybe (kept);
  g_autofree const char **chosen = tags != NULL ? g_variant_get_strv (tags, NULL) : NULL;
  const char *const *languages =
    chosen != NULL ? (const char *const *) chosen : cw_session_get_languages (self->session);

  self->languages =
    cw_label_languages_collect (cw_document_get_lists (cw_session_get_document (self->session)));
  /* Translators: labels in the words of the documents themselves, whatever their language */
  gtk_string_list_append (firsts, C_ ("first language", "As published"));
  gtk_string_list_append (seconds, C_ ("second language", "None"));
  for (guint i = 0; i < self->languages->len; i++)
    {
      g_autofree char *name = cw_language_get_name (g_ptr_array_index (self->languages, i));

      gtk_string_list_append (firsts, name);
      gtk_string_list_append (seconds, name);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->first_row), G_LIST_MODEL (firsts));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->second_row), G_LIST_MODEL (seconds));
  choose_language (self, self->first_row, languages[0]);
  if (languages[0] != NULL)
    choose_language (self, self->second_row, languages[1]);
}

static void
restore (CwExportDialog *self)
{
  g_autofree char *format_key = g_settings_get_string (self->settings, "export-format");
  g_autofree char *scope = g_settings_get_string (self->settings, "export-scope");
  const CwConcordanceFormat *format = cw_concordance_format_find (format_key);
  const struct
  {
    const char *key;
    GtkWidget *toggle;
  } switches[] = {
    { "export-unlinked", self->unmapped_switch },
    { "export-sssom-metadata", self->metadata_switch },
    { "export-sssom-repeat", self->repeat_switch },
    { "export-sssom-hashes", self->hashes_switch },
  };

  if (format != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->format_row),
                                cw_concordance_format_get_index (format));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all_check), g_str_equal (scope, "all"));
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    gtk_switch_set_active (GTK_SWITCH (switches[i].toggle),
                           g_settings_get_boolean (self->settings, switches[i].key));
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

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  restore (self);
  fill_languages (self);
  show_sides (self);
  self->filling = FALSE;
  on_changed (self);
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
