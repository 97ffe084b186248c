/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwRibbonEnd:
 * @CW_RIBBON_INSIDE: the row is on the screen
 * @CW_RIBBON_ABOVE: it is scrolled away upwards
 * @CW_RIBBON_BELOW: it is scrolled away downwards
 */
typedef enum
{
  CW_RIBBON_INSIDE,
  CW_RIBBON_ABOVE,
  CW_RIBBON_BELOW,
} CwRibbonEnd;

/**
 * CwRibbon:
 * @mapping_id: the mapping it stands for, the strongest one where several run the same way
 * @left_position: row on the left
 * @right_position: row on the right
 * @relation: how the left item relates to the right one
 * @n_mappings: how many mappings run this way, because their items are folded away
 * @draft: whether the mapping is a draft
 * @left_folded: whether the item itself is folded into the row on the left
 * @right_folded: whether the item itself is folded into the row on the right
 */
typedef struct
{
  gint64 mapping_id;
  guint left_position;
  guint right_position;
  CwRelation relation;
  guint n_mappings;
  guint8 draft;
  guint8 left_folded;
  guint8 right_folded;
} CwRibbon;

/**
 * CwRibbonColumn:
 * @first_y: where row 0 begins, in pixels
 * @row_height: height of each row, in pixels
 *
 * Where the rows of one side are, seen from the drawing.
 */
typedef struct
{
  double first_y;
  double row_height;
} CwRibbonColumn;

/**
 * CwRibbonPath:
 * @x: from the left edge to the right one, in pixels
 * @y: the same for the height
 * @left: what became of the left end
 * @right: what became of the right end
 *
 * A cubic curve: end, control, control, end.
 */
typedef struct
{
  double x[4];
  double y[4];
  CwRibbonEnd left;
  CwRibbonEnd right;
} CwRibbonPath;

gboolean cw_ribbon_get_path (const CwRibbon *ribbon,
                             const CwRibbonColumn *left,
                             const CwRibbonColumn *right,
                             double width,
                             double height,
                             CwRibbonPath *path);
double cw_ribbon_path_get_distance (const CwRibbonPath *path, double x, double y);

G_END_DECLS
