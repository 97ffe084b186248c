/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-format.h"
#include "formats/concordance-sssom.h"
#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwExport:
 * @format: the file's format
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 * @languages: the label languages, a column each side for each
 * @with_unmapped: whether items of which nothing is said get a row too
 * @chosen: (nullable) (element-type gint64): the mappings, in their order; %NULL for all between the
 *   two sides
 * @coding_id: the coding, 0 for the agreed mapping, which it is unless set
 * @sssom: (nullable): how SSSOM is written; %NULL for its canonical form and for other formats
 * @metadata_file: (nullable): where SSSOM's metadata go; %NULL for the head of the table
 *
 * What to export and how.
 */
typedef struct
{
  const CwConcordanceFormat *format;
  GPtrArray *left;
  GPtrArray *right;
  char **languages;
  gboolean with_unmapped;
  gint64 coding_id;
  GArray *chosen;
  CwSssomOptions *sssom;
  GFile *metadata_file;
  /*< private >*/
  char *coding; /* its name, once it is exported */
} CwExport;

CwExport *cw_export_new (const CwConcordanceFormat *format,
                         GPtrArray *left,
                         GPtrArray *right,
                         const char *const *languages,
                         gboolean with_unmapped);
void cw_export_set_chosen (CwExport *self, GArray *mapping_ids);
void
cw_export_set_sssom (CwExport *self, gboolean expanded, gboolean with_hashes, GFile *metadata_file);
void cw_export_free (CwExport *self);

gboolean cw_document_export_to_stream (CwDocument *self,
                                       CwExport *settings,
                                       GOutputStream *stream,
                                       GError **error);
void cw_document_export_async (CwDocument *self,
                               CwExport *settings,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean cw_document_export_finish (CwDocument *self, GAsyncResult *result, GError **error);
gboolean cw_document_export (CwDocument *self,
                             CwExport *settings,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error);
void cw_document_copy_async (CwDocument *self,
                             const gint64 *mapping_ids,
                             guint n_mappings,
                             GPtrArray *left,
                             const char *const *languages,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
char *cw_document_copy_finish (CwDocument *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwExport, cw_export_free)

G_END_DECLS
