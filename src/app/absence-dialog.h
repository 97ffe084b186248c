/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_ABSENCE_DIALOG (cw_absence_dialog_get_type ())

/**
 * CwAbsenceDialog:
 *
 * Asks why an item has no counterpart.
 *
 * Signals: chosen (the reason and the rationale).
 */
G_DECLARE_FINAL_TYPE (CwAbsenceDialog, cw_absence_dialog, CW, ABSENCE_DIALOG, AdwWindow)

GtkWidget *cw_absence_dialog_new (CwSession *session, const CwItem *item, GPtrArray *lists);

G_END_DECLS
