/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-dialog.h"

#include "model/language.h"
#include "workspace/list-edit.h"
#include "workspace/list-names.h"

#include <glib/gi18n.h>

#define N_PREVIEWED 16
#define N_PROBLEMS 12
#define MAX_SAMPLE 80

struct _CwImportDialog
{
  AdwWindow parent_instance;

  CwSession *session;
  CwListImport *import;
  CwListDraft *draft; /* as it stands now */
  char *key;
  gboolean filling;

  GtkWidget *card_group;
  GtkWidget *columns_group;
  GtkWidget *count;
  GtkWidget *problems;
  GtkWidget *preview;
  GtkWidget *title_row;
  GtkWidget *jurisdiction_row;
  GtkWidget *date_row;
  GtkWidget *language_row;
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwImportDialog, cw_import_dialog, ADW_TYPE_WINDOW)

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
take_text (char **field, GtkWidget *row)
{
  g_free (*field);
  *field = get_text (row);
}

static const char *
get_title (const CwListCard *card)
{
  const char *title = cw_text_get (card->short_title, card->official_language);

  return title != NULL ? title : cw_text_choose (card->short_title, NULL);
}

/* What was filled in goes into the card. */
static void
take_card (CwImportDialog *self)
{
  CwListCard *card = cw_list_import_get_card (self->import);
  g_autofree char *title = get_text (self->title_row);
  g_autofree char *language = get_text (self->language_row);
  g_autofree char *before = g_strdup (get_title (card));

  take_text (&card->jurisdiction, self->jurisdiction_row);
  take_text (&card->issued, self->date_row);
  if (cw_language_is_valid (language) && g_strcmp0 (language, card->official_language) != 0)
    {
      g_free (card->official_language);
      card->official_language = g_strdup (language);
    }
  if (g_strcmp0 (before, title) != 0)
    {
      const char *said = *title != '\0' ? title : NULL;

      if (said == NULL)
        {
          cw_text_free (card->short_title);
          card->short_title = cw_text_new ();
        }
      cw_text_set (card->short_title, card->official_language, said);
      if (cw_text_get (card->title, card->official_language) == NULL ||
          g_strcmp0 (cw_text_get (card->title, card->official_language), before) == 0)
        cw_text_set (card->title, card->official_language, said);
    }
  if (card->key == NULL || !cw_list_key_is_valid (card->key) ||
      cw_document_find_list (cw_session_get_document (self->session), card->key) != NULL)
    {
      g_free (card->key);
      card->key = cw_document_make_list_key (cw_session_get_document (self->session),
                                             card->jurisdiction, title, card->issued);
    }
}

static char *
format_preview (const CwListDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (N_PREVIEWED, cw_list_draft_get_n_items (draft)); i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (draft, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint j = 0; j < item->depth; j++)
        g_string_append (text, "      ");
      g_string_append_printf (text, "%s  %s", item->code,
                              item->labels->len > 0 ? cw_draft_item_get_label (item, 0)->text : "");
    }
  if (cw_list_draft_get_n_items (draft) > N_PREVIEWED)
    g_string_append (text, "\n…");

  return g_string_free (text, FALSE);
}

static char *
format_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (N_PROBLEMS, problems->len); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (problems, i));
  if (problems->len > N_PROBLEMS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more problem",
                                           "and %u more problems", problems->len - N_PROBLEMS),
                              problems->len - N_PROBLEMS);
    }

  return g_string_free (text, FALSE);
}

static void
update (CwImportDialog *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *preview = NULL;
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;
  guint n_items;

  if (self->filling)
    return;

  take_card (self);
  cw_list_draft_free (self->draft);
  self->draft = cw_list_import_read (self->import, problems);
  n_items = cw_list_draft_get_n_items (self->draft);
  preview = format_preview (self->draft);
  words = format_problems (problems);
  count = problems->len == 0
            /* Translators: what a file becomes when it is imported */
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It becomes a list of %u item",
                                            "It becomes a list of %u items", n_items),
                               n_items)
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem is in the way",
                                            "%u problems are in the way", problems->len),
                               problems->len);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->problems), words);
  gtk_widget_set_visible (self->problems, problems->len > 0);
  gtk_label_set_text (GTK_LABEL (self->preview), preview);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.do", problems->len == 0);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  if (ids == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->problems), error->message);
      gtk_widget_set_visible (self->problems, TRUE);
      return;
    }

  g_signal_emit (self, signals[IMPORTED], 0, self->key);
  gtk_window_close (GTK_WINDOW (self));
}

static void
import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwImportDialog *self = CW_IMPORT_DIALOG (widget);

  g_free (self->key);
  self->key = g_strdup (self->draft->card->key);
  cw_document_apply_async (cw_session_get_document (self->session),
                           cw_edit_new_list (self->draft, CW_STEP_LIST_IMPORT), on_applied,
                           g_object_ref (self));
}

static void
cw_import_dialog_finalize (GObject *object)
{
  CwImportDialog *self = CW_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  cw_list_import_free (self->import);
  cw_list_draft_free (self->draft);
  g_free (self->key);

  G_OBJECT_CLASS (cw_import_dialog_parent_class)->finalize (object);
}

static void
cw_import_dialog_class_init (CwImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_import_dialog_finalize;

  /**
   * CwImportDialog::imported:
   * @self: the dialog
   * @key: the new list's unique name
   */
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwImportDialog, card_group);
  gtk_widget_class_bind_template_child (widget_class, CwImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, CwImportDialog, count);
  gtk_widget_class_bind_template_child (widget_class, CwImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, CwImportDialog, preview);
  gtk_widget_class_install_action (widget_class, "import.do", NULL, import);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_entry (CwImportDialog *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->card_group), row);

  return row;
}

