/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "app/inspector.h"
#include "app/item-card.h"
#include "app/mapping-editor.h"
#include "app/note-field.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

#include <string.h>

static const StageSetting small = { .small = TRUE };

static GtkWidget *
get_editor (Stage *stage)
{
  return widget_find (GTK_WIDGET (stage->window), CW_TYPE_MAPPING_EDITOR);
}

static GtkWidget *
get_part (Stage *stage, const char *name)
{
  return widget_part (get_editor (stage), name);
}

static void
type (Stage *stage, const char *field, const char *text)
{
  GtkWidget *view = widget_find (get_part (stage, field), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
assert_field (Stage *stage, const char *field, const char *text)
{
  g_autofree char *shown = cw_note_field_get_text (CW_NOTE_FIELD (get_part (stage, field)));

  g_assert_cmpstr (shown, ==, text);
}

static void
assert_label (Stage *stage, const char *name, const char *text)
{
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_part (stage, name))), ==, text);
}

static void
flush (Stage *stage)
{
  cw_inspector_flush (CW_INSPECTOR (widget_find (GTK_WIDGET (stage->window), CW_TYPE_INSPECTOR)));
  stage_settle (stage);
}

static gint64
count_steps (Stage *stage)
{
  return test_database_get_int (stage->path, "SELECT count (*) FROM step");
}

/* One text of a mapping in the file, by the name of its column. */
static void
assert_saved (Stage *stage, gint64 id, const char *column, const char *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM mapping WHERE id = %d", column, (int) id);
  g_autofree char *saved = test_database_get_text (stage->path, sql);

  g_assert_cmpstr (saved, ==, text);
}

/* Who reviewed it and when, as long as it is reviewed; the window says when it no longer is. */
static void
test_shows_review (Stage *stage, gconstpointer data)
{
  g_autofree char *made = NULL;
  g_autofree char *reviewed = NULL;

  g_settings_set_string (stage->settings, "author-name", "Rita");
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (stage, "status")), CW_STATUS_DISPUTED);
  stage_settle (stage);
  made = g_strdup (gtk_label_get_text (GTK_LABEL (get_part (stage, "made"))));
  g_assert_true (
    g_regex_match_simple ("^By Ann, changed .*\nDisputed by Rita, \\d+-\\d+-\\d+$", made, 0, 0));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (stage, "status")), CW_STATUS_REVIEWED);
  stage_settle (stage);
  reviewed = g_strdup (gtk_label_get_text (GTK_LABEL (get_part (stage, "made"))));
  g_assert_nonnull (strstr (reviewed, "\nReviewed by Rita, "));

  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "1");
  stage_do_with (stage, "edit.link", "close");
  g_assert_null (strchr (gtk_label_get_text (GTK_LABEL (get_part (stage, "made"))), '\n'));
  widget_assert_says (GTK_WIDGET (stage->window), "Back to proposed, since the relation changed");
}

static void
test_shows_mapping (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  assert_label (stage, "left_name", "1 Advanced materials");
  assert_label (stage, "phrase", "is part of");
  assert_label (stage, "right_name", "1 Materials");
  assert_label (stage, "confidence_value", "0.70");
  assert_label (stage, "made", "By Ann, changed 2024-01-02");
  assert_field (stage, "rationale", "Part of it; 一部分.");
  assert_field (stage, "note_shared", "shared");
  assert_field (stage, "note_left", "only left");
  assert_field (stage, "note_right", "only right");
  assert_field (stage, "citation", "Gazette 7, p. 3");
  assert_field (stage, "url", "https://example.org/7");
  assert_field (stage, "quotation", "“materials”");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (get_part (stage, "status"))), ==,
                    CW_STATUS_REVIEWED);
  g_assert_false (gtk_widget_get_visible (get_part (stage, "reason_box")));
  /* Filling the fields edits nothing. */
  g_assert_cmpint (count_steps (stage), ==, 0);
}

