/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/* The whole document as a file of the program's own JSON, for version control; see
 * data/document.md. */

void cw_document_export_json_async (CwDocument *self,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean cw_document_export_json_finish (CwDocument *self, GAsyncResult *result, GError **error);
gboolean
cw_document_export_json (CwDocument *self, GFile *file, GCancellable *cancellable, GError **error);
gboolean
cw_document_export_json_to_stream (CwDocument *self, GOutputStream *stream, GError **error);

/**
 * CwJsonImport:
 * @CW_JSON_IMPORT_NEW: nothing may stand where the document goes
 * @CW_JSON_IMPORT_REPLACE: a file that stands there is replaced, once the document is whole
 *
 * Whether an import may replace a file.
 */
typedef enum
{
  CW_JSON_IMPORT_NEW,
  CW_JSON_IMPORT_REPLACE,
} CwJsonImport;

gboolean cw_document_import_json (GFile *json,
                                  const char *path,
                                  CwJsonImport manner,
                                  const char *title,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean cw_document_import_json_bytes (GBytes *json,
                                        const char *name,
                                        const char *path,
                                        CwJsonImport manner,
                                        const char *title,
                                        GCancellable *cancellable,
                                        GError **error);
void cw_document_import_json_async (GFile *json,
                                    const char *path,
                                    CwJsonImport manner,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean cw_document_import_json_finish (GAsyncResult *result, GError **error);

G_END_DECLS
