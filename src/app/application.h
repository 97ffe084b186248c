/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_APPLICATION (cw_application_get_type ())

/**
 * CwApplication:
 *
 * Opens documents, a window for each.
 */
G_DECLARE_FINAL_TYPE (CwApplication, cw_application, CW, APPLICATION, AdwApplication)

CwApplication *cw_application_new (gboolean starts_with_default);
void
cw_application_open_file (CwApplication *self, GFile *file, gboolean read_only, GtkWindow *parent);
gboolean cw_application_has_open (CwApplication *self, GFile *file);

G_END_DECLS