/* Read from the other side, left and right change places and the sentence is turned round. */
static void
test_swapped (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  stage_do (stage, "compare.swap");
  assert_label (stage, "left_name", "1 Materials");
  assert_label (stage, "phrase", "contains");
  assert_label (stage, "right_name", "1 Advanced materials");
  assert_field (stage, "note_left", "only right");
  assert_field (stage, "note_right", "only left");
  type (stage, "note_left", "now the object");
  flush (stage);
  assert_saved (stage, TEST_MAPPING_FULL, "note_object", "now the object");
  assert_saved (stage, TEST_MAPPING_FULL, "note_subject", "only left");
}

static void
test_shows_absence (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "2");
  assert_label (stage, "left_name", "2 Robots, \"humanoid\"");
  assert_label (stage, "phrase", "has no counterpart in");
  assert_label (stage, "right_name", "xb-right-2021");
  g_assert_true (gtk_widget_get_visible (get_part (stage, "reason_box")));
  g_assert_false (gtk_widget_get_visible (get_part (stage, "note_shared")));
  g_assert_false (gtk_widget_get_visible (get_part (stage, "relations")));
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  assert_label (stage, "phrase", "is open");
  g_assert_false (gtk_widget_get_visible (get_part (stage, "details")));
}

/* A pause in typing is one step. */
static void
test_pause (Stage *stage, gconstpointer data)
{
  g_auto (SignalCount) saved = { 0 };

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  signal_count_begin (&saved, stage->document, "mappings-changed");
  type (stage, "rationale", "B");
  type (stage, "rationale", "Be");
  type (stage, "rationale", "Because 因为");
  spin_until (saved.n_times > 0);
  stage_settle (stage);
  g_assert_cmpint (count_steps (stage), ==, 1);
  assert_saved (stage, TEST_MAPPING_FULL, "rationale", "Because 因为");
  flush (stage);
  g_assert_cmpint (count_steps (stage), ==, 1);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (stage->window->undo_button), ==,
                   "Undo change of rationale of 1 to 1");
}

static void
test_flush (Stage *stage, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *column;
  } fields[] = {
    { "rationale", "rationale" },    { "note_shared", "note_shared" },
    { "note_left", "note_subject" }, { "note_right", "note_object" },
    { "citation", "citation" },      { "url", "url" },
    { "quotation", "quotation" },
  };

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      type (stage, fields[i].field, fields[i].column);
      flush (stage);
      g_assert_cmpint (count_steps (stage), ==, i + 1);
      assert_saved (stage, TEST_MAPPING_FULL, fields[i].column, fields[i].column);
    }
  /* Undo takes the text back, in the file and in the field. */
  stage_do (stage, "edit.undo");
  assert_saved (stage, TEST_MAPPING_FULL, "quotation", "“materials”");
  assert_field (stage, "quotation", "“materials”");
}

/* Several fields that are being edited at once lose nothing to one another. */
static void
test_flush_together (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  type (stage, "rationale", "first");
  type (stage, "citation", "second");
  gtk_range_set_value (GTK_RANGE (get_part (stage, "confidence")), 0.25);
  flush (stage);
  assert_saved (stage, TEST_MAPPING_FULL, "rationale", "first");
  assert_saved (stage, TEST_MAPPING_FULL, "citation", "second");
  assert_saved (stage, TEST_MAPPING_FULL, "confidence", "0.25");
}

/* Typing goes where it was meant for, though something else is selected before it is saved. */
static void
test_switch_while_typing (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  type (stage, "rationale", "About the first");
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.1");
  stage_settle (stage);
  assert_saved (stage, TEST_MAPPING_FULL, "rationale", "About the first");
  assert_saved (stage, TEST_MAPPING_INVERTED, "rationale", "");
  assert_field (stage, "rationale", "");
  g_assert_cmpint (count_steps (stage), ==, 1);

  type (stage, "note_left", "About the second");
  stage_do (stage, "compare.unselect");
  assert_saved (stage, TEST_MAPPING_INVERTED, "note_object", "About the second");
  g_assert_cmpint (count_steps (stage), ==, 2);
}

