/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cw_figure_bars_new (const CwItem *item, const char *const *languages);

G_END_DECLS
