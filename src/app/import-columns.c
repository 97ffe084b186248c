/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-columns.h"

#include "model/language.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A table may have thousands of columns, and nobody matches them all by hand. */
#define MAX_COLUMNS 100

typedef struct
{
  char *heading;
  char *sample;
  GtkWidget *role;
  GtkWidget *language;
} Column;

struct _CwImportColumns
{
  GtkWidget parent_instance;

  GArray *columns; /* Column */
  gboolean filling;

  GtkWidget *group;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwImportColumns, cw_import_columns, GTK_TYPE_WIDGET)

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
  g_free (column->sample);
}

static void
cw_import_columns_dispose (GObject *object)
{
  CwImportColumns *self = CW_IMPORT_COLUMNS (object);

  self->filling = TRUE;
  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (cw_import_columns_parent_class)->dispose (object);
}

static void
cw_import_columns_class_init (CwImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_import_columns_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * CwImportColumns::changed:
   * @self: the columns
   * @index: the one that holds something else
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cw_import_columns_init (CwImportColumns *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
}

static Column *
get_column (CwImportColumns *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "column"));
}

static void
on_role_selected (GtkWidget *role, GParamSpec *pspec, CwImportColumns *self)
{
  Column *column = get_column (self, get_index (role));

  gtk_widget_set_visible (column->language, cw_mapping_role_is_label (
                                              gtk_drop_down_get_selected (GTK_DROP_DOWN (role))));
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0, get_index (role));
}

/* While it is typed, it may be none yet. */
static void
on_language_changed (GtkWidget *entry, CwImportColumns *self)
{
  const char *tag = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean valid = *tag == '\0' || cw_language_is_valid (tag);

  if (valid)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  if (!self->filling && valid)
    g_signal_emit (self, signals[CHANGED], 0, get_index (entry));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_setup_selected (GtkListItemFactory *factory, GtkListItem *item)
{
  on_setup (factory, item);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_list_item_get_child (item)), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), 13);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (gboolean selected)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (selected ? on_setup_selected : on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);

  return factory;
}

static GtkWidget *
make_role (CwImportColumns *self, guint index, CwMappingRole role, const char *heading)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) shown = make_factory (TRUE);
  g_autoptr (GtkListItemFactory) listed = make_factory (FALSE);
  /* Translators: %s is the heading of a column of a table */
  g_autofree char *name = g_strdup_printf (_ ("What the column “%s” holds"), heading);
  GtkWidget *dropdown;

  for (CwMappingRole i = 0; i < CW_N_MAPPING_ROLES; i++)
    gtk_string_list_append (names, cw_mapping_role_get_name (i));
  dropdown = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (dropdown), shown);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (dropdown), listed);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (dropdown), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (on_role_selected), self, 0);

  return dropdown;
}

static GtkWidget *
make_language (CwImportColumns *self, guint index, const CwMappingColumn *column)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Language tag"));
  gtk_editable_set_text (GTK_EDITABLE (entry), column->language != NULL ? column->language : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_tooltip_text (entry, _ ("Language tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Language tag"), -1);
  gtk_widget_set_visible (entry, cw_mapping_role_is_label (column->role));
  g_object_set_data (G_OBJECT (entry), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_language_changed), self, 0);

  return entry;
}

static GtkWidget *
make_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_names (const char *heading, const char *sample)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (names), make_line (heading, NULL));
  if (*sample != '\0')
    gtk_box_append (GTK_BOX (names), make_line (sample, "subtitle"));
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (names, *sample != '\0' ? sample : heading);

  return names;
}

/* Not an AdwActionRow: its labels wrap, and take the menus' room or are cut. */
static GtkWidget *
make_row (const Column *column, const char *name, const char *sample)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (choices, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (choices), column->role);
  gtk_box_append (GTK_BOX (choices), column->language);
  gtk_box_append (GTK_BOX (box), make_names (name, sample));
  gtk_box_append (GTK_BOX (box), choices);
  gtk_widget_add_css_class (box, "import-column");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
