/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "cli/reading.h"
#include "workspace/mapping-import.h"

G_BEGIN_DECLS

/* A file with mappings, read for a document. */

CwMappingImport *cw_incoming_read (CwDocument *document,
                                   const char *path,
                                   const CwReading *reading,
                                   gint64 coding_id,
                                   gboolean make_items,
                                   CwExit *status);
CwMappingImport *cw_incoming_read_source (CwDocument *document,
                                          CwMappingSource *source,
                                          const CwReading *reading,
                                          gint64 coding_id,
                                          gboolean make_items,
                                          CwExit *status);
gboolean cw_incoming_parse_choice (const char *text, CwImportChoice *choice);
void cw_incoming_tell_problems (CwMappingImport *import);
gboolean cw_incoming_has_errors (CwMappingImport *import);
char *cw_incoming_format_counts (CwMappingImport *import, const char *file);

G_END_DECLS
