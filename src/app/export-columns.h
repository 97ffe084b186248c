/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/export.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_EXPORT_COLUMNS (cw_export_columns_get_type ())

/**
 * CwExportColumns:
 *
 * A row that unfolds into the columns of a file, to choose from. Hidden where a format gives no
 * choice.
 *
 * Signals: changed.
 */
G_DECLARE_FINAL_TYPE (CwExportColumns, cw_export_columns, CW, EXPORT_COLUMNS, AdwExpanderRow)

void cw_export_columns_set_format (CwExportColumns *self, const CwConcordanceFormat *format);
void cw_export_columns_set_chosen (CwExportColumns *self, const char *const *keys);
char **cw_export_columns_get_chosen (CwExportColumns *self);

G_END_DECLS
