/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_CODING_DIALOG (cw_coding_dialog_get_type ())

/**
 * CwCodingDialog:
 *
 * Asks for the name of a coding.
 *
 * Signals: named (the name).
 */
G_DECLARE_FINAL_TYPE (CwCodingDialog, cw_coding_dialog, CW, CODING_DIALOG, AdwWindow)

GtkWidget *cw_coding_dialog_new (const char *old_name, const char *suggested);

G_END_DECLS
