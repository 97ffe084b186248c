/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/table-page-private.h"
#include "app/window-private.h"
#include "database.h"
#include "small-document.h"
#include "spin.h"
#include "widgets.h"

/* Editing in the cells of the table, by the keys alone. */

static const StageSetting small = { .small = TRUE };
static const StageSetting read_only = { .small = TRUE, .read_only = TRUE };

static CwTablePage *
get_page (Stage *stage)
{
  return CW_TABLE_PAGE (stage->window->table_page);
}

static void
settle (Stage *stage)
{
  stage_settle (stage);
  spin_until (!cw_mapping_model_is_searching (cw_table_page_get_model (get_page (stage))));
  stage_settle (stage);
}

static void
set_up (Stage *stage, gconstpointer setting)
{
  static const char *const columns[] = { "left-code",  "relation",  "right-code", "status",
                                         "confidence", "rationale", "shared",     "only-right",
                                         "reason",     NULL };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.listcrosswalk.Crosswalk");

  g_settings_set_strv (settings, "table-columns", columns);
  g_settings_reset (settings, "table-column-widths");
  stage_set_up (stage, setting);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stage->window->pages), "table");
  settle (stage);
}

static void
tear_down (Stage *stage, gconstpointer setting)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.listcrosswalk.Crosswalk");

  stage_tear_down (stage, setting);
  g_settings_reset (settings, "table-columns");
  g_settings_reset (settings, "table-column-widths");
}

typedef struct
{
  gint64 id;
  GtkWidget *row;
} RowSearch;

static void
look_for_row (GtkWidget *widget, gpointer user_data)
{
  RowSearch *wanted = user_data;
  CwMappingRow *row =
    CW_IS_TABLE_CELL (widget) ? cw_table_cell_get_row (CW_TABLE_CELL (widget)) : NULL;

  if (row == NULL || cw_mapping_row_get_id (row) != wanted->id || !gtk_widget_get_mapped (widget))
    return;

  while (!g_str_equal (gtk_widget_get_css_name (widget), "row"))
    widget = gtk_widget_get_parent (widget);
  wanted->row = widget;
}

static void
focus_row (Stage *stage, gint64 id)
{
  RowSearch wanted = { id, NULL };

  widget_visit (cw_table_page_get_view (get_page (stage)), look_for_row, &wanted);
  g_assert_nonnull (wanted.row);
  g_assert_true (gtk_widget_grab_focus (wanted.row));
  stage_settle (stage);
}

static gboolean
send_key (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }

  return handled;
}

/* As the display would: to the choice that is open, else to the table. */
static void
press_with (Stage *stage, guint key, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (stage->window));
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL && key == GDK_KEY_Escape)
    gtk_popover_popdown (GTK_POPOVER (popover));
  else
    g_assert_true (
      send_key (popover != NULL ? popover : cw_table_page_get_view (get_page (stage)), key, state));
  settle (stage);
}

static void
press (Stage *stage, guint key)
{
  press_with (stage, key, 0);
}

static void
type (Stage *stage, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (stage->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
}

static void
assert_value (Stage *stage, gint64 id, const char *column, const char *wanted)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT coalesce (%s, '') FROM mapping WHERE id = %d", column, (int) id);
  g_autofree char *value = test_database_get_text (stage->path, sql);

  g_assert_cmpstr (value, ==, wanted);
}

/* Enter opens the cell of the cursor, the digit takes the relation; undo takes it back. */
static void
test_relation (Stage *stage, gconstpointer data)
{
  focus_row (stage, TEST_MAPPING_FULL);
  press (stage, GDK_KEY_Return);
  press (stage, GDK_KEY_2);
  assert_value (stage, TEST_MAPPING_FULL, "relation", "close");
  /* It had been reviewed. */
  assert_value (stage, TEST_MAPPING_FULL, "status", "proposed");
  stage_do (stage, "edit.undo");
  settle (stage);
  assert_value (stage, TEST_MAPPING_FULL, "relation", "broad");
  assert_value (stage, TEST_MAPPING_FULL, "status", "reviewed");
}

/* Tab writes and opens the next cell, whatever that is; Shift+Tab goes back. */
static void
test_tab (Stage *stage, gconstpointer data)
{
  focus_row (stage, TEST_MAPPING_THIRD);
  press (stage, GDK_KEY_F2);
  press (stage, GDK_KEY_Tab); /* relation as it is; status opens */
  press (stage, GDK_KEY_2);   /* proposed */
  assert_value (stage, TEST_MAPPING_THIRD, "status", "proposed");
  press (stage, GDK_KEY_Right);
  press (stage, GDK_KEY_Return);
  type (stage, "0,8");
  press (stage, GDK_KEY_Tab);
  assert_value (stage, TEST_MAPPING_THIRD, "confidence", "0.8");
  type (stage, "Because.");
  press (stage, GDK_KEY_Tab);
  assert_value (stage, TEST_MAPPING_THIRD, "rationale", "Because.");
  type (stage, "Both.");
  press_with (stage, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_value (stage, TEST_MAPPING_THIRD, "note_shared", "Both.");
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (stage->window))));
  press (stage, GDK_KEY_Escape);
}

