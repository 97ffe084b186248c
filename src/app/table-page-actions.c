/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-page-private.h"

#include "app/compat.h"

#include <glib/gi18n.h>

/* What is done to the selected mappings, as one undoable step; with a question first where they are
 * many. */

#define MANY 50

typedef struct
{
  CwTablePage *page;
  CwEdit *edit;
} Pending;

static void
on_answered (const char *response, gpointer user_data)
{
  g_autofree Pending *pending = user_data;

  if (g_str_equal (response, "apply"))
    cw_session_apply (pending->page->session, pending->edit);
  else
    cw_edit_free (pending->edit);
  g_object_unref (pending->page);
}

static void
apply_to (CwTablePage *self, guint n_mappings, CwEdit *edit)
{
  const CwAnswer answers[] = { { "close", _ ("_Cancel") },
                               { "apply", _ ("_Change all") },
                               { NULL, NULL } };
  g_autofree char *heading = NULL;
  Pending *pending;

  if (n_mappings < MANY)
    {
      cw_session_apply (self->session, edit);
      return;
    }

  pending = g_new0 (Pending, 1);
  pending->page = g_object_ref (self);
  pending->edit = edit;
  /* Translators: a question before many mappings are changed at once */
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change %u mapping?",
                                          "Change %u mappings?", n_mappings),
                             n_mappings);
  cw_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                 _ ("It is one step, which can be undone."), answers, "apply", on_answered,
                 pending);
}

/* The selected mappings, or NULL and a word to the person. */
static GArray *
get_chosen (CwTablePage *self)
{
  g_autoptr (GArray) ids = cw_table_page_get_selected (self);

  if (!cw_session_check_editable (self->session))
    return NULL;
  if (ids->len == 0)
    {
      cw_session_fail (self->session, _ ("Select mappings first"));
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static void
set_relation (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwTablePage *self = CW_TABLE_PAGE (widget);
  g_autoptr (GArray) ids = get_chosen (self);
  g_autoptr (CwMapping) values = cw_mapping_new (0, CW_RELATION_EXACT, 0);

  if (ids == NULL ||
      !cw_relation_from_key (g_variant_get_string (parameter, NULL), &values->relation))
    return;

  apply_to (self, ids->len,
            cw_edit_new_bulk_patch (CW_STEP_RELATE, ids, values, CW_MAPPING_RELATION));
}

static void
set_status (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwTablePage *self = CW_TABLE_PAGE (widget);
  g_autoptr (GArray) ids = get_chosen (self);
  g_autoptr (CwMapping) values = cw_mapping_new (0, CW_RELATION_EXACT, 0);

  if (ids == NULL || !cw_status_from_key (g_variant_get_string (parameter, NULL), &values->status))
    return;

  apply_to (self, ids->len,
            cw_edit_new_bulk_patch (CW_STEP_STATUS, ids, values, CW_MAPPING_STATUS));
}

static void
set_confidence (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwTablePage *self = CW_TABLE_PAGE (widget);
  g_autoptr (GArray) ids = get_chosen (self);
  g_autoptr (CwMapping) values = cw_mapping_new (0, CW_RELATION_EXACT, 0);

  if (ids == NULL)
    return;

  values->confidence = g_variant_get_double (parameter);
  apply_to (self, ids->len,
            cw_edit_new_bulk_patch (CW_STEP_CONFIDENCE, ids, values, CW_MAPPING_CONFIDENCE));
}

/* The author of the settings, who makes the edits in this window. */
static void
set_author (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwTablePage *self = CW_TABLE_PAGE (widget);
  g_autoptr (GArray) ids = get_chosen (self);
  g_autoptr (CwMapping) values = cw_mapping_new (0, CW_RELATION_EXACT, 0);

  if (ids == NULL)
    return;

  cw_mapping_set_text (&values->author,
                       cw_document_get_author (cw_session_get_document (self->session)));
  apply_to (self, ids->len,
            cw_edit_new_bulk_patch (CW_STEP_AUTHOR, ids, values, CW_MAPPING_AUTHOR));
}

static void
change_many (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwTablePage *self = CW_TABLE_PAGE (widget);
  g_autoptr (GArray) ids = get_chosen (self);

  if (ids == NULL)
    return;

  if (g_str_equal (action_name, "table.swap"))
    apply_to (self, ids->len, cw_edit_new_bulk_swap (ids));
  else if (g_str_equal (action_name, "table.duplicate"))
    apply_to (self, ids->len, cw_edit_new_bulk_duplicate (ids));
  else
    apply_to (self, ids->len, cw_edit_new_bulk_delete (ids));
}

static void
show_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwTablePage *self = CW_TABLE_PAGE (widget);

  _cw_table_page_popup_menu (self, self->view, 24, 48);
}

static void
edit_cell (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _cw_table_page_edit_cell (CW_TABLE_PAGE (widget));
}

void
_cw_table_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.relation", "s", set_relation);
  gtk_widget_class_install_action (widget_class, "table.status", "s", set_status);
  gtk_widget_class_install_action (widget_class, "table.confidence", "d", set_confidence);
  gtk_widget_class_install_action (widget_class, "table.author", NULL, set_author);
  gtk_widget_class_install_action (widget_class, "table.swap", NULL, change_many);
  gtk_widget_class_install_action (widget_class, "table.duplicate", NULL, change_many);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, change_many);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "table.edit", NULL, edit_cell);

  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + relation, 0, "table.relation",
                                         "s", cw_relation_to_key (relation));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
}

