/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/import-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A filter that shows every row; others are a #CwImportState. */
#define CW_IMPORT_ALL_STATES CW_N_IMPORT_STATES

#define CW_TYPE_IMPORT_MODEL (cw_import_model_get_type ())

/**
 * CwImportModel:
 *
 * The rows of an import, all or those in one state. Lines are made when they are asked for, so that a
 * million rows are a million numbers. Signal: decided (something else becomes of a row).
 */
G_DECLARE_FINAL_TYPE (CwImportModel, cw_import_model, CW, IMPORT_MODEL, GObject)

CwImportModel *cw_import_model_new (void);
void cw_import_model_set_import (CwImportModel *self, CwMappingImport *import);
CwMappingImport *cw_import_model_get_import (CwImportModel *self);
void cw_import_model_set_state (CwImportModel *self, guint state);
guint cw_import_model_get_state (CwImportModel *self);
guint cw_import_model_find (CwImportModel *self, guint index);
const CwProblem *cw_import_model_find_problem (CwImportModel *self, guint index);
guint cw_import_model_find_place (CwImportModel *self, const CwProblem *problem);

void cw_import_model_choose (CwImportModel *self, CwImportLine *line, CwImportChoice choice);
void cw_import_model_choose_all (CwImportModel *self, CwImportChoice choice);
void cw_import_model_leave_out (CwImportModel *self, CwImportLine *line, gboolean left_out);

G_END_DECLS