static void
test_swap_while_typing (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  type (stage, "note_left", "of the subject");
  stage_do (stage, "compare.swap");
  flush (stage);
  assert_saved (stage, TEST_MAPPING_FULL, "note_subject", "of the subject");
  assert_saved (stage, TEST_MAPPING_FULL, "note_object", "only right");
  assert_field (stage, "note_left", "only right");
  assert_field (stage, "note_right", "of the subject");
}

/* What is being typed is not overwritten by what else happens to the mapping. */
static void
test_edit_while_typing (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  type (stage, "rationale", "half a thou");
  stage_do_with (stage, "edit.link", "close");
  assert_field (stage, "rationale", "half a thou");
  flush (stage);
  assert_saved (stage, TEST_MAPPING_FULL, "rationale", "half a thou");
  assert_saved (stage, TEST_MAPPING_FULL, "relation", "close");
}

static void
test_confidence (Stage *stage, gconstpointer data)
{
  GtkRange *range;
  g_auto (SignalCount) saved = { 0 };

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  range = GTK_RANGE (get_part (stage, "confidence"));
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (range), 0.7, 1e-9);
  signal_count_begin (&saved, stage->document, "mappings-changed");
  for (guint i = 1; i <= 9; i++)
    gtk_range_set_value (range, i / 10.0);
  assert_label (stage, "confidence_value", "0.90");
  spin_until (saved.n_times > 0);
  stage_settle (stage);
  g_assert_cmpint (count_steps (stage), ==, 1);
  assert_saved (stage, TEST_MAPPING_FULL, "confidence", "0.9");
  stage_do (stage, "edit.undo");
  assert_label (stage, "confidence_value", "0.70");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (range), 0.7, 1e-9);
}

static void
test_no_confidence (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.1");
  assert_label (stage, "confidence_value", "Not given");
  /* Of the one, though the other is selected before the pause. */
  gtk_range_set_value (GTK_RANGE (get_part (stage, "confidence")), 0.3);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  assert_saved (stage, TEST_MAPPING_INVERTED, "confidence", "0.3");
  assert_saved (stage, TEST_MAPPING_FULL, "confidence", "0.7");
  assert_label (stage, "confidence_value", "0.70");
  g_assert_cmpint (count_steps (stage), ==, 1);
}

static void
test_status (Stage *stage, gconstpointer data)
{
  GtkDropDown *status;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.1");
  status = GTK_DROP_DOWN (get_part (stage, "status"));
  g_assert_cmpuint (gtk_drop_down_get_selected (status), ==, CW_STATUS_PROPOSED);
  for (CwStatus i = CW_STATUS_DRAFT; i < CW_N_STATUSES; i++)
    {
      gtk_drop_down_set_selected (status, i);
      stage_settle (stage);
      assert_saved (stage, TEST_MAPPING_INVERTED, "status", cw_status_to_key (i));
      g_assert_cmpuint (gtk_drop_down_get_selected (status), ==, i);
    }
  g_assert_cmpint (count_steps (stage), ==, CW_N_STATUSES);
  stage_do (stage, "edit.undo");
  g_assert_cmpuint (gtk_drop_down_get_selected (status), ==, CW_STATUS_DISPUTED);
}

static void
test_reason (Stage *stage, gconstpointer data)
{
  GtkDropDown *reason;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "2");
  reason = GTK_DROP_DOWN (get_part (stage, "reason"));
  g_assert_cmpuint (gtk_drop_down_get_selected (reason), ==, CW_ABSENCE_NOT_NAMED);
  gtk_drop_down_set_selected (reason, CW_ABSENCE_OTHER_LIST);
  stage_settle (stage);
  g_assert_cmpint (count_steps (stage), ==, 1);
  {
    g_autoptr (CwMapping) mapping = stage_read_mapping (stage, TEST_MAPPING_ABSENCE);

    g_assert_cmpint (mapping->absence, ==, CW_ABSENCE_OTHER_LIST);
  }
  stage_do (stage, "edit.undo");
  g_assert_cmpuint (gtk_drop_down_get_selected (reason), ==, CW_ABSENCE_NOT_NAMED);
}

