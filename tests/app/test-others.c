/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"
#include "workspace/edit.h"

static const StageSetting small = { .small = TRUE };

static CwEdit *
make_note (const char *text)
{
  g_autoptr (CwMapping) values = cw_mapping_new (1, CW_RELATION_EXACT, 2);

  cw_mapping_set_text (&values->note_shared, text);

  return cw_edit_new_patch (CW_STEP_NOTE, TEST_MAPPING_FULL, values, CW_MAPPING_NOTE_SHARED, NULL,
                            NULL);
}

static CwWindow *
find_other (Stage *stage)
{
  GList *windows = gtk_application_get_windows (stage_get_application ());

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (CW_IS_WINDOW (l->data) && l->data != (gpointer) stage->window)
        return l->data;
    }

  return NULL;
}

/* Two windows on one document show each other's edits, and closing one leaves it open. */
static void
test_two_windows (Stage *stage, gconstpointer data)
{
  CwWindow *other;
  g_autofree char *count = NULL;

  stage_do (stage, "win.new-window");
  other = find_other (stage);
  g_assert_nonnull (other);
  g_assert_true (cw_session_get_document (other->session) == stage->document);
  spin_until (gtk_widget_get_mapped (GTK_WIDGET (other)));

  cw_session_show_mapping (other->session, TEST_MAPPING_FULL);
  cw_session_apply (stage->session, make_note ("from the first"));
  stage_settle (stage);
  spin_until (cw_session_get_mapping (other->session) != NULL &&
              g_str_equal (cw_session_get_mapping (other->session)->note_shared, "from the first"));

  gtk_window_destroy (GTK_WINDOW (other));
  stage_settle (stage);
  g_assert_null (find_other (stage));
  cw_session_apply (stage->session, make_note ("still open"));
  stage_settle (stage);
  count = test_database_get_text (stage->path, "SELECT note_shared FROM mapping WHERE id = 1");
  g_assert_cmpstr (count, ==, "still open");
}

/* What another process writes is seen without anything being done. */
static void
test_other_process (Stage *stage, gconstpointer data)
{
  g_autoptr (CwDocument) theirs = test_document_open (stage->path);
  g_autoptr (GError) error = NULL;

  cw_session_show_mapping (stage->session, TEST_MAPPING_FULL);
  spin_until (cw_session_get_mapping (stage->session) != NULL);
  cw_document_apply (theirs, make_note ("from them"), &error);
  g_assert_no_error (error);
  spin_until (cw_session_get_mapping (stage->session) != NULL &&
              g_str_equal (cw_session_get_mapping (stage->session)->note_shared, "from them"));
  cw_document_close (theirs);
}

/* An edit of what changed meanwhile asks first. */
static void
check_conflict (Stage *stage, const char *answer, const char *wanted)
{
  g_autoptr (CwDocument) theirs = test_document_open (stage->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  GtkWidget *dialog = NULL;

  cw_document_apply (theirs, make_note ("from them"), &error);
  g_assert_no_error (error);
  /* Before the system has told. */
  cw_session_apply (stage->session, make_note ("mine"));
  spin_until ((dialog = widget_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Changed meanwhile");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer);
  gtk_window_destroy (GTK_WINDOW (dialog));
  stage_settle (stage);
  note = test_database_get_text (stage->path, "SELECT note_shared FROM mapping WHERE id = 1");
  g_assert_cmpstr (note, ==, wanted);
  cw_document_close (theirs);
}

static void
test_conflict (Stage *stage, gconstpointer data)
{
  check_conflict (stage, "close", "from them");
}

static void
test_conflict_again (Stage *stage, gconstpointer data)
{
  check_conflict (stage, "again", "mine");
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/others/" path, Stage, &small, stage_set_up, func, stage_tear_down)
  ADD ("two-windows", test_two_windows);
  ADD ("other-process", test_other_process);
  ADD ("conflict", test_conflict);
  ADD ("conflict-again", test_conflict_again);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
