/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/change-list.h"
#include "app/history-page.h"
#include "app/mapping-history.h"
#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

static const StageSetting small = { .small = TRUE };
static const StageSetting read_only = { .small = TRUE, .read_only = TRUE };

static CwHistoryPage *
get_page (Stage *stage)
{
  return CW_HISTORY_PAGE (stage->window->history_page);
}

static CwHistoryModel *
get_model (Stage *stage)
{
  return cw_history_page_get_model (get_page (stage));
}

static GtkWidget *
get_view (Stage *stage)
{
  return cw_history_page_get_view (get_page (stage));
}

static GtkWidget *
get_details (Stage *stage)
{
  return widget_part (GTK_WIDGET (get_page (stage)), "details");
}

static guint
n_lines (Stage *stage)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (stage)));
}

static void
show_history (Stage *stage)
{
  stage_do_with (stage, "win.page", "history");
  stage_settle (stage);
}

static void
select_line (Stage *stage, guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (
                                       gtk_list_view_get_model (GTK_LIST_VIEW (get_view (stage)))),
                                     position);
  stage_settle (stage);
}

static void
look_for_back (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Go back to before this…") == 0)
    *found = widget;
}

static GtkWidget *
get_back_button (Stage *stage)
{
  GtkWidget *button = NULL;

  widget_visit (GTK_WIDGET (get_page (stage)), look_for_back, &button);
  g_assert_nonnull (button);

  return button;
}

static void
link_pair (Stage *stage, const char *relation)
{
  cw_session_select (stage->session, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "2"));
  cw_session_select (stage->session, CW_SIDE_RIGHT, stage_item (stage, TEST_RIGHT, "4"));
  stage_settle (stage);
  stage_do_with (stage, "edit.link", relation);
}

static void
test_nothing (Stage *stage, gconstpointer data)
{
  show_history (stage);
  g_assert_cmpuint (n_lines (stage), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (widget_part (GTK_WIDGET (get_page (stage)), "stack"))),
                   ==, "nothing");
  g_assert_false (gtk_widget_is_sensitive (get_back_button (stage)));
}

static void
test_steps (Stage *stage, gconstpointer data)
{
  cw_document_set_author (stage->document, "Ada", NULL);
  link_pair (stage, "exact");
  link_pair (stage, "close");
  show_history (stage);
  /* A day and two steps, all of one page */
  g_assert_cmpuint (n_lines (stage), ==, 3);
  widget_assert_says (get_view (stage), "Linked 2 to 4");
  widget_assert_says (get_view (stage), "Changed the relation of 2 to 4");
  widget_assert_says (get_view (stage), "Ada");
  widget_assert_says (GTK_WIDGET (get_page (stage)), "2 steps");

  select_line (stage, 1);
  widget_assert_says (get_details (stage),
                      "2 Robots, \"humanoid\" is nearly the same as 4 Ledgers");
  widget_assert_says (get_details (stage), "Relation: is the same as → is nearly the same as");
  select_line (stage, 2);
  /* What the link did: the link, and the absence that it took away */
  widget_assert_says (get_details (stage),
                      "Deleted: 2 Robots, \"humanoid\" has no counterpart in xb-right-2021");
  widget_assert_says (get_details (stage), "New: 2 Robots, \"humanoid\" is the same as 4 Ledgers");

  /* New steps come in at the top; what was selected stays, and shows what came of it. */
  stage_do (stage, "edit.undo");
  g_assert_cmpuint (n_lines (stage), ==, 4);
  widget_assert_says (get_view (stage), "Undid: Changed the relation of 2 to 4");
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (
                      gtk_list_view_get_model (GTK_LIST_VIEW (get_view (stage))))),
                    ==, 3);
  g_assert_true (gtk_widget_is_sensitive (get_back_button (stage)));
  /* One that was undone cannot be gone back to, nor can an undoing. */
  select_line (stage, 2);
  g_assert_false (gtk_widget_is_sensitive (get_back_button (stage)));
  select_line (stage, 1);
  g_assert_false (gtk_widget_is_sensitive (get_back_button (stage)));
}

static void
look_for_answer (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Go back") == 0)
    *found = widget;
}

static void
test_go_back (Stage *stage, gconstpointer data)
{
  g_autofree char *before = test_database_dump (stage->path);
  g_autofree char *after = NULL;
  GtkWidget *button = NULL;
  GListModel *windows;

  link_pair (stage, "exact");
  link_pair (stage, "close");
  link_pair (stage, "overlap");
  show_history (stage);
  select_line (stage, 3);
  gtk_widget_activate_action (GTK_WIDGET (get_page (stage)), "history.go-back", NULL);
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      widget_visit (window, look_for_answer, &button);
      if (button != NULL && window != GTK_WIDGET (stage->window))
        {
          spin_until (gtk_widget_get_mapped (window));
          widget_assert_says (window, "Take back 3 steps?");
          break;
        }
    }
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  spin_until (n_lines (stage) == 7);
  stage_settle (stage);
  after = test_database_dump (stage->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (cw_document_get_undo_step (stage->document));
  g_assert_nonnull (cw_document_get_redo_step (stage->document));
}

