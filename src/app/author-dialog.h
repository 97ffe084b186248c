/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_AUTHOR_DIALOG (cw_author_dialog_get_type ())

/**
 * CwAuthorDialog:
 *
 * Asks who makes the edits: the name and, if wanted, the ORCID iD that are written on each change.
 */
G_DECLARE_FINAL_TYPE (CwAuthorDialog, cw_author_dialog, CW, AUTHOR_DIALOG, AdwWindow)

GtkWidget *cw_author_dialog_new (GSettings *settings);
char *cw_author_get_name (GSettings *settings);

G_END_DECLS
