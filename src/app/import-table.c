/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-table.h"

#include "app/import-cell.h"
#include "app/import-choice-cell.h"
#include "workspace/import-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CwImportTable
{
  GtkWidget parent_instance;

  CwSession *session;
  CwImportModel *model;
  GtkSingleSelection *selection;
  gboolean filling;

  GtkWidget *filter;
  GtkWidget *all_button;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (CwImportTable, cw_import_table, GTK_TYPE_WIDGET)

/* Translators: headings of the preview of an import */
static const char *const titles[CW_N_IMPORT_COLUMNS] = {
  [CW_IMPORT_COLUMN_STATE] = NC_ ("import", "State"),
  [CW_IMPORT_COLUMN_LINE] = NC_ ("import", "Line"),
  [CW_IMPORT_COLUMN_LEFT] = NC_ ("import", "Left"),
  [CW_IMPORT_COLUMN_RELATION] = NC_ ("import", "Relation"),
  [CW_IMPORT_COLUMN_RIGHT] = NC_ ("import", "Right"),
  [CW_IMPORT_COLUMN_REMARK] = NC_ ("import", "What differs"),
};

static void
on_filter_selected (CwImportTable *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  cw_import_model_set_state (self->model, selected == 0 ? CW_IMPORT_ALL_STATES : selected - 1);
}

/* Enter on a row is as a click on its check. */
static void
on_activated (CwImportTable *self, guint position)
{
  g_autoptr (CwImportLine) line = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const CwImportRow *row = cw_import_line_get_row (line);

  if (row->state == CW_IMPORT_NEW)
    cw_import_model_leave_out (self->model, line, !row->left_out);
  else if (cw_import_line_is_choosable (line))
    cw_import_model_choose (self->model, line, (row->choice + 1) % CW_N_IMPORT_CHOICES);
}

static void
choose_all (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwImportChoice choice;

  if (cw_import_choice_from_key (g_variant_get_string (parameter, NULL), &choice))
    cw_import_model_choose_all (CW_IMPORT_TABLE (widget)->model, choice);
}

static void
cw_import_table_dispose (GObject *object)
{
  CwImportTable *self = CW_IMPORT_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cw_import_table_parent_class)->dispose (object);
}

static void
cw_import_table_class_init (CwImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_import_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/import-table.ui");
  gtk_widget_class_bind_template_child (widget_class, CwImportTable, filter);
  gtk_widget_class_bind_template_child (widget_class, CwImportTable, all_button);
  gtk_widget_class_bind_template_child (widget_class, CwImportTable, stack);
  gtk_widget_class_bind_template_child (widget_class, CwImportTable, view);
  gtk_widget_class_bind_template_child (widget_class, CwImportTable, message);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "rows.choose-all", "s", choose_all);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, CwImportTable *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  gtk_list_item_set_child (item, cw_import_cell_new (column));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, CwImportTable *self)
{
  cw_import_cell_bind (CW_IMPORT_CELL (gtk_list_item_get_child (item)),
                       gtk_list_item_get_item (item), self->model, self->session);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, CwImportTable *self)
{
  cw_import_cell_unbind (CW_IMPORT_CELL (gtk_list_item_get_child (item)));
}

static void
on_choice_setup (GtkListItemFactory *factory, GtkListItem *item, CwImportTable *self)
{
  gtk_list_item_set_child (item, cw_import_choice_cell_new ());
}

static void
on_choice_bind (GtkListItemFactory *factory, GtkListItem *item, CwImportTable *self)
{
  cw_import_choice_cell_bind (CW_IMPORT_CHOICE_CELL (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item), self->model);
}

static void
on_choice_unbind (GtkListItemFactory *factory, GtkListItem *item, CwImportTable *self)
{
  cw_import_choice_cell_unbind (CW_IMPORT_CHOICE_CELL (gtk_list_item_get_child (item)));
}

static void
append_column (CwImportTable *self, const char *title, GtkListItemFactory *factory, gboolean expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static void
add_column (CwImportTable *self, CwImportColumn which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (which));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  append_column (self, g_dpgettext2 (GETTEXT_PACKAGE, "import", titles[which]), factory,
                 which == CW_IMPORT_COLUMN_LEFT || which == CW_IMPORT_COLUMN_RIGHT ||
                   which == CW_IMPORT_COLUMN_REMARK);
}

