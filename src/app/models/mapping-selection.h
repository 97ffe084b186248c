/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/mapping-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_MAPPING_SELECTION (cw_mapping_selection_get_type ())

/**
 * CwMappingSelection:
 *
 * Which rows of a CwMappingModel are selected. Unlike GtkMultiSelection it makes no row for it: a
 * mapping is known by its id, so that a million can be selected and sorted at once.
 */
G_DECLARE_FINAL_TYPE (CwMappingSelection, cw_mapping_selection, CW, MAPPING_SELECTION, GObject)

CwMappingSelection *cw_mapping_selection_new (CwMappingModel *model);
void cw_mapping_selection_set_many (CwMappingSelection *self, guint n_rows);

G_END_DECLS
