/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/document-content.h"
#include "model/mapping.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The file of a whole document, as data/document.md describes it. */

#define CW_DOCUMENT_JSON_FORMAT "crosswalk-document"
#define CW_DOCUMENT_JSON_VERSION 1

/**
 * CwDocumentJsonWriter:
 *
 * Writes a document's content, and then its mappings one by one.
 */
typedef struct _CwDocumentJsonWriter CwDocumentJsonWriter;

CwDocumentJsonWriter *cw_document_json_writer_new (const CwDocumentContent *content,
                                                   GOutputStream *stream,
                                                   GCancellable *cancellable);
void cw_document_json_writer_free (CwDocumentJsonWriter *self);
gboolean cw_document_json_writer_begin (CwDocumentJsonWriter *self, GError **error);
gboolean
cw_document_json_writer_add (CwDocumentJsonWriter *self, const CwMapping *mapping, GError **error);
gboolean cw_document_json_writer_finish (CwDocumentJsonWriter *self, GError **error);

/**
 * CwDocumentJsonReader:
 *
 * Reads a document's content, and then, once its lists and codings have ids, what names them.
 */
typedef struct _CwDocumentJsonReader CwDocumentJsonReader;

/**
 * CwDocumentJsonTaker:
 * @mapping: (transfer none): a mapping without id, to be changed as one likes
 * @user_data: as given
 * @error: return location
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CwDocumentJsonTaker) (CwMapping *mapping, gpointer user_data, GError **error);

CwDocumentJsonReader *
cw_document_json_reader_new (const char *data, gsize length, const char *name, GError **error);
void cw_document_json_reader_free (CwDocumentJsonReader *self);
CwDocumentContent *cw_document_json_reader_read (CwDocumentJsonReader *self, GError **error);
gboolean cw_document_json_reader_read_rest (CwDocumentJsonReader *self,
                                            CwDocumentContent *content,
                                            GError **error);
gboolean cw_document_json_reader_visit (CwDocumentJsonReader *self,
                                        const CwDocumentContent *content,
                                        CwDocumentJsonTaker taker,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocumentJsonWriter, cw_document_json_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocumentJsonReader, cw_document_json_reader_free)

G_END_DECLS
