/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/coding.h"
#include "model/item.h"
#include "model/link.h"
#include "model/mapping.h"
#include "model/step.h"
#include "workspace/edit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_DOCUMENT (cw_document_get_type ())

/**
 * CwDocument:
 *
 * An open crosswalk: its lists in memory, its mappings in the file. Every edit is one transaction
 * and one undoable step, on disk before it counts as saved. It belongs to the thread that opened
 * it; the work is done in threads of its own.
 *
 * Signals: lists-changed (a step touched lists, which are other objects now), mappings-changed (the
 * ids of the mappings that a step touched), codings-changed, unreviewed (how many reviewed mappings
 * went back to proposed).
 */
G_DECLARE_FINAL_TYPE (CwDocument, cw_document, CW, DOCUMENT, GObject)

/**
 * CwDocumentProblem:
 * @CW_DOCUMENT_PROBLEM_OTHER: nothing that the program can offer a way round
 * @CW_DOCUMENT_PROBLEM_NOT_WRITABLE: it can be opened read-only
 * @CW_DOCUMENT_PROBLEM_CONFLICT: somebody else has changed it meanwhile; it can be done again
 */
typedef enum
{
  CW_DOCUMENT_PROBLEM_OTHER,
  CW_DOCUMENT_PROBLEM_NOT_WRITABLE,
  CW_DOCUMENT_PROBLEM_CONFLICT,
} CwDocumentProblem;

CwDocumentProblem cw_document_classify_error (const GError *error);

CwDocument *cw_document_open (const char *path, gboolean read_only, GError **error);
void cw_document_open_async (const char *path,
                             gboolean read_only,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
CwDocument *cw_document_open_finish (GAsyncResult *result, GError **error);
void cw_document_watch (CwDocument *self);
void cw_document_close (CwDocument *self);

const char *cw_document_get_path (CwDocument *self);
const char *cw_document_get_title (CwDocument *self);
const char *cw_document_get_notice (CwDocument *self);
gboolean cw_document_is_read_only (CwDocument *self);
gboolean cw_document_is_saved (CwDocument *self);

GPtrArray *cw_document_get_lists (CwDocument *self);
CwList *cw_document_find_list (CwDocument *self, const char *key);
CwList *cw_document_get_list_by_id (CwDocument *self, gint64 id);
const CwItem *cw_document_get_item (CwDocument *self, gint64 id);
GPtrArray *cw_document_get_codings (CwDocument *self);

void cw_document_set_author (CwDocument *self, const char *author, const char *orcid);
const char *cw_document_get_author (CwDocument *self);
const CwStep *cw_document_get_undo_step (CwDocument *self);
const CwStep *cw_document_get_redo_step (CwDocument *self);

gboolean cw_document_apply (CwDocument *self, CwEdit *edit, GError **error);
void cw_document_apply_async (CwDocument *self,
                              CwEdit *edit,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
CwEdit *cw_document_steal_edit (CwDocument *self, GAsyncResult *result);
void
cw_document_catch_up_async (CwDocument *self, GAsyncReadyCallback callback, gpointer user_data);
GArray *cw_document_apply_finish (CwDocument *self, GAsyncResult *result, GError **error);
gboolean cw_document_undo (CwDocument *self, GError **error);
gboolean cw_document_redo (CwDocument *self, GError **error);
void cw_document_undo_async (CwDocument *self, GAsyncReadyCallback callback, gpointer user_data);
void cw_document_redo_async (CwDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean cw_document_go_back (CwDocument *self, gint64 step_id, GError **error);
void cw_document_go_back_async (CwDocument *self,
                                gint64 step_id,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

GArray *cw_document_find_links (CwDocument *self,
                                gint64 coding_id,
                                GPtrArray *left,
                                GPtrArray *right,
                                GError **error);
void cw_document_find_links_async (CwDocument *self,
                                   gint64 coding_id,
                                   GPtrArray *left,
                                   GPtrArray *right,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GArray *cw_document_find_links_finish (CwDocument *self, GAsyncResult *result, GError **error);
CwMapping *cw_document_get_mapping (CwDocument *self, gint64 id, GError **error);
void cw_document_get_mapping_async (CwDocument *self,
                                    gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CwMapping *cw_document_get_mapping_finish (CwDocument *self, GAsyncResult *result, GError **error);

gboolean cw_document_check (CwDocument *self, GError **error);
gboolean cw_document_save_copy (CwDocument *self, const char *path, GError **error);
void cw_document_save_copy_async (CwDocument *self,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean cw_document_save_copy_finish (CwDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
