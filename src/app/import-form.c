/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-form.h"

#include "app/import-columns.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CwImportForm
{
  GtkWidget parent_instance;

  CwSession *session;
  CwImportSetup *setup; /* borrowed from the dialog */
  CwMappingPlan *plan;  /* (nullable) of a table, as it was read last */
  GArray *list_ids;     /* gint64, in the order of the rows for lists; 0 for those of the side */
  gboolean filling;

  GtkWidget *format_row;
  GtkWidget *strict_switch;
  GtkWidget *table_group;
  GtkWidget *encoding_row;
  GtkWidget *separator_row;
  GtkWidget *sheet_row;
  GtkWidget *header_switch;
  GtkWidget *columns;
  GtkWidget *left_row;
  GtkWidget *right_row;
  GtkWidget *relation_row;
  GtkWidget *items_switch;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwImportForm, cw_import_form, GTK_TYPE_WIDGET)

/* In the order of the row for it. */
static const char separators[] = { ',', ';', '\t', '|' };

static guint
get_selected (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static gboolean
was_chosen (CwImportForm *self, GtkWidget *row)
{
  return !self->filling && get_selected (row) != GTK_INVALID_LIST_POSITION;
}

static void
tell (CwImportForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tell_with_new_columns (CwImportForm *self)
{
  g_clear_pointer (&self->setup->plan, cw_mapping_plan_free);
  tell (self);
}

/* From now on nothing is found out of the columns: the person knows better. */
static CwMappingPlan *
own_plan (CwImportForm *self)
{
  if (self->setup->plan == NULL && self->plan != NULL)
    self->setup->plan = cw_mapping_plan_copy (self->plan);

  return self->setup->plan;
}

static void
on_format_selected (CwImportForm *self)
{
  if (!was_chosen (self, self->format_row))
    return;

  self->setup->has_format = TRUE;
  self->setup->format = get_selected (self->format_row);
  tell_with_new_columns (self);
}

static void
on_strict_changed (CwImportForm *self)
{
  if (self->filling)
    return;

  self->setup->manner =
    gtk_switch_get_active (GTK_SWITCH (self->strict_switch)) ? CW_READ_STRICT : CW_READ_LENIENT;
  tell (self);
}

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
on_encoding_selected (CwImportForm *self)
{
  if (!was_chosen (self, self->encoding_row))
    return;

  take_text (&self->setup->encoding,
             cw_import_setup_list_encodings ()[get_selected (self->encoding_row)]);
  tell_with_new_columns (self);
}

static void
on_separator_selected (CwImportForm *self)
{
  if (!was_chosen (self, self->separator_row))
    return;

  self->setup->separator = separators[get_selected (self->separator_row)];
  tell_with_new_columns (self);
}

static void
on_sheet_selected (CwImportForm *self)
{
  GtkStringObject *sheet = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->sheet_row));

  if (self->filling || sheet == NULL)
    return;

  take_text (&self->setup->sheet, gtk_string_object_get_string (sheet));
  tell_with_new_columns (self);
}

static void
on_header_changed (CwImportForm *self)
{
  CwMappingPlan *plan;

  if (self->filling)
    return;
  plan = own_plan (self);
  if (plan == NULL)
    return;

  plan->has_header = gtk_switch_get_active (GTK_SWITCH (self->header_switch));
  tell (self);
}

static void
on_columns_changed (CwImportForm *self, guint index)
{
  CwMappingPlan *plan = own_plan (self);

  if (plan == NULL)
    return;

  cw_import_columns_get (CW_IMPORT_COLUMNS (self->columns), index,
                         cw_mapping_plan_get_column (plan, index));
  tell (self);
}

static void
on_relation_selected (CwImportForm *self)
{
  CwMappingPlan *plan;

  if (!was_chosen (self, self->relation_row))
    return;
  plan = own_plan (self);
  if (plan == NULL)
    return;

  /* CW_RELATION_NONE is 0, and so is the row that says that there is none. */
  plan->relation = get_selected (self->relation_row);
  plan->has_relation = plan->relation != CW_RELATION_NONE;
  tell (self);
}

