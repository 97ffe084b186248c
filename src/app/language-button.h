/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_LANGUAGE_BUTTON (cw_language_button_get_type ())

/**
 * CwLanguageButton:
 *
 * Chooses the first and the second label language of a window.
 */
G_DECLARE_FINAL_TYPE (CwLanguageButton, cw_language_button, CW, LANGUAGE_BUTTON, GtkWidget)

void cw_language_button_set_session (CwLanguageButton *self, CwSession *session);

G_END_DECLS
