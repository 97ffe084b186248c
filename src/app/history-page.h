/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/history-model.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_HISTORY_PAGE (cw_history_page_get_type ())

/**
 * CwHistoryPage:
 *
 * Every step of the document by day, with who and when; below, what the selected one did, before
 * and after; and going back to before it.
 */
G_DECLARE_FINAL_TYPE (CwHistoryPage, cw_history_page, CW, HISTORY_PAGE, GtkWidget)

void cw_history_page_set_session (CwHistoryPage *self, CwSession *session);
CwHistoryModel *cw_history_page_get_model (CwHistoryPage *self);
GtkWidget *cw_history_page_get_view (CwHistoryPage *self);

G_END_DECLS
