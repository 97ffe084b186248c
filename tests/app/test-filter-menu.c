/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/facet-button.h"
#include "app/filter-menu.h"
#include "app/table-page-private.h"
#include "app/window-private.h"
#include "widgets.h"

static CwTablePage *
get_page (Stage *stage)
{
  return CW_TABLE_PAGE (stage->window->table_page);
}

static guint
n_rows (Stage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (cw_table_page_get_model (get_page (stage))));
}

static void
settle (Stage *stage)
{
  stage_settle (stage);
  spin_until (!cw_mapping_model_is_searching (cw_table_page_get_model (get_page (stage))));
  stage_settle (stage);
}

static void
set_up (Stage *stage, gconstpointer setting)
{
  stage_set_up (stage, setting);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stage->window->pages), "table");
  settle (stage);
}

static void
filter (Stage *stage, const char *text)
{
  GtkWidget *relations = widget_find_nth (stage->window->table_page, CW_TYPE_FACET_BUTTON, 0);

  gtk_editable_set_text (GTK_EDITABLE (get_page (stage)->search_entry), text);
  g_signal_emit_by_name (get_page (stage)->search_entry, "search-changed");
  g_signal_emit_by_name (relations, "value-toggled", "close", TRUE);
  settle (stage);
}

static void
open_kept (Stage *stage, gboolean open)
{
  GtkWidget *menu = widget_find_nth (stage->window->table_page, CW_TYPE_FILTER_MENU, 0);
  GtkWidget *button = gtk_widget_get_first_child (menu);

  if (open)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  else
    gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  settle (stage);
}

/* What is filtered gets a name, and comes back by it: words and facets. */
static void
test_kept (Stage *stage, gconstpointer data)
{
  GtkWidget *menu = widget_find_nth (stage->window->table_page, CW_TYPE_FILTER_MENU, 0);
  GtkWidget *name = widget_find_nth (menu, GTK_TYPE_ENTRY, 0);
  GtkWidget *row = NULL;
  guint n_all = n_rows (stage);
  guint n_kept;

  open_kept (stage, TRUE);
  g_assert_false (gtk_widget_get_sensitive (name));
  open_kept (stage, FALSE);

  filter (stage, "quantum");
  n_kept = n_rows (stage);
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_kept, <, n_all);
  open_kept (stage, TRUE);
  g_assert_true (gtk_widget_get_sensitive (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Close quantum");
  g_assert_true (gtk_widget_activate_action (menu, "filter.keep", NULL));
  settle (stage);
  spin_until ((row = widget_find_nth (menu, GTK_TYPE_LIST_BOX_ROW, 0)) != NULL);
  open_kept (stage, FALSE);

  gtk_widget_activate_action (stage->window->table_page, "table.clear-filter", NULL);
  settle (stage);
  g_assert_cmpuint (n_rows (stage), ==, n_all);
  open_kept (stage, TRUE);
  spin_until ((row = widget_find_nth (menu, GTK_TYPE_LIST_BOX_ROW, 0)) != NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  settle (stage);
  g_assert_cmpuint (n_rows (stage), ==, n_kept);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_page (stage)->search_entry)), ==,
                   "quantum");
}

static void
add_tests (void)
{
  g_test_add ("/filter-menu/kept", Stage, NULL, set_up, test_kept, stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
