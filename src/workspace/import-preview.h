/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-import.h"
#include "workspace/mapping-source.h"

G_BEGIN_DECLS

/**
 * CwImportSetup:
 * @file: (nullable): what is read
 * @bytes: (nullable): where there is no file, such as the text of the clipboard
 * @name: what @bytes are called, for messages
 * @has_format: whether @format is known, instead of being found out
 * @format: the format
 * @manner: how strictly it is read
 * @encoding: (nullable): of a table's text; %NULL to find it out
 * @separator: between a table's cells; NUL to find it out
 * @sheet: (nullable): of a workbook; %NULL for the first
 * @plan: (nullable): what a table's columns hold; %NULL to find it out
 * @left: (element-type CwList): the lists on the left, where the file does not say
 * @right: (element-type CwList): the lists on the right, likewise
 * @make_items: whether items that no list has are made
 * @coding_id: the coding that it goes into, 0 for the agreed mapping
 *
 * What is to be imported, and what a person has said of it.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *name;
  gboolean has_format;
  CwSourceFormat format;
  CwReadManner manner;
  char *encoding;
  char separator;
  char *sheet;
  CwMappingPlan *plan;
  GPtrArray *left;
  GPtrArray *right;
  gboolean make_items;
  gint64 coding_id;
} CwImportSetup;

CwImportSetup *cw_import_setup_new_for_file (GFile *file);
CwImportSetup *cw_import_setup_new_for_text (const char *text, const char *name);
CwImportSetup *cw_import_setup_copy (const CwImportSetup *self);
void cw_import_setup_free (CwImportSetup *self);
const char *const *cw_import_setup_list_encodings (void);

/**
 * CwImportPreview:
 * @format: what the file is
 * @encoding: (nullable): of a table's text
 * @separator: between its cells, or NUL
 * @sheets: (nullable) (array zero-terminated=1): a workbook's sheets
 * @sheet: (nullable): the one that is read
 * @plan: (nullable): what a table's columns hold
 * @headings: (nullable) (array zero-terminated=1): what stands above each column; may be empty
 * @samples: (nullable) (array zero-terminated=1): the first that stands in each column
 * @import: its mappings, compared with those of the document; with an error only what was found wrong
 *   before
 * @error: (nullable): why it cannot be read, with the place
 *
 * What would come of an import.
 */
typedef struct
{
  CwSourceFormat format;
  char *encoding;
  char separator;
  char **sheets;
  char *sheet;
  CwMappingPlan *plan;
  char **headings;
  char **samples;
  CwMappingImport *import;
  GError *error;
} CwImportPreview;

void cw_import_preview_free (CwImportPreview *self);

void cw_document_preview_import_async (CwDocument *self,
                                       const CwImportSetup *setup,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
CwImportPreview *
cw_document_preview_import_finish (CwDocument *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwImportSetup, cw_import_setup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwImportPreview, cw_import_preview_free)

G_END_DECLS
