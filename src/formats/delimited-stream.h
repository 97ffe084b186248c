/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/delimited-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwDelimitedStream:
 *
 * Reads rows of cells from a stream, one after the other, in little memory.
 */
typedef struct _CwDelimitedStream CwDelimitedStream;

CwDelimitedStream *cw_delimited_stream_new (GInputStream *stream, const char *name);
void cw_delimited_stream_free (CwDelimitedStream *self);

gboolean
cw_delimited_stream_prepare (CwDelimitedStream *self, GCancellable *cancellable, GError **error);
char cw_delimited_stream_get_separator (const CwDelimitedStream *self);
void cw_delimited_stream_set_separator (CwDelimitedStream *self, char separator);
const CwDelimitedRow *
cw_delimited_stream_next (CwDelimitedStream *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDelimitedStream, cw_delimited_stream_free)

G_END_DECLS
