/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/item-cell.h"
#include "lists.h"
#include "small-document.h"
#include "widgets.h"

static const StageSetting small = { .small = TRUE };

static GtkWidget *
get_part (Stage *stage, CwSide side, const char *name)
{
  return widget_part (GTK_WIDGET (stage_pane (stage, side)), name);
}

static void
assert_page (Stage *stage, CwSide side, const char *name)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_part (stage, side, "stack"))),
                   ==, name);
}

static guint
get_selected_position (Stage *stage, CwSide side)
{
  GtkSelectionModel *model =
    gtk_list_view_get_model (GTK_LIST_VIEW (cw_list_pane_get_view (stage_pane (stage, side))));

  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));
}

/* The row that the view shows as selected; NULL for none. */
static void
assert_selected_row (Stage *stage, CwSide side, const CwItem *item)
{
  guint position = get_selected_position (stage, side);

  if (item == NULL)
    g_assert_cmpuint (position, ==, GTK_INVALID_LIST_POSITION);
  else
    g_assert_cmpuint (position, ==,
                      cw_outline_model_find_item (stage_model (stage, side), item->id, NULL));
}

static void
filter (Stage *stage, CwSide side, const char *text)
{
  GtkWidget *entry = get_part (stage, side, "search_entry");
  g_auto (SignalCount) changes = { 0 };

  /* That it is empty is told at once, what is in it after a pause. */
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  signal_count_begin (&changes, entry, "search-changed");
  if (*text != '\0')
    spin_until (changes.n_times > 0);
  stage_settle (stage);
}

static void
test_select (Stage *stage, gconstpointer data)
{
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_LEFT) ==
                 stage_item (stage, TEST_LEFT, "1"));
  assert_selected_row (stage, CW_SIDE_RIGHT, stage_item (stage, TEST_RIGHT, "1"));
  g_assert_true (
    cw_outline_row_is_marked (lists_find_row (stage_model (stage, CW_SIDE_RIGHT), "1")));
  stage_do (stage, "compare.unselect");
  assert_selected_row (stage, CW_SIDE_LEFT, NULL);
  assert_selected_row (stage, CW_SIDE_RIGHT, NULL);
  g_assert_false (
    cw_outline_row_is_marked (lists_find_row (stage_model (stage, CW_SIDE_RIGHT), "1")));
}

static void
test_filter (Stage *stage, gconstpointer data)
{
  assert_page (stage, CW_SIDE_LEFT, "list");
  filter (stage, CW_SIDE_LEFT, "石墨烯");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.1");
  assert_rows (stage_model (stage, CW_SIDE_RIGHT), "1 2- 2.1 3 4");
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), ==, 2);
  filter (stage, CW_SIDE_LEFT, "nothing like it");
  assert_page (stage, CW_SIDE_LEFT, "nothing");
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), ==, 0);
  g_signal_emit_by_name (get_part (stage, CW_SIDE_LEFT, "search_entry"), "stop-search");
  stage_settle (stage);
  spin_until (!cw_outline_model_is_filtered (stage_model (stage, CW_SIDE_LEFT)));
  assert_page (stage, CW_SIDE_LEFT, "list");
}

/* Enter may come before the entry has told of a change. */
static void
test_filter_enter (Stage *stage, gconstpointer data)
{
  GtkWidget *entry = get_part (stage, CW_SIDE_LEFT, "search_entry");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "graphene");
  g_signal_emit_by_name (entry, "activate");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.1");
  stage_settle (stage);
}

/* What was selected is selected again when it comes back. */
static void
test_filter_keeps_selection (Stage *stage, gconstpointer data)
{
  const CwItem *item = stage_item (stage, TEST_LEFT, "1.1");

  stage_select_row (stage, CW_SIDE_LEFT, item);
  filter (stage, CW_SIDE_LEFT, "blockchain");
  assert_selected_row (stage, CW_SIDE_LEFT, NULL);
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_LEFT) == item);
  filter (stage, CW_SIDE_LEFT, "");
  assert_selected_row (stage, CW_SIDE_LEFT, item);
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_INVERTED);
}

