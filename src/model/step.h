/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CW_TYPE_STEP (cw_step_get_type ())

/**
 * CwStepKind:
 * @CW_STEP_LINK: two items were linked
 * @CW_STEP_RELATE: the relation of a mapping was changed
 * @CW_STEP_ABSENCE: no counterpart was recorded
 * @CW_STEP_DELETE: mappings were deleted
 * @CW_STEP_CONFIDENCE: a confidence was changed
 * @CW_STEP_STATUS: a status was changed
 * @CW_STEP_RATIONALE: a rationale was changed
 * @CW_STEP_NOTE: a note was changed
 * @CW_STEP_EVIDENCE: evidence was changed
 * @CW_STEP_REASON: the reason of an absence was changed
 * @CW_STEP_AUTHOR: an author was changed
 * @CW_STEP_SWAP: mappings were turned round
 * @CW_STEP_DUPLICATE: mappings were duplicated
 * @CW_STEP_CODING: a coding was begun
 * @CW_STEP_CODING_NAME: a coding got another name
 * @CW_STEP_CODING_DONE: a coding was finished
 * @CW_STEP_CODING_REOPEN: a coding was taken up again
 * @CW_STEP_CODING_DELETE: a coding was deleted with its judgements
 * @CW_STEP_SETTLE: a disagreement between codings was settled
 * @CW_STEP_MARK: a finding of the checks was marked as intended
 * @CW_STEP_UNMARK: that mark was taken away
 * @CW_STEP_KEEP_FILTER: a filter of the table was given a name
 * @CW_STEP_DROP_FILTER: such a filter was deleted
 *
 * What a step did, so that undo can name it in the user's language.
 */
typedef enum
{
  CW_STEP_LINK,
  CW_STEP_RELATE,
  CW_STEP_ABSENCE,
  CW_STEP_DELETE,
  CW_STEP_CONFIDENCE,
  CW_STEP_STATUS,
  CW_STEP_RATIONALE,
  CW_STEP_NOTE,
  CW_STEP_EVIDENCE,
  CW_STEP_REASON,
  CW_STEP_AUTHOR,
  CW_STEP_SWAP,
  CW_STEP_DUPLICATE,
  CW_STEP_CODING,
  CW_STEP_CODING_NAME,
  CW_STEP_CODING_DONE,
  CW_STEP_CODING_REOPEN,
  CW_STEP_CODING_DELETE,
  CW_STEP_SETTLE,
  CW_STEP_MARK,
  CW_STEP_UNMARK,
  CW_STEP_KEEP_FILTER,
  CW_STEP_DROP_FILTER,
} CwStepKind;

#define CW_N_STEP_KINDS 23

/**
 * CwStep:
 * @kind: what it did
 * @subject: (nullable): code of the item it was about, where there is one
 * @object: (nullable): code of the item or short name of the list on the other side
 * @n_rows: how many mappings it touched
 *
 * The name of an undoable step.
 */
typedef struct
{
  CwStepKind kind;
  char *subject;
  char *object;
  guint n_rows;
} CwStep;

GType cw_step_get_type (void);

CwStep *cw_step_new (CwStepKind kind, const char *subject, const char *object, guint n_rows);
CwStep *cw_step_copy (const CwStep *self);
void cw_step_free (CwStep *self);

const char *cw_step_kind_to_key (CwStepKind kind);
gboolean cw_step_kind_from_key (const char *key, CwStepKind *kind);
char *cw_step_format_undo (const CwStep *self);
char *cw_step_format_redo (const CwStep *self);
char *cw_step_format_done (const CwStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwStep, cw_step_free)

G_END_DECLS
