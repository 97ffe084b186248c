/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/document-content.h"
#include "store/connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean cw_finding_names_write (CwConnection *connection,
                                 CwDocumentContent *content,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean cw_finding_names_read (CwConnection *connection,
                                CwDocumentContent *content,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
