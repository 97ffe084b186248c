/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_MAPPING_ROW (cw_mapping_row_get_type ())

/**
 * CwMappingRow:
 *
 * A row of the table of mappings: cheap until its content is asked for. The same mapping is always
 * the same object. Emits "changed" when its content has come or is another.
 */
G_DECLARE_FINAL_TYPE (CwMappingRow, cw_mapping_row, CW, MAPPING_ROW, GObject)

CwMappingRow *cw_mapping_row_new (gint64 id);
gint64 cw_mapping_row_get_id (CwMappingRow *self);
CwMapping *cw_mapping_row_get_mapping (CwMappingRow *self);
void cw_mapping_row_set_mapping (CwMappingRow *self, CwMapping *mapping);

G_END_DECLS
