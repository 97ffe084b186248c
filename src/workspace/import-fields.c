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

static void
take_text (char **field, const char *text, gboolean given)
{
  if (given)
    cw_mapping_set_text (field, text);
}

/* What a person does not edit is taken over word for word: it says who did what when. */
void
_cw_import_take_stamps (CwMapping *mine, const CwMapping *theirs, guint fields)
{
  take_text (&mine->author_orcid, theirs->author_orcid, fields & CW_RECORD_ORCID);
  take_text (&mine->created, theirs->created, fields & CW_RECORD_CREATED);
  take_text (&mine->modified, theirs->modified, fields & CW_RECORD_MODIFIED);
  take_text (&mine->reviewer, theirs->reviewer, fields & CW_RECORD_REVIEWER);
  take_text (&mine->reviewed, theirs->reviewed, fields & CW_RECORD_REVIEWED);
}
