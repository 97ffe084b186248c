/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-columns.h"
#include "formats/concordance-format.h"
#include "formats/concordance-sssom.h"
#include "workspace/document.h"
#include "workspace/progress.h"

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
 * @columns: (array zero-terminated=1) (nullable): keys of the columns that are wanted, in their
 *   order; %NULL for all
 * @coding_id: the coding, 0 for the agreed mapping, which it is unless set
 * @sssom: (nullable): how SSSOM is written; %NULL for its canonical form and for other formats
 * @metadata_file: (nullable): where SSSOM's metadata go; %NULL for the head of the table
 * @metadata_beside: whether they go into a file beside the table, which is found by its name
 * @progress: (nullable): counts the rows as they are written
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
  char **columns;
  gint64 coding_id;
  GArray *chosen;
  CwSssomOptions *sssom;
  GFile *metadata_file;
  gboolean metadata_beside;
  CwProgress *progress;
  /*< private >*/
  char *coding; /* its name, once it is exported */
} CwExport;

CwExport *cw_export_new (const CwConcordanceFormat *format,
                         GPtrArray *left,
                         GPtrArray *right,
                         const char *const *languages,
                         gboolean with_unmapped);
void cw_export_set_chosen (CwExport *self, GArray *mapping_ids);
void cw_export_set_columns (CwExport *self, const char *const *columns);
GFile *cw_export_find_metadata_file (const CwExport *self, GFile *table);
void cw_export_set_progress (CwExport *self, CwProgress *progress);
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

/**
 * CwExportPreview:
 * @n_rows: how many rows the file is to have
 * @n_shown: how many of them are shown
 * @text: (nullable): the file with its first rows only; %NULL where a table is easier to read
 * @titles: (nullable): the columns of the table
 * @rows: (nullable) (element-type GStrv): its first rows, a text for each of @titles
 *
 * What an export would write.
 */
typedef struct
{
  guint64 n_rows;
  guint n_shown;
  char *text;
  char **titles;
  GPtrArray *rows;
} CwExportPreview;

void cw_document_preview_async (CwDocument *self,
                                CwExport *settings,
                                guint n_rows,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
CwExportPreview *
cw_document_preview_finish (CwDocument *self, GAsyncResult *result, GError **error);
void cw_export_preview_free (CwExportPreview *self);

void cw_document_copy_async (CwDocument *self,
                             const gint64 *mapping_ids,
                             guint n_mappings,
                             GPtrArray *left,
                             const char *const *languages,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
char *cw_document_copy_finish (CwDocument *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwExport, cw_export_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwExportPreview, cw_export_preview_free)

G_END_DECLS
