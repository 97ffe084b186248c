/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-import-private.h"

/* How what a file says takes the place of what the document says. */

gboolean
_cw_import_is_same_pair (const CwMapping *mine, const CwMapping *theirs)
{
  return (mine->subject_id == theirs->subject_id && mine->object_id == theirs->object_id &&
          mine->object_list_id == theirs->object_list_id) ||
         (mine->subject_id == theirs->object_id && mine->object_id == theirs->subject_id);
}

void
_cw_import_take_fields (CwMapping *mine, const CwMapping *theirs, guint fields)
{
  cw_mapping_patch (mine, theirs, fields & (CW_RECORD_ORCID - 1));
}

/* What a person does not edit is taken over word for word: it says who did what when. */
void
_cw_import_take_stamps (CwMapping *mine, const CwMapping *theirs, guint fields)
{
  for (guint i = 0; i < CW_N_RECORD_TEXTS; i++)
    {
      const CwRecordText *text = cw_record_text_get (i);

      if (text->field >= CW_RECORD_ORCID && (fields & text->field))
        cw_mapping_set_text (&CW_RECORD_TEXT (mine, text), CW_RECORD_TEXT (theirs, text));
    }
}
