/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Archives made by hand, for workbooks that no program writes. */

#define PACKAGE_SHEET(rows)                                                       \
  "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>" \
  "<sheetData>" rows "</sheetData></worksheet>"

/**
 * PackagePart:
 * @name: of the archive's member
 * @text: (nullable): what it holds
 * @length: of @text, -1 where it ends in NUL
 */
typedef struct
{
  const char *name;
  const char *text;
  gssize length;
} PackagePart;

GBytes *package_write (const PackagePart *parts, guint n_parts, const char *password);
/* A workbook of one sheet, named “S”, with other parts besides that may replace its own. */
GBytes *package_write_workbook (const char *sheet, const PackagePart *others, guint n_others);

G_END_DECLS
