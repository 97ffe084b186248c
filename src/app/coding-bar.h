/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_CODING_BAR (cw_coding_bar_get_type ())

/**
 * CwCodingBar:
 *
 * Says that a coding is shown instead of the agreed mapping, and leads out of it. Not there while
 * the agreed mapping is shown.
 */
G_DECLARE_FINAL_TYPE (CwCodingBar, cw_coding_bar, CW, CODING_BAR, GtkWidget)

void cw_coding_bar_set_session (CwCodingBar *self, CwSession *session);

G_END_DECLS
