/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import-columns.h"
#include "app/import-problems.h"
#include "app/import-table.h"
#include "app/mapping-import-dialog.h"
#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "stage.h"
#include "widgets.h"
#include "workspace/export.h"

#include <string.h>

static const StageSetting small = { .small = TRUE };
static const StageSetting read_only = { .small = TRUE, .read_only = TRUE };

static char *
write_text (Stage *stage, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (stage->folder, name, NULL);

  test_file_write (path, text, length < 0 ? strlen (text) : (gsize) length);

  return path;
}

static char *
export_csv (Stage *stage)
{
  const char *const languages[] = { "en", NULL };
  g_autofree char *path = g_build_filename (stage->folder, "export.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gsize length;

  cw_document_export (stage->document,
                      cw_export_new (cw_concordance_format_find ("csv"),
                                     cw_session_get_lists (stage->session, CW_SIDE_LEFT),
                                     cw_session_get_lists (stage->session, CW_SIDE_RIGHT),
                                     languages, FALSE),
                      file, NULL, &error);
  g_assert_no_error (error);

  return (char *) test_file_read (path, &length);
}

static void
settle (GtkWidget *dialog)
{
  spin_until (!cw_mapping_import_dialog_is_reading (CW_MAPPING_IMPORT_DIALOG (dialog)));
}

static GtkWidget *
wait_for_dialog (void)
{
  GtkWidget *dialog;

  spin_until (widget_find_window (CW_TYPE_MAPPING_IMPORT_DIALOG) != NULL);
  dialog = widget_find_window (CW_TYPE_MAPPING_IMPORT_DIALOG);
  spin_until (gtk_widget_get_mapped (dialog));
  settle (dialog);

  return dialog;
}

static GtkWidget *
open_file (Stage *stage, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  _cw_window_import_mappings (stage->window, cw_import_setup_new_for_file (file));

  return wait_for_dialog ();
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  spin_until (widget_find_window (CW_TYPE_MAPPING_IMPORT_DIALOG) == NULL);
}

static CwImportModel *
get_model (GtkWidget *dialog)
{
  return cw_import_table_get_model (CW_IMPORT_TABLE (widget_part (dialog, "table")));
}

static GtkWidget *
form_part (GtkWidget *dialog, const char *name)
{
  return widget_part (widget_part (dialog, "form"), name);
}

static guint
count (GtkWidget *dialog, CwImportState state)
{
  CwMappingImport *import = cw_import_model_get_import (get_model (dialog));

  return import != NULL ? cw_mapping_import_count (import, state) : 0;
}

static const char *
get_outcome (GtkWidget *dialog)
{
  return gtk_label_get_text (GTK_LABEL (widget_part (dialog, "outcome")));
}

static gboolean
can_import (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (widget_part (dialog, "import_button"));
}

static void
do_import (GtkWidget *dialog)
{
  g_assert_true (gtk_widget_activate_action (dialog, "import.do", NULL));
  spin_until (widget_find_window (CW_TYPE_MAPPING_IMPORT_DIALOG) == NULL);
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
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);

  return g_strjoinv (to, parts);
}

static gint64
count_mappings (Stage *stage, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM mapping WHERE %s", where);

  return test_database_get_int (stage->path, sql);
}

#define HEADER "left_list,left_code,relation,right_list,right_code,rationale\n"

/* One row of each state: new, the same, changed, conflicting, repeated and unclear. */
static char *
write_states (Stage *stage)
{
  return write_text (stage, "states.csv",
                     HEADER TEST_LEFT
                     ",1,exact," TEST_RIGHT ",4,\n" TEST_LEFT ",1.1,broad," TEST_RIGHT
                     ",2,\n" TEST_LEFT ",1,broad," TEST_RIGHT ",1,Theirs\n" TEST_LEFT
                     ",3,exact," TEST_RIGHT ",4,\n" TEST_LEFT ",1,exact," TEST_RIGHT
                     ",4,\n" TEST_LEFT ",9,exact," TEST_RIGHT ",1,\n" TEST_LEFT
                     ",3,close," TEST_RIGHT ",1,\n",
                     -1);
}

static void
choose (GtkWidget *dialog, guint index, CwImportChoice choice)
{
  g_autoptr (CwImportLine) line = g_list_model_get_item (G_LIST_MODEL (get_model (dialog)), index);

  cw_import_model_choose (get_model (dialog), line, choice);
}

