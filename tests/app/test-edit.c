/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/absence-dialog.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

static const StageSetting small = { .small = TRUE };

static void
select_pair (Stage *stage, const char *left, const char *right)
{
  stage_do (stage, "compare.unselect");
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, left));
  stage_select_row (stage, CW_SIDE_RIGHT, stage_item (stage, TEST_RIGHT, right));
}

static gint64
count_steps (Stage *stage)
{
  return test_database_get_int (stage->path, "SELECT count (*) FROM step");
}

static void
assert_mapping (Stage *stage,
                gint64 id,
                const CwItem *subject,
                CwRelation relation,
                const CwItem *object)
{
  g_autoptr (CwMapping) mapping = stage_read_mapping (stage, id);

  g_assert_nonnull (mapping);
  g_assert_cmpint (mapping->subject_id, ==, subject->id);
  g_assert_cmpint (mapping->relation, ==, relation);
  g_assert_cmpint (mapping->object_id, ==, object->id);
}

/* Each key makes the mapping, and each other key changes it. */
static void
test_link (Stage *stage, gconstpointer data)
{
  const CwItem *left = stage_item (stage, TEST_LEFT, "1.2");
  const CwItem *right = stage_item (stage, TEST_RIGHT, "3");
  gint64 id = 0;

  select_pair (stage, "1.2", "3");
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    {
      stage_do_with (stage, "edit.link", cw_relation_to_key (relation));
      if (id == 0)
        id = cw_session_get_mapping_id (stage->session);
      g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, id);
      assert_mapping (stage, id, left, relation, right);
      g_assert_cmpint (count_steps (stage), ==, relation);
      /* The same again is no step. */
      stage_do_with (stage, "edit.link", cw_relation_to_key (relation));
      g_assert_cmpint (count_steps (stage), ==, relation);
    }
  for (CwRelation relation = CW_RELATION_RELATED; relation > CW_RELATION_EXACT; relation--)
    {
      assert_mapping (stage, id, left, relation, right);
      stage_do (stage, "edit.undo");
    }
  assert_mapping (stage, id, left, CW_RELATION_EXACT, right);
  stage_do (stage, "edit.undo");
  g_assert_null (stage_read_mapping (stage, id));
  stage_do (stage, "edit.redo");
  assert_mapping (stage, id, left, CW_RELATION_EXACT, right);
}

/* What was made from right to left stays so, and is read from the left. */
static void
test_link_inverted (Stage *stage, gconstpointer data)
{
  const CwItem *left = stage_item (stage, TEST_LEFT, "1.1");
  const CwItem *right = stage_item (stage, TEST_RIGHT, "2");

  select_pair (stage, "1.1", "2");
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_INVERTED);
  stage_do_with (stage, "edit.link", "narrow");
  assert_mapping (stage, TEST_MAPPING_INVERTED, right, CW_RELATION_BROAD, left);
  stage_do (stage, "compare.swap");
  stage_do_with (stage, "edit.link", "narrow");
  assert_mapping (stage, TEST_MAPPING_INVERTED, right, CW_RELATION_NARROW, left);
}

static void
assert_message (Stage *stage)
{
  g_autofree char *message = stage_take_message (stage);

  g_assert_nonnull (message);
  g_assert_cmpint (count_steps (stage), ==, 0);
}

static void
test_nothing_selected (Stage *stage, gconstpointer data)
{
  static const char *const actions[] = { "edit.absence", "edit.delete", "edit.copy" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      stage_do (stage, actions[i]);
      assert_message (stage);
    }
  stage_do_with (stage, "edit.link", "close");
  assert_message (stage);
  /* One side alone is not enough. */
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_do_with (stage, "edit.link", "close");
  assert_message (stage);
  g_assert_null (widget_find_window (CW_TYPE_ABSENCE_DIALOG));
}

static void
test_delete (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMapping) before = stage_read_mapping (stage, TEST_MAPPING_FULL);
  g_autoptr (CwMapping) after = NULL;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  stage_do (stage, "edit.delete");
  g_assert_null (stage_read_mapping (stage, TEST_MAPPING_FULL));
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, 0);
  stage_do (stage, "edit.undo");
  after = stage_read_mapping (stage, TEST_MAPPING_FULL);
  g_assert_true (cw_mapping_equal (before, after));
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_FULL);
  stage_do (stage, "edit.redo");
  g_assert_null (stage_read_mapping (stage, TEST_MAPPING_FULL));
  g_assert_false (stage_can (stage, "redo"));
}

/* "Is not" is a finding, and no link; the same again takes it back. */
static void
test_negate (Stage *stage, gconstpointer data)
{
  g_autoptr (CwMapping) negated = NULL;
  g_autoptr (CwMapping) again = NULL;
  g_autofree char *message = NULL;

  stage_do (stage, "compare.unselect");
  stage_do (stage, "edit.negate");
  message = stage_take_message (stage);
  g_assert_cmpstr (message, ==, "Select the mapping that does not hold");

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  stage_do (stage, "edit.negate");
  negated = stage_read_mapping (stage, TEST_MAPPING_FULL);
  g_assert_true (negated->negated);
  /* The review was of something else. */
  g_assert_cmpint (negated->status, ==, CW_STATUS_PROPOSED);
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_FULL);
  stage_do (stage, "edit.negate");
  again = stage_read_mapping (stage, TEST_MAPPING_FULL);
  g_assert_false (again->negated);
}

static CwAbsenceDialog *
open_absence_dialog (Stage *stage)
{
  GtkWidget *dialog;

  stage_do (stage, "edit.absence");
  dialog = widget_find_window (CW_TYPE_ABSENCE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (stage->window));
  spin_until (gtk_widget_get_mapped (dialog));

  return CW_ABSENCE_DIALOG (dialog);
}

