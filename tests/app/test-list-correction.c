/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/list-correction.h"
#include "app/lists-window.h"
#include "database.h"
#include "model/list-draft.h"
#include "small-document.h"
#include "widgets.h"
#include "workspace/list-file.h"

#include <glib/gstdio.h>

/* As the program would ship it: item 1, which is mapped, is gone; 2 is called otherwise. */
static void
ship_correction (CwDocument *document, const char *folder)
{
  g_autofree char *lists = g_build_filename (folder, "data", "lists", NULL);
  g_autofree char *data = g_path_get_dirname (lists);
  g_autofree char *path = g_build_filename (lists, TEST_THIRD ".json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CwListDraft) draft =
    cw_list_draft_new_from_list (cw_document_find_list (document, TEST_THIRD));
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;
  CwDraftLabel *label;

  cw_list_draft_remove (draft, 0);
  label = cw_draft_item_get_label (cw_list_draft_get_item (draft, 0), 0);
  g_free (label->text);
  label->text = g_strdup ("Autonomy");
  list = cw_list_draft_build (draft, &error);
  g_assert_no_error (error);

  g_mkdir_with_parents (lists, 0700);
  cw_list_file_save (list, CW_LIST_FILE_JSON, file, &error);
  g_assert_no_error (error);
  g_setenv ("CROSSWALK_DATA_DIR", data, TRUE);
}

static void
make (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = test_small_document_new (folder);
  CwDocument *document;

  test_database_exec (made, "UPDATE list SET shipped = 1 WHERE key = '" TEST_THIRD "'");
  test_file_copy (made, path);
  document = test_document_open (path);
  ship_correction (document, folder);
  cw_document_close (document);
  g_object_unref (document);
}

static const StageSetting corrected = { .make = make };

/* The window says that there is one, and shows the list. */
static CwListsWindow *
open_lists (Stage *stage)
{
  GtkWidget *window;

  widget_assert_says (
    GTK_WIDGET (stage->window),
    "The program has a corrected version of 1 list. Nothing is changed unless you take it.");
  g_assert_true (
    gtk_widget_get_mapped (widget_part (GTK_WIDGET (stage->window), "correction_bar")));
  stage_do_with (stage, "win.edit-list", TEST_THIRD);
  window = widget_find_window (CW_TYPE_LISTS_WINDOW);
  g_assert_nonnull (window);
  spin_until (gtk_widget_get_mapped (window));
  stage_settle (stage);
  g_assert_false (
    gtk_widget_get_visible (widget_part (GTK_WIDGET (stage->window), "correction_bar")));

  return CW_LISTS_WINDOW (window);
}

static gboolean
is_offered (CwListsWindow *window)
{
  return gtk_revealer_get_reveal_child (
    GTK_REVEALER (widget_part (GTK_WIDGET (window), "correction")));
}

static GtkWidget *
ask (Stage *stage, CwListsWindow *window)
{
  GtkWidget *dialog;

  g_assert_true (is_offered (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "lists.correct", NULL));
  dialog = widget_find_window (CW_TYPE_LIST_CORRECTION);
  g_assert_nonnull (dialog);
  spin_until (gtk_widget_get_mapped (dialog));
  stage_settle (stage);

  return dialog;
}

static void
answer (Stage *stage, GtkWidget *dialog, const char *action)
{
  g_assert_true (gtk_widget_activate_action (dialog, action, NULL));
  spin_until (widget_find_window (CW_TYPE_LIST_CORRECTION) == NULL);
  stage_settle (stage);
}

static gint64
count_mappings (Stage *stage)
{
  return test_database_get_int (stage->path, "SELECT count (*) FROM mapping");
}

/* What would change is said first; what is mapped stays, and one undo takes all of it back. */
static void
test_take (Stage *stage, gconstpointer data)
{
  CwListsWindow *window = open_lists (stage);
  GtkWidget *dialog = ask (stage, window);

  widget_assert_says (dialog, "Items that are gone");
  widget_assert_says (dialog, "1 Advanced engineering materials");
  widget_assert_says (dialog, "2 (en): Autonomous systems → Autonomy");
  widget_assert_says (dialog, "Keep the items that are gone if something is said of them (2 "
                              "mappings). Otherwise that is deleted.");
  answer (stage, dialog, "correction.take");
  g_assert_cmpstr (stage_item (stage, TEST_THIRD, "2")->labels[0].text, ==, "Autonomy");
  g_assert_nonnull (stage_item (stage, TEST_THIRD, "1"));
  g_assert_cmpint (count_mappings (stage), ==, TEST_N_MAPPINGS);
  g_assert_false (is_offered (window));

  stage_do (stage, "edit.undo");
  g_assert_cmpstr (stage_item (stage, TEST_THIRD, "2")->labels[0].text, ==, "Autonomous systems");
  g_assert_true (is_offered (window));
}

static void
test_take_all (Stage *stage, gconstpointer data)
{
  CwListsWindow *window = open_lists (stage);
  GtkWidget *dialog = ask (stage, window);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget_part (dialog, "keep_check")), FALSE);
  answer (stage, dialog, "correction.take");
  g_assert_null (cw_list_find_item (cw_document_find_list (stage->document, TEST_THIRD), "1"));
  g_assert_cmpint (count_mappings (stage), ==, TEST_N_MAPPINGS - 2);
  g_assert_false (is_offered (window));

  stage_do (stage, "edit.undo");
  g_assert_cmpint (count_mappings (stage), ==, TEST_N_MAPPINGS);
}

static void
test_decline (Stage *stage, gconstpointer data)
{
  CwListsWindow *window = open_lists (stage);

  answer (stage, ask (stage, window), "correction.decline");
  g_assert_cmpstr (stage_item (stage, TEST_THIRD, "2")->labels[0].text, ==, "Autonomous systems");
  g_assert_false (is_offered (window));
}

static void
add (const char *name, void (*test) (Stage *stage, gconstpointer data))
{
  g_test_add (name, Stage, &corrected, stage_set_up, test, stage_tear_down);
}

static void
add_tests (void)
{
  add ("/list-correction/take", test_take);
  add ("/list-correction/take-all", test_take_all);
  add ("/list-correction/decline", test_decline);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