static gint64
get_undo_step (Stage *stage)
{
  const CwStep *step = cw_document_get_undo_step (stage->document);

  return step != NULL ? (gint64) step->kind : -1;
}

/* Our own export, in which a cell was changed: only that is different, and can be taken back. */
static void
test_changed (Stage *stage, gconstpointer data)
{
  g_autofree char *exported = export_csv (stage);
  g_autofree char *cited = replace (exported, "Gazette 7, p. 3", "Gazette 8");
  g_autofree char *path = write_text (stage, "changed.csv", cited, -1);
  GtkWidget *dialog = open_file (stage, path);

  g_assert_cmpuint (count (dialog, CW_IMPORT_CHANGED), ==, 1);
  g_assert_cmpuint (count (dialog, CW_IMPORT_SAME), ==, 4);
  g_assert_false (can_import (dialog));
  g_assert_cmpstr (get_outcome (dialog), ==,
                   "Nothing will be changed. 4 are here already. 1 stays out.");
  spin_until (shows (dialog, "Citation: Gazette 7, p. 3 → Gazette 8"));

  choose (dialog, 0, CW_IMPORT_TAKE_THEIRS);
  g_assert_cmpstr (get_outcome (dialog), ==, "1 will be changed. 4 are here already.");
  g_assert_true (can_import (dialog));
  do_import (dialog);
  g_assert_cmpint (count_mappings (stage, "citation = 'Gazette 8'"), ==, 1);
  spin_until (shows (GTK_WIDGET (stage->window), "1 mapping imported"));
  g_assert_cmpint (get_undo_step (stage), ==, CW_STEP_IMPORT);

  stage_do (stage, "win.undo-import");
  spin_until (get_undo_step (stage) == -1);
  g_assert_cmpint (count_mappings (stage, "citation = 'Gazette 7, p. 3'"), ==, 1);

  dialog = open_file (stage, path);
  g_assert_cmpuint (count (dialog, CW_IMPORT_CHANGED), ==, 1);
  close_dialog (dialog);
}

static void
activate_problem (GtkWidget *dialog, guint position)
{
  GtkWidget *view =
    cw_import_problems_get_view (CW_IMPORT_PROBLEMS (widget_part (dialog, "problems")));

  g_signal_emit_by_name (view, "activate", position);
}

static guint
get_selected_row (GtkWidget *dialog)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (widget_part (widget_part (dialog, "table"), "view"));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  CwImportLine *line = gtk_single_selection_get_selected_item (selection);

  return line != NULL ? cw_import_line_get_index (line) : G_MAXUINT;
}

static void
filter (GtkWidget *dialog, CwImportState state)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget_part (widget_part (dialog, "table"), "filter")),
                              state + 1);
  spin_until (cw_import_model_get_state (get_model (dialog)) == (guint) state);
}

/* Every state is counted, shown in a word, and can be looked at by itself. */
static void
test_states (Stage *stage, gconstpointer data)
{
  static const char *const words[] = { "New",         "The same", "Changed",
                                       "Conflicting", "Repeated", "Unclear" };
  static const guint counts[] = { 2, 1, 1, 1, 1, 1 };
  g_autofree char *path = write_states (stage);
  GtkWidget *dialog = open_file (stage, path);

  for (CwImportState state = 0; state < CW_N_IMPORT_STATES; state++)
    {
      g_assert_cmpuint (count (dialog, state), ==, counts[state]);
      spin_until (shows (dialog, words[state]));
    }
  spin_until (shows (dialog, "There is no item"));
  for (CwImportState state = 0; state < CW_N_IMPORT_STATES; state++)
    {
      filter (dialog, state);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (dialog))), ==,
                        counts[state]);
    }
  close_dialog (dialog);
}

