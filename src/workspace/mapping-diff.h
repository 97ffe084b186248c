/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-import.h"

G_BEGIN_DECLS

/**
 * CwMappingDiff:
 * @added: (element-type CwImportRow): what only the other says; borrowed from the import
 * @changed: (element-type CwImportRow): what both say, differently; borrowed
 * @unclear: (element-type CwImportRow): whose items are not known; borrowed
 * @removed: (element-type CwMapping): what only the document says
 *
 * How mappings of a document differ from those of an import that was compared with it. It must not
 * outlive the import.
 */
typedef struct
{
  GPtrArray *added;
  GPtrArray *changed;
  GPtrArray *unclear;
  GPtrArray *removed;
} CwMappingDiff;

CwMappingDiff *cw_mapping_diff_new (CwMappingImport *import, GError **error);
void cw_mapping_diff_free (CwMappingDiff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingDiff, cw_mapping_diff_free)

G_END_DECLS
