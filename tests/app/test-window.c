/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "app/item-cell.h"
#include "app/mapping-editor.h"
#include "app/note-field.h"
#include "small-document.h"
#include "widgets.h"

static const StageSetting small = { .small = TRUE };
static const StageSetting read_only = { .small = TRUE, .read_only = TRUE };

static void
assert_lists (Stage *stage, CwSide side, const char *first, const char *second)
{
  GPtrArray *lists = cw_session_get_lists (stage->session, side);

  g_assert_cmpuint (lists->len, ==, 2);
  g_assert_cmpstr (cw_list_get_key (g_ptr_array_index (lists, 0)), ==, first);
  g_assert_cmpstr (cw_list_get_key (g_ptr_array_index (lists, 1)), ==, second);
}

/* China's future and emerging industries beside the US lists, and what joins them. */
static void
test_first_sight (Stage *stage, gconstpointer data)
{
  assert_lists (stage, CW_SIDE_LEFT, "cn-future-2024", "cn-emerging-2023");
  assert_lists (stage, CW_SIDE_RIGHT, "us-cet-2024", "us-eft-2018");
  for (guint side = 0; side < CW_N_SIDES; side++)
    g_assert_cmpuint (widget_count_mapped (GTK_WIDGET (stage_pane (stage, side)),
                                           CW_TYPE_ITEM_CELL),
                      >=, 10);
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), >, 100);
  g_assert_cmpuint (cw_link_map_get_n_drawn (stage_link_map (stage)), >, 40);
  g_assert_cmpuint (cw_link_map_get_n_drawn (stage_link_map (stage)), <=,
                    cw_link_map_get_n_ribbons (stage_link_map (stage)));
  g_assert_false (stage_can (stage, "undo"));
  g_assert_false (stage_can (stage, "redo"));
  g_assert_true (gtk_widget_get_visible (stage->window->notice_button));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage->window)), ==, "Shipped");
  widget_assert_says (stage->window->status_bar, "All changes saved");
}

/* The buttons name the step. */
static void
test_step_names (Stage *stage, gconstpointer data)
{
  GtkWidget *undo = stage->window->undo_button;
  GtkWidget *redo = stage->window->redo_button;

  widget_assert_name (undo, "Undo");
  widget_assert_name (redo, "Redo");
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  stage_do_with (stage, "edit.link", "close");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo link 1.2 to 3");
  widget_assert_name (undo, "Undo link 1.2 to 3");
  widget_assert_name (redo, "Redo");
  stage_do (stage, "edit.undo");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (redo), ==, "Redo link 1.2 to 3");
  widget_assert_name (undo, "Undo");
  widget_assert_name (redo, "Redo link 1.2 to 3");
  g_assert_false (gtk_widget_is_sensitive (undo));
  g_assert_true (gtk_widget_is_sensitive (redo));
}

static void
assert_read_only_field (GtkWidget *widget, gpointer user_data)
{
  guint *n_fields = user_data;

  if (!GTK_IS_TEXT_VIEW (widget))
    return;
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)));
  (*n_fields)++;
}

static void
test_read_only (Stage *stage, gconstpointer data)
{
  static const char *const edits[] = { "link", "absence", "delete", "undo", "redo" };
  GtkWidget *editor = widget_find (GTK_WIDGET (stage->window), CW_TYPE_MAPPING_EDITOR);
  guint n_fields = 0;

  widget_assert_says (stage->window->status_bar, "Read-only");
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_assert_false (stage_can (stage, edits[i]));
  g_assert_true (stage_can (stage, "copy"));
  widget_visit (editor, assert_read_only_field, &n_fields);
  g_assert_cmpuint (n_fields, ==, 7);
  g_assert_false (gtk_widget_is_sensitive (widget_part (editor, "relations")));
  g_assert_false (gtk_widget_is_sensitive (widget_part (editor, "status")));
  g_assert_false (gtk_widget_is_sensitive (widget_part (editor, "reason")));
  g_assert_false (gtk_widget_is_sensitive (widget_part (editor, "confidence")));
}

/* Shows the document again, to be taken down as usual. */
static void
reopen (Stage *stage)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&stage->session);
  g_clear_object (&stage->document);
  stage->document = cw_document_open (stage->path, FALSE, &error);
  g_assert_no_error (error);
  stage->window = CW_WINDOW (cw_window_new (stage_get_application (), stage->document));
  stage->session = g_object_ref (cw_window_get_session (stage->window));
  gtk_window_present (GTK_WINDOW (stage->window));
  spin_until (gtk_widget_get_mapped (GTK_WIDGET (stage->window)));
}

/* Closing the window saves what is being typed, and leaves one file. */
static void
test_close_saves (Stage *stage, gconstpointer data)
{
  GtkWidget *editor = widget_find (GTK_WIDGET (stage->window), CW_TYPE_MAPPING_EDITOR);
  GtkWidget *view;
  g_autoptr (CwMapping) mapping = NULL;
  g_autofree char *names = NULL;
  gpointer window = stage->window;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  view = widget_find (widget_part (editor, "rationale"), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Typed last", -1);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (window));
  spin_until (window == NULL);
  spin_until (cw_document_is_saved (stage->document));
  names = test_folder_list (stage->folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");

  reopen (stage);
  mapping = stage_read_mapping (stage, TEST_MAPPING_FULL);
  g_assert_cmpstr (mapping->rationale, ==, "Typed last");
}

static void
test_message (Stage *stage, gconstpointer data)
{
  cw_window_show_message (stage->window, "It is <so>");
  stage_wait_frames (stage, 2);
}

static void
test_author (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMapping) mapping = NULL;

  g_settings_set_string (stage->settings, "author-name", "李 Ann");
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  stage_do_with (stage, "edit.link", "close");
  mapping = stage_read_mapping (stage, cw_session_get_mapping_id (stage->session));
  g_assert_cmpstr (mapping->author, ==, "李 Ann");
}

/* It is asked with the first change, and never again once it was answered. */
static void
test_author_asked (Stage *stage, gconstpointer data)
{
  GtkWidget *bar = widget_part (GTK_WIDGET (stage->window), "author_bar");
  g_autofree char *words =
    g_strdup_printf ("Your changes are signed “%s”. The name stands in the table.",
                     g_get_real_name ());
  g_autofree char *kept = NULL;

  g_assert_false (gtk_widget_get_visible (bar));
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  stage_do_with (stage, "edit.link", "close");
  stage_settle (stage);
  g_assert_true (gtk_widget_get_mapped (bar));
  widget_assert_says (bar, words);

  stage_do (stage, "win.keep-author");
  kept = g_settings_get_string (stage->settings, "author-name");
  g_assert_cmpstr (kept, ==, g_get_real_name ());
  g_assert_false (gtk_widget_get_visible (bar));
  stage_do_with (stage, "edit.link", "exact");
  stage_settle (stage);
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
add_tests (void)
{
  g_test_add ("/window/first-sight", Stage, NULL, stage_set_up, test_first_sight, stage_tear_down);
  g_test_add ("/window/step-names", Stage, &small, stage_set_up, test_step_names, stage_tear_down);
  g_test_add ("/window/read-only", Stage, &read_only, stage_set_up, test_read_only,
              stage_tear_down);
  g_test_add ("/window/close-saves", Stage, &small, stage_set_up, test_close_saves,
              stage_tear_down);
  g_test_add ("/window/message", Stage, &small, stage_set_up, test_message, stage_tear_down);
  g_test_add ("/window/author", Stage, &small, stage_set_up, test_author, stage_tear_down);
  g_test_add ("/window/author-asked", Stage, &small, stage_set_up, test_author_asked,
              stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