static void
toggle_first_check (GtkWidget *dialog)
{
  GtkWidget *view = widget_part (widget_part (dialog, "table"), "view");
  GtkCheckButton *check = GTK_CHECK_BUTTON (widget_find (view, GTK_TYPE_CHECK_BUTTON));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

/* What is chosen is what is done, in one step. */
static void
test_choices (Stage *stage, gconstpointer data)
{
  g_autofree char *path = write_states (stage);
  GtkWidget *dialog = open_file (stage, path);

  g_assert_true (can_import (dialog));
  filter (dialog, CW_IMPORT_NEW);
  spin_until (gtk_widget_get_mapped (
    widget_find (widget_part (widget_part (dialog, "table"), "view"), GTK_TYPE_CHECK_BUTTON)));
  toggle_first_check (dialog);
  g_assert_cmpstr (get_outcome (dialog), ==,
                   "1 mapping will be added. 1 is here already. 5 stay out.");
  g_assert_true (
    gtk_widget_activate_action (widget_part (dialog, "table"), "rows.choose-all", "s", "both"));
  g_assert_cmpstr (
    get_outcome (dialog), ==,
    "1 mapping will be added. 2 will stand beside yours as disputed. 1 is here already. 3 stay "
    "out.");
  do_import (dialog);
  g_assert_cmpint (count_mappings (stage, "1"), ==, TEST_N_MAPPINGS + 3);
  g_assert_cmpint (count_mappings (stage, "status = 'disputed'"), ==, 4);
  stage_do (stage, "edit.undo");
  spin_until (get_undo_step (stage) == -1);
  g_assert_cmpint (count_mappings (stage, "1"), ==, TEST_N_MAPPINGS);
}

/* A problem leads to its row, whatever is shown. */
static void
test_problems (Stage *stage, gconstpointer data)
{
  g_autofree char *path = write_states (stage);
  GtkWidget *dialog = open_file (stage, path);
  GtkStack *pages = GTK_STACK (widget_part (dialog, "pages"));

  spin_until (shows (dialog, "Problems (1)"));
  gtk_stack_set_visible_child_name (pages, "problems");
  spin_until (shows (dialog, "Line 7"));
  g_assert_true (shows (dialog, "Error"));
  filter (dialog, CW_IMPORT_NEW);
  activate_problem (dialog, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "mappings");
  g_assert_cmpuint (get_selected_row (dialog), ==, 5);
  close_dialog (dialog);
}

static void
choose_encoding (GtkWidget *dialog, const char *name)
{
  const char *const *names = cw_import_setup_list_encodings ();
  guint index = 0;

  while (!g_str_equal (names[index], name))
    index++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (form_part (dialog, "encoding_row")), index);
  settle (dialog);
}

/* A file in another encoding than it seems is read again as soon as one says so. */
static void
test_encoding (Stage *stage, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes =
    g_convert ("left_list,left_label,relation,right_list,right_code\n" TEST_LEFT
               ",石墨烯,close," TEST_RIGHT ",4\n",
               -1, "GB18030", "UTF-8", NULL, &length, &error);
  g_autofree char *path = write_text (stage, "chinese.csv", bytes, (gssize) length);
  GtkWidget *dialog = open_file (stage, path);

  choose_encoding (dialog, "Windows-1252");
  g_assert_cmpuint (count (dialog, CW_IMPORT_UNKNOWN), ==, 1);
  g_assert_false (can_import (dialog));
  choose_encoding (dialog, "GB18030");
  g_assert_cmpuint (count (dialog, CW_IMPORT_NEW), ==, 1);
  g_assert_true (can_import (dialog));
  close_dialog (dialog);
}

static GtkWidget *
role_of (GtkWidget *dialog, guint column)
{
  return cw_import_columns_get_role (CW_IMPORT_COLUMNS (form_part (dialog, "columns")), column);
}

static void
set_role (GtkWidget *dialog, guint column, CwMappingRole role)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (role_of (dialog, column)), role);
}

static const CwImportRow *
get_row (GtkWidget *dialog, guint index)
{
  return cw_mapping_import_get_row (cw_import_model_get_import (get_model (dialog)), index);
}

