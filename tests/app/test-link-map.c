/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "lists.h"
#include "small-document.h"
#include "store/document-table.h"
#include "store/list-table.h"
#include "widgets.h"

#define N_ROWS 60
#define N_PER_ROW 45

static CwList *
make_list (const char *key)
{
  g_autoptr (GString) codes = g_string_new ("1");

  for (guint i = 2; i <= N_ROWS; i++)
    g_string_append_printf (codes, " %u", i);

  return lists_new (0, key, codes->str);
}

static gboolean
fill (CwConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (CwList) left = make_list ("left");
  g_autoptr (CwList) right = make_list ("right");

  return cw_document_table_insert (connection, "Made", "", "2024-01-02T03:04:05Z", error) &&
         cw_list_table_insert (connection, left, error) &&
         cw_list_table_insert (connection, right, error);
}

/* Each item on the left is linked to three quarters of those on the right. */
static void
make_document (const char *path)
{
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  cw_connection_create_document (path, fill, NULL, &error);
  g_assert_no_error (error);
  document = test_document_open (path);
  for (guint i = 0; i < N_ROWS; i++)
    for (guint j = 0; j < N_PER_ROW; j++)
      {
        const CwItem *left = cw_list_get_item (cw_document_find_list (document, "left"), i);
        const CwItem *right =
          cw_list_get_item (cw_document_find_list (document, "right"), (i + j) % N_ROWS);

        g_ptr_array_add (mappings,
                         cw_mapping_new (left->id,
                                         CW_RELATION_EXACT + (i + j) % (CW_N_RELATIONS - 1),
                                         right->id));
      }
  cw_document_apply (document, cw_edit_new_insert (mappings), &error);
  g_assert_no_error (error);
  cw_document_close (document);
}

static const StageSetting many = { .make = make_document };
static const StageSetting small = { .small = TRUE };
static const StageSetting mirrored = { .small = TRUE, .direction = GTK_TEXT_DIR_RTL };

static GtkAdjustment *
get_adjustment (Stage *stage, CwSide side)
{
  GtkWidget *scrolled = widget_part (GTK_WIDGET (stage_pane (stage, side)), "scrolled");

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* A thousand ribbons on the screen; scrolling finds out none of them anew. */
static void
test_scroll (Stage *stage, gconstpointer data)
{
  CwLinkMap *map = stage_link_map (stage);
  guint n_collections;
  guint n_frames = 0;

  stage_show (stage, CW_SIDE_LEFT, "left");
  stage_show (stage, CW_SIDE_RIGHT, "right");
  stage_settle (stage);
  g_assert_cmpuint (cw_link_map_get_n_ribbons (map), ==, N_ROWS * N_PER_ROW);
  g_assert_cmpuint (cw_link_map_get_n_drawn (map), >=, 1000);

  n_collections = cw_link_map_get_n_collections (map);
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      GtkAdjustment *adjustment = get_adjustment (stage, side);
      double last =
        gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

      g_assert_cmpfloat (last, >, 500);
      for (double value = 0; value < last; value += 67)
        {
          gtk_adjustment_set_value (adjustment, value);
          stage_wait_frames (stage, 1);
          g_assert_cmpuint (cw_link_map_get_n_drawn (map), >, 500);
          n_frames++;
        }
      gtk_adjustment_set_value (adjustment, last);
      stage_wait_frames (stage, 2);
    }
  g_test_message ("%u frames", n_frames);
  g_assert_cmpuint (cw_link_map_get_n_collections (map), ==, n_collections);

  /* Neither does selecting. */
  cw_session_select (stage->session, CW_SIDE_LEFT,
                     cw_list_get_item (cw_document_find_list (stage->document, "left"), 3));
  stage_settle (stage);
  g_assert_cmpuint (cw_link_map_get_n_collections (map), ==, n_collections);
}

/* What is drawn follows the rows: where both ends are scrolled away there is nothing. */
static void
test_drawn (Stage *stage, gconstpointer data)
{
  CwLinkMap *map = stage_link_map (stage);
  guint n_at_top;

  stage_show (stage, CW_SIDE_LEFT, "left");
  stage_show (stage, CW_SIDE_RIGHT, "right");
  stage_settle (stage);
  n_at_top = cw_link_map_get_n_drawn (map);
  g_assert_cmpuint (n_at_top, <, N_ROWS * N_PER_ROW);
  cw_outline_model_set_filter (stage_model (stage, CW_SIDE_LEFT), "item 1");
  stage_settle (stage);
  /* Those with a 1 in them. */
  g_assert_cmpuint (cw_link_map_get_n_ribbons (map), ==, 15 * N_PER_ROW);
  g_assert_cmpuint (cw_link_map_get_n_drawn (map), ==, 15 * N_PER_ROW);
}