static void
test_authors (Stage *stage, gconstpointer data)
{
  GtkDropDown *author = GTK_DROP_DOWN (widget_part (GTK_WIDGET (get_page (stage)), "author"));

  cw_document_set_author (stage->document, "Ada", NULL);
  link_pair (stage, "exact");
  cw_document_set_author (stage->document, "Ben", NULL);
  link_pair (stage, "close");
  link_pair (stage, "overlap");
  show_history (stage);
  spin_until (gtk_drop_down_get_model (author) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (author)), ==, 3);
  g_assert_cmpuint (n_lines (stage), ==, 4);
  gtk_drop_down_set_selected (author, 1);
  spin_until (n_lines (stage) == 2);
  gtk_drop_down_set_selected (author, 2);
  spin_until (n_lines (stage) == 3);
  stage_settle (stage);
  gtk_drop_down_set_selected (author, 0);
  spin_until (n_lines (stage) == 4);
  stage_settle (stage);
}

/* A long history is read by pages, as it is looked at. */
static void
make_long (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = test_small_document_new (folder);

  test_database_exec (
    made, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
          "INSERT INTO step (action, state, kind, subject, object, n_rows, author, made) "
          "SELECT 'edit', 'done', 'link', i, 'x', 1, 'Ada', "
          "strftime ('%Y-%m-%dT%H:%M:%SZ', 1700000000 + i * 3600, 'unixepoch') FROM n");
  if (!g_str_equal (made, path))
    test_file_copy (made, path);
}

static void
test_long (Stage *stage, gconstpointer data)
{
  show_history (stage);
  spin_until (n_lines (stage) > 20000);
  stage_settle (stage);
  widget_assert_says (get_view (stage), "Linked 20000 to x");
  g_assert_cmpuint (cw_history_model_get_n_loads (get_model (stage)), <, 10);
  gtk_widget_activate_action (get_view (stage), "list.scroll-to-item", "u", n_lines (stage) - 1);
  stage_settle (stage);
  stage_settle (stage);
  widget_assert_says (get_view (stage), "Linked 1 to x");
  g_assert_cmpuint (cw_history_model_get_n_loads (get_model (stage)), <, 20);
}

static void
test_read_only (Stage *stage, gconstpointer data)
{
  show_history (stage);
  g_assert_false (gtk_widget_is_sensitive (get_back_button (stage)));
}

/* The inspector tells of the current mapping, once it is asked to. */
static void
test_of_a_mapping (Stage *stage, gconstpointer data)
{
  GtkWidget *history, *list;

  g_assert_cmpuint (widget_count_mapped (GTK_WIDGET (stage->window), CW_TYPE_MAPPING_HISTORY), ==,
                    0);
  cw_document_set_author (stage->document, "Ada", NULL);
  link_pair (stage, "exact");
  link_pair (stage, "broad");
  history = widget_find (GTK_WIDGET (stage->window), CW_TYPE_MAPPING_HISTORY);
  list = widget_part (history, "list");
  gtk_expander_set_expanded (GTK_EXPANDER (widget_part (history, "expander")), TRUE);
  stage_settle (stage);
  widget_assert_says (list, "Linked 2 to 4");
  widget_assert_says (list, "Relation: is the same as → is part of");

  /* It follows edits, and the mapping that is current. */
  link_pair (stage, "related");
  stage_settle (stage);
  widget_assert_says (list, "Relation: is part of → is associated with");
  cw_session_select (stage->session, CW_SIDE_LEFT, NULL);
  cw_session_select (stage->session, CW_SIDE_RIGHT, NULL);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  stage_settle (stage);
  widget_assert_says (list, "It was not changed since it came into the document.");
}

static void
add_tests (void)
{
  static const StageSetting long_history = { .make = make_long };

#define ADD(path, setting, func) \
  g_test_add (path, Stage, setting, stage_set_up, func, stage_tear_down)
  ADD ("/history-page/nothing", &small, test_nothing);
  ADD ("/history-page/steps", &small, test_steps);
  ADD ("/history-page/go-back", &small, test_go_back);
  ADD ("/history-page/authors", &small, test_authors);
  ADD ("/history-page/long", &long_history, test_long);
  ADD ("/history-page/read-only", &read_only, test_read_only);
  ADD ("/history-page/of-a-mapping", &small, test_of_a_mapping);
#undef ADD
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