static void
test_absence (Stage *stage, gconstpointer data)
{
  CwAbsenceDialog *dialog;
  g_autoptr (CwMapping) mapping = NULL;
  const CwItem *item = stage_item (stage, TEST_LEFT, "1.2");
  CwOutlineRow *row;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  dialog = open_absence_dialog (stage);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (widget_part (GTK_WIDGET (dialog), "sentence"))),
                   ==, "1.2 Rare earths has no counterpart in xb-right-2021");
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_part (GTK_WIDGET (dialog), "reason_row")),
                              CW_ABSENCE_COVERED);
  gtk_editable_set_text (GTK_EDITABLE (widget_part (GTK_WIDGET (dialog), "rationale_row")),
                         "Part of 1 <only>");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "absence.record", NULL));
  stage_settle (stage);
  spin_until (widget_find_window (CW_TYPE_ABSENCE_DIALOG) == NULL);

  mapping = stage_read_mapping (stage, cw_session_get_mapping_id (stage->session));
  g_assert_nonnull (mapping);
  g_assert_cmpint (mapping->subject_id, ==, item->id);
  g_assert_cmpint (mapping->relation, ==, CW_RELATION_NONE);
  g_assert_cmpint (mapping->object_list_id, ==,
                   cw_list_get_id (cw_document_find_list (stage->document, TEST_RIGHT)));
  g_assert_cmpint (mapping->absence, ==, CW_ABSENCE_COVERED);
  g_assert_cmpstr (mapping->rationale, ==, "Part of 1 <only>");
  row = g_list_model_get_item (G_LIST_MODEL (stage_model (stage, CW_SIDE_LEFT)), 2);
  g_assert_true (cw_outline_row_get_item (row) == item);
  g_assert_cmpint (cw_outline_row_get_state (row), ==, CW_ITEM_ABSENT);
  g_object_unref (row);
}

static void
test_absence_cancelled (Stage *stage, gconstpointer data)
{
  CwAbsenceDialog *dialog;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  dialog = open_absence_dialog (stage);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL));
  spin_until (widget_find_window (CW_TYPE_ABSENCE_DIALOG) == NULL);
  stage_settle (stage);
  g_assert_cmpint (count_steps (stage), ==, 0);
}

/* The dialog is about the item for which it was opened. */
static void
test_absence_stays_with_item (Stage *stage, gconstpointer data)
{
  CwAbsenceDialog *dialog;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  dialog = open_absence_dialog (stage);
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "4");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "absence.record", NULL));
  stage_settle (stage);
  spin_until (widget_find_window (CW_TYPE_ABSENCE_DIALOG) == NULL);
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT max (id) FROM mapping"), >,
                   TEST_N_MAPPINGS);
  {
    g_autoptr (CwMapping) mapping =
      stage_read_mapping (stage,
                          test_database_get_int (stage->path, "SELECT max (id) FROM mapping"));

    g_assert_cmpint (mapping->subject_id, ==, stage_item (stage, TEST_LEFT, "1.2")->id);
  }
}

static void
test_absence_of_linked (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  stage_do (stage, "edit.absence");
  assert_message (stage);
  g_assert_null (widget_find_window (CW_TYPE_ABSENCE_DIALOG));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Stage *stage, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (stage->window));
  g_auto (SignalCount) changes = { 0 };
  g_autofree char *text = NULL;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  signal_count_begin (&changes, clipboard, "changed");
  stage_do (stage, "edit.copy");
  spin_until (changes.n_times > 0);
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, &text);
  spin_until (text != NULL);
  g_assert_nonnull (strstr (text, "Advanced materials"));
  g_assert_nonnull (strstr (text, "\t"));
  g_assert_null (strstr (text, "Blockchain"));
  g_assert_cmpint (count_steps (stage), ==, 0);
}

/* After a link the next selection begins anew, on whichever side it is. */
static void
test_next_after_link (Stage *stage, gconstpointer data)
{
  select_pair (stage, "1.2", "3");
  stage_do_with (stage, "edit.link", "close");
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_RIGHT) ==
                 stage_item (stage, TEST_RIGHT, "1"));
}

/* Many edits one upon another, without waiting, come out in order. */
static void
test_fast_hands (Stage *stage, gconstpointer data)
{
  g_autofree char *before = test_database_dump (stage->path);

  select_pair (stage, "1.2", "3");
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (stage->window), "edit.link", "s",
                                i % 2 == 0 ? "close" : "broad");
  stage_settle (stage);
  g_assert_cmpint (count_steps (stage), ==, 30);
  while (stage_can (stage, "undo"))
    {
      gtk_widget_activate_action (GTK_WIDGET (stage->window), "edit.undo", NULL);
      stage_settle (stage);
    }
  {
    g_autofree char *after = test_database_dump (stage->path);

    g_assert_cmpstr (after, ==, before);
  }
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    void (*func) (Stage *, gconstpointer);
  } tests[] = {
    { "/edit/link", test_link },
    { "/edit/link-inverted", test_link_inverted },
    { "/edit/nothing-selected", test_nothing_selected },
    { "/edit/delete", test_delete },
    { "/edit/negate", test_negate },
    { "/edit/absence", test_absence },
    { "/edit/absence-cancelled", test_absence_cancelled },
    { "/edit/absence-stays-with-item", test_absence_stays_with_item },
    { "/edit/absence-of-linked", test_absence_of_linked },
    { "/edit/copy", test_copy },
    { "/edit/next-after-link", test_next_after_link },
    { "/edit/fast-hands", test_fast_hands },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, &small, stage_set_up, tests[i].func, stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
