/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ribbon.h"

#include <math.h>

/* How far from the edge the stub of an end that is scrolled away stops. */
#define STUB_INSET 9
/* Straight pieces in which the distance to a curve is measured. */
#define N_PIECES 24

static CwRibbonEnd
place_end (double y, double row_height, double height)
{
  if (y + row_height / 2 < 0)
    return CW_RIBBON_ABOVE;
  if (y - row_height / 2 > height)
    return CW_RIBBON_BELOW;

  return CW_RIBBON_INSIDE;
}

static double
stub_y (CwRibbonEnd end, double y, double height)
{
  switch (end)
    {
    case CW_RIBBON_ABOVE:
      return STUB_INSET;
    case CW_RIBBON_BELOW:
      return height - STUB_INSET;
    case CW_RIBBON_INSIDE:
    default:
      return y;
    }
}

/**
 * cw_ribbon_get_path:
 * @ribbon: a ribbon
 * @left: where the rows on the left are
 * @right: where the rows on the right are
 * @width: of the drawing, in pixels
 * @height: of the drawing, in pixels
 * @path: (out caller-allocates): the curve
 *
 * An end that is scrolled away stops as a stub at the edge nearest to it.
 *
 * Returns: %FALSE where neither end is on the screen, and nothing is drawn
 */
gboolean
cw_ribbon_get_path (const CwRibbon *ribbon,
                    const CwRibbonColumn *left,
                    const CwRibbonColumn *right,
                    double width,
                    double height,
                    CwRibbonPath *path)
{
  double left_y = left->first_y + (ribbon->left_position + 0.5) * left->row_height;
  double right_y = right->first_y + (ribbon->right_position + 0.5) * right->row_height;

  path->left = place_end (left_y, left->row_height, height);
  path->right = place_end (right_y, right->row_height, height);
  if (path->left != CW_RIBBON_INSIDE && path->right != CW_RIBBON_INSIDE)
    return FALSE;

  path->x[0] = path->left == CW_RIBBON_INSIDE ? 0 : STUB_INSET;
  path->x[3] = path->right == CW_RIBBON_INSIDE ? width : width - STUB_INSET;
  path->x[1] = path->x[2] = width / 2;
  path->y[0] = path->y[1] = stub_y (path->left, left_y, height);
  path->y[3] = path->y[2] = stub_y (path->right, right_y, height);

  return TRUE;
}

static void
get_point (const CwRibbonPath *path, double t, double *x, double *y)
{
  double s = 1 - t;
  double weights[4] = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };

  *x = *y = 0;
  for (guint i = 0; i < 4; i++)
    {
      *x += weights[i] * path->x[i];
      *y += weights[i] * path->y[i];
    }
}

static double
distance_to_piece (double x, double y, double x1, double y1, double x2, double y2)
{
  double dx = x2 - x1;
  double dy = y2 - y1;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? ((x - x1) * dx + (y - y1) * dy) / length : 0;

  along = CLAMP (along, 0, 1);

  return hypot (x - x1 - along * dx, y - y1 - along * dy);
}

/**
 * cw_ribbon_path_get_distance:
 * @path: a curve
 * @x: a point
 * @y: a point
 *
 * Returns: how far the point is from the curve, in pixels, to about a pixel
 */
double
cw_ribbon_path_get_distance (const CwRibbonPath *path, double x, double y)
{
  double best = G_MAXDOUBLE;
  double x1, y1;

  get_point (path, 0, &x1, &y1);
  for (guint i = 1; i <= N_PIECES; i++)
    {
      double x2, y2;

      get_point (path, (double) i / N_PIECES, &x2, &y2);
      best = MIN (best, distance_to_piece (x, y, x1, y1, x2, y2));
      x1 = x2;
      y1 = y2;
    }

  return best;
}