/* Columns that were misunderstood are matched by hand, and stay so. */
static void
test_columns (Stage *stage, gconstpointer data)
{
  g_autofree char *path = write_text (stage, "codes.csv", "one;two;words\n2;4;Stoff\n3;1;x\n", -1);
  GtkWidget *dialog = open_file (stage, path);
  GtkWidget *role;
  GtkWidget *language;

  gtk_switch_set_active (GTK_SWITCH (form_part (dialog, "header_switch")), TRUE);
  settle (dialog);
  g_assert_true (shows (dialog, "one"));
  set_role (dialog, 0, CW_MAPPING_ROLE_RIGHT_CODE);
  set_role (dialog, 1, CW_MAPPING_ROLE_LEFT_CODE);
  set_role (dialog, 2, CW_MAPPING_ROLE_RIGHT_LABEL);
  role = role_of (dialog, 0);
  language = cw_import_columns_get_language (CW_IMPORT_COLUMNS (form_part (dialog, "columns")), 2);
  g_assert_true (gtk_widget_get_visible (language));
  gtk_editable_set_text (GTK_EDITABLE (language), "de");
  adw_combo_row_set_selected (ADW_COMBO_ROW (form_part (dialog, "relation_row")),
                              CW_RELATION_CLOSE);
  settle (dialog);

  g_assert_true (role == role_of (dialog, 0));
  g_assert_cmpstr (get_row (dialog, 0)->record->left.code, ==, "4");
  g_assert_cmpstr (get_row (dialog, 0)->record->right.code, ==, "2");
  g_assert_cmpstr (get_row (dialog, 0)->record->right.language, ==, "de");
  g_assert_cmpint (get_row (dialog, 0)->record->values->relation, ==, CW_RELATION_CLOSE);

  set_role (dialog, 0, CW_MAPPING_ROLE_LEFT_CODE);
  set_role (dialog, 1, CW_MAPPING_ROLE_RIGHT_CODE);
  settle (dialog);
  g_assert_cmpint (get_row (dialog, 0)->left.item_id, ==, stage_item (stage, TEST_LEFT, "2")->id);
  close_dialog (dialog);
}

/* An item that no list has is made where the person says so. */
static void
test_items (Stage *stage, gconstpointer data)
{
  g_autofree char *path =
    write_text (stage, "items.csv", HEADER TEST_LEFT ",1,exact,Skills,S1,\n", -1);
  GtkWidget *dialog = open_file (stage, path);

  g_assert_cmpuint (count (dialog, CW_IMPORT_UNKNOWN), ==, 1);
  gtk_switch_set_active (GTK_SWITCH (form_part (dialog, "items_switch")), TRUE);
  settle (dialog);
  g_assert_cmpuint (count (dialog, CW_IMPORT_NEW), ==, 1);
  g_assert_cmpstr (get_outcome (dialog), ==,
                   "1 mapping will be added. 1 item will be made in a list of your own.");
  spin_until (shows (dialog, "S1 (a new item)"));
  do_import (dialog);
  g_assert_cmpuint (cw_document_get_lists (stage->document)->len, ==, 4);
}

static void
test_paste (Stage *stage, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (stage->window));
  GtkWidget *dialog;

  gdk_clipboard_set_text (clipboard,
                          "left_list\tleft_code\trelation\tright_list\tright_code\n" TEST_LEFT
                          "\t1\tclose\t" TEST_RIGHT "\t4\n");
  stage_do (stage, "win.paste-mappings");
  dialog = wait_for_dialog ();
  g_assert_cmpuint (count (dialog, CW_IMPORT_NEW), ==, 1);
  gtk_switch_set_active (GTK_SWITCH (form_part (dialog, "strict_switch")), TRUE);
  settle (dialog);
  g_assert_cmpuint (count (dialog, CW_IMPORT_NEW), ==, 1);
  do_import (dialog);
  g_assert_cmpint (count_mappings (stage, "relation = 'close' AND status = 'draft'"), ==, 1);
}

/* What cannot be read is told of with its place, and nothing of it can be imported. */
static void
test_unreadable (Stage *stage, gconstpointer data)
{
  g_autofree char *broken = write_text (stage, "broken.json", "[{\"from\": ]", -1);
  g_autofree char *empty = write_text (stage, "empty.csv", HEADER, -1);
  GtkWidget *dialog = open_file (stage, broken);

  spin_until (shows (dialog, "broken.json:1:"));
  g_assert_false (can_import (dialog));
  g_assert_cmpstr (get_outcome (dialog), ==, "Nothing can be imported.");
  close_dialog (dialog);

  dialog = open_file (stage, empty);
  spin_until (shows (dialog, "No mappings"));
  g_assert_false (can_import (dialog));
  close_dialog (dialog);
}

