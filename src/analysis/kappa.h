/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_kappa_compute (const guint64 *table, guint n_categories, double *kappa);

G_END_DECLS
