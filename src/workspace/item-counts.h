/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-counts.h"
#include "workspace/document.h"

G_BEGIN_DECLS

void cw_document_count_mappings_async (CwDocument *self,
                                       GPtrArray *items,
                                       CwList *list,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void cw_document_count_own_mappings_async (CwDocument *self,
                                           const CwItem *item,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean cw_document_count_mappings_finish (CwDocument *self,
                                            GAsyncResult *result,
                                            CwMappingCounts *counts,
                                            GError **error);
gboolean cw_document_count_mappings (CwDocument *self,
                                     GPtrArray *items,
                                     CwList *list,
                                     CwMappingCounts *counts,
                                     GError **error);

G_END_DECLS