/* That nothing was found is still to be read after something else changed. */
static void
test_nothing_found_stays (Stage *stage, gconstpointer data)
{
  static const char *const languages[] = { "zh-Hans", "en", NULL };

  filter (stage, CW_SIDE_LEFT, "nothing like it");
  cw_session_set_languages (stage->session, languages);
  stage_settle (stage);
  assert_page (stage, CW_SIDE_LEFT, "nothing");
  stage_show (stage, CW_SIDE_LEFT, TEST_THIRD);
  stage_settle (stage);
  assert_page (stage, CW_SIDE_LEFT, "nothing");
  filter (stage, CW_SIDE_LEFT, "autonomous");
  assert_page (stage, CW_SIDE_LEFT, "list");
  stage_show (stage, CW_SIDE_LEFT, TEST_LEFT);
  stage_settle (stage);
  assert_page (stage, CW_SIDE_LEFT, "nothing");
}

static void
test_no_lists (Stage *stage, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  cw_session_set_lists (stage->session, CW_SIDE_LEFT, none);
  stage_settle (stage);
  assert_page (stage, CW_SIDE_LEFT, "no-lists");
  filter (stage, CW_SIDE_LEFT, "a");
  assert_page (stage, CW_SIDE_LEFT, "no-lists");
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), ==, 0);
  stage_do (stage, "compare.fold-all");
}

static void
test_state (Stage *stage, gconstpointer data)
{
  GtkDropDown *state = GTK_DROP_DOWN (get_part (stage, CW_SIDE_LEFT, "state_dropdown"));
  static const char *const rows[] = { "1- 1.1 1.2 2 3", "1- 1.2 3", "1- 1.1", "2" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_drop_down_set_selected (state, i);
      stage_settle (stage);
      assert_rows (stage_model (stage, CW_SIDE_LEFT), rows[i]);
    }

  /* An edit takes its item out of what is shown, and its selection stays. */
  gtk_drop_down_set_selected (state, 1 + CW_ITEM_OPEN);
  stage_settle (stage);
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "3"));
  stage_select_row (stage, CW_SIDE_RIGHT, stage_item (stage, TEST_RIGHT, "2.1"));
  stage_do_with (stage, "edit.link", "close");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.2");
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_LEFT) ==
                 stage_item (stage, TEST_LEFT, "3"));
  stage_do (stage, "edit.undo");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.2 3");
  assert_selected_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "3"));
}

static void
test_fold (Stage *stage, gconstpointer data)
{
  stage_do (stage, "compare.fold-all");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1+ 2 3");
  assert_rows (stage_model (stage, CW_SIDE_RIGHT), "1 2+ 3 4");
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), ==, 2);
  stage_do (stage, "compare.unfold-all");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.1 1.2 2 3");
  g_signal_emit_by_name (cw_list_pane_get_view (stage_pane (stage, CW_SIDE_LEFT)), "activate", 0);
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1+ 2 3");
  /* The mark at the row. */
  g_signal_emit_by_name (widget_find (GTK_WIDGET (stage_pane (stage, CW_SIDE_LEFT)),
                                      CW_TYPE_ITEM_CELL),
                         "toggled");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.1 1.2 2 3");
}

/* Folding away what is selected does not lose it. */
static void
test_fold_selected (Stage *stage, gconstpointer data)
{
  const CwItem *item = stage_item (stage, TEST_LEFT, "1.1");

  stage_select_row (stage, CW_SIDE_LEFT, item);
  stage_do (stage, "compare.fold-all");
  assert_selected_row (stage, CW_SIDE_LEFT, NULL);
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_LEFT) == item);
  stage_do (stage, "compare.unfold-all");
  assert_selected_row (stage, CW_SIDE_LEFT, item);
}