static void
assert_pressed (Stage *stage, CwRelation pressed)
{
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    g_assert_cmpint (gtk_toggle_button_get_active (
                       GTK_TOGGLE_BUTTON (widget_find_nth (get_part (stage, "relations"),
                                                           GTK_TYPE_TOGGLE_BUTTON, relation - 1))),
                     ==, relation == pressed);
}

static void
press (Stage *stage, CwRelation relation)
{
  GtkWidget *button =
    widget_find_nth (get_part (stage, "relations"), GTK_TYPE_TOGGLE_BUTTON, relation - 1);

  g_signal_emit_by_name (button, "clicked");
  stage_settle (stage);
}

/* The buttons show what the document says. */
static void
test_relation_buttons (Stage *stage, gconstpointer data)
{
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  assert_pressed (stage, CW_RELATION_BROAD);
  press (stage, CW_RELATION_OVERLAP);
  assert_pressed (stage, CW_RELATION_OVERLAP);
  assert_saved (stage, TEST_MAPPING_FULL, "relation", "overlap");
  press (stage, CW_RELATION_OVERLAP);
  assert_pressed (stage, CW_RELATION_OVERLAP);
  g_assert_cmpint (count_steps (stage), ==, 1);
  stage_do (stage, "edit.undo");
  assert_pressed (stage, CW_RELATION_BROAD);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  assert_pressed (stage, CW_RELATION_NONE);
  press (stage, CW_RELATION_CLOSE);
  assert_pressed (stage, CW_RELATION_CLOSE);
}

/* Leaving a field saves it at once. */
static void
test_leave_field (Stage *stage, gconstpointer data)
{
  GtkWidget *view;

  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1");
  view = widget_find (get_part (stage, "rationale"), GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (view);
  type (stage, "rationale", "Left");
  gtk_widget_grab_focus (widget_find (get_part (stage, "citation"), GTK_TYPE_TEXT_VIEW));
  stage_settle (stage);
  assert_saved (stage, TEST_MAPPING_FULL, "rationale", "Left");
  g_assert_cmpint (count_steps (stage), ==, 1);
}

static void
test_item_card (Stage *stage, gconstpointer data)
{
  GtkWidget *card = widget_find (GTK_WIDGET (stage->window), CW_TYPE_ITEM_CARD);
  GtkWidget *button;

  g_assert_false (gtk_widget_get_visible (card));
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "2");
  g_assert_true (gtk_widget_get_visible (card));
  /* Both things that are said of it: an absence and a negated mapping. */
  button = widget_find_with_tooltip (card, GTK_TYPE_BUTTON,
                                     "Robots, \"humanoid\" is not the same as 3 Robotics");
  g_signal_emit_by_name (button, "clicked");
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_NEGATED);
  assert_label (stage, "phrase", "is not the same as");
}

static void
add_tests (void)
{
  static const struct
  {
    const char *path;
    void (*func) (Stage *, gconstpointer);
  } tests[] = {
    { "/inspector/shows-mapping", test_shows_mapping },
    { "/inspector/shows-review", test_shows_review },
    { "/inspector/swapped", test_swapped },
    { "/inspector/shows-absence", test_shows_absence },
    { "/inspector/pause", test_pause },
    { "/inspector/flush", test_flush },
    { "/inspector/flush-together", test_flush_together },
    { "/inspector/switch-while-typing", test_switch_while_typing },
    { "/inspector/swap-while-typing", test_swap_while_typing },
    { "/inspector/edit-while-typing", test_edit_while_typing },
    { "/inspector/confidence", test_confidence },
    { "/inspector/no-confidence", test_no_confidence },
    { "/inspector/status", test_status },
    { "/inspector/reason", test_reason },
    { "/inspector/relation-buttons", test_relation_buttons },
    { "/inspector/leave-field", test_leave_field },
    { "/inspector/item-card", test_item_card },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, &small, stage_set_up, tests[i].func, stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
