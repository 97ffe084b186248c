/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwXlsxStrings:
 *
 * The texts that the cells of a workbook share.
 */
typedef struct _CwXlsxStrings CwXlsxStrings;

CwXlsxStrings *
cw_xlsx_strings_read (GInputStream *package, const char *name, const char *path, GError **error);
void cw_xlsx_strings_free (CwXlsxStrings *self);
gboolean cw_xlsx_strings_append (const CwXlsxStrings *self, guint64 index, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwXlsxStrings, cw_xlsx_strings_free)

G_END_DECLS
