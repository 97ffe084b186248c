/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwSpool:
 *
 * What a writer has to keep until it knows the whole: bytes in a file without a name, which goes
 * with the program. A table of a million rows stays out of memory that way.
 */
typedef struct _CwSpool CwSpool;

CwSpool *cw_spool_new (void);
void cw_spool_free (CwSpool *self);

guint64 cw_spool_get_length (const CwSpool *self);
gboolean cw_spool_append (CwSpool *self, const char *data, gsize length, GError **error);
const char *cw_spool_read (CwSpool *self, GError **error);
gssize cw_spool_read_part (CwSpool *self, guint64 offset, char *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSpool, cw_spool_free)

G_END_DECLS
