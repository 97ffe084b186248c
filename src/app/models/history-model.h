/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/history-row.h"
#include "workspace/history.h"

G_BEGIN_DECLS

#define CW_TYPE_HISTORY_MODEL (cw_history_model_get_type ())

/**
 * CwHistoryModel:
 *
 * The steps of a document's journal, the newest first, with a heading before those of each day.
 * Positions are cheap: an array of ids. Rows are made when they are looked at, and read by pages of
 * their neighbours. After an edit the steps are found again and the smallest change emitted.
 *
 * Signals: found (the steps are there), failed (a message for the person).
 */
G_DECLARE_FINAL_TYPE (CwHistoryModel, cw_history_model, CW, HISTORY_MODEL, GObject)

CwHistoryModel *cw_history_model_new (CwDocument *document);

void cw_history_model_find (CwHistoryModel *self, const char *author);
void cw_history_model_want (CwHistoryModel *self, guint position);
guint cw_history_model_get_n_steps (CwHistoryModel *self);
guint cw_history_model_get_n_loads (CwHistoryModel *self);

G_END_DECLS
