/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/document-content.h"
#include "store/connection.h"

G_BEGIN_DECLS

CwDocumentContent *cw_document_content_load (CwConnection *connection, GError **error);

gboolean
cw_document_content_insert (CwConnection *connection, CwDocumentContent *content, GError **error);
gboolean cw_document_content_insert_rest (CwConnection *connection,
                                          const CwDocumentContent *content,
                                          GError **error);

G_END_DECLS
