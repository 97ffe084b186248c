/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "app/codings-page.h"
#include "app/coding-dialog.h"
#include "app/models/agreement-row.h"
#include "app/models/disagreement.h"
#include "app/settle-dialog.h"
#include "app/table-page.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

static const StageSetting small = { .small = TRUE };

static CwCodingsPage *
get_page (Stage *stage)
{
  return CW_CODINGS_PAGE (stage->window->codings_page);
}

static guint
count_rows (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *applied = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ids);
  *applied = TRUE;
}

static void
apply_in (Stage *stage, gint64 coding_id, CwEdit *edit)
{
  gboolean applied = FALSE;

  cw_edit_set_coding (edit, coding_id);
  cw_document_apply_async (stage->document, edit, on_applied, &applied);
  spin_until (applied);
}

static gint64
begin (Stage *stage, const char *name)
{
  apply_in (stage, 0, cw_edit_new_coding (name));

  return cw_coding_find_by_name (cw_document_get_codings (stage->document), name)->id;
}

static void
link_in (Stage *stage, gint64 id, const char *left, CwRelation relation, const char *right)
{
  apply_in (stage, id,
            cw_edit_new_link (stage_item (stage, TEST_LEFT, left), relation,
                              stage_item (stage, TEST_RIGHT, right)));
}

/* Two finished codings that differ on 1.1 and 2, and on 3 and 3. */
static void
make_two_codings (Stage *stage)
{
  gint64 id = begin (stage, "First");

  link_in (stage, id, "1", CW_RELATION_EXACT, "1");
  link_in (stage, id, "1.1", CW_RELATION_BROAD, "2");
  apply_in (stage, 0, cw_edit_new_coding_done (id, TRUE));
  id = begin (stage, "Second");
  link_in (stage, id, "1", CW_RELATION_EXACT, "1");
  link_in (stage, id, "1.1", CW_RELATION_CLOSE, "2");
  link_in (stage, id, "3", CW_RELATION_CLOSE, "3");
  apply_in (stage, 0, cw_edit_new_coding_done (id, TRUE));
  stage_settle (stage);
}

static void
show_page (Stage *stage)
{
  stage_do_with (stage, "win.page", "codings");
  stage_settle (stage);
}

static const char *
get_state (Stage *stage)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (widget_part (stage->window->codings_page, "stack")));
}

static guint
count_links (Stage *stage)
{
  return cw_link_index_get_n_links (cw_session_get_links (stage->session));
}

/* Begins a coding as a person does. */
static void
begin_by_hand (Stage *stage, const char *name)
{
  GtkWidget *dialog;

  stage_do (stage, "coding.new");
  dialog = widget_find_window (CW_TYPE_CODING_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "name_row")), name);
  gtk_widget_activate_action (dialog, "coding-dialog.apply", NULL);
  stage_settle (stage);
  stage_settle (stage);
}

/* What a coder sees is empty at first and then their own; nothing else can be reached. */
static void
test_blind (Stage *stage, gconstpointer data)
{
  guint n_links = count_links (stage);
  gint64 id;

  g_assert_cmpuint (n_links, >, 0);
  g_assert_false (gtk_widget_get_visible (stage->window->coding_bar));
  begin_by_hand (stage, "Mine");
  id = cw_session_get_coding (stage->session);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpuint (count_links (stage), ==, 0);
  g_assert_true (gtk_widget_get_visible (stage->window->coding_bar));

  stage_do (stage, "compare.unselect");
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  stage_select_row (stage, CW_SIDE_RIGHT, stage_item (stage, TEST_RIGHT, "1"));
  stage_do_with (stage, "edit.link", "exact");
  g_assert_cmpuint (count_links (stage), ==, 1);
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT count (*) FROM mapping "
                                                       "WHERE coding_id IS NULL"),
                   ==, TEST_N_MAPPINGS);

  /* The table shows the same, and the page of codings nothing. */
  stage_do_with (stage, "win.page", "table");
  spin_until (count_rows (G_LIST_MODEL (
                cw_table_page_get_model (CW_TABLE_PAGE (stage->window->table_page)))) == 1);
  show_page (stage);
  g_assert_cmpstr (get_state (stage), ==, "blind");

  /* Asked for or not, the agreed mapping stays hidden. */
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "coding.show", "x", (gint64) 0);
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_coding (stage->session), ==, id);
  g_assert_cmpuint (count_links (stage), ==, 1);

  apply_in (stage, 0, cw_edit_new_coding_done (id, TRUE));
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_coding (stage->session), ==, id);
  g_assert_false (cw_session_is_editable (stage->session));
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "coding.show", "x", (gint64) 0);
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_coding (stage->session), ==, 0);
  g_assert_cmpuint (count_links (stage), ==, n_links);
}

