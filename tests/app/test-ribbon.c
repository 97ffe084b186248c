/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ribbon.h"

#include <math.h>

#define WIDTH 120.0
#define HEIGHT 400.0
#define ROW 40.0

static gboolean
get_path (guint left, guint right, double left_y, double right_y, CwRibbonPath *path)
{
  CwRibbon ribbon = { .left_position = left, .right_position = right };
  CwRibbonColumn columns[] = { { left_y, ROW }, { right_y, ROW } };

  return cw_ribbon_get_path (&ribbon, &columns[0], &columns[1], WIDTH, HEIGHT, path);
}

static void
assert_near (double a, double b, double within)
{
  g_assert_cmpfloat_with_epsilon (a, b, within);
}

static void
test_inside (void)
{
  CwRibbonPath path;

  g_assert_true (get_path (1, 4, 0, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_INSIDE);
  g_assert_cmpint (path.right, ==, CW_RIBBON_INSIDE);
  assert_near (path.x[0], 0, 1e-9);
  assert_near (path.x[3], WIDTH, 1e-9);
  assert_near (path.y[0], 1.5 * ROW, 1e-9);
  assert_near (path.y[3], 4.5 * ROW, 1e-9);
  /* It leaves and arrives level. */
  assert_near (path.y[1], path.y[0], 1e-9);
  assert_near (path.y[2], path.y[3], 1e-9);
}

/* Both sides scroll by themselves, and their rows may differ in height. */
static void
test_scrolled (void)
{
  CwRibbon ribbon = { .left_position = 10, .right_position = 3 };
  CwRibbonColumn left = { -300, 40 };
  CwRibbonColumn right = { 12.5, 28 };
  CwRibbonPath path;

  g_assert_true (cw_ribbon_get_path (&ribbon, &left, &right, WIDTH, HEIGHT, &path));
  assert_near (path.y[0], -300 + 10.5 * 40, 1e-9);
  assert_near (path.y[3], 12.5 + 3.5 * 28, 1e-9);
}

static void
test_above (void)
{
  CwRibbonPath path;

  g_assert_true (get_path (0, 2, -1000, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_ABOVE);
  g_assert_cmpint (path.right, ==, CW_RIBBON_INSIDE);
  /* A stub just within the edge. */
  g_assert_cmpfloat (path.y[0], >, 0);
  g_assert_cmpfloat (path.y[0], <, ROW);
  g_assert_cmpfloat (path.x[0], >, 0);
  g_assert_cmpfloat (path.x[0], <, WIDTH / 2);
  assert_near (path.y[3], 2.5 * ROW, 1e-9);
}

static void
test_below (void)
{
  CwRibbonPath path;

  g_assert_true (get_path (2, 50, 0, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_INSIDE);
  g_assert_cmpint (path.right, ==, CW_RIBBON_BELOW);
  g_assert_cmpfloat (path.y[3], <, HEIGHT);
  g_assert_cmpfloat (path.y[3], >, HEIGHT - ROW);
  g_assert_cmpfloat (path.x[3], <, WIDTH);
  g_assert_cmpfloat (path.x[3], >, WIDTH / 2);
}

/* Nothing, whichever way the two ends are scrolled away. */
static void
test_both_away (void)
{
  CwRibbonPath path;

  g_assert_false (get_path (0, 0, -1000, -1000, &path));
  g_assert_false (get_path (50, 50, 0, 0, &path));
  g_assert_false (get_path (0, 50, -1000, 0, &path));
  g_assert_false (get_path (50, 0, 0, -1000, &path));
}

/* A row that still shows in part is there. */
static void
test_edges (void)
{
  CwRibbonPath path;

  g_assert_true (get_path (0, 1, -ROW + 1, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_INSIDE);
  g_assert_true (get_path (0, 1, -ROW - 1, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_ABOVE);
  g_assert_true (get_path (0, 1, HEIGHT - 1, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_INSIDE);
  g_assert_true (get_path (0, 1, HEIGHT + 1, 0, &path));
  g_assert_cmpint (path.left, ==, CW_RIBBON_BELOW);
}

static void
test_distance_to_level_ribbon (void)
{
  CwRibbonPath path;

  g_assert_true (get_path (2, 2, 0, 0, &path));
  assert_near (cw_ribbon_path_get_distance (&path, 0, 2.5 * ROW), 0, 1e-6);
  assert_near (cw_ribbon_path_get_distance (&path, WIDTH, 2.5 * ROW), 0, 1e-6);
  assert_near (cw_ribbon_path_get_distance (&path, WIDTH / 2, 2.5 * ROW - 5), 5, 1e-6);
  assert_near (cw_ribbon_path_get_distance (&path, WIDTH + 3, 2.5 * ROW + 4), 5, 1e-6);
}

static void
get_point (const CwRibbonPath *path, double t, double *x, double *y)
{
  double s = 1 - t;

  *x = s * s * s * path->x[0] + 3 * s * s * t * path->x[1] + 3 * s * t * t * path->x[2] +
       t * t * t * path->x[3];
  *y = s * s * s * path->y[0] + 3 * s * s * t * path->y[1] + 3 * s * t * t * path->y[2] +
       t * t * t * path->y[3];
}

/* Against two thousand points of the curve. */
static void
test_distance_at_random (void)
{
  for (guint i = 0; i < 500; i++)
    {
      double x = g_test_rand_double_range (-20, WIDTH + 20);
      double y = g_test_rand_double_range (-20, HEIGHT + 20);
      double best = G_MAXDOUBLE;
      CwRibbonPath path;

      if (!get_path ((guint) g_test_rand_int_range (0, 30), (guint) g_test_rand_int_range (0, 30),
                     g_test_rand_double_range (-600, 100), g_test_rand_double_range (-600, 100),
                     &path))
        continue;
      for (guint j = 0; j <= 2000; j++)
        {
          double curve_x, curve_y;

          get_point (&path, j / 2000.0, &curve_x, &curve_y);
          best = MIN (best, hypot (x - curve_x, y - curve_y));
        }
      assert_near (cw_ribbon_path_get_distance (&path, x, y), best, 1.5);
    }
}

/* Of three ribbons the nearest is picked in the middle of its own way. */
static void
test_nearest (void)
{
  static const guint rights[] = { 0, 4, 9 };
  CwRibbonPath paths[G_N_ELEMENTS (rights)];

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    g_assert_true (get_path (4, rights[i], 0, 0, &paths[i]));
  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      double x, y;

      get_point (&paths[i], 0.7, &x, &y);
      for (guint j = 0; j < G_N_ELEMENTS (rights); j++)
        {
          double distance = cw_ribbon_path_get_distance (&paths[j], x, y + 1);

          if (i == j)
            g_assert_cmpfloat (distance, <, 2);
          else
            g_assert_cmpfloat (distance, >, 10);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ribbon/inside", test_inside);
  g_test_add_func ("/ribbon/scrolled", test_scrolled);
  g_test_add_func ("/ribbon/above", test_above);
  g_test_add_func ("/ribbon/below", test_below);
  g_test_add_func ("/ribbon/both-away", test_both_away);
  g_test_add_func ("/ribbon/edges", test_edges);
  g_test_add_func ("/ribbon/distance-to-level-ribbon", test_distance_to_level_ribbon);
  g_test_add_func ("/ribbon/distance-at-random", test_distance_at_random);
  g_test_add_func ("/ribbon/nearest", test_nearest);

  return g_test_run ();
}
