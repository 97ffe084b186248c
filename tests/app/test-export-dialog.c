/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-columns.h"
#include "app/export-dialog.h"
#include "app/export-pane.h"
#include "app/print-operation.h"
#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "stage.h"
#include "widgets.h"

#include <string.h>

static const StageSetting small = { .small = TRUE };

static void
make_large (const char *path)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *made = test_small_document_new (folder);

  test_file_copy (made, path);
  test_database_exec (path,
                      "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                      "INSERT INTO mapping (subject_id, relation, object_id, created, modified) "
                      "SELECT 1, 'exact', 6, '', '' FROM n");
}

static const StageSetting large = { .make = make_large };

static void
forget (Stage *stage)
{
  static const char *const keys[] = { "export-format",       "export-scope",
                                      "export-unlinked",     "export-languages",
                                      "export-columns",      "export-sssom-metadata",
                                      "export-sssom-repeat", "export-sssom-hashes" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (stage->settings, keys[i]);
}

static GtkWidget *
open_dialog (Stage *stage)
{
  GtkWidget *dialog = cw_export_dialog_new (stage->session, stage->settings);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (stage->window));
  gtk_window_present (GTK_WINDOW (dialog));
  spin_until (gtk_widget_get_mapped (dialog));

  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  spin_until (widget_find_window (CW_TYPE_EXPORT_DIALOG) == NULL);
}

static void
choose_format (GtkWidget *dialog, const char *key)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_part (dialog, "format_row")),
                              cw_concordance_format_get_index (cw_concordance_format_find (key)));
}

static void
look_for_label (GtkWidget *widget, gpointer user_data)
{
  const char **wanted = user_data;

  if (*wanted != NULL && GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), *wanted) != NULL)
    *wanted = NULL;
}

static gboolean
shows (GtkWidget *root, const char *words)
{
  const char *wanted = words;

  widget_visit (root, look_for_label, &wanted);

  return wanted == NULL;
}

static char *
get_text (GtkWidget *dialog)
{
  GtkWidget *view = widget_find (dialog, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);

  return text;
}

static guint
count_columns (GtkWidget *dialog)
{
  GtkWidget *view = widget_find (dialog, GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)));
}

/* Every format has a preview, with the rows that the file is to have. */
static void
test_preview (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  forget (stage);
  dialog = open_dialog (stage);
  spin_until (shows (dialog, "5 rows"));
  g_assert_cmpuint (count_columns (dialog), ==, 27);
  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    {
      const CwConcordanceFormat *format = cw_concordance_format_get (i);

      g_test_message ("%s", format->key);
      choose_format (dialog, format->key);
      if (format->is_text)
        spin_until (gtk_widget_get_mapped (widget_find (dialog, GTK_TYPE_TEXT_VIEW)));
      else
        spin_until (gtk_widget_get_mapped (widget_find (dialog, GTK_TYPE_COLUMN_VIEW)));
      g_assert_cmpint (gtk_widget_get_visible (widget_part (dialog, "sssom_group")), ==,
                       g_str_equal (format->key, "sssom"));
      g_assert_cmpint (gtk_widget_get_visible (widget_part (dialog, "columns_row")), ==,
                       format->fields != CW_FIELDS_FIXED);
    }
  gtk_switch_set_active (GTK_SWITCH (widget_part (dialog, "unmapped_switch")), TRUE);
  choose_format (dialog, "csv");
  spin_until (shows (dialog, "7 rows"));
  close_dialog (dialog);
}

