/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "app/absence-dialog.h"
#include "app/author-dialog.h"
#include "app/checks-page.h"
#include "app/coding-dialog.h"
#include "app/codings-page.h"
#include "app/export-dialog.h"
#include "app/history-page.h"
#include "formats/concordance-format.h"
#include "app/split-dialog.h"
#include "app/table-page.h"
#include "app/new-list-dialog.h"
#include "app/list-editor.h"
#include "app/lists-window.h"
#include "app/list-correction.h"
#include "app/label-dialog.h"
#include "app/item-chooser.h"
#include "app/import-dialog.h"
#include "app/import-form.h"
#include "app/import-table.h"
#include "app/mapping-import-dialog.h"
#include "app/filter-menu.h"
#include "app/mapping-editor.h"
#include "app/mapping-history.h"
#include "app/mark-dialog.h"
#include "app/notice-bar.h"
#include "app/settle-dialog.h"
#include "app/shortcuts.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

#define UI_FOLDER "/io/github/listcrosswalk/Crosswalk/ui/"

static const StageSetting small = { .small = TRUE };

/* Every template can be made, with nothing given to it. */
static void
test_templates (void)
{
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_auto (GStrv) names = g_resources_enumerate_children (UI_FOLDER, 0, NULL);
  guint n_templates = 0;

  stage_get_application ();
  g_type_ensure (CW_TYPE_WINDOW);
  g_type_ensure (CW_TYPE_ABSENCE_DIALOG);
  g_type_ensure (CW_TYPE_AUTHOR_DIALOG);
  g_type_ensure (CW_TYPE_FILTER_MENU);
  g_type_ensure (CW_TYPE_CHECKS_PAGE);
  g_type_ensure (CW_TYPE_CODING_DIALOG);
  g_type_ensure (CW_TYPE_CODINGS_PAGE);
  g_type_ensure (CW_TYPE_EXPORT_DIALOG);
  g_type_ensure (CW_TYPE_HISTORY_PAGE);
  g_type_ensure (CW_TYPE_SPLIT_DIALOG);
  g_type_ensure (CW_TYPE_NEW_LIST_DIALOG);
  g_type_ensure (CW_TYPE_LIST_EDITOR);
  g_type_ensure (CW_TYPE_LISTS_WINDOW);
  g_type_ensure (CW_TYPE_LIST_CORRECTION);
  g_type_ensure (CW_TYPE_LABEL_DIALOG);
  g_type_ensure (CW_TYPE_ITEM_CHOOSER);
  g_type_ensure (CW_TYPE_IMPORT_DIALOG);
  g_type_ensure (CW_TYPE_IMPORT_FORM);
  g_type_ensure (CW_TYPE_IMPORT_TABLE);
  g_type_ensure (CW_TYPE_MAPPING_IMPORT_DIALOG);
  g_type_ensure (CW_TYPE_MAPPING_EDITOR);
  g_type_ensure (CW_TYPE_MAPPING_HISTORY);
  g_type_ensure (CW_TYPE_MARK_DIALOG);
  g_type_ensure (CW_TYPE_NOTICE_BAR);
  g_type_ensure (CW_TYPE_SETTLE_DIALOG);
  g_type_ensure (CW_TYPE_TABLE_PAGE);
  /* Types of parts are known when their wholes are. */
  g_type_class_unref (g_type_class_ref (CW_TYPE_WINDOW));
  g_type_class_unref (g_type_class_ref (CW_TYPE_COMPARE_PAGE));
  g_type_class_unref (g_type_class_ref (CW_TYPE_LIST_PANE));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (UI_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
      g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *class_name = NULL;
      GtkWidget *widget;

      if (!g_regex_match (regex, xml, 0, &match))
        continue;
      class_name = g_match_info_fetch (match, 1);
      g_test_message ("%s", class_name);
      g_assert_true (g_type_is_a (g_type_from_name (class_name), GTK_TYPE_WIDGET));
      widget = g_object_ref_sink (g_object_new (g_type_from_name (class_name), NULL));
      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
      g_assert_finalize_object (widget);
      n_templates++;
    }
  g_assert_cmpuint (n_templates, >=, 11);
}

static void
look_for_text (GtkWidget *widget, gpointer user_data)
{
  gboolean *found = user_data;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    *found = TRUE;
}

