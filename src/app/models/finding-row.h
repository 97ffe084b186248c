/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/checks.h"

G_BEGIN_DECLS

/**
 * CwFindingRowKind:
 * @CW_FINDING_ROW_HEADING: the name of a check, or of what is intended
 * @CW_FINDING_ROW_FINDING: a finding
 * @CW_FINDING_ROW_LINK: a mapping of the finding above
 * @CW_FINDING_ROW_REASON: why the finding above is intended
 */
typedef enum
{
  CW_FINDING_ROW_HEADING,
  CW_FINDING_ROW_FINDING,
  CW_FINDING_ROW_LINK,
  CW_FINDING_ROW_REASON,
} CwFindingRowKind;

/* The group of what is intended, after those of the rules. */
#define CW_FINDING_GROUP_INTENDED CW_N_CHECK_RULES
#define CW_N_FINDING_GROUPS (CW_N_CHECK_RULES + 1)

#define CW_TYPE_FINDING_ROW (cw_finding_row_get_type ())

/**
 * CwFindingRow:
 *
 * A line of the page of findings.
 *
 * Signals: changed (a heading shows something else).
 */
G_DECLARE_FINAL_TYPE (CwFindingRow, cw_finding_row, CW, FINDING_ROW, GObject)

CwFindingRow *cw_finding_row_new_heading (guint group);
CwFindingRow *cw_finding_row_new (CwFindingRowKind kind,
                                  guint group,
                                  CwCheckReport *report,
                                  const CwFinding *finding,
                                  const CwLink *link);

CwFindingRowKind cw_finding_row_get_kind (CwFindingRow *self);
guint cw_finding_row_get_group (CwFindingRow *self);
void cw_finding_row_set_heading (CwFindingRow *self, guint n_findings, gboolean expanded);
guint cw_finding_row_get_n_findings (CwFindingRow *self);
gboolean cw_finding_row_get_expanded (CwFindingRow *self);
const CwFinding *cw_finding_row_get_finding (CwFindingRow *self);
const CwLink *cw_finding_row_get_link (CwFindingRow *self);

G_END_DECLS