static GMenuModel *
make_submenu (const char *action,
              const char *(*get_key) (guint),
              const char *(*get_name) (guint),
              guint first,
              guint n)
{
  GMenu *menu = g_menu_new ();

  for (guint i = first; i < n; i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s('%s')", action, get_key (i));

      g_menu_append (menu, get_name (i), detailed);
    }

  return G_MENU_MODEL (menu);
}

static const char *
get_relation_key (guint relation)
{
  return cw_relation_to_key (relation);
}

static const char *
get_relation_name (guint relation)
{
  return cw_relation_get_name (relation);
}

static const char *
get_status_key (guint status)
{
  return cw_status_to_key (status);
}

static const char *
get_status_name (guint status)
{
  return cw_status_get_name (status);
}

static GMenuModel *
make_confidence_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int tenths = 10; tenths >= 1; tenths--)
    {
      g_autofree char *name = g_strdup_printf ("%.1f", tenths / 10.0);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "table.confidence", "d", tenths / 10.0);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenuModel) relations =
    make_submenu ("table.relation", get_relation_key, get_relation_name, CW_RELATION_EXACT,
                  CW_N_RELATIONS);
  g_autoptr (GMenuModel) statuses =
    make_submenu ("table.status", get_status_key, get_status_name, 0, CW_N_STATUSES);
  g_autoptr (GMenuModel) confidences = make_confidence_menu ();

  g_menu_append_submenu (values, _ ("Relation"), relations);
  g_menu_append_submenu (values, _ ("Status"), statuses);
  g_menu_append_submenu (values, _ ("Confidence"), confidences);
  g_menu_append (values, _ ("Make me the author"), "table.author");
  g_menu_append (others, _ ("Accept"), "table.status('reviewed')");
  g_menu_append (others, _ ("Reject"), "table.status('rejected')");
  g_menu_append (others, _ ("Swap ends"), "table.swap");
  g_menu_append (others, _ ("Duplicate"), "table.duplicate");
  g_menu_append (others, _ ("Delete"), "table.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return menu;
}

void
_cw_table_page_popup_menu (CwTablePage *self, GtkWidget *at, double x, double y)
{
  double page_x, page_y;

  if (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (self->menu)) == NULL)
    {
      g_autoptr (GMenu) menu = make_menu ();

      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
    }
  gtk_widget_translate_coordinates (at, GTK_WIDGET (self), x, y, &page_x, &page_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) page_x, (int) page_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
