/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-row.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_ITEM_CELL (cw_item_cell_get_type ())

/**
 * CwItemCell:
 *
 * One row of a list: fold mark, code, label in one or two languages, and at the inner edge how many
 * mappings there are and the strongest of them, or that there is no counterpart.
 *
 * Signals: toggled (the fold mark was pressed).
 */
G_DECLARE_FINAL_TYPE (CwItemCell, cw_item_cell, CW, ITEM_CELL, GtkWidget)

GtkWidget *cw_item_cell_new (CwSide side);
GtkWidget *cw_item_cell_new_plain (void);

void cw_item_cell_bind (CwItemCell *self,
                        CwOutlineRow *row,
                        const char *const *languages,
                        gboolean two_lines);
void cw_item_cell_unbind (CwItemCell *self);
CwOutlineRow *cw_item_cell_get_row (CwItemCell *self);

G_END_DECLS
