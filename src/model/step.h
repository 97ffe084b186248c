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
 * @CW_STEP_LIST_NEW: a list was begun
 * @CW_STEP_LIST_IMPORT: a list was imported
 * @CW_STEP_LIST_CARD: a list's card was changed
 * @CW_STEP_LIST_DELETE: a list was deleted
 * @CW_STEP_LIST_RENUMBER: a list's items were numbered anew
 * @CW_STEP_LIST_CORRECT: a shipped list was corrected
 * @CW_STEP_LIST_DECLINE: a correction of a shipped list was not wanted
 * @CW_STEP_ITEM_ADD: an item was added
 * @CW_STEP_ITEM_CODE: an item's code was changed
 * @CW_STEP_ITEM_LABEL: an item's labels were changed
 * @CW_STEP_ITEM_NOTE: an item's note was changed
 * @CW_STEP_ITEM_CHECK: it was changed whether an item's wording was checked
 * @CW_STEP_ITEM_MOVE: an item was moved
 * @CW_STEP_ITEM_DELETE: items were deleted
 * @CW_STEP_ITEM_MERGE: an item was merged into another
 * @CW_STEP_ITEM_SPLIT: an item was split
 * @CW_STEP_IMPORT: mappings of a file were taken over
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
  CW_STEP_LIST_NEW,
  CW_STEP_LIST_IMPORT,
  CW_STEP_LIST_CARD,
  CW_STEP_LIST_DELETE,
  CW_STEP_LIST_RENUMBER,
  CW_STEP_LIST_CORRECT,
  CW_STEP_LIST_DECLINE,
  CW_STEP_ITEM_ADD,
  CW_STEP_ITEM_CODE,
  CW_STEP_ITEM_LABEL,
  CW_STEP_ITEM_NOTE,
  CW_STEP_ITEM_CHECK,
  CW_STEP_ITEM_MOVE,
  CW_STEP_ITEM_DELETE,
  CW_STEP_ITEM_MERGE,
  CW_STEP_ITEM_SPLIT,
  CW_STEP_IMPORT,
} CwStepKind;

#define CW_N_STEP_KINDS 40

/**
 * CwStep:
 * @kind: what it did
 * @subject: (nullable): code of the item it was about, where there is one; short name of the list,
 *   where it was about a list
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