static void
test_edit (Stage *stage, gconstpointer data)
{
  CwLinkMap *map = stage_link_map (stage);
  guint n_collections = cw_link_map_get_n_collections (map);

  g_assert_cmpuint (cw_link_map_get_n_ribbons (map), ==, 2);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "1.2");
  stage_select (stage, CW_SIDE_RIGHT, TEST_RIGHT, "3");
  g_assert_cmpuint (cw_link_map_get_n_collections (map), ==, n_collections);
  stage_do_with (stage, "edit.link", "close");
  g_assert_cmpuint (cw_link_map_get_n_ribbons (map), ==, 3);
  g_assert_cmpuint (cw_link_map_get_n_drawn (map), ==, 3);
  g_assert_cmpuint (cw_link_map_get_n_collections (map), ==, n_collections + 1);
}

/* The middle of a row, seen from the map. */
static double
get_row_y (Stage *stage, CwSide side, guint position)
{
  double first_y, height;

  g_assert_true (cw_list_pane_get_geometry (stage_pane (stage, side),
                                            GTK_WIDGET (stage_link_map (stage)), &first_y,
                                            &height));

  return first_y + (position + 0.5) * height;
}

static void
click (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

/* A ribbon is picked where it is drawn, also where all is the other way round. */
static void
test_pick (Stage *stage, gconstpointer data)
{
  const StageSetting *setting = data;
  CwLinkMap *map = stage_link_map (stage);
  gboolean is_mirrored = setting->direction == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (GTK_WIDGET (map));
  double left = is_mirrored ? width - 2 : 2;
  double right = is_mirrored ? 2 : width - 2;

  g_assert_cmpint (cw_link_map_pick (map, left, get_row_y (stage, CW_SIDE_LEFT, 0)), ==,
                   TEST_MAPPING_FULL);
  g_assert_cmpint (cw_link_map_pick (map, left, get_row_y (stage, CW_SIDE_LEFT, 1)), ==,
                   TEST_MAPPING_INVERTED);
  g_assert_cmpint (cw_link_map_pick (map, right, get_row_y (stage, CW_SIDE_RIGHT, 1)), ==,
                   TEST_MAPPING_INVERTED);
  g_assert_cmpint (cw_link_map_pick (map, left, get_row_y (stage, CW_SIDE_LEFT, 4)), ==, 0);

  click (GTK_WIDGET (map), right, get_row_y (stage, CW_SIDE_RIGHT, 1));
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_INVERTED);
  /* A click beside all ribbons leaves what is selected. */
  click (GTK_WIDGET (map), left, get_row_y (stage, CW_SIDE_LEFT, 4));
  stage_settle (stage);
  g_assert_cmpint (cw_session_get_mapping_id (stage->session), ==, TEST_MAPPING_INVERTED);
}

/* The ends lie at the middle of the rows: they join what they say they join. */
static void
test_joins_rows (Stage *stage, gconstpointer data)
{
  graphene_rect_t map;

  widget_get_bounds (GTK_WIDGET (stage_link_map (stage)), GTK_WIDGET (stage->window), &map);
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      GtkWidget *scrolled = widget_part (GTK_WIDGET (stage_pane (stage, side)), "scrolled");
      graphene_rect_t rows;

      widget_get_bounds (scrolled, GTK_WIDGET (stage->window), &rows);
      g_assert_cmpfloat_with_epsilon (rows.origin.y, map.origin.y, 1);
      g_assert_cmpfloat_with_epsilon (rows.size.height, map.size.height, 1);
    }
}

static void
add_tests (void)
{
  g_test_add ("/link-map/scroll", Stage, &many, stage_set_up, test_scroll, stage_tear_down);
  g_test_add ("/link-map/drawn", Stage, &many, stage_set_up, test_drawn, stage_tear_down);
  g_test_add ("/link-map/edit", Stage, &small, stage_set_up, test_edit, stage_tear_down);
  g_test_add ("/link-map/pick", Stage, &small, stage_set_up, test_pick, stage_tear_down);
  g_test_add ("/link-map/pick-mirrored", Stage, &mirrored, stage_set_up, test_pick,
              stage_tear_down);
  g_test_add ("/link-map/joins-rows", Stage, &small, stage_set_up, test_joins_rows,
              stage_tear_down);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
