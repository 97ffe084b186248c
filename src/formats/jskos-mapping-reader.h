/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"

G_BEGIN_DECLS

gboolean cw_jskos_mappings_read (GInputStream *stream,
                                 const char *name,
                                 CwReadManner manner,
                                 const CwRecordSink *sink,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
