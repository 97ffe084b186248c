/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list-draft.h"
#include "model/list-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lists as files. */

/**
 * CwListFileFormat:
 * @CW_LIST_FILE_JSON: the program's own; keeps everything
 * @CW_LIST_FILE_CSV: the items alone, for spreadsheets
 * @CW_LIST_FILE_JSKOS: a JSKOS concept scheme
 */
typedef enum
{
  CW_LIST_FILE_JSON,
  CW_LIST_FILE_CSV,
  CW_LIST_FILE_JSKOS,
} CwListFileFormat;

#define CW_N_LIST_FILE_FORMATS 3

const char *cw_list_file_format_to_key (CwListFileFormat format);
gboolean cw_list_file_format_from_key (const char *key, CwListFileFormat *format);
const char *cw_list_file_format_get_name (CwListFileFormat format);
char *cw_list_file_suggest_name (CwList *list, CwListFileFormat format);

gboolean
cw_list_file_write (CwList *list, CwListFileFormat format, GOutputStream *stream, GError **error);
gboolean cw_list_file_save (CwList *list, CwListFileFormat format, GFile *file, GError **error);

/**
 * CwListImport:
 *
 * A file that is to become a list. A table asks which column holds what; any may lack parts of the
 * card.
 */
typedef struct _CwListImport CwListImport;

CwListImport *cw_list_import_open (GFile *file, const char *official_language, GError **error);
void cw_list_import_free (CwListImport *self);
CwListFileFormat cw_list_import_get_format (CwListImport *self);
CwListCard *cw_list_import_get_card (CwListImport *self);

guint cw_list_import_get_n_columns (CwListImport *self);
const char *cw_list_import_get_heading (CwListImport *self, guint column);
const char *cw_list_import_get_sample (CwListImport *self, guint column);
CwListPlan *cw_list_import_get_plan (CwListImport *self);

CwListDraft *cw_list_import_read (CwListImport *self, GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListImport, cw_list_import_free)

G_END_DECLS
