/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/**
 * CwDocumentInfo:
 * @uuid: RFC 4122, names the document for ever, copies included
 * @title: what the user calls it
 * @notice: what a reader must know about its content; may be empty
 * @created: ISO 8601 in UTC
 */
typedef struct
{
  char *uuid;
  char *title;
  char *notice;
  char *created;
} CwDocumentInfo;

void cw_document_info_free (CwDocumentInfo *info);

gboolean cw_document_table_insert (CwConnection *connection,
                                   const char *title,
                                   const char *notice,
                                   const char *created,
                                   GError **error);
gboolean cw_document_table_insert_info (CwConnection *connection,
                                        const CwDocumentInfo *info,
                                        GError **error);
CwDocumentInfo *cw_document_table_load (CwConnection *connection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocumentInfo, cw_document_info_free)

G_END_DECLS
