/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-choice-cell.h"

#include "workspace/import-words.h"

#include <glib/gi18n.h>

struct _CwImportChoiceCell
{
  GtkWidget parent_instance;

  CwImportLine *line;
  gulong line_handler;
  CwImportModel *model;
  gboolean updating;

  GtkWidget *check; /* made when they are needed: few rows need a menu */
  GtkWidget *button;
  GSimpleAction *choice;
};

G_DEFINE_FINAL_TYPE (CwImportChoiceCell, cw_import_choice_cell, GTK_TYPE_WIDGET)

static void
cw_import_choice_cell_dispose (GObject *object)
{
  CwImportChoiceCell *self = CW_IMPORT_CHOICE_CELL (object);

  cw_import_choice_cell_unbind (self);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (cw_import_choice_cell_parent_class)->dispose (object);
}

static void
cw_import_choice_cell_class_init (CwImportChoiceCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_import_choice_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importchoice");
}

static void
cw_import_choice_cell_init (CwImportChoiceCell *self)
{
}

/**
 * cw_import_choice_cell_new:
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
cw_import_choice_cell_new (void)
{
  return g_object_new (CW_TYPE_IMPORT_CHOICE_CELL, NULL);
}

/**
 * cw_import_choice_cell_make_menu:
 * @action: what is activated with the key of a choice
 *
 * Returns: (transfer full): the choices
 */
GMenuModel *
cw_import_choice_cell_make_menu (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (CwImportChoice choice = 0; choice < CW_N_IMPORT_CHOICES; choice++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (cw_import_choice_get_name (choice), NULL);

      g_menu_item_set_action_and_target (item, action, "s", cw_import_choice_to_key (choice));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
on_toggled (CwImportChoiceCell *self)
{
  if (self->line != NULL && !self->updating)
    cw_import_model_leave_out (self->model, self->line,
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
on_chosen (GSimpleAction *action, GVariant *parameter, CwImportChoiceCell *self)
{
  CwImportChoice choice;

  if (self->line != NULL &&
      cw_import_choice_from_key (g_variant_get_string (parameter, NULL), &choice))
    cw_import_model_choose (self->model, self->line, choice);
}

static void
make_check (CwImportChoiceCell *self)
{
  if (self->check != NULL)
    return;

  self->check = gtk_check_button_new ();
  gtk_widget_set_halign (self->check, GTK_ALIGN_START);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
}

static void
make_button (CwImportChoiceCell *self)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->button != NULL)
    return;

  group = g_simple_action_group_new ();
  self->choice =
    g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string ("mine"));
  g_signal_connect (self->choice, "activate", G_CALLBACK (on_chosen), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->choice));
  self->button = gtk_menu_button_new ();
  gtk_widget_insert_action_group (self->button, "row", G_ACTION_GROUP (group));
  menu = cw_import_choice_cell_make_menu ("row.choose");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static char *
name_row (CwImportChoiceCell *self)
{
  guint line = cw_import_line_get_row (self->line)->record->line;

  /* Translators: what a check or a menu is about; %u is the number of a line or a row in a file */
  return g_strdup_printf (line > 0 ? _ ("Import line %u") : _ ("Import row %u"),
                          line > 0 ? line : cw_import_line_get_index (self->line) + 1);
}

static void
show_check (CwImportChoiceCell *self, const CwImportRow *row)
{
  g_autofree char *name = name_row (self);

  make_check (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !row->left_out);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_choice (CwImportChoiceCell *self, const CwImportRow *row)
{
  g_autofree char *row_name = name_row (self);
  g_autofree char *name = NULL;

  make_button (self);
  /* Translators: the name of a menu: the row of a file (“Import line 7”), and what is chosen for it */
  name = g_strdup_printf (_ ("%1$s: %2$s"), row_name, cw_import_choice_get_name (row->choice));
  g_simple_action_set_state (self->choice,
                             g_variant_new_string (cw_import_choice_to_key (row->choice)));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button),
                             cw_import_choice_get_name (row->choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
update (CwImportChoiceCell *self)
{
  const CwImportRow *row = cw_import_line_get_row (self->line);
  gboolean choosable = cw_import_line_is_choosable (self->line);

  self->updating = TRUE;
  if (row->state == CW_IMPORT_NEW)
    show_check (self, row);
  else if (choosable)
    show_choice (self, row);
  if (self->check != NULL)
    gtk_widget_set_visible (self->check, row->state == CW_IMPORT_NEW);
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, choosable);
  self->updating = FALSE;
}

/**
 * cw_import_choice_cell_bind:
 * @self: a cell
 * @line: what it is about
 * @model: told of what is chosen
 */
void
cw_import_choice_cell_bind (CwImportChoiceCell *self, CwImportLine *line, CwImportModel *model)
{
  cw_import_choice_cell_unbind (self);
  self->line = g_object_ref (line);
  self->model = g_object_ref (model);
  self->line_handler = g_signal_connect_swapped (line, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * cw_import_choice_cell_unbind:
 * @self: a cell
 */
void
cw_import_choice_cell_unbind (CwImportChoiceCell *self)
{
  if (self->line != NULL)
    g_clear_signal_handler (&self->line_handler, self->line);
  g_clear_object (&self->line);
  g_clear_object (&self->model);
}
