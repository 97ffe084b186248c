/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Finding widgets, and doing to them what a person does. */

typedef void (*WidgetVisitor) (GtkWidget *widget, gpointer user_data);

void widget_visit (GtkWidget *root, WidgetVisitor visitor, gpointer user_data);
GtkWidget *widget_find (GtkWidget *root, GType type);
GtkWidget *widget_find_nth (GtkWidget *root, GType type, guint n);
GtkWidget *widget_find_with_tooltip (GtkWidget *root, GType type, const char *tooltip);
guint widget_count_mapped (GtkWidget *root, GType type);
GtkWidget *widget_part (GtkWidget *widget, const char *name);
GtkWidget *widget_find_window (GType type);
void widget_assert_says (GtkWidget *root, const char *text);
void widget_assert_name (GtkWidget *widget, const char *name);
void widget_get_bounds (GtkWidget *widget, GtkWidget *target, graphene_rect_t *bounds);

G_END_DECLS