/* In a strict reading a row that cannot be taken keeps all others out. */
static void
test_strict (Stage *stage, gconstpointer data)
{
  g_autofree char *path = write_states (stage);
  GtkWidget *dialog = open_file (stage, path);

  g_assert_true (can_import (dialog));
  gtk_switch_set_active (GTK_SWITCH (form_part (dialog, "strict_switch")), TRUE);
  settle (dialog);
  g_assert_false (can_import (dialog));
  g_assert_nonnull (strstr (get_outcome (dialog), "strictly"));
  close_dialog (dialog);
}

/* Closed while it reads, and closed after choices: nothing is done. */
static void
test_cancelled (Stage *stage, gconstpointer data)
{
  g_autofree char *before = test_database_dump (stage->path);
  g_autofree char *path = write_states (stage);
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog =
    cw_mapping_import_dialog_new (stage->session, cw_import_setup_new_for_file (file));

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (cw_mapping_import_dialog_is_reading (CW_MAPPING_IMPORT_DIALOG (dialog)));
  close_dialog (dialog);

  dialog = open_file (stage, path);
  choose (dialog, 2, CW_IMPORT_TAKE_THEIRS);
  gtk_switch_set_active (GTK_SWITCH (form_part (dialog, "items_switch")), TRUE);
  close_dialog (dialog);
  after = test_database_dump (stage->path);
  g_assert_cmpstr (before, ==, after);
}

/* Somebody else edits the document meanwhile: it is compared again, and what was chosen stays. */
static void
test_meanwhile (Stage *stage, gconstpointer data)
{
  g_autofree char *path = write_states (stage);
  GtkWidget *dialog = open_file (stage, path);

  choose (dialog, 2, CW_IMPORT_TAKE_THEIRS);
  cw_session_apply (stage->session,
                    cw_edit_new_link (stage_item (stage, TEST_LEFT, "1"), CW_RELATION_EXACT,
                                      stage_item (stage, TEST_RIGHT, "4")));
  spin_until (count (dialog, CW_IMPORT_SAME) == 2);
  g_assert_cmpuint (count (dialog, CW_IMPORT_NEW), ==, 1);
  g_assert_cmpint (get_row (dialog, 2)->choice, ==, CW_IMPORT_TAKE_THEIRS);
  close_dialog (dialog);
}

/* What is shown is a coding: that is where it goes. */
static void
test_coding (Stage *stage, gconstpointer data)
{
  g_autofree char *path = write_states (stage);
  gint64 coding_id;

  cw_session_apply (stage->session, cw_edit_new_coding ("Mine"));
  spin_until (cw_document_get_codings (stage->document)->len == 1);
  coding_id =
    ((const CwCoding *) g_ptr_array_index (cw_document_get_codings (stage->document), 0))->id;
  cw_session_set_coding (stage->session, coding_id);
  stage_settle (stage);
  {
    GtkWidget *dialog = open_file (stage, path);

    g_assert_cmpuint (count (dialog, CW_IMPORT_CHANGED), ==, 0);
    g_assert_cmpuint (count (dialog, CW_IMPORT_NEW), ==, 5);
    do_import (dialog);
  }
  g_assert_cmpint (count_mappings (stage, "coding_id IS NOT NULL"), ==, 5);
  g_assert_cmpint (count_mappings (stage, "coding_id IS NULL"), ==, TEST_N_MAPPINGS);
}

static void
test_read_only (Stage *stage, gconstpointer data)
{
  g_assert_false (stage_can (stage, "win.import-mappings"));
  g_assert_false (stage_can (stage, "win.paste-mappings"));
}

static void
add_tests (void)
{
#define ADD(name, setting, func) \
  g_test_add ("/mapping-import-dialog/" name, Stage, &setting, stage_set_up, func, stage_tear_down)
  ADD ("changed", small, test_changed);
  ADD ("states", small, test_states);
  ADD ("choices", small, test_choices);
  ADD ("problems", small, test_problems);
  ADD ("encoding", small, test_encoding);
  ADD ("columns", small, test_columns);
  ADD ("items", small, test_items);
  ADD ("paste", small, test_paste);
  ADD ("unreadable", small, test_unreadable);
  ADD ("strict", small, test_strict);
  ADD ("cancelled", small, test_cancelled);
  ADD ("meanwhile", small, test_meanwhile);
  ADD ("coding", small, test_coding);
  ADD ("read-only", read_only, test_read_only);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
