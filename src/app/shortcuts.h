/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cw_shortcuts_set_accels (GtkApplication *application);
void cw_shortcuts_add_bindings (GtkWidgetClass *widget_class);
GtkWidget *cw_shortcuts_new_window (void);

void cw_shortcuts_add_item_keys (GtkWidget *view);

G_END_DECLS
