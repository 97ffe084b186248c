/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-import.h"

G_BEGIN_DECLS

#define CW_TYPE_IMPORT_LINE (cw_import_line_get_type ())

/**
 * CwImportLine:
 *
 * A row of a file that is to be imported, made when it is looked at.
 *
 * Signals: changed (what becomes of it, or what the document says of it is known now).
 */
G_DECLARE_FINAL_TYPE (CwImportLine, cw_import_line, CW, IMPORT_LINE, GObject)

CwImportLine *cw_import_line_new (CwMappingImport *import, guint index);

CwMappingImport *cw_import_line_get_import (CwImportLine *self);
guint cw_import_line_get_index (CwImportLine *self);
const CwImportRow *cw_import_line_get_row (CwImportLine *self);
gboolean cw_import_line_is_choosable (CwImportLine *self);
CwMapping *cw_import_line_get_mine (CwImportLine *self);
void cw_import_line_load (CwImportLine *self, CwDocument *document);
void cw_import_line_tell (CwImportLine *self);

G_END_DECLS
