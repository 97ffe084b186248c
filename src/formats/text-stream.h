/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *cw_text_stream_open (GInputStream *stream,
                                   const char *name,
                                   char **encoding,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
