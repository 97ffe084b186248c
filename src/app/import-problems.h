/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/problem-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_PROBLEMS (cw_import_problems_get_type ())

/**
 * CwImportProblems:
 *
 * What is wrong with a file, each with its place. Signal: activated (a problem, to be gone to).
 */
G_DECLARE_FINAL_TYPE (CwImportProblems, cw_import_problems, CW, IMPORT_PROBLEMS, GtkWidget)

void cw_import_problems_show (CwImportProblems *self, CwMappingImport *import);
GtkWidget *cw_import_problems_get_view (CwImportProblems *self);

G_END_DECLS
