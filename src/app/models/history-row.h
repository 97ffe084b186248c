/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/history.h"

G_BEGIN_DECLS

#define CW_TYPE_HISTORY_ROW (cw_history_row_get_type ())

/**
 * CwHistoryRow:
 *
 * A line of the history: a day, or a step.
 *
 * Signals: changed (its content has come or is another).
 */
G_DECLARE_FINAL_TYPE (CwHistoryRow, cw_history_row, CW, HISTORY_ROW, GObject)

CwHistoryRow *cw_history_row_new (gint64 step_id, gint64 made);

gboolean cw_history_row_is_day (CwHistoryRow *self);
gint64 cw_history_row_get_step_id (CwHistoryRow *self);
gint64 cw_history_row_get_made (CwHistoryRow *self);
CwHistoryStep *cw_history_row_get_step (CwHistoryRow *self);
void cw_history_row_set_step (CwHistoryRow *self, CwHistoryStep *step);

G_END_DECLS
