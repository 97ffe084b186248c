/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/checks.h"

#include "store/finding-mark-table.h"
#include "workspace/edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A step about two items is called after them. */
static CwStep *
make_step (CwStepKind kind, const CwFinding *finding, CwDocument *document)
{
  const CwLink *link = &g_array_index (finding->links, CwLink, 0);
  const CwItem *subject = cw_document_get_item (document, link->subject_id);
  const CwItem *object = cw_document_get_item (document, link->object_id);

  return cw_step_new (kind, subject != NULL ? subject->code : NULL,
                      object != NULL ? object->code : NULL, 1);
}

static gboolean
run_mark (CwEdit *self,
          CwConnection *connection,
          const CwJournalStamp *stamp,
          gboolean *changed,
          GError **error)
{
  const CwFindingMark mark = { self->mark->rule, self->mark->fingerprint, self->mark->reason,
                               (char *) stamp->author, (char *) stamp->time };

  if (*self->mark->reason == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("Say why the finding is intended"));
      return FALSE;
    }

  return cw_finding_mark_table_insert (connection, &mark, changed, error);
}

/**
 * cw_edit_new_mark_finding:
 * @finding: a finding
 * @document: the document it was found in
 * @reason: why it is intended, in words; without any the edit fails
 *
 * Marks a finding as intended, for as long as it stays the same.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_mark_finding (const CwFinding *finding, CwDocument *document, const char *reason)
{
  CwEdit *self = _cw_edit_new (run_mark, make_step (CW_STEP_MARK, finding, document));
  g_autofree char *stripped = g_strstrip (g_strdup (reason));

  self->mark = cw_finding_mark_new (cw_check_rule_to_key (finding->rule), finding->fingerprint,
                                    stripped, "", "");

  return self;
}

static gboolean
run_unmark (CwEdit *self,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  return cw_finding_mark_table_delete (connection, self->mark->rule, self->mark->fingerprint,
                                       changed, error);
}

/**
 * cw_edit_new_unmark_finding:
 * @finding: a finding
 * @document: the document it was found in
 *
 * Takes away that a finding is intended.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_unmark_finding (const CwFinding *finding, CwDocument *document)
{
  CwEdit *self = _cw_edit_new (run_unmark, make_step (CW_STEP_UNMARK, finding, document));

  self->mark =
    cw_finding_mark_new (cw_check_rule_to_key (finding->rule), finding->fingerprint, "", "", "");

  return self;
}