add_column (CwImportColumns *self,
            guint index,
            const CwMappingColumn *column,
            const char *heading,
            const char *sample)
{
  /* Translators: stands for the heading of a column that has none; %u is its number */
  g_autofree char *name =
    *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_ ("Column %u"), index + 1);
  Column made = { g_strdup (heading), g_strdup (sample),
                  make_role (self, index, column->role, name),
                  make_language (self, index, column) };

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), make_row (&made, name, sample));
  g_array_append_val (self->columns, made);
}

static gboolean
is_shown (CwImportColumns *self, const CwMappingPlan *plan, char **headings, char **samples)
{
  if (self->group == NULL || self->columns->len != MIN (plan->columns->len, MAX_COLUMNS))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);

      if (!g_str_equal (column->heading, headings[i]) || !g_str_equal (column->sample, samples[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_being_typed (GtkWidget *entry)
{
  return (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Whoever is at a column stays there: the rows are made anew only where the columns are others. */
static void
show_roles (CwImportColumns *self, const CwMappingPlan *plan)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const CwMappingColumn *column = cw_mapping_plan_get_column (plan, i);
      const Column *shown = get_column (self, i);
      CwMappingColumn before = { 0 };

      cw_import_columns_get (self, i, &before);
      if (before.role != column->role)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (shown->role), column->role);
      if (before.language != column->language && !is_being_typed (shown->language))
        gtk_editable_set_text (GTK_EDITABLE (shown->language),
                               column->language != NULL ? column->language : "");
    }
}

static void
make_rows (CwImportColumns *self, const CwMappingPlan *plan, char **headings, char **samples)
{
  guint n_columns = MIN (plan->columns->len, MAX_COLUMNS);

  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_array_set_size (self->columns, 0);
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Columns"));
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  for (guint i = 0; i < n_columns; i++)
    add_column (self, i, cw_mapping_plan_get_column (plan, i), headings[i], samples[i]);
  if (n_columns < plan->columns->len)
    {
      g_autofree char *more =
        /* Translators: %u is how many columns of a table are not shown */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more column is not shown",
                                      "%u more columns are not shown",
                                      plan->columns->len - n_columns),
                         plan->columns->len - n_columns);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), more);
    }
}

/**
 * cw_import_columns_show:
 * @self: the columns
 * @plan: what they hold
 * @headings: (array zero-terminated=1): what stands above each
 * @samples: (array zero-terminated=1): what stands in each
 */
void
cw_import_columns_show (CwImportColumns *self,
                        const CwMappingPlan *plan,
                        char **headings,
                        char **samples)
{
  self->filling = TRUE;
  if (is_shown (self, plan, headings, samples))
    show_roles (self, plan);
  else
    make_rows (self, plan, headings, samples);
  self->filling = FALSE;
}

/**
 * cw_import_columns_get:
 * @self: the columns
 * @index: one that is shown
 * @column: (out): what it is said to hold
 */
void
cw_import_columns_get (CwImportColumns *self, guint index, CwMappingColumn *column)
{
  const Column *shown = get_column (self, index);
  const char *tag = gtk_editable_get_text (GTK_EDITABLE (shown->language));

  column->role = gtk_drop_down_get_selected (GTK_DROP_DOWN (shown->role));
  column->language = cw_mapping_role_is_label (column->role) && cw_language_is_valid (tag)
                       ? g_intern_string (tag)
                       : NULL;
}

/**
 * cw_import_columns_get_role:
 * @self: the columns
 * @index: one that is shown
 *
 * Returns: (transfer none): the drop-down that says what it holds
 */
GtkWidget *
cw_import_columns_get_role (CwImportColumns *self, guint index)
{
  return get_column (self, index)->role;
}

/**
 * cw_import_columns_get_language:
 * @self: the columns
 * @index: one that is shown
 *
 * Returns: (transfer none): the field for the language of its labels
 */
GtkWidget *
cw_import_columns_get_language (CwImportColumns *self, guint index)
{
  return get_column (self, index)->language;
}
