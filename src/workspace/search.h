/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-filter.h"
#include "workspace/document.h"

G_BEGIN_DECLS

void cw_document_search_async (CwDocument *self,
                               const CwMappingFilter *filter,
                               CwMappingSort sort,
                               gboolean descending,
                               const char *const *languages,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GArray *cw_document_search_finish (CwDocument *self, GAsyncResult *result, GError **error);
GArray *cw_document_search (CwDocument *self,
                            const CwMappingFilter *filter,
                            CwMappingSort sort,
                            gboolean descending,
                            const char *const *languages,
                            GError **error);
void cw_document_count_facets_async (CwDocument *self,
                                     const CwMappingFilter *filter,
                                     const char *const *languages,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *cw_document_count_facets_finish (CwDocument *self, GAsyncResult *result, GError **error);
void cw_document_load_mappings_async (CwDocument *self,
                                      const gint64 *ids,
                                      guint n_ids,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
cw_document_load_mappings_finish (CwDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
