/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_MARK_DIALOG (cw_mark_dialog_get_type ())

/**
 * CwMarkDialog:
 *
 * Asks why a finding is intended.
 *
 * Signals: reason-given (the reason).
 */
G_DECLARE_FINAL_TYPE (CwMarkDialog, cw_mark_dialog, CW, MARK_DIALOG, AdwWindow)

GtkWidget *cw_mark_dialog_new (const char *sentence);

G_END_DECLS
