/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_PROBLEM_LINE (cw_problem_line_get_type ())

/**
 * CwProblemLine:
 *
 * A problem of a file, made when it is looked at.
 */
G_DECLARE_FINAL_TYPE (CwProblemLine, cw_problem_line, CW, PROBLEM_LINE, GObject)

const CwProblem *cw_problem_line_get_problem (CwProblemLine *self);

#define CW_TYPE_PROBLEM_MODEL (cw_problem_model_get_type ())

/**
 * CwProblemModel:
 *
 * What is wrong with a file, in the order in which it was found.
 */
G_DECLARE_FINAL_TYPE (CwProblemModel, cw_problem_model, CW, PROBLEM_MODEL, GObject)

CwProblemModel *cw_problem_model_new (void);
void cw_problem_model_set_import (CwProblemModel *self, CwMappingImport *import);

G_END_DECLS