/* What SSSOM offers is seen in its text. */
static void
test_sssom (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  forget (stage);
  g_settings_set_string (stage->settings, "export-format", "sssom");
  dialog = open_dialog (stage);
  while (TRUE)
    {
      g_autofree char *text = get_text (dialog);

      if (g_str_has_prefix (text, "#"))
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_switch_set_active (GTK_SWITCH (widget_part (dialog, "metadata_switch")), TRUE);
  gtk_switch_set_active (GTK_SWITCH (widget_part (dialog, "hashes_switch")), TRUE);
  while (TRUE)
    {
      g_autofree char *text = get_text (dialog);

      if (*text != '#' && strstr (text, "record_id") == NULL && strstr (text, "hash") != NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  close_dialog (dialog);
}

static void
toggle_column (GtkWidget *dialog, guint index)
{
  GtkWidget *row = widget_part (dialog, "columns_row");
  GtkWidget *check = widget_find_nth (row, GTK_TYPE_CHECK_BUTTON, index);
  GtkCheckButton *button = GTK_CHECK_BUTTON (check);

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
on_export (CwExportDialog *dialog, CwExport *settings, CwExport **taken)
{
  *taken = settings;
}

static CwExport *
agree (GtkWidget *dialog)
{
  CwExport *taken = NULL;

  g_signal_connect (dialog, "export", G_CALLBACK (on_export), &taken);
  g_assert_true (gtk_widget_activate_action (dialog, "export.choose-file", NULL));
  spin_until (widget_find_window (CW_TYPE_EXPORT_DIALOG) == NULL);
  g_assert_nonnull (taken);

  return taken;
}

/* The choice is what is exported, and stands there the next time, for each format by itself. */
static void
test_choice (Stage *stage, gconstpointer data)
{
  static const char *const tags[] = { "en", "zh-Hans", NULL };
  g_autoptr (CwExport) first = NULL;
  g_autoptr (CwExport) second = NULL;
  g_autoptr (CwExport) third = NULL;
  GtkWidget *dialog;

  forget (stage);
  cw_session_set_languages (stage->session, tags);
  dialog = open_dialog (stage);
  toggle_column (dialog, 0);
  spin_until (count_columns (dialog) == 26);
  widget_assert_says (dialog, "24 of 25");
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_part (dialog, "first_row")), 0);
  spin_until (count_columns (dialog) == 24);
  first = agree (dialog);
  g_assert_cmpstr (first->columns[0], ==, "left_code");
  g_assert_cmpuint (g_strv_length (first->columns), ==, 24);
  g_assert_null (first->languages[0]);

  dialog = open_dialog (stage);
  spin_until (count_columns (dialog) == 24);
  choose_format (dialog, "html");
  widget_assert_says (dialog, "All");
  toggle_column (dialog, 8);
  widget_assert_says (dialog, "11 of 12");
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_part (dialog, "first_row")), 1);
  second = agree (dialog);
  g_assert_cmpuint (g_strv_length (second->columns), ==, 11);
  g_assert_nonnull (second->languages[0]);

  dialog = open_dialog (stage);
  widget_assert_says (dialog, "11 of 12");
  choose_format (dialog, "csv");
  widget_assert_says (dialog, "24 of 25");
  third = agree (dialog);
  g_assert_cmpuint (g_strv_length (third->columns), ==, 24);
  forget (stage);
}

