/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/finding-row.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_FINDING_CELL (cw_finding_cell_get_type ())

/**
 * CwFindingCell:
 *
 * A line of the page of findings: a heading, a finding, or one of its mappings.
 */
G_DECLARE_FINAL_TYPE (CwFindingCell, cw_finding_cell, CW, FINDING_CELL, GtkWidget)

void cw_finding_cell_bind (CwFindingCell *self, CwFindingRow *row, CwSession *session);
void cw_finding_cell_unbind (CwFindingCell *self);

G_END_DECLS
