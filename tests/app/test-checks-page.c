/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/checks-page.h"
#include "app/inspector.h"
#include "app/mark-dialog.h"
#include "app/table-page.h"
#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

static const StageSetting small = { .small = TRUE };

static CwChecksPage *
get_page (Stage *stage)
{
  return CW_CHECKS_PAGE (stage->window->checks_page);
}

static guint
n_lines (Stage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (cw_checks_page_get_model (get_page (stage))));
}

static GtkSingleSelection *
get_selection (Stage *stage)
{
  GtkListView *view = GTK_LIST_VIEW (cw_checks_page_get_view (get_page (stage)));

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (view));
}

static const char *
get_summary (Stage *stage)
{
  return gtk_label_get_text (GTK_LABEL (widget_part (GTK_WIDGET (get_page (stage)), "summary")));
}

static const char *
get_stack_page (Stage *stage)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (widget_part (GTK_WIDGET (get_page (stage)), "stack")));
}

static void
show_checks (Stage *stage)
{
  stage_do_with (stage, "win.page", "checks");
  spin_until (*get_summary (stage) != '\0');
  stage_settle (stage);
}

static void
duplicate (Stage *stage, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  cw_session_apply (stage->session, cw_edit_new_bulk_duplicate (ids));
  stage_settle (stage);
}

/* Whether a button of the page can be pressed. */
static gboolean
can (Stage *stage, const char *label)
{
  GtkWidget *button = NULL;

  for (guint i = 0; i < 3; i++)
    {
      button = widget_find_nth (GTK_WIDGET (get_page (stage)), GTK_TYPE_BUTTON, i);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return gtk_widget_is_sensitive (button);
    }

  g_assert_not_reached ();
}

static void
select_line (Stage *stage, guint position)
{
  gtk_single_selection_set_selected (get_selection (stage), position);
  stage_settle (stage);
}

static void
activate_line (Stage *stage, guint position)
{
  gtk_widget_activate_action (cw_checks_page_get_view (get_page (stage)), "list.activate-item", "u",
                              position);
  stage_settle (stage);
}

static void
test_all_is_well (Stage *stage, gconstpointer data)
{
  g_assert_cmpstr (get_summary (stage), ==, "");
  show_checks (stage);
  g_assert_cmpstr (get_summary (stage), ==, "8 checks, nothing found");
  g_assert_cmpstr (get_stack_page (stage), ==, "nothing");
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (stage->window->checks_stack_page), ==, 0);
}

/* It looks again after an edit while it is seen; an edit while it is not takes the number away. */
static void
test_follows_edits (Stage *stage, gconstpointer data)
{
  show_checks (stage);
  duplicate (stage, TEST_MAPPING_INVERTED);
  spin_until (n_lines (stage) == 4);
  stage_settle (stage);
  g_assert_cmpstr (get_summary (stage), ==, "8 checks, 1 with findings");
  g_assert_cmpstr (get_stack_page (stage), ==, "findings");
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (stage->window->checks_stack_page), ==, 1);
  widget_assert_says (cw_checks_page_get_view (get_page (stage)), "Same pair twice (1)");
  widget_assert_says (cw_checks_page_get_view (get_page (stage)),
                      "2 Nanomaterials and 1.1 Graphene have 2 mappings");
  widget_assert_says (cw_checks_page_get_view (get_page (stage)),
                      "2 Nanomaterials contains 1.1 Graphene");

  stage_do_with (stage, "win.page", "compare");
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (stage->window->checks_stack_page), ==, 1);
  stage_do (stage, "edit.undo");
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (stage->window->checks_stack_page), ==, 0);
  g_assert_cmpuint (n_lines (stage), ==, 4);
  stage_do_with (stage, "win.page", "checks");
  spin_until (n_lines (stage) == 0);
}

static void
test_go_there (Stage *stage, gconstpointer data)
{
  GtkWidget *table = stage->window->table_page;
  g_autoptr (GArray) ids = NULL;

  duplicate (stage, TEST_MAPPING_THIRD);
  show_checks (stage);
  spin_until (n_lines (stage) == 4);
  select_line (stage, 0);
  g_assert_false (can (stage, "_Go there"));

  /* The heading folds. */
  activate_line (stage, 0);
  g_assert_cmpuint (n_lines (stage), ==, 1);
  activate_line (stage, 0);
  g_assert_cmpuint (n_lines (stage), ==, 4);

  select_line (stage, 3);
  g_assert_true (can (stage, "_Go there"));
  g_object_set (stage->window->layout, "show-sidebar", FALSE, NULL);
  activate_line (stage, 3);
  spin_until (cw_session_get_mapping_id (stage->session) == TEST_N_MAPPINGS + 1);
  stage_settle (stage);
  spin_until (!cw_mapping_model_is_searching (cw_table_page_get_model (CW_TABLE_PAGE (table))));
  stage_settle (stage);
  g_assert_true (adw_view_stack_get_visible_child (ADW_VIEW_STACK (stage->window->pages)) ==
                 stage->window->table_place);
  ids = cw_table_page_get_selected (CW_TABLE_PAGE (table));
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, TEST_N_MAPPINGS + 1);
  g_assert_true (gtk_widget_get_mapped (stage->window->inspector));
}