static gboolean
row_is_open (Stage *stage, guint n)
{
  GtkWidget *rows = widget_find (stage->window->coding_button, GTK_TYPE_LIST_BOX);

  return gtk_widget_get_sensitive (
    GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), (int) n)));
}

/* The chooser has everything, and says why something cannot be chosen. */
static void
test_chooser (Stage *stage, gconstpointer data)
{
  GtkWidget *button = widget_find (stage->window->coding_button, GTK_TYPE_MENU_BUTTON);

  widget_assert_name (button, "Shown: Agreed mapping");
  make_two_codings (stage);
  widget_assert_name (button, "Shown: Second");
  g_assert_true (row_is_open (stage, 0));
  g_assert_true (row_is_open (stage, 1));
  g_assert_true (row_is_open (stage, 2));

  begin_by_hand (stage, "Third");
  widget_assert_name (button, "Shown: Third");
  g_assert_false (row_is_open (stage, 0));
  g_assert_false (row_is_open (stage, 1));
  g_assert_false (row_is_open (stage, 2));
  g_assert_true (row_is_open (stage, 3));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  stage_settle (stage);
  widget_assert_says (stage->window->coding_button, "Finish your coding first");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  stage_settle (stage);

  /* Another person sees all but what is not done. */
  g_settings_set_string (stage->settings, "author-name", "Somebody else");
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_coding (stage->session), ==, 0);
  g_assert_true (row_is_open (stage, 0));
  g_assert_true (row_is_open (stage, 1));
  g_assert_false (row_is_open (stage, 3));
  g_settings_reset (stage->settings, "author-name");
  stage_settle (stage);
  widget_assert_name (button, "Shown: Third");
}

static void
test_empty (Stage *stage, gconstpointer data)
{
  show_page (stage);
  g_assert_cmpstr (get_state (stage), ==, "few");
  make_two_codings (stage);
  stage_settle (stage);
  g_assert_cmpstr (get_state (stage), ==, "report");
}

static CwDisagreementRow *
get_row (Stage *stage, guint n)
{
  g_autoptr (CwDisagreementRow) row =
    g_list_model_get_item (cw_codings_page_get_disagreements (get_page (stage)), n);

  return row;
}

static void
press (Stage *stage, const char *choice)
{
  g_assert_true (
    gtk_widget_activate_action (stage->window->codings_page, "codings.settle-as", "s", choice));
  stage_settle (stage);
}

static void
give_reason (Stage *stage, const char *reason)
{
  GtkWidget *dialog = widget_find_window (CW_TYPE_SETTLE_DIALOG);
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "reason_row")), " ");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "reason_row")), reason);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_widget_activate_action (dialog, "settle.apply", NULL);
  stage_settle (stage);
  stage_settle (stage);
}

static void
select_row (Stage *stage, guint n)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (cw_codings_page_get_view (get_page (stage)));

  gtk_selection_model_select_item (gtk_column_view_get_model (view), n, TRUE);
}

