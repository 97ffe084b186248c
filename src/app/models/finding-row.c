/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/finding-row.h"

struct _CwFindingRow
{
  GObject parent_instance;

  CwFindingRowKind kind;
  guint group;
  guint n_findings;
  gboolean expanded;
  CwCheckReport *report; /* owns the two below */
  const CwFinding *finding;
  const CwLink *link;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindingRow, cw_finding_row, G_TYPE_OBJECT)

static void
cw_finding_row_finalize (GObject *object)
{
  CwFindingRow *self = CW_FINDING_ROW (object);

  g_clear_pointer (&self->report, cw_check_report_unref);

  G_OBJECT_CLASS (cw_finding_row_parent_class)->finalize (object);
}

static void
cw_finding_row_class_init (CwFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_finding_row_finalize;

  /**
   * CwFindingRow::changed:
   * @self: a heading
   *
   * It has another number of findings, or was folded or unfolded.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_finding_row_init (CwFindingRow *self)
{
}

/**
 * cw_finding_row_new_heading:
 * @group: a rule, or %CW_FINDING_GROUP_INTENDED
 *
 * Returns: (transfer full): a row for a group with no findings, folded
 */
CwFindingRow *
cw_finding_row_new_heading (guint group)
{
  CwFindingRow *self = g_object_new (CW_TYPE_FINDING_ROW, NULL);

  self->kind = CW_FINDING_ROW_HEADING;
  self->group = group;

  return self;
}

/**
 * cw_finding_row_set_heading:
 * @self: a heading
 * @n_findings: how many findings its group has
 * @expanded: whether they are shown
 */
void
cw_finding_row_set_heading (CwFindingRow *self, guint n_findings, gboolean expanded)
{
  if (self->n_findings == n_findings && self->expanded == expanded)
    return;

  self->n_findings = n_findings;
  self->expanded = expanded;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_finding_row_new:
 * @kind: any but a heading
 * @group: the group it stands in
 * @report: what the finding belongs to
 * @finding: the finding
 * @link: (nullable): one of its mappings
 *
 * Returns: (transfer full): a row
 */
CwFindingRow *
cw_finding_row_new (CwFindingRowKind kind,
                    guint group,
                    CwCheckReport *report,
                    const CwFinding *finding,
                    const CwLink *link)
{
  CwFindingRow *self = g_object_new (CW_TYPE_FINDING_ROW, NULL);

  self->kind = kind;
  self->group = group;
  self->report = cw_check_report_ref (report);
  self->finding = finding;
  self->link = link;

  return self;
}

/**
 * cw_finding_row_get_kind:
 * @self: a row
 *
 * Returns: what it shows
 */
CwFindingRowKind
cw_finding_row_get_kind (CwFindingRow *self)
{
  return self->kind;
}

/**
 * cw_finding_row_get_group:
 * @self: a row
 *
 * Returns: a rule, or %CW_FINDING_GROUP_INTENDED
 */
guint
cw_finding_row_get_group (CwFindingRow *self)
{
  return self->group;
}

/**
 * cw_finding_row_get_n_findings:
 * @self: a heading
 *
 * Returns: how many findings its group has
 */
guint
cw_finding_row_get_n_findings (CwFindingRow *self)
{
  return self->n_findings;
}

/**
 * cw_finding_row_get_expanded:
 * @self: a heading
 *
 * Returns: whether its findings are shown
 */
gboolean
cw_finding_row_get_expanded (CwFindingRow *self)
{
  return self->expanded;
}

/**
 * cw_finding_row_get_finding:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the finding it belongs to; %NULL for a heading
 */
const CwFinding *
cw_finding_row_get_finding (CwFindingRow *self)
{
  return self->finding;
}

/**
 * cw_finding_row_get_link:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the mapping to go to: its own, or the finding's first; %NULL
 *   for a heading
 */
const CwLink *
cw_finding_row_get_link (CwFindingRow *self)
{
  if (self->link != NULL || self->finding == NULL)
    return self->link;

  return &g_array_index (self->finding->links, CwLink, 0);
}