/* Presses a key that a view has an action of its own for. */
static gboolean
press (GtkWidget *view, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0 &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view,
                                            gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_fold_keys (Stage *stage, gconstpointer data)
{
  GtkWidget *view = cw_list_pane_get_view (stage_pane (stage, CW_SIDE_LEFT));

  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1.2"));
  press (view, GDK_KEY_Left);
  stage_settle (stage);
  assert_selected_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  press (view, GDK_KEY_Left);
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1+ 2 3");
  press (view, GDK_KEY_Right);
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1- 1.1 1.2 2 3");
  press (view, GDK_KEY_Right);
  stage_settle (stage);
  assert_selected_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1.1"));
  press (view, GDK_KEY_Right);
  assert_selected_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1.1"));
}

/* With all that is below filtered away there is nothing to go to. */
static void
test_fold_keys_in_filter (Stage *stage, gconstpointer data)
{
  GtkWidget *view = cw_list_pane_get_view (stage_pane (stage, CW_SIDE_LEFT));

  filter (stage, CW_SIDE_LEFT, "advanced");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1-");
  stage_select_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
  press (view, GDK_KEY_Right);
  stage_settle (stage);
  assert_selected_row (stage, CW_SIDE_LEFT, stage_item (stage, TEST_LEFT, "1"));
}

static const char *
get_first_text (Stage *stage, CwSide side)
{
  GtkWidget *cell = widget_find (GTK_WIDGET (stage_pane (stage, side)), CW_TYPE_ITEM_CELL);

  return gtk_inscription_get_text (
    GTK_INSCRIPTION (widget_find_nth (cell, GTK_TYPE_INSCRIPTION, 0)));
}

static gboolean
has_second_line (Stage *stage, CwSide side)
{
  GtkWidget *cell = widget_find (GTK_WIDGET (stage_pane (stage, side)), CW_TYPE_ITEM_CELL);

  return gtk_widget_get_visible (widget_find_nth (cell, GTK_TYPE_INSCRIPTION, 1));
}

static void
test_languages (Stage *stage, gconstpointer data)
{
  static const char *const chinese[] = { "zh-Hans", "en", NULL };
  static const char *const english[] = { "en", NULL };
  double first_y, two_lines, one_line;

  g_assert_cmpstr (get_first_text (stage, CW_SIDE_LEFT), ==, "Advanced materials");
  g_assert_true (has_second_line (stage, CW_SIDE_LEFT));
  g_assert_true (cw_list_pane_get_geometry (stage_pane (stage, CW_SIDE_LEFT),
                                            GTK_WIDGET (stage_link_map (stage)), &first_y,
                                            &two_lines));
  cw_session_set_languages (stage->session, chinese);
  stage_settle (stage);
  g_assert_cmpstr (get_first_text (stage, CW_SIDE_LEFT), ==, "先进材料");
  g_assert_cmpstr (get_first_text (stage, CW_SIDE_RIGHT), ==, "Materials");

  cw_session_set_languages (stage->session, english);
  stage_settle (stage);
  stage_wait_frames (stage, 2);
  g_assert_false (has_second_line (stage, CW_SIDE_LEFT));
  g_assert_true (cw_list_pane_get_geometry (stage_pane (stage, CW_SIDE_LEFT),
                                            GTK_WIDGET (stage_link_map (stage)), &first_y,
                                            &one_line));
  g_assert_cmpfloat (one_line, <, two_lines);
  {
    g_auto (GStrv) kept = g_settings_get_strv (stage->settings, "label-languages");

    g_assert_true (g_strv_equal ((const char *const *) kept, english));
  }
}

static gboolean
is_in_view (Stage *stage, CwSide side, const CwItem *item)
{
  GtkWidget *scrolled = get_part (stage, side, "scrolled");
  guint position = cw_outline_model_find_item (stage_model (stage, side), item->id, NULL);
  double first_y, height;

  g_assert_true (cw_list_pane_get_geometry (stage_pane (stage, side), scrolled, &first_y, &height));

  return first_y + position * height >= 0 &&
         first_y + (position + 1) * height <= gtk_widget_get_height (scrolled);
}

/* The item on the left whose first counterpart is the farthest down on the right. */
static const CwItem *
find_far_pair (Stage *stage, const CwItem **far)
{
  GListModel *rows = G_LIST_MODEL (stage_model (stage, CW_SIDE_LEFT));
  const CwItem *near = NULL;
  guint last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CwOutlineRow) row = g_list_model_get_item (rows, i);
      const CwItem *right;
      guint position;

      cw_session_settle_pair (stage->session);
      cw_session_select (stage->session, CW_SIDE_LEFT, cw_outline_row_get_item (row));
      right = cw_session_get_selected (stage->session, CW_SIDE_RIGHT);
      if (cw_outline_row_get_item (row) == NULL || right == NULL)
        continue;
      position = cw_outline_model_find_item (stage_model (stage, CW_SIDE_RIGHT), right->id, NULL);
      if (position > last)
        {
          last = position;
          near = cw_outline_row_get_item (row);
          *far = right;
        }
    }
  g_assert_nonnull (near);
  stage_do (stage, "compare.unselect");

  return near;
}

static void
scroll_to_top (Stage *stage, CwSide side)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (get_part (stage, side, "scrolled")));

  gtk_adjustment_set_value (adjustment, 0);
  stage_settle (stage);
}

