/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/mapping-import.h"

G_BEGIN_DECLS

struct _CwMappingImport
{
  CwDocument *document;
  char *file;
  gint64 coding_id;
  GPtrArray *left; /* CwList, where the file does not say */
  GPtrArray *right;
  gboolean make_items;

  CwRecordSink sink;
  GPtrArray *rows;       /* CwImportRow */
  GPtrArray *problems;   /* CwProblem */
  guint n_read_problems; /* those of the reader come first */
  CwImportItems *items;  /* what is to be made */
  guint counts[CW_N_IMPORT_STATES];
};

void _cw_mapping_import_find_items (CwMappingImport *self, CwListSet *lists);
gboolean
_cw_mapping_import_find_states (CwMappingImport *self, CwConnection *connection, GError **error);

/* Whether a row will change the document. */
gboolean _cw_import_row_is_wanted (const CwImportRow *row);
/* Says to the items which of them such rows need. */
void _cw_mapping_import_want_items (CwMappingImport *self);

/* The mapping that a row says, with the ids that are known, read from the left unless it was made
 * from the right. */
CwMapping *_cw_import_row_make_mapping (CwMappingImport *self, const CwImportRow *row);

/* What a file says of the same two items takes the place of what the document says. Both are read
 * from the same side; the stamps are those fields that a person does not edit. */
gboolean _cw_import_is_same_pair (const CwMapping *mine, const CwMapping *theirs);
void _cw_import_take_fields (CwMapping *mine, const CwMapping *theirs, guint fields);
void _cw_import_take_stamps (CwMapping *mine, const CwMapping *theirs, guint fields);

G_END_DECLS
