/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-problems.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CwImportProblems
{
  GtkWidget parent_instance;

  CwProblemModel *model;

  GtkWidget *stack;
  GtkWidget *view;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwImportProblems, cw_import_problems, GTK_TYPE_WIDGET)

typedef enum
{
  COLUMN_SEVERITY,
  COLUMN_PLACE,
  COLUMN_TEXT,
} Column;

static const char *const icons[CW_N_SEVERITIES] = {
  [CW_SEVERITY_ERROR] = "dialog-error-symbolic",
  [CW_SEVERITY_WARNING] = "dialog-warning-symbolic",
  [CW_SEVERITY_ASSUMED] = "dialog-information-symbolic",
};

static Column
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (get_column (factory) == COLUMN_SEVERITY)
    gtk_box_append (GTK_BOX (box), gtk_image_new ());
  if (get_column (factory) == COLUMN_TEXT)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 24);
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const CwProblem *problem = cw_problem_line_get_problem (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *place = cw_problem_format_place (problem);

  switch (get_column (factory))
    {
    case COLUMN_SEVERITY:
      gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                    icons[problem->severity]);
      gtk_label_set_text (GTK_LABEL (label), cw_severity_get_name (problem->severity));
      break;
    case COLUMN_PLACE:
      gtk_label_set_text (GTK_LABEL (label), place);
      break;
    case COLUMN_TEXT:
    default:
      gtk_label_set_text (GTK_LABEL (label), problem->text);
      break;
    }
}

static void
add_column (CwImportProblems *self, Column which, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (which));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_column_view_column_set_expand (column, which == COLUMN_TEXT);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static void
on_activated (CwImportProblems *self, guint position)
{
  g_autoptr (CwProblemLine) line = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  g_signal_emit (self, signals[ACTIVATED], 0, line);
}

static void
cw_import_problems_dispose (GObject *object)
{
  CwImportProblems *self = CW_IMPORT_PROBLEMS (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cw_import_problems_parent_class)->dispose (object);
}

static void
cw_import_problems_class_init (CwImportProblemsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_import_problems_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * CwImportProblems::activated:
   * @self: the problems
   * @line: (type CwProblemLine): the one that somebody wants to see in the file
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, CW_TYPE_PROBLEM_LINE);
}

static GtkWidget *
make_view (CwImportProblems *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkSingleSelection) selection =
    gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));

  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_widget_add_css_class (self->view, "import-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Problems"), -1);
  add_column (self, COLUMN_SEVERITY, C_ ("column of problems", "Kind"));
  add_column (self, COLUMN_PLACE, C_ ("column of problems", "Place"));
  add_column (self, COLUMN_TEXT, C_ ("column of problems", "Problem"));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);

  return scrolled;
}

static void
cw_import_problems_init (CwImportProblems *self)
{
  GtkWidget *none = adw_status_page_new ();

  self->model = cw_problem_model_new ();
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->stack, "card");
  gtk_widget_set_overflow (self->stack, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_view (self), "problems");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No problems"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), _ ("Everything in it is understood."));
  gtk_widget_add_css_class (none, "compact");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * cw_import_problems_show:
 * @self: the problems
 * @import: (nullable): whose they are
 */
void
cw_import_problems_show (CwImportProblems *self, CwMappingImport *import)
{
  cw_problem_model_set_import (self->model, import);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0
                                      ? "problems"
                                      : "none");
}

/**
 * cw_import_problems_get_view:
 * @self: the problems
 *
 * Returns: (transfer none): the table of them
 */
GtkWidget *
cw_import_problems_get_view (CwImportProblems *self)
{
  return self->view;
}
