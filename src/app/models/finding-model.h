/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/finding-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_FINDING_MODEL (cw_finding_model_get_type ())

/**
 * CwFindingModel:
 *
 * The lines of the page of findings: for each check that found something a heading, below it the
 * findings, below each its mappings; at the end what is intended, folded away at first. Lines are
 * made when they are looked at. A new report changes only the lines that are other than before.
 */
G_DECLARE_FINAL_TYPE (CwFindingModel, cw_finding_model, CW, FINDING_MODEL, GObject)

CwFindingModel *cw_finding_model_new (void);
void cw_finding_model_set_report (CwFindingModel *self, CwCheckReport *report);
void cw_finding_model_toggle (CwFindingModel *self, guint group);
void cw_finding_model_refresh (CwFindingModel *self);

G_END_DECLS
