/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/coverage.h"
#include "model/item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_OUTLINE_ROW (cw_outline_row_get_type ())

/**
 * CwOutlineRow:
 *
 * A row of one side: an item, or the heading of a list. The same item is always the same object, so
 * that a view keeps its place. Emits "changed" when what it shows is another.
 */
G_DECLARE_FINAL_TYPE (CwOutlineRow, cw_outline_row, CW, OUTLINE_ROW, GObject)

CwOutlineRow *
cw_outline_row_new (CwList *list, const CwItem *item, guint depth, gboolean has_children);

void cw_outline_row_renew (CwOutlineRow *self,
                           CwList *list,
                           const CwItem *item,
                           guint depth,
                           gboolean has_children);

CwList *cw_outline_row_get_list (CwOutlineRow *self);
const CwItem *cw_outline_row_get_item (CwOutlineRow *self);
guint cw_outline_row_get_depth (CwOutlineRow *self);
gboolean cw_outline_row_has_children (CwOutlineRow *self);

gboolean cw_outline_row_is_expanded (CwOutlineRow *self);
void cw_outline_row_set_expanded (CwOutlineRow *self, gboolean expanded);

guint cw_outline_row_get_n_links (CwOutlineRow *self);
CwRelation cw_outline_row_get_strongest (CwOutlineRow *self);
CwItemState cw_outline_row_get_state (CwOutlineRow *self);
void cw_outline_row_set_links (CwOutlineRow *self,
                               guint n_links,
                               CwRelation strongest,
                               CwItemState state);

gboolean cw_outline_row_is_marked (CwOutlineRow *self);
void cw_outline_row_set_marked (CwOutlineRow *self, gboolean marked);

G_END_DECLS
