/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/mapping-record.h"
#include "workspace/document.h"
#include "workspace/import-items.h"

G_BEGIN_DECLS

/**
 * CwImportState:
 * @CW_IMPORT_NEW: the document says nothing of it yet
 * @CW_IMPORT_SAME: the document says the same
 * @CW_IMPORT_CHANGED: the same mapping, with other details
 * @CW_IMPORT_CONFLICTING: the document says something else of the same two items
 * @CW_IMPORT_REPEATED: it stands further up in the file already
 * @CW_IMPORT_UNKNOWN: an item or a list is not known, or not named clearly
 *
 * How a row of a file stands to the document. Two mappings are the same if their items, their
 * relation and whether it is denied are, which is what SSSOM's Mapping Sameness Identifier says;
 * whichever way round they are written.
 */
typedef enum
{
  CW_IMPORT_NEW,
  CW_IMPORT_SAME,
  CW_IMPORT_CHANGED,
  CW_IMPORT_CONFLICTING,
  CW_IMPORT_REPEATED,
  CW_IMPORT_UNKNOWN,
} CwImportState;

#define CW_N_IMPORT_STATES 6

/**
 * CwImportChoice:
 * @CW_IMPORT_KEEP_MINE: the document stays as it is
 * @CW_IMPORT_TAKE_THEIRS: what the file says takes the place of what the document says
 * @CW_IMPORT_KEEP_BOTH: both stand, as disputed
 *
 * What becomes of a row that is changed or conflicting.
 */
typedef enum
{
  CW_IMPORT_KEEP_MINE,
  CW_IMPORT_TAKE_THEIRS,
  CW_IMPORT_KEEP_BOTH,
} CwImportChoice;

#define CW_N_IMPORT_CHOICES 3

/**
 * CwImportEnd:
 * @match: what came of looking for the item
 * @item_id: the item, or 0
 * @list_id: where there is none, the list that has no counterpart, or 0
 * @new_item: the item that is made for it, or %CW_IMPORT_NOTHING
 * @new_list: the list that is made for it and has no counterpart, or %CW_IMPORT_NOTHING
 *
 * Which item a file means.
 */
typedef struct
{
  CwItemMatch match;
  gint64 item_id;
  gint64 list_id;
  int new_item;
  int new_list;
} CwImportEnd;

/**
 * CwImportRow:
 * @record: what the file says
 * @left: its left end
 * @right: its right end
 * @state: how it stands to the document
 * @choice: what becomes of it, where it is changed or conflicting
 * @left_out: whether the user does not want it
 * @mine: the mapping of the document that it differs from or is the same as, or 0
 * @differs: for %CW_IMPORT_CHANGED, in which fields of @record
 *
 * One row of an import.
 */
typedef struct
{
  CwMappingRecord *record;
  CwImportEnd left;
  CwImportEnd right;
  CwImportState state;
  CwImportChoice choice;
  gboolean left_out;
  gint64 mine;
  guint differs;
} CwImportRow;

/**
 * CwImportOutcome:
 * @added: mappings that are made
 * @changed: mappings of the document that are replaced
 * @disputed: mappings that are made beside one of the document, both disputed
 * @same: rows that the document says already
 * @items: items that are made
 * @out: rows that stay out: not clear, said before, not wanted, or kept as the document has them
 *
 * What will come of the rows of an import.
 */
typedef struct
{
  guint added;
  guint changed;
  guint disputed;
  guint same;
  guint items;
  guint out;
} CwImportOutcome;

/**
 * CwMappingImport:
 *
 * Mappings of a file, on their way into a document.
 */
typedef struct _CwMappingImport CwMappingImport;

CwMappingImport *cw_mapping_import_new (CwDocument *document,
                                        const char *file,
                                        gint64 coding_id,
                                        GPtrArray *left,
                                        GPtrArray *right,
                                        gboolean make_items);
CwMappingImport *cw_mapping_import_ref (CwMappingImport *self);
void cw_mapping_import_unref (CwMappingImport *self);
const CwRecordSink *cw_mapping_import_get_sink (CwMappingImport *self);

void cw_mapping_import_compare_async (CwMappingImport *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
cw_mapping_import_compare_finish (CwMappingImport *self, GAsyncResult *result, GError **error);
gboolean cw_mapping_import_compare (CwMappingImport *self, GError **error);

guint cw_mapping_import_get_n_rows (CwMappingImport *self);
const CwImportRow *cw_mapping_import_get_row (CwMappingImport *self, guint index);
GPtrArray *cw_mapping_import_get_problems (CwMappingImport *self);
CwImportItems *cw_mapping_import_get_items (CwMappingImport *self);
guint cw_mapping_import_count (CwMappingImport *self, CwImportState state);
guint cw_mapping_import_count_wanted (CwMappingImport *self);
void cw_mapping_import_count_outcome (CwMappingImport *self, CwImportOutcome *outcome);

void cw_mapping_import_choose (CwMappingImport *self, guint index, CwImportChoice choice);
void cw_mapping_import_choose_all (CwMappingImport *self, CwImportChoice choice);
void cw_mapping_import_leave_out (CwMappingImport *self, guint index, gboolean left_out);
void cw_mapping_import_copy_choices (CwMappingImport *self, CwMappingImport *from);

CwEdit *cw_edit_new_import (CwMappingImport *import);

const char *cw_import_state_to_key (CwImportState state);
const char *cw_import_choice_to_key (CwImportChoice choice);
gboolean cw_import_choice_from_key (const char *key, CwImportChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingImport, cw_mapping_import_unref)

G_END_DECLS
