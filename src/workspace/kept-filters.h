/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/kept-filter.h"
#include "workspace/document.h"
#include "workspace/edit.h"

G_BEGIN_DECLS

CwEdit *cw_edit_new_keep_filter (const char *name, const CwMappingFilter *filter);
CwEdit *cw_edit_new_drop_filter (const char *name);

void cw_document_load_filters_async (CwDocument *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *cw_document_load_filters_finish (CwDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
