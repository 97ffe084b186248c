/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/concordance.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwConcordanceHead:
 * @uuid: of the document, RFC 4122
 * @title: of the document
 * @notice: what a reader must know about the document; may be empty
 * @coding: (nullable): the name of the coding; %NULL for the agreed mapping
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 * @languages: (array zero-terminated=1): the label languages, most wanted first; empty for the
 *   words of the documents themselves
 * @columns: (array zero-terminated=1) (nullable): keys of the columns that are wanted, see
 *   cw_concordance_format_has_column(); %NULL for all
 * @cancellable: (nullable): to give up while a writer finishes
 *
 * What a file says of its whole table. Everything is borrowed, and must outlive the writer.
 */
typedef struct
{
  const char *uuid;
  const char *title;
  const char *notice;
  const char *coding;
  GPtrArray *left;
  GPtrArray *right;
  const char *const *languages;
  const char *const *columns;
  GCancellable *cancellable;
} CwConcordanceHead;

typedef struct _CwConcordanceWriter CwConcordanceWriter;

/**
 * CwConcordanceWriterClass:
 * @add_row: writes a row, or keeps what it needs of it: the row is borrowed
 * @finish: writes what is left
 * @free: lets go of everything, finished or not
 *
 * What a format does. An error is one of the stream, or of %CW_FORMAT_ERROR where the format cannot
 * say something.
 */
typedef struct
{
  gboolean (*add_row) (CwConcordanceWriter *self, const CwConcordanceRow *row, GError **error);
  gboolean (*finish) (CwConcordanceWriter *self, GError **error);
  void (*free) (CwConcordanceWriter *self);
} CwConcordanceWriterClass;

/**
 * CwConcordanceWriter:
 *
 * Writes the table of correspondences as a file, a row at a time. A format's own struct begins with
 * it.
 */
struct _CwConcordanceWriter
{
  const CwConcordanceWriterClass *klass;
};

char *cw_concordance_head_get_title (const CwConcordanceHead *head);
char *cw_concordance_head_get_iri (const CwConcordanceHead *head);
char *cw_concordance_head_get_pair_iri (const CwConcordanceHead *head, CwList *left, CwList *right);

gboolean cw_concordance_writer_add_row (CwConcordanceWriter *self,
                                        const CwConcordanceRow *row,
                                        GError **error);
gboolean cw_concordance_writer_finish (CwConcordanceWriter *self, GError **error);
void cw_concordance_writer_free (CwConcordanceWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConcordanceWriter, cw_concordance_writer_free)

G_END_DECLS