static void
take_lists (CwImportForm *self, GtkWidget *row, CwSide side, GPtrArray *lists)
{
  CwDocument *document = cw_session_get_document (self->session);
  gint64 id = g_array_index (self->list_ids, gint64, get_selected (row));
  CwList *list = cw_document_get_list_by_id (document, id);
  GPtrArray *of_side = cw_session_get_lists (self->session, side);

  g_ptr_array_set_size (lists, 0);
  if (list != NULL)
    g_ptr_array_add (lists, g_object_ref (list));
  for (guint i = 0; list == NULL && i < of_side->len; i++)
    g_ptr_array_add (lists, g_object_ref (g_ptr_array_index (of_side, i)));
}

static void
take_both_lists (CwImportForm *self)
{
  take_lists (self, self->left_row, CW_SIDE_LEFT, self->setup->left);
  take_lists (self, self->right_row, CW_SIDE_RIGHT, self->setup->right);
}

static void
on_lists_selected (CwImportForm *self)
{
  if (self->filling || self->session == NULL)
    return;

  take_both_lists (self);
  tell (self);
}

static void
on_items_changed (CwImportForm *self)
{
  if (self->filling)
    return;

  self->setup->make_items = gtk_switch_get_active (GTK_SWITCH (self->items_switch));
  tell (self);
}

static void
cw_import_form_dispose (GObject *object)
{
  CwImportForm *self = CW_IMPORT_FORM (object);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->plan, cw_mapping_plan_free);
  g_clear_pointer (&self->list_ids, g_array_unref);

  G_OBJECT_CLASS (cw_import_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, format_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, strict_switch);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, table_group);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, separator_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, header_switch);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, columns);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, left_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, right_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, relation_row);
  gtk_widget_class_bind_template_child (widget_class, CwImportForm, items_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_format_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_strict_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_separator_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_header_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_lists_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_relation_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
}

static void
cw_import_form_class_init (CwImportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_import_form_dispose;

  /**
   * CwImportForm::changed:
   * @self: the form
   *
   * The file is to be read another way.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CW_TYPE_IMPORT_COLUMNS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/import-form.ui");
  bind_children (widget_class);
}

/* @names is (transfer full). */
static void
set_names (GtkWidget *row, GtkStringList *names, guint selected)
{
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_unref (names);
}

static void
fill_separators (CwImportForm *self)
{
  const char *names[] = { C_ ("between cells", "Comma"), C_ ("between cells", "Semicolon"),
                          C_ ("between cells", "Tab"), C_ ("between cells", "Vertical bar"), NULL };

  set_names (self->separator_row, gtk_string_list_new (names), GTK_INVALID_LIST_POSITION);
}

static void
fill_relations (CwImportForm *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  /* Translators: rows of a file that name no relation get none, and stay out */
  gtk_string_list_append (names, C_ ("relation", "None"));
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    gtk_string_list_append (names, cw_relation_get_name (relation));
  set_names (self->relation_row, names, 0);
}

static void
fill_formats (CwImportForm *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (CwSourceFormat format = 0; format < CW_N_SOURCE_FORMATS; format++)
    gtk_string_list_append (names, cw_source_format_get_name (format));
  set_names (self->format_row, names, GTK_INVALID_LIST_POSITION);
}

static void
cw_import_form_init (CwImportForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  fill_formats (self);
  set_names (self->encoding_row, gtk_string_list_new (cw_import_setup_list_encodings ()),
             GTK_INVALID_LIST_POSITION);
  fill_separators (self);
  fill_relations (self);
  gtk_widget_set_visible (self->table_group, FALSE);
  gtk_widget_set_visible (self->columns, FALSE);
  gtk_widget_set_visible (self->relation_row, FALSE);
  self->filling = FALSE;
}

static guint
find_list (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return i;
    }

  return 0;
}