static void
cw_import_dialog_init (CwImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_card (CwImportDialog *self)
{
  const CwListCard *card = cw_list_import_get_card (self->import);

  self->title_row = add_entry (self, _ ("Title"), get_title (card));
  self->jurisdiction_row =
    add_entry (self, _ ("Jurisdiction: two letters, such as JP; XA for none"), card->jurisdiction);
  self->date_row = add_entry (self, _ ("Date (YYYY-MM-DD)"), card->issued);
  self->language_row =
    add_entry (self, _ ("Official language, such as en, ja or zh-Hans"), card->official_language);
}

static guint
get_column_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "column"));
}

static gboolean
takes_language (CwListRole role)
{
  return role == CW_ROLE_LABEL || role == CW_ROLE_ALTERNATIVE;
}

static void
on_role_selected (GtkDropDown *dropdown, GParamSpec *pspec, CwImportDialog *self)
{
  CwListPlan *plan = cw_list_import_get_plan (self->import);
  CwListColumn *column = cw_list_plan_get_column (plan, get_column_index (GTK_WIDGET (dropdown)));
  GtkWidget *entry = g_object_get_data (G_OBJECT (dropdown), "language");

  if (self->filling)
    return;

  column->role = gtk_drop_down_get_selected (dropdown);
  if (takes_language (column->role) && column->language == NULL)
    {
      column->language =
        g_intern_string (cw_list_import_get_card (self->import)->official_language);
      column->origin = CW_LABEL_OFFICIAL;
      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (entry), column->language);
      self->filling = FALSE;
    }
  gtk_widget_set_visible (entry, takes_language (column->role));
  update (self);
}

/* Words in another language than the official one are a translation. */
static void
on_language_changed (GtkEditable *entry, CwImportDialog *self)
{
  CwListPlan *plan = cw_list_import_get_plan (self->import);
  CwListColumn *column = cw_list_plan_get_column (plan, get_column_index (GTK_WIDGET (entry)));
  const char *tag = gtk_editable_get_text (entry);

  if (self->filling || !cw_language_is_valid (tag))
    return;

  column->language = g_intern_string (tag);
  column->origin = g_str_equal (tag, cw_list_import_get_card (self->import)->official_language)
                     ? CW_LABEL_OFFICIAL
                     : CW_LABEL_TRANSLATION;
  update (self);
}

static void
on_levels_selected (CwImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->filling)
    return;

  cw_list_import_get_plan (self->import)->levels = adw_combo_row_get_selected (row);
  update (self);
}

static void
on_header_changed (CwImportDialog *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  cw_list_import_get_plan (self->import)->has_header = gtk_switch_get_active (toggle);
  update (self);
}

/* What a cell holds, in a line or two. */
static char *
shorten (const char *text)
{
  g_autofree char *clean = cw_string_clean (text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (clean, -1) <= MAX_SAMPLE)
    return g_steal_pointer (&clean);

  start = g_utf8_substring (clean, 0, MAX_SAMPLE);

  return g_strconcat (start, "…", NULL);
}

static void
add_column (CwImportDialog *self, guint index)
{
  const CwListColumn *column =
    cw_list_plan_get_column (cw_list_import_get_plan (self->import), index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dropdown;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *sample = NULL;

  for (CwListRole role = 0; role < CW_N_LIST_ROLES; role++)
    gtk_string_list_append (names, cw_list_role_get_name (role));
  dropdown = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 cw_list_import_get_heading (self->import, index));
  sample = shorten (cw_list_import_get_sample (self->import, index));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);

  /* Translators: %s is the heading of a column of a table */
  name = g_strdup_printf (_ ("What the column “%s” holds"),
                          cw_list_import_get_heading (self->import, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Language tag"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_tooltip_text (entry, _ ("Language tag"));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (entry, takes_language (column->role));
  gtk_editable_set_text (GTK_EDITABLE (entry), column->language != NULL ? column->language : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), column->role);
  g_object_set_data (G_OBJECT (dropdown), "column", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (dropdown), "language", entry);
  g_object_set_data (G_OBJECT (entry), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (on_role_selected), self, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_language_changed), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), dropdown);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->columns_group), row);
}

static void
fill_columns (CwImportDialog *self)
{
  CwListPlan *plan = cw_list_import_get_plan (self->import);
  GtkWidget *header = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *levels = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_set_visible (self->columns_group, plan != NULL);
  if (plan == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (header),
                                 _ ("The first row names the columns"));
  gtk_switch_set_active (GTK_SWITCH (toggle), plan->has_header);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (header), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (header), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_header_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->columns_group), header);

  for (CwListLevels level = 0; level < CW_N_LIST_LEVELS; level++)
    gtk_string_list_append (names, cw_list_levels_get_name (level));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (levels), _ ("Levels"));
  adw_combo_row_set_model (ADW_COMBO_ROW (levels), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (levels), plan->levels);
  g_signal_connect_object (levels, "notify::selected", G_CALLBACK (on_levels_selected), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->columns_group), levels);

  for (guint i = 0; i < plan->columns->len; i++)
    add_column (self, i);
}

/**
 * cw_import_dialog_new:
 * @session: whose document gets the list
 * @list_import: (transfer full): the file
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_import_dialog_new (CwSession *session, CwListImport *list_import)
{
  CwImportDialog *self = g_object_new (CW_TYPE_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->import = list_import;
  self->filling = TRUE;
  fill_card (self);
  fill_columns (self);
  self->filling = FALSE;
  update (self);
  gtk_widget_grab_focus (self->title_row);

  return GTK_WIDGET (self);
}
