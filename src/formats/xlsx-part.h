/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwXlsxPart:
 *
 * A part of a workbook, an archive's member, while it is read from its beginning to its end.
 */
typedef struct _CwXlsxPart CwXlsxPart;

CwXlsxPart *cw_xlsx_part_open (GInputStream *package,
                               const char *name,
                               const char *path,
                               guint64 max_size,
                               GError **error);
void cw_xlsx_part_close (CwXlsxPart *self);
gssize cw_xlsx_part_read (CwXlsxPart *self, void *buffer, gsize size, GError **error);

char *cw_xlsx_part_resolve (const char *from, const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwXlsxPart, cw_xlsx_part_close)

G_END_DECLS
