/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_STATUS_BAR (cw_status_bar_get_type ())

/**
 * CwStatusBar:
 *
 * Answers the first question: how much of each side is linked, found to have no counterpart, or
 * open; and whether all is saved.
 */
G_DECLARE_FINAL_TYPE (CwStatusBar, cw_status_bar, CW, STATUS_BAR, GtkWidget)

void cw_status_bar_set_session (CwStatusBar *self, CwSession *session);

G_END_DECLS