/* What a screen reader would say of it. */
static gboolean
has_name (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  gboolean has_text = FALSE;

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (tooltip != NULL && *tooltip != '\0')
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0';
  /* A menu button's name is that of the button inside. */
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    widget_visit (widget, look_for_text, &has_text);

  return has_text;
}

typedef struct
{
  guint n_controls;
  guint n_nameless;
} Count;

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
         GTK_IS_TEXT (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_SCALE (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget) ||
         ADW_IS_ENTRY_ROW (widget) || ADW_IS_COMBO_ROW (widget);
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    g_string_append_printf (text, " in %s", G_OBJECT_TYPE_NAME (parent));

  return g_string_free (text, FALSE);
}

/* Controls of which everything is named; what a control is made of is the toolkit's own. */
static void
check_names (GtkWidget *widget, Count *count)
{
  /* A row that unfolds has a switch of its own, which stays hidden. */
  if (GTK_IS_SWITCH (widget) && !gtk_widget_get_visible (widget))
    return;
  if (is_control (widget))
    {
      count->n_controls++;
      if (!has_name (widget))
        {
          g_autofree char *place = describe (widget);

          g_printerr ("nameless: %s\n", place);
          count->n_nameless++;
        }
      if (GTK_IS_MENU_BUTTON (widget) &&
          gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) != NULL)
        check_names (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget))), count);
      return;
    }
  if (GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_POPOVER_MENU (widget))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, count);
}

static void
assert_all_named (GtkWidget *root, guint n_at_least)
{
  Count count = { 0 };

  check_names (root, &count);
  g_test_message ("%u controls", count.n_controls);
  g_assert_cmpuint (count.n_nameless, ==, 0);
  g_assert_cmpuint (count.n_controls, >=, n_at_least);
}

static void
test_window (Stage *stage, gconstpointer data)
{
  assert_all_named (GTK_WIDGET (stage->window), 30);
  /* With a mapping, and with an absence. */
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  assert_all_named (GTK_WIDGET (stage->window), 31);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "2");
  assert_all_named (GTK_WIDGET (stage->window), 31);
}

static void
test_table (Stage *stage, gconstpointer data)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stage->window->pages), "table");
  stage_settle (stage);
  stage_settle (stage);
  assert_all_named (stage->window->table_page, 8);
}

static void
test_picker (Stage *stage, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (stage_pane (stage, CW_SIDE_LEFT));
  GtkWidget *picker = widget_part (pane, "picker");

  gtk_widget_activate_action (GTK_WIDGET (stage->window), "compare.choose", "s", "left");
  spin_until (gtk_widget_get_mapped (picker));
  assert_all_named (picker, 4);
  gtk_popover_popdown (GTK_POPOVER (picker));
}

static void
test_absence_dialog (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_do (stage, "edit.absence");
  dialog = widget_find_window (CW_TYPE_ABSENCE_DIALOG);
  spin_until (gtk_widget_get_mapped (dialog));
  assert_all_named (dialog, 4);
  gtk_window_close (GTK_WINDOW (dialog));
  spin_until (widget_find_window (CW_TYPE_ABSENCE_DIALOG) == NULL);
}

static void
test_export_dialog (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  stage_do (stage, "win.export");
  dialog = widget_find_window (CW_TYPE_EXPORT_DIALOG);
  spin_until (gtk_widget_get_mapped (dialog));
  assert_all_named (dialog, 6);
  gtk_window_close (GTK_WINDOW (dialog));
  spin_until (widget_find_window (CW_TYPE_EXPORT_DIALOG) == NULL);
}

/* Where a format holds nothing but mappings, no more is offered. */
static void
test_export_dialog_of_mappings (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog, *format, *toggle;

  stage_do (stage, "win.export");
  dialog = widget_find_window (CW_TYPE_EXPORT_DIALOG);
  spin_until (gtk_widget_get_mapped (dialog));
  format = widget_find (dialog, ADW_TYPE_COMBO_ROW);
  toggle = widget_find (dialog, GTK_TYPE_SWITCH);
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (format), i);
      g_assert_cmpint (gtk_widget_is_sensitive (toggle), !=,
                       cw_concordance_format_get (i)->mappings_only);
    }
  gtk_window_close (GTK_WINDOW (dialog));
  spin_until (widget_find_window (CW_TYPE_EXPORT_DIALOG) == NULL);
}

