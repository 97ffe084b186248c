/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/xlsx-value.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwXlsxWorkbook:
 * @sheets: (array zero-terminated=1): names of its sheets, in their order
 * @paths: (array zero-terminated=1): their parts
 * @first: index of the first sheet that is shown
 * @since_1904: whether days are counted from 1904-01-01
 * @strings_path: (nullable): part of the shared strings
 * @kinds: (element-type CwXlsxNumberKind): what numbers of each style are shown as
 *
 * What one must know of a workbook to read its sheets.
 */
typedef struct
{
  GPtrArray *sheets;
  GPtrArray *paths;
  guint first;
  gboolean since_1904;
  char *strings_path;
  GArray *kinds;
} CwXlsxWorkbook;

CwXlsxWorkbook *cw_xlsx_workbook_read (GInputStream *package, const char *name, GError **error);
void cw_xlsx_workbook_free (CwXlsxWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwXlsxWorkbook, cw_xlsx_workbook_free)

G_END_DECLS
