/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "app/inspector.h"
#include "app/sidebar-layout.h"
#include "widgets.h"

static const StageSetting wide = { .small = TRUE };
static const StageSetting narrow = { .small = TRUE, .width = 900 };
static const StageSetting mirrored = { .small = TRUE, .direction = GTK_TEXT_DIR_RTL };
static const StageSetting mirrored_narrow = { .small = TRUE,
                                              .width = 900,
                                              .direction = GTK_TEXT_DIR_RTL };

static graphene_rect_t
get_bounds (Stage *stage, gpointer widget)
{
  graphene_rect_t bounds;

  widget_get_bounds (GTK_WIDGET (widget), GTK_WIDGET (stage->window), &bounds);

  return bounds;
}

static gboolean
inspector_is_shown (Stage *stage)
{
  return gtk_widget_get_mapped (stage->window->inspector);
}

static void
assert_right_of (graphene_rect_t right, graphene_rect_t left)
{
  g_assert_cmpfloat (right.origin.x, >=, left.origin.x + left.size.width - 1);
}

/* There is room for all: the inspector stands beside the lists. */
static void
test_wide (Stage *stage, gconstpointer data)
{
  graphene_rect_t page, inspector;

  g_assert_false (cw_sidebar_layout_get_is_narrow (CW_SIDEBAR_LAYOUT (stage->window->layout)));
  g_assert_true (inspector_is_shown (stage));
  assert_right_of (get_bounds (stage, stage->window->inspector),
                   get_bounds (stage, stage_pane (stage, CW_SIDE_RIGHT)));
  assert_right_of (get_bounds (stage, stage_pane (stage, CW_SIDE_RIGHT)),
                   get_bounds (stage, stage_link_map (stage)));
  assert_right_of (get_bounds (stage, stage_link_map (stage)),
                   get_bounds (stage, stage_pane (stage, CW_SIDE_LEFT)));

  inspector = get_bounds (stage, stage->window->inspector);
  page = get_bounds (stage, stage->window->compare_page);
  stage_do (stage, "win.inspector");
  stage_wait_frames (stage, 2);
  g_assert_false (inspector_is_shown (stage));
  g_assert_false (g_settings_get_boolean (stage->settings, "inspector-visible"));
  g_assert_cmpfloat_with_epsilon (get_bounds (stage, stage->window->compare_page).size.width,
                                  page.size.width + inspector.size.width, 1);
  stage_do (stage, "win.inspector");
  stage_wait_frames (stage, 2);
  g_assert_true (inspector_is_shown (stage));
  g_assert_true (g_settings_get_boolean (stage->settings, "inspector-visible"));
}

/* There is not: it is put away until it is asked for, and lies over the lists then. */
static void
test_narrow (Stage *stage, gconstpointer data)
{
  graphene_rect_t page, inspector;

  stage_wait_frames (stage, 2);
  g_assert_true (cw_sidebar_layout_get_is_narrow (CW_SIDEBAR_LAYOUT (stage->window->layout)));
  g_assert_false (inspector_is_shown (stage));
  page = get_bounds (stage, stage->window->compare_page);
  stage_do (stage, "win.inspector");
  stage_wait_frames (stage, 2);
  g_assert_true (inspector_is_shown (stage));
  inspector = get_bounds (stage, stage->window->inspector);
  g_assert_cmpfloat_with_epsilon (get_bounds (stage, stage->window->compare_page).size.width,
                                  page.size.width, 0.5);
  g_assert_cmpfloat_with_epsilon (inspector.origin.x + inspector.size.width,
                                  page.origin.x + page.size.width, 1);
  /* What holds where there is room is not forgotten. */
  stage_do (stage, "win.inspector");
  stage_wait_frames (stage, 2);
  g_assert_false (inspector_is_shown (stage));
  g_assert_true (g_settings_get_boolean (stage->settings, "inspector-visible"));
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (stage->window->inspector_button)) == FALSE);
}

static void
test_mirrored (Stage *stage, gconstpointer data)
{
  assert_right_of (get_bounds (stage, stage_pane (stage, CW_SIDE_RIGHT)),
                   get_bounds (stage, stage->window->inspector));
  assert_right_of (get_bounds (stage, stage_link_map (stage)),
                   get_bounds (stage, stage_pane (stage, CW_SIDE_RIGHT)));
  assert_right_of (get_bounds (stage, stage_pane (stage, CW_SIDE_LEFT)),
                   get_bounds (stage, stage_link_map (stage)));
}

static void
test_mirrored_narrow (Stage *stage, gconstpointer data)
{
  stage_do (stage, "win.inspector");
  stage_wait_frames (stage, 2);
  g_assert_cmpfloat_with_epsilon (get_bounds (stage, stage->window->inspector).origin.x,
                                  get_bounds (stage, stage->window->compare_page).origin.x, 1);
}

/* Where there is little room, labels are in one language only. */
static void
test_one_line (Stage *stage, gconstpointer data)
{
  CwListPane *pane = stage_pane (stage, CW_SIDE_LEFT);
  double first_y, wide_height, narrow_height;

  g_assert_true (cw_list_pane_get_geometry (pane, GTK_WIDGET (pane), &first_y, &wide_height));
  cw_list_pane_set_two_lines (pane, FALSE);
  stage_wait_frames (stage, 1);
  g_assert_true (cw_list_pane_get_geometry (pane, GTK_WIDGET (pane), &first_y, &narrow_height));
  g_assert_cmpfloat (narrow_height, <=, wide_height);
}

/* Both lists keep the same width whatever stands in them. */
static void
test_sides_alike (Stage *stage, gconstpointer data)
{
  g_assert_cmpfloat_with_epsilon (get_bounds (stage, stage_pane (stage, CW_SIDE_LEFT)).size.width,
                                  get_bounds (stage, stage_pane (stage, CW_SIDE_RIGHT)).size.width,
                                  1);
}

static void
add_tests (void)
{
  g_test_add ("/layout/wide", Stage, &wide, stage_set_up, test_wide, stage_tear_down);
  g_test_add ("/layout/narrow", Stage, &narrow, stage_set_up, test_narrow, stage_tear_down);
  g_test_add ("/layout/mirrored", Stage, &mirrored, stage_set_up, test_mirrored, stage_tear_down);
  g_test_add ("/layout/mirrored-narrow", Stage, &mirrored_narrow, stage_set_up,
              test_mirrored_narrow, stage_tear_down);
  g_test_add ("/layout/one-line", Stage, &wide, stage_set_up, test_one_line, stage_tear_down);
  g_test_add ("/layout/sides-alike", Stage, NULL, stage_set_up, test_sides_alike, stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