/* The name and the ORCID iD are those of every edit from then on; what is wrong cannot be saved. */
static void
test_author_dialog (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog, *name, *orcid;

  stage_do (stage, "win.author");
  dialog = widget_find_window (CW_TYPE_AUTHOR_DIALOG);
  spin_until (gtk_widget_get_mapped (dialog));
  assert_all_named (dialog, 4);
  name = widget_find_nth (dialog, ADW_TYPE_ENTRY_ROW, 0);
  orcid = widget_find_nth (dialog, ADW_TYPE_ENTRY_ROW, 1);

  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  gtk_editable_set_text (GTK_EDITABLE (name), "Josiah Carberry");
  gtk_editable_set_text (GTK_EDITABLE (orcid), "0000-0002-1825-0098");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  gtk_editable_set_text (GTK_EDITABLE (orcid), "https://orcid.org/0000-0002-1825-0097");
  g_assert_true (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  gtk_widget_activate_action (dialog, "author.save", NULL);
  spin_until (widget_find_window (CW_TYPE_AUTHOR_DIALOG) == NULL);

  g_assert_cmpstr (cw_document_get_author (stage->document), ==, "Josiah Carberry");
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  stage_do_with (stage, "edit.link", "close");
  {
    g_autofree char *made = test_database_get_text (
      stage->path, "SELECT author || ' ' || author_orcid FROM mapping ORDER BY id DESC LIMIT 1");

    g_assert_cmpstr (made, ==, "Josiah Carberry 0000-0002-1825-0097");
  }
  g_settings_reset (stage->settings, "author-name");
  g_settings_reset (stage->settings, "author-orcid");
}

/* In the table its rows are offered too, and more than one that is selected. */
static void
test_export_dialog_of_table (Stage *stage, gconstpointer data)
{
  CwMappingModel *model;
  GtkWidget *dialog;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stage->window->pages), "table");
  model = cw_table_page_get_model (CW_TABLE_PAGE (stage->window->table_page));
  spin_until (g_list_model_get_n_items (G_LIST_MODEL (model)) == TEST_N_MAPPINGS);
  stage_do (stage, "win.export");
  dialog = widget_find_window (CW_TYPE_EXPORT_DIALOG);
  spin_until (gtk_widget_get_mapped (dialog));
  assert_all_named (dialog, 7);
  widget_assert_says (dialog, "7 mappings");
  gtk_window_close (GTK_WINDOW (dialog));
  spin_until (widget_find_window (CW_TYPE_EXPORT_DIALOG) == NULL);
}

/* Rows say what they are, how they are linked, and in one go. */
static void
test_rows (Stage *stage, gconstpointer data)
{
  static const char *const names[] = { "1 Advanced materials, 1 mapping: Part of",
                                       "1.1 Graphene, 1 mapping: Part of", "1.2 Rare earths, open",
                                       "2 Robots, \"humanoid\", no counterpart",
                                       "3 Blockchain, open" };
  GtkWidget *pane = GTK_WIDGET (stage_pane (stage, CW_SIDE_LEFT));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    widget_assert_name (widget_find_nth (pane, g_type_from_name ("CwItemCell"), i), names[i]);
}

static void
count_shortcuts (GtkWidget *widget, gpointer user_data)
{
  guint *n_shortcuts = user_data;

  *n_shortcuts += GTK_IS_SHORTCUTS_SHORTCUT (widget);
}

/* It is not shown: GTK 4.8 warns of the size of labels of its own in it. */
static void
test_shortcuts_window (void)
{
  guint n_shortcuts = 0;
  GtkWidget *window;

  stage_get_application ();
  window = cw_shortcuts_new_window ();
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  widget_visit (window, count_shortcuts, &n_shortcuts);
  g_assert_cmpuint (n_shortcuts, >=, 25);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) \
  g_test_add ("/controls/" path, Stage, &small, stage_set_up, func, stage_tear_down)

static void
add_tests (void)
{
  g_test_add_func ("/controls/templates", test_templates);
  g_test_add_func ("/controls/shortcuts-window", test_shortcuts_window);
  ADD ("window", test_window);
  ADD ("table", test_table);
  ADD ("picker", test_picker);
  ADD ("absence-dialog", test_absence_dialog);
  ADD ("author-dialog", test_author_dialog);
  ADD ("export-dialog", test_export_dialog);
  ADD ("export-dialog-of-mappings", test_export_dialog_of_mappings);
  ADD ("export-dialog-of-table", test_export_dialog_of_table);
  ADD ("rows", test_rows);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
