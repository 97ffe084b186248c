/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cw_relation_style_get_color (CwRelation relation, gboolean dark, GdkRGBA *color);
const char *cw_relation_style_get_class (CwRelation relation);
void cw_relation_style_apply (GtkWidget *widget, CwRelation relation);
void cw_relation_style_clear (GtkWidget *widget);

G_END_DECLS
