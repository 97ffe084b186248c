/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/import-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_CHOICE_CELL (cw_import_choice_cell_get_type ())

/**
 * CwImportChoiceCell:
 *
 * What becomes of a row of a file: a check where it is new, a menu where the document says something
 * else, and nothing where there is nothing to decide.
 */
G_DECLARE_FINAL_TYPE (CwImportChoiceCell, cw_import_choice_cell, CW, IMPORT_CHOICE_CELL, GtkWidget)

GtkWidget *cw_import_choice_cell_new (void);
void
cw_import_choice_cell_bind (CwImportChoiceCell *self, CwImportLine *line, CwImportModel *model);
void cw_import_choice_cell_unbind (CwImportChoiceCell *self);

GMenuModel *cw_import_choice_cell_make_menu (const char *action);

G_END_DECLS
