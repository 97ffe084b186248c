/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/finding-mark.h"
#include "model/kept-filter.h"
#include "model/mapping.h"
#include "store/journal.h"
#include "workspace/edit.h"

G_BEGIN_DECLS

/* Does the edit within an open step. May rename self->step. Sets *changed where it did anything. */
typedef gboolean (*CwEditFunc) (CwEdit *self,
                                CwConnection *connection,
                                const CwJournalStamp *stamp,
                                gboolean *changed,
                                GError **error);

struct _CwEdit
{
  CwEditFunc func;
  CwStep *step;
  gint64 coding_id;   /* what it is done in; 0 for the agreed mapping */
  guint n_unreviewed; /* out: reviewed mappings that went back to proposed */

  /* What each kind of edit needs. */
  gint64 left_id;
  gint64 left_list_id;
  gint64 right_id;
  gint64 right_list_id;
  GArray *ids; /* gint64: lists of an absence, or mappings to delete */
  CwMapping *values;
  CwMappingFields fields;
  GPtrArray *mappings;
  char *text; /* a coding's name, or why something was settled so */
  CwFindingMark *mark;
  CwKeptFilter *kept;
  gpointer data; /* of an edit of a list */
  GDestroyNotify free_data;
};

CwEdit *_cw_edit_new (CwEditFunc func, CwStep *step);
gboolean _cw_edit_run (CwEdit *self,
                       CwConnection *connection,
                       const CwJournalStamp *stamp,
                       GArray *mapping_ids,
                       GError **error);

gboolean _cw_edit_insert_mapping (CwEdit *self,
                                  CwConnection *connection,
                                  CwMapping *mapping,
                                  const CwJournalStamp *stamp,
                                  GError **error);
gboolean _cw_edit_patch_mapping (CwEdit *self,
                                 CwConnection *connection,
                                 CwMapping *mapping,
                                 const CwMapping *values,
                                 CwMappingFields fields,
                                 const CwJournalStamp *stamp,
                                 gboolean *changed,
                                 GError **error);
gboolean _cw_edit_delete_absences (CwEdit *self, CwConnection *connection, GError **error);

G_END_DECLS
