/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/compare-page.h"
#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_WINDOW (cw_window_get_type ())

/**
 * CwWindow:
 *
 * One document in a window. It only arranges: what is seen is in the pages and the inspector, what
 * is done in the edit actions.
 */
G_DECLARE_FINAL_TYPE (CwWindow, cw_window, CW, WINDOW, AdwApplicationWindow)

GtkWidget *cw_window_new (GtkApplication *application, CwDocument *document);
CwSession *cw_window_get_session (CwWindow *self);
CwComparePage *cw_window_get_compare_page (CwWindow *self);
void cw_window_show_message (CwWindow *self, const char *message);

G_END_DECLS