static void
fill_lists (CwImportForm *self, GtkWidget *row, const char *first, gint64 chosen)
{
  GPtrArray *lists = cw_document_get_lists (cw_session_get_document (self->session));
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, first);
  for (guint i = 0; i < lists->len; i++)
    gtk_string_list_append (names,
                            cw_list_get_short_title (g_ptr_array_index (lists, i),
                                                     cw_session_get_languages (self->session)));
  set_names (row, names, find_list (self->list_ids, chosen));
}

/**
 * cw_import_form_update_lists:
 * @self: a form
 *
 * The lists of the document are others now.
 */
void
cw_import_form_update_lists (CwImportForm *self)
{
  GPtrArray *lists = cw_document_get_lists (cw_session_get_document (self->session));
  guint left = get_selected (self->left_row);
  guint right = get_selected (self->right_row);
  gint64 left_id = left < self->list_ids->len ? g_array_index (self->list_ids, gint64, left) : 0;
  gint64 right_id = right < self->list_ids->len ? g_array_index (self->list_ids, gint64, right) : 0;
  gint64 id = 0;

  g_array_set_size (self->list_ids, 0);
  g_array_append_val (self->list_ids, id);
  for (guint i = 0; i < lists->len; i++)
    {
      id = cw_list_get_id (g_ptr_array_index (lists, i));
      g_array_append_val (self->list_ids, id);
    }

  self->filling = TRUE;
  fill_lists (self, self->left_row, _ ("Those on the left side"), left_id);
  fill_lists (self, self->right_row, _ ("Those on the right side"), right_id);
  self->filling = FALSE;
  take_both_lists (self);
}

/**
 * cw_import_form_begin:
 * @self: a form
 * @session: what the window looks at
 * @setup: what is to be imported, where the form writes what is chosen; outlives it
 */
void
cw_import_form_begin (CwImportForm *self, CwSession *session, CwImportSetup *setup)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->setup = setup;
  cw_import_form_update_lists (self);
}

static guint
find_text (const char *const *texts, const char *text)
{
  for (guint i = 0; text != NULL && texts[i] != NULL; i++)
    {
      if (g_str_equal (texts[i], text))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static guint
find_separator (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (separators[i] == separator)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
show_table (CwImportForm *self, const CwImportPreview *preview)
{
  gboolean is_book = preview->sheets != NULL;
  gboolean is_text = preview->encoding != NULL;

  gtk_widget_set_visible (self->encoding_row, is_text);
  gtk_widget_set_visible (self->separator_row, is_text);
  gtk_widget_set_visible (self->sheet_row, is_book);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->encoding_row),
                              find_text (cw_import_setup_list_encodings (), preview->encoding));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->separator_row),
                              find_separator (preview->separator));
  if (is_book)
    set_names (self->sheet_row, gtk_string_list_new ((const char *const *) preview->sheets),
               find_text ((const char *const *) preview->sheets, preview->sheet));
  gtk_switch_set_active (GTK_SWITCH (self->header_switch), preview->plan->has_header);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->relation_row),
                              preview->plan->has_relation ? preview->plan->relation : 0);
  cw_import_columns_show (CW_IMPORT_COLUMNS (self->columns), preview->plan, preview->headings,
                          preview->samples);
}

/**
 * cw_import_form_show:
 * @self: a form
 * @preview: what was found out of the file
 */
void
cw_import_form_show (CwImportForm *self, const CwImportPreview *preview)
{
  gboolean is_table = preview->plan != NULL;

  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->format_row), preview->format);
  g_clear_pointer (&self->plan, cw_mapping_plan_free);
  if (is_table)
    {
      self->plan = cw_mapping_plan_copy (preview->plan);
      show_table (self, preview);
    }
  /* A wrong encoding or sheet can be the reason why it is no table. */
  if (is_table || preview->format != CW_SOURCE_TABLE)
    {
      gtk_widget_set_visible (self->table_group, is_table);
      gtk_widget_set_visible (self->columns, is_table);
      gtk_widget_set_visible (self->relation_row, is_table);
    }
  self->filling = FALSE;
}
