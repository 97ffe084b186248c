/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/history.h"
#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwStepChanges:
 * @changes: (element-type CwMappingChange): what was done to mappings, or the first of it
 * @n_changes: how many mappings were touched in all
 * @n_to_go_back: how many edits going back to before the step would take back; 0 where one cannot
 *
 * What a step of the journal did.
 */
typedef struct
{
  GPtrArray *changes;
  guint n_changes;
  guint n_to_go_back;
} CwStepChanges;

void cw_step_changes_free (CwStepChanges *self);

void cw_document_find_steps_async (CwDocument *self,
                                   const char *author,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GArray *cw_document_find_steps_finish (CwDocument *self, GAsyncResult *result, GError **error);
GArray *cw_document_find_steps (CwDocument *self, const char *author, GError **error);

void cw_document_find_step_authors_async (CwDocument *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *
cw_document_find_step_authors_finish (CwDocument *self, GAsyncResult *result, GError **error);

void cw_document_load_steps_async (CwDocument *self,
                                   const gint64 *ids,
                                   guint n_ids,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *cw_document_load_steps_finish (CwDocument *self, GAsyncResult *result, GError **error);
GPtrArray *
cw_document_load_steps (CwDocument *self, const gint64 *ids, guint n_ids, GError **error);

void cw_document_load_step_changes_async (CwDocument *self,
                                          gint64 step_id,
                                          guint limit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
CwStepChanges *
cw_document_load_step_changes_finish (CwDocument *self, GAsyncResult *result, GError **error);
CwStepChanges *
cw_document_load_step_changes (CwDocument *self, gint64 step_id, guint limit, GError **error);

void cw_document_load_mapping_history_async (CwDocument *self,
                                             gint64 mapping_id,
                                             guint limit,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *cw_document_load_mapping_history_finish (CwDocument *self,
                                                    GAsyncResult *result,
                                                    GPtrArray **steps,
                                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwStepChanges, cw_step_changes_free)

G_END_DECLS
