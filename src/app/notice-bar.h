/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_NOTICE_BAR (cw_notice_bar_get_type ())

/**
 * CwNoticeBar:
 *
 * Something that a person should know and may answer now or never: a line of words with two
 * buttons. It is not there until it is shown, and is in nobody's way. Its properties are the words
 * and actions of the buttons: label and action, dismiss-label and dismiss-action; the actions hide
 * it.
 */
G_DECLARE_FINAL_TYPE (CwNoticeBar, cw_notice_bar, CW, NOTICE_BAR, GtkWidget)

void cw_notice_bar_show (CwNoticeBar *self, const char *words, GVariant *target);

G_END_DECLS
