/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

void cw_starter_open_default_async (GAsyncReadyCallback callback, gpointer user_data);
CwDocument *cw_starter_open_default_finish (GAsyncResult *result, GError **error);

G_END_DECLS
