/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bench_plain_list_new (guint n_rows, int width, int row_height);
GtkWidget *bench_plain_list_get_view (GtkWidget *window);
GtkAdjustment *bench_get_adjustment (GtkWidget *view);

G_END_DECLS