/* Tab goes through what is chosen before it comes to the preview. */
static void
test_focus (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  forget (stage);
  dialog = open_dialog (stage);
  spin_until (shows (dialog, "5 rows"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) ==
                 widget_part (dialog, "export_button"));
  g_assert_true (gtk_widget_child_focus (dialog, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == widget_part (dialog, "format_row"));
  close_dialog (dialog);
}

/* A table of no columns is none. */
static void
test_no_column (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;

  forget (stage);
  dialog = open_dialog (stage);
  for (guint i = 0; i < 25; i++)
    toggle_column (dialog, i);
  spin_until (shows (dialog, "No column is chosen"));
  g_assert_false (gtk_widget_get_sensitive (widget_part (dialog, "export_button")));
  toggle_column (dialog, 3);
  spin_until (count_columns (dialog) == 1);
  g_assert_true (gtk_widget_get_sensitive (widget_part (dialog, "export_button")));
  close_dialog (dialog);
}

static CwExport *
make_export (Stage *stage, const char *format)
{
  return cw_export_new (cw_concordance_format_find (format),
                        cw_session_get_lists (stage->session, CW_SIDE_LEFT),
                        cw_session_get_lists (stage->session, CW_SIDE_RIGHT),
                        cw_session_get_languages (stage->session), FALSE);
}

/* What is written is told, with ways to it. */
static void
test_told (Stage *stage, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (stage->window);
  g_autofree char *path = g_build_filename (stage->folder, "a_b.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  _cw_window_export_to (stage->window, make_export (stage, "csv"), file);
  spin_until (shows (window, "Exported to a_b.csv"));
  g_assert_true (shows (window, "Show in folder"));
  g_assert_true (shows (window, "Open"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_null (stage->window->export_cancellable);
}

static void
show_large (Stage *stage)
{
  stage_show (stage, CW_SIDE_LEFT, TEST_LEFT);
  stage_show (stage, CW_SIDE_RIGHT, TEST_RIGHT);
  stage_settle (stage);
}

static gboolean
on_close_request (GtkWindow *window, guint *n_times)
{
  (*n_times)++;

  return TRUE;
}

/* A long export says how far it is, and can be called off; the file that was there stays. */
static void
test_cancel (Stage *stage, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (stage->window);
  g_autofree char *path = g_build_filename (stage->folder, "table.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;

  show_large (stage);
  test_file_write (path, "old", 3);
  _cw_window_export_to (stage->window, make_export (stage, "pdf"), file);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (stage->window->export_bar)));
  spin_until (gtk_revealer_get_reveal_child (GTK_REVEALER (stage->window->export_bar)));
  spin_until (shows (window, "Writing table.pdf"));
  /* One at a time. */
  g_assert_false (gtk_widget_activate_action (window, "win.export", NULL) &&
                  widget_find_window (CW_TYPE_EXPORT_DIALOG) != NULL);
  gtk_widget_activate_action (window, "win.cancel-export", NULL);
  spin_until (shows (window, "Export cancelled"));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (stage->window->export_bar)));
  contents = (char *) test_file_read (path, NULL);
  g_assert_cmpstr (contents, ==, "old");
}

static GtkWidget *
ask_to_close (Stage *stage)
{
  gtk_window_close (GTK_WINDOW (stage->window));
  spin_until (widget_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);

  return widget_find_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
answer (GtkWidget *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin_until (widget_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* Closing the window asks; who stays goes on exporting, who goes gets no file. */
static void
test_close (Stage *stage, gconstpointer data)
{
  g_autofree char *path = g_build_filename (stage->folder, "table.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  guint n_closes = 0;

  show_large (stage);
  test_file_write (path, "old", 3);
  _cw_window_export_to (stage->window, make_export (stage, "pdf"), file);
  answer (ask_to_close (stage), "close");
  g_assert_nonnull (stage->window->export_cancellable);
  g_assert_false (g_cancellable_is_cancelled (stage->window->export_cancellable));

  {
    GtkWidget *dialog = ask_to_close (stage);

    /* The stage closes it itself. */
    g_signal_connect (stage->window, "close-request", G_CALLBACK (on_close_request), &n_closes);
    answer (dialog, "stop");
  }
  g_assert_cmpuint (n_closes, ==, 1);
  g_assert_null (stage->window->export_cancellable);
  contents = (char *) test_file_read (path, NULL);
  g_assert_cmpstr (contents, ==, "old");
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwPrintout **printout = user_data;
  g_autoptr (GError) error = NULL;

  *printout = cw_document_print_finish (CW_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gboolean *done)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *done = TRUE;
}

/* Pages of the PDF that cairo writes. */
static guint
count_pages (const char *path)
{
  gsize length;
  g_autofree char *data = (char *) test_file_read (path, &length);
  guint n_pages = 0;

  g_assert_true (length > 5 && memcmp (data, "%PDF-", 5) == 0);
  for (gsize i = 0; i + 11 < length; i++)
    n_pages += memcmp (data + i, "/Type /Page", 11) == 0 && data[i + 11] != 's';

  return n_pages;
}

/* What is printed has the pages of the PDF. */
static void
test_print (Stage *stage, gconstpointer data)
{
  g_autofree char *printed = g_build_filename (stage->folder, "printed.pdf", NULL);
  g_autofree char *exported = g_build_filename (stage->folder, "exported.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (exported);
  g_autoptr (GtkPrintOperation) operation = NULL;
  CwPrintout *printout = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gboolean done = FALSE;

  cw_document_print_async (stage->document, make_export (stage, "pdf"), NULL, on_gathered,
                           &printout);
  spin_until (printout != NULL);
  operation = cw_print_operation_new (printout, "Test");
  gtk_page_setup_set_paper_size (gtk_print_operation_get_default_page_setup (operation), paper);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &done);
  gtk_print_operation_set_export_filename (operation, printed);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  spin_until (done);

  g_assert_true (
    cw_document_export (stage->document, make_export (stage, "pdf"), file, NULL, NULL));
  g_assert_cmpuint (count_pages (exported), >, 1);
  g_assert_cmpuint (count_pages (printed), ==, count_pages (exported));
}

#define ADD(path, setting, func) \
  g_test_add ("/export-dialog/" path, Stage, setting, stage_set_up, func, stage_tear_down)

static void
add_tests (void)
{
  ADD ("preview", &small, test_preview);
  ADD ("sssom", &small, test_sssom);
  ADD ("choice", &small, test_choice);
  ADD ("focus", &small, test_focus);
  ADD ("no-column", &small, test_no_column);
  ADD ("told", &small, test_told);
  ADD ("cancel", &large, test_cancel);
  ADD ("close", &large, test_close);
  g_test_add ("/print/pages", Stage, NULL, stage_set_up, test_print, stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