/* Settled as one of the two says, in another way, and as not linked; each is one step. */
static void
test_settle (Stage *stage, gconstpointer data)
{
  CwDisagreementRow *row;

  make_two_codings (stage);
  show_page (stage);
  g_assert_cmpuint (count_rows (cw_codings_page_get_agreements (get_page (stage))), ==, 1);
  g_assert_cmpuint (count_rows (cw_codings_page_get_disagreements (get_page (stage))), ==, 2);
  widget_assert_says (stage->window->codings_page, "2 disagreements, 2 open");

  select_row (stage, 0);
  press (stage, "second");
  give_reason (stage, "the second is right");
  row = get_row (stage, 0);
  g_assert_cmpstr (cw_disagreement_row_get_reason (row), ==, "the second is right");
  g_assert_cmpint (cw_disagreement_row_get_agreed (row)->relation, ==, CW_RELATION_CLOSE);
  widget_assert_says (stage->window->codings_page, "2 disagreements, 1 open");

  press (stage, "overlap");
  give_reason (stage, "on second thought");
  g_assert_true (get_row (stage, 0) == row);
  g_assert_cmpint (cw_disagreement_row_get_agreed (row)->relation, ==, CW_RELATION_OVERLAP);
  press (stage, "none");
  give_reason (stage, "not at all");
  g_assert_null (cw_disagreement_row_get_agreed (row));
  stage_do (stage, "edit.undo");
  stage_settle (stage);
  g_assert_cmpint (cw_disagreement_row_get_agreed (row)->relation, ==, CW_RELATION_OVERLAP);
  g_assert_cmpstr (cw_disagreement_row_get_reason (row), ==, "on second thought");

  /* Only what is open. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (
                                widget_part (stage->window->codings_page, "filter_menu")),
                              1);
  g_assert_cmpuint (count_rows (cw_codings_page_get_disagreements (get_page (stage))), ==, 1);
  select_row (stage, 0);
  press (stage, "first");
  give_reason (stage, "far apart");
  g_assert_cmpuint (count_rows (cw_codings_page_get_disagreements (get_page (stage))), ==, 0);
  widget_assert_says (stage->window->codings_page, "Every disagreement is settled.");
}

/* The page takes the focus to where its keys act. */
static void
test_keys (Stage *stage, gconstpointer data)
{
  make_two_codings (stage);
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  show_page (stage);
  g_assert_true (gtk_widget_has_focus (gtk_root_get_focus (GTK_ROOT (stage->window))));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (stage->window)),
                                         cw_codings_page_get_view (get_page (stage))));
}

/* A name, and then another; deleted with what is in it, and back again. */
static void
test_rename_delete (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog;
  gint64 id;

  begin_by_hand (stage, "Mine");
  id = cw_session_get_coding (stage->session);
  link_in (stage, id, "1", CW_RELATION_CLOSE, "1");
  stage_do (stage, "coding.rename");
  dialog = widget_find_window (CW_TYPE_CODING_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "name_row")), "Ours");
  gtk_widget_activate_action (dialog, "coding-dialog.apply", NULL);
  stage_settle (stage);
  g_assert_cmpstr (cw_coding_find (cw_document_get_codings (stage->document), id)->name, ==,
                   "Ours");

  apply_in (stage, 0, cw_edit_new_coding_delete (id));
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_coding (stage->session), ==, 0);
  stage_do (stage, "edit.undo");
  stage_settle (stage);
  /* Unfinished and one's own: it hides the agreed mapping again. */
  g_assert_cmpint (cw_session_get_coding (stage->session), ==, id);
  g_assert_cmpuint (count_links (stage), ==, 1);
}

/* What was typed in one set of judgements is written there, not where one goes. */
static void
test_switching_keeps_words (Stage *stage, gconstpointer data)
{
  g_autofree char *words = NULL;
  GtkWidget *text;

  make_two_codings (stage);
  cw_session_set_coding (stage->session, 0);
  stage_do (stage, "win.inspector");
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  text = widget_find (stage->window->inspector, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "typed", -1);
  cw_session_set_coding (stage->session, 1);
  stage_settle (stage);
  words = test_database_get_text (stage->path, "SELECT rationale FROM mapping WHERE id = 1");
  g_assert_cmpstr (words, ==, "typed");
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, Stage, &small, stage_set_up, func, stage_tear_down)
  ADD ("/codings/blind", test_blind);
  ADD ("/codings/chooser", test_chooser);
  ADD ("/codings/empty", test_empty);
  ADD ("/codings/settle", test_settle);
  ADD ("/codings/keys", test_keys);
  ADD ("/codings/rename-delete", test_rename_delete);
  ADD ("/codings/switching-keeps-words", test_switching_keeps_words);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