/* A filter of the table that hides what one goes to is cleared. */
static void
test_go_there_filtered (Stage *stage, gconstpointer data)
{
  CwTablePage *table = CW_TABLE_PAGE (stage->window->table_page);
  GtkWidget *entry = widget_part (GTK_WIDGET (table), "search_entry");
  CwMappingModel *model = cw_table_page_get_model (table);
  g_autoptr (GArray) ids = NULL;

  stage_do_with (stage, "win.page", "table");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Robots");
  spin_until (!cw_mapping_model_is_searching (model) &&
              !cw_mapping_filter_is_empty (cw_mapping_model_get_filter (model)));
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.show-mapping", "x",
                              (gint64) TEST_MAPPING_FULL);
  spin_until (cw_mapping_filter_is_empty (cw_mapping_model_get_filter (model)) &&
              !cw_mapping_model_is_searching (model));
  stage_settle (stage);
  ids = cw_table_page_get_selected (table);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, TEST_MAPPING_FULL);
}

static GtkWidget *
open_dialog (Stage *stage)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (get_page (stage)), "checks.mark", NULL);
  dialog = widget_find_window (CW_TYPE_MARK_DIALOG);
  g_assert_nonnull (dialog);
  spin_until (gtk_widget_get_mapped (dialog));

  return dialog;
}

static void
test_mark (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  duplicate (stage, TEST_MAPPING_INVERTED);
  show_checks (stage);
  spin_until (n_lines (stage) == 4);
  select_line (stage, 1);
  g_assert_true (can (stage, "_Mark as intended…"));
  g_assert_false (can (stage, "Take mark _back"));

  /* Without a reason nothing is marked. */
  dialog = open_dialog (stage);
  widget_assert_says (dialog, "2 Nanomaterials and 1.1 Graphene have 2 mappings");
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "reason_row")), "  ");
  gtk_widget_activate_action (dialog, "mark.mark", NULL);
  stage_settle (stage);
  g_assert_true (gtk_widget_get_mapped (dialog));
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT count (*) FROM finding_mark"), ==,
                   0);

  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "reason_row")), "two views");
  gtk_widget_activate_action (dialog, "mark.mark", NULL);
  spin_until (n_lines (stage) == 1);
  stage_settle (stage);
  g_assert_cmpstr (get_summary (stage), ==, "8 checks, nothing found");
  g_assert_cmpstr (get_stack_page (stage), ==, "findings");
  widget_assert_says (cw_checks_page_get_view (get_page (stage)), "Intended (1)");

  activate_line (stage, 0);
  g_assert_cmpuint (n_lines (stage), ==, 5);
  widget_assert_says (cw_checks_page_get_view (get_page (stage)), "two views");
  select_line (stage, 2);
  g_assert_false (can (stage, "_Mark as intended…"));
  g_assert_true (can (stage, "Take mark _back"));
  gtk_widget_activate_action (GTK_WIDGET (get_page (stage)), "checks.unmark", NULL);
  spin_until (n_lines (stage) == 4);
  stage_settle (stage);
  g_assert_cmpstr (get_summary (stage), ==, "8 checks, 1 with findings");
}

static void
make_with_finding (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = test_small_document_new (folder);

  test_database_exec (made, "INSERT INTO mapping (subject_id, relation, object_id, created, "
                            "modified) SELECT subject_id, relation, object_id, '', '' FROM mapping "
                            "WHERE id = 2");
  if (!g_str_equal (made, path))
    test_file_copy (made, path);
}

static void
test_read_only (Stage *stage, gconstpointer data)
{
  show_checks (stage);
  spin_until (n_lines (stage) == 4);
  select_line (stage, 1);
  g_assert_true (can (stage, "_Go there"));
  g_assert_false (can (stage, "_Mark as intended…"));
}

static void
test_languages (Stage *stage, gconstpointer data)
{
  static const char *const chinese[] = { "zh-Hans", NULL };

  duplicate (stage, TEST_MAPPING_INVERTED);
  show_checks (stage);
  spin_until (n_lines (stage) == 4);
  stage_settle (stage);
  cw_session_set_languages (stage->session, chinese);
  stage_settle (stage);
  widget_assert_says (cw_checks_page_get_view (get_page (stage)),
                      "2 Nanomaterials and 1.1 石墨烯 have 2 mappings");
}

static void
add_tests (void)
{
  static StageSetting with_finding = { .read_only = TRUE, .make = make_with_finding };

#define ADD(path, setting, func) \
  g_test_add (path, Stage, setting, stage_set_up, func, stage_tear_down)
  ADD ("/checks-page/all-is-well", &small, test_all_is_well);
  ADD ("/checks-page/follows-edits", &small, test_follows_edits);
  ADD ("/checks-page/go-there", &small, test_go_there);
  ADD ("/checks-page/go-there-filtered", &small, test_go_there_filtered);
  ADD ("/checks-page/mark", &small, test_mark);
  ADD ("/checks-page/read-only", &with_finding, test_read_only);
  ADD ("/checks-page/languages", &small, test_languages);
#undef ADD
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
