/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwOpenDocument:
 *
 * A document that g_autoptr() closes before it lets go of it: its threads have ended by then.
 */
typedef CwDocument CwOpenDocument;

CwOpenDocument *cw_document_source_open (const char *path);
CwOpenDocument *cw_document_source_open_to_write (const char *path);
void cw_document_source_close (CwOpenDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwOpenDocument, cw_document_source_close)

G_END_DECLS