static void
test_follow (Stage *stage, gconstpointer data)
{
  const CwItem *far = NULL;
  const CwItem *near;

  g_settings_set_boolean (stage->settings, "follow-counterpart", FALSE);
  near = find_far_pair (stage, &far);
  scroll_to_top (stage, CW_SIDE_RIGHT);
  g_assert_false (is_in_view (stage, CW_SIDE_RIGHT, far));

  cw_session_select (stage->session, CW_SIDE_LEFT, near);
  stage_settle (stage);
  g_assert_false (is_in_view (stage, CW_SIDE_RIGHT, far));
  g_assert_true (is_in_view (stage, CW_SIDE_LEFT, near));

  stage_do (stage, "compare.unselect");
  g_settings_set_boolean (stage->settings, "follow-counterpart", TRUE);
  cw_session_select (stage->session, CW_SIDE_LEFT, near);
  stage_settle (stage);
  stage_wait_frames (stage, 3);
  g_assert_true (is_in_view (stage, CW_SIDE_RIGHT, far));
}

/* A heading has nothing to select. */
static void
test_heading (Stage *stage, gconstpointer data)
{
  GtkListView *view = GTK_LIST_VIEW (cw_list_pane_get_view (stage_pane (stage, CW_SIDE_LEFT)));

  gtk_selection_model_select_item (gtk_list_view_get_model (view), 0, TRUE);
  stage_settle (stage);
  g_assert_null (cw_session_get_selected (stage->session, CW_SIDE_LEFT));
  g_assert_null (cw_session_get_selected (stage->session, CW_SIDE_RIGHT));
}

static void
test_swap (Stage *stage, gconstpointer data)
{
  guint n_ribbons = cw_link_map_get_n_ribbons (stage_link_map (stage));

  stage_do (stage, "compare.swap");
  assert_rows (stage_model (stage, CW_SIDE_LEFT), "1 2- 2.1 3 4");
  assert_rows (stage_model (stage, CW_SIDE_RIGHT), "1- 1.1 1.2 2 3");
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), ==, n_ribbons);
  g_assert_cmpuint (cw_outline_row_get_n_links (
                      lists_find_row (stage_model (stage, CW_SIDE_LEFT), "1")),
                    ==, 1);
  g_assert_cmpint (cw_outline_row_get_strongest (
                     lists_find_row (stage_model (stage, CW_SIDE_LEFT), "1")),
                   ==, CW_RELATION_NARROW);
}

/* What is dropped on something becomes a pair with it, and a menu asks how. */
static void
test_drop (Stage *stage, gconstpointer data)
{
  CwListPane *pane = stage_pane (stage, CW_SIDE_RIGHT);
  GtkWidget *cell = widget_find (GTK_WIDGET (pane), CW_TYPE_ITEM_CELL);
  CwOutlineRow *dragged = lists_find_row (stage_model (stage, CW_SIDE_LEFT), "1.2");
  CwOutlineRow *target = lists_find_row (stage_model (stage, CW_SIDE_RIGHT), "4");
  GtkWidget *menu =
    widget_find (GTK_WIDGET (cw_window_get_compare_page (stage->window)), GTK_TYPE_POPOVER_MENU);

  g_signal_emit_by_name (pane, "dropped", dragged, target, cell);
  stage_settle (stage);
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_LEFT) ==
                 stage_item (stage, TEST_LEFT, "1.2"));
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_RIGHT) ==
                 stage_item (stage, TEST_RIGHT, "4"));
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
}

#define ADD(path, func) \
  g_test_add ("/panes/" path, Stage, &small, stage_set_up, func, stage_tear_down)

static void
add_tests (void)
{
  ADD ("select", test_select);
  ADD ("filter", test_filter);
  ADD ("filter-enter", test_filter_enter);
  ADD ("filter-keeps-selection", test_filter_keeps_selection);
  ADD ("nothing-found-stays", test_nothing_found_stays);
  ADD ("no-lists", test_no_lists);
  ADD ("state", test_state);
  ADD ("fold", test_fold);
  ADD ("fold-selected", test_fold_selected);
  ADD ("fold-keys", test_fold_keys);
  ADD ("fold-keys-in-filter", test_fold_keys_in_filter);
  ADD ("languages", test_languages);
  ADD ("swap", test_swap);
  ADD ("drop", test_drop);
  g_test_add ("/panes/follow", Stage, NULL, stage_set_up, test_follow, stage_tear_down);
  g_test_add ("/panes/heading", Stage, NULL, stage_set_up, test_heading, stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
