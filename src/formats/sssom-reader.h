/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"

G_BEGIN_DECLS

gboolean cw_sssom_read (GInputStream *stream,
                        const char *name,
                        GInputStream *metadata,
                        const char *metadata_name,
                        CwReadManner manner,
                        const CwRecordSink *sink,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