static void
test_escape (Stage *stage, gconstpointer data)
{
  g_autofree char *before = test_database_dump (stage->path);
  g_autofree char *after = NULL;

  focus_row (stage, TEST_MAPPING_FULL);
  for (int i = 0; i < 3; i++)
    press (stage, GDK_KEY_Right);
  press (stage, GDK_KEY_Return);
  type (stage, "Something else");
  press (stage, GDK_KEY_Escape);
  g_assert_false (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (stage->window))));
  after = test_database_dump (stage->path);
  g_assert_cmpstr (after, ==, before);
}

/* What was opened and not changed is no edit. */
static void
test_unchanged (Stage *stage, gconstpointer data)
{
  g_autofree char *before = test_database_dump (stage->path);
  g_autofree char *after = NULL;

  focus_row (stage, TEST_MAPPING_FULL);
  for (int i = 0; i < 4; i++)
    {
      press (stage, GDK_KEY_Return);
      press (stage, GDK_KEY_Tab);
      press (stage, GDK_KEY_Escape);
    }
  after = test_database_dump (stage->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_bad_confidence (Stage *stage, gconstpointer data)
{
  g_autofree char *message = NULL;

  focus_row (stage, TEST_MAPPING_FULL);
  press (stage, GDK_KEY_Right);
  press (stage, GDK_KEY_Right);
  press (stage, GDK_KEY_Return);
  type (stage, "very");
  press (stage, GDK_KEY_Return);
  message = stage_take_message (stage);
  g_assert_cmpstr (message, ==, "The confidence is a number from 0 to 1");
  /* It stays open, with what was typed. */
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (stage->window))));
  type (stage, "70 %");
  press (stage, GDK_KEY_Return);
  assert_value (stage, TEST_MAPPING_FULL, "confidence", "0.7");
}

/* An absence has a reason and no relation. */
static void
test_absence (Stage *stage, gconstpointer data)
{
  g_autofree char *message = NULL;

  focus_row (stage, TEST_MAPPING_ABSENCE);
  press (stage, GDK_KEY_Return);
  message = stage_take_message (stage);
  g_assert_cmpstr (message, ==, "An item with no counterpart has no relation; link it in Compare");
  for (int i = 0; i < 6; i++)
    press (stage, GDK_KEY_Right);
  press (stage, GDK_KEY_Return);
  press (stage, GDK_KEY_3);
  assert_value (stage, TEST_MAPPING_ABSENCE, "absence", "covered");
}

static void
test_read_only (Stage *stage, gconstpointer data)
{
  g_autofree char *message = NULL;

  focus_row (stage, TEST_MAPPING_FULL);
  press (stage, GDK_KEY_Return);
  message = stage_take_message (stage);
  g_assert_cmpstr (message, ==, "The document is open read-only");
}

static void
test_parse_confidence (void)
{
  static const struct
  {
    const char *text;
    double value;
  } good[] = { { "", CW_CONFIDENCE_UNSET },
               { "  ", CW_CONFIDENCE_UNSET },
               { "0", 0 },
               { "1", 1 },
               { "0.25", 0.25 },
               { "0,25", 0.25 },
               { " .5 ", 0.5 },
               { "70%", 0.7 },
               { "70 %", 0.7 },
               { "100%", 1 } };
  static const char *const bad[] = { "-0.1", "1.01", "abc", "0.5x",    "nan",
                                     "inf",  "101%", "%",   "0.5 0.6", "1e400" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (cw_table_parse_confidence (good[i].text, &value));
      g_assert_cmpfloat_with_epsilon (value, good[i].value, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cw_table_parse_confidence (bad[i], &value));
}

/* The order and the widths of columns come back in the next window. */
static void
test_columns_kept (Stage *stage, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.listcrosswalk.Crosswalk");
  GtkColumnView *view = GTK_COLUMN_VIEW (cw_table_page_get_view (get_page (stage)));
  GtkColumnViewColumn *status = get_page (stage)->columns[CW_COLUMN_STATUS];
  g_autoptr (GtkColumnViewColumn) first = NULL;
  g_auto (GStrv) keys = NULL;

  gtk_column_view_insert_column (view, 0, status);
  gtk_column_view_column_set_fixed_width (status, 321);
  keys = g_settings_get_strv (settings, "table-columns");
  g_assert_cmpstr (keys[0], ==, "status");
  g_assert_cmpuint (g_strv_length (keys), ==, 9);

  stage_tear_down (stage, data);
  stage_set_up (stage, data);
  view = GTK_COLUMN_VIEW (cw_table_page_get_view (get_page (stage)));
  first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_assert_true (first == get_page (stage)->columns[CW_COLUMN_STATUS]);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (first), ==, 321);
}

static void
add_tests (void)
{
  g_test_add_func ("/table-editing/parse-confidence", test_parse_confidence);
#define ADD(path, func, setting) \
  g_test_add ("/table-editing/" path, Stage, setting, set_up, func, tear_down)
  ADD ("relation", test_relation, &small);
  ADD ("tab", test_tab, &small);
  ADD ("escape", test_escape, &small);
  ADD ("unchanged", test_unchanged, &small);
  ADD ("bad-confidence", test_bad_confidence, &small);
  ADD ("absence", test_absence, &small);
  ADD ("read-only", test_read_only, &read_only);
  ADD ("columns-kept", test_columns_kept, &small);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