static void
add_choice_column (CwImportTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_choice_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_choice_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_choice_unbind), self, 0);
  append_column (self, C_ ("import", "Import"), factory, FALSE);
}

static void
cw_import_table_init (CwImportTable *self)
{
  g_autoptr (GMenuModel) menu = cw_import_choice_cell_make_menu ("rows.choose-all");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = cw_import_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->all_button), menu);
  add_column (self, CW_IMPORT_COLUMN_STATE);
  add_choice_column (self);
  for (CwImportColumn column = CW_IMPORT_COLUMN_LINE; column < CW_N_IMPORT_COLUMNS; column++)
    add_column (self, column);
}

/**
 * cw_import_table_set_session:
 * @self: a table
 * @session: whose document the rows are compared with
 */
void
cw_import_table_set_session (CwImportTable *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
}

/**
 * cw_import_table_get_model:
 * @self: a table
 *
 * Returns: (transfer none): its rows
 */
CwImportModel *
cw_import_table_get_model (CwImportTable *self)
{
  return self->model;
}

static void
fill_filter (CwImportTable *self, CwMappingImport *import)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint state = cw_import_model_get_state (self->model);
  /* Translators: rows of a file, and how many there are */
  g_autofree char *all =
    g_strdup_printf (C_ ("rows of a file", "All (%u)"), cw_mapping_import_get_n_rows (import));

  gtk_string_list_append (names, all);
  for (CwImportState i = 0; i < CW_N_IMPORT_STATES; i++)
    {
      g_autofree char *name =
        /* Translators: %1$s is the state of rows of a file, such as “Changed”, %2$u how many there are */
        g_strdup_printf (C_ ("rows of a file", "%1$s (%2$u)"), cw_import_state_get_name (i),
                         cw_mapping_import_count (import, i));

      gtk_string_list_append (names, name);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->filter), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter),
                              state == CW_IMPORT_ALL_STATES ? 0 : state + 1);
  self->filling = FALSE;
}

/**
 * cw_import_table_show:
 * @self: a table
 * @import: an import that was compared, and has rows
 */
void
cw_import_table_show (CwImportTable *self, CwMappingImport *import)
{
  guint n_differ = cw_mapping_import_count (import, CW_IMPORT_CHANGED) +
                   cw_mapping_import_count (import, CW_IMPORT_CONFLICTING);

  cw_import_model_set_import (self->model, import);
  fill_filter (self, import);
  gtk_widget_set_sensitive (self->filter, TRUE);
  gtk_widget_set_sensitive (self->all_button, n_differ > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "rows");
}

/**
 * cw_import_table_show_message:
 * @self: a table
 * @icon: (nullable): name of an icon
 * @title: why there are no rows, in a few words
 * @message: (nullable): the same in more
 */
void
cw_import_table_show_message (CwImportTable *self,
                              const char *icon,
                              const char *title,
                              const char *message)
{
  /* The description is markup. */
  g_autofree char *markup = message != NULL ? g_markup_escape_text (message, -1) : NULL;

  cw_import_model_set_import (self->model, NULL);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->message), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->message), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->message), markup);
  gtk_widget_set_sensitive (self->filter, FALSE);
  gtk_widget_set_sensitive (self->all_button, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "message");
}

static void
scroll_to (CwImportTable *self, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (self->view);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
        break;
    }
}

/**
 * cw_import_table_go_to:
 * @self: a table
 * @problem: a problem of the file
 *
 * Selects the row where it is; where the filter hides the row, the filter goes.
 *
 * Returns: whether there is such a row
 */
gboolean
cw_import_table_go_to (CwImportTable *self, const CwProblem *problem)
{
  guint index = cw_import_model_find_place (self->model, problem);
  guint position;

  if (index == G_MAXUINT)
    return FALSE;

  if (cw_import_model_find (self->model, index) == G_MAXUINT)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), 0);
  position = cw_import_model_find (self->model, index);
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  gtk_widget_grab_focus (self->view);

  return TRUE;
}
