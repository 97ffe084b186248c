/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/history-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_HISTORY_CELL (cw_history_cell_get_type ())

/**
 * CwHistoryCell:
 *
 * A line of the history: a day; or a step, with time, what was done, how many mappings, and who.
 */
G_DECLARE_FINAL_TYPE (CwHistoryCell, cw_history_cell, CW, HISTORY_CELL, GtkWidget)

void cw_history_cell_bind (CwHistoryCell *self, CwHistoryRow *row);
void cw_history_cell_unbind (CwHistoryCell *self);

G_END_DECLS
