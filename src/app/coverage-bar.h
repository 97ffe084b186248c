/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/coverage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_COVERAGE_BAR (cw_coverage_bar_get_type ())

/**
 * CwCoverageBar:
 *
 * How much of one side is linked, has no counterpart, or is open: as a bar and in words.
 */
G_DECLARE_FINAL_TYPE (CwCoverageBar, cw_coverage_bar, CW, COVERAGE_BAR, GtkWidget)

void cw_coverage_bar_set_coverage (CwCoverageBar *self, const CwCoverage *coverage);

G_END_DECLS
