/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_CODING_BUTTON (cw_coding_button_get_type ())

/**
 * CwCodingButton:
 *
 * Chooses what the window shows: the agreed mapping or a coding. What must not be seen yet is there
 * with the reason.
 */
G_DECLARE_FINAL_TYPE (CwCodingButton, cw_coding_button, CW, CODING_BUTTON, GtkWidget)

void cw_coding_button_set_session (CwCodingButton *self, CwSession *session);

G_END_DECLS
