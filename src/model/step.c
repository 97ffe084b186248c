/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/step.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (CwStep, cw_step, cw_step_copy, cw_step_free)

static const char *const keys[CW_N_STEP_KINDS] = {
  [CW_STEP_LINK] = "link",
  [CW_STEP_RELATE] = "relate",
  [CW_STEP_ABSENCE] = "absence",
  [CW_STEP_DELETE] = "delete",
  [CW_STEP_CONFIDENCE] = "confidence",
  [CW_STEP_STATUS] = "status",
  [CW_STEP_RATIONALE] = "rationale",
  [CW_STEP_NOTE] = "note",
  [CW_STEP_EVIDENCE] = "evidence",
  [CW_STEP_REASON] = "reason",
  [CW_STEP_AUTHOR] = "author",
  [CW_STEP_SWAP] = "swap",
  [CW_STEP_DUPLICATE] = "duplicate",
  [CW_STEP_CODING] = "coding",
  [CW_STEP_CODING_NAME] = "coding-name",
  [CW_STEP_CODING_DONE] = "coding-done",
  [CW_STEP_CODING_REOPEN] = "coding-reopen",
  [CW_STEP_CODING_DELETE] = "coding-delete",
  [CW_STEP_SETTLE] = "settle",
  [CW_STEP_MARK] = "mark",
  [CW_STEP_UNMARK] = "unmark",
  [CW_STEP_KEEP_FILTER] = "keep-filter",
  [CW_STEP_DROP_FILTER] = "drop-filter",
  [CW_STEP_LIST_NEW] = "list-new",
  [CW_STEP_LIST_IMPORT] = "list-import",
  [CW_STEP_LIST_CARD] = "list-card",
  [CW_STEP_LIST_DELETE] = "list-delete",
  [CW_STEP_LIST_RENUMBER] = "list-renumber",
  [CW_STEP_LIST_CORRECT] = "list-correct",
  [CW_STEP_LIST_DECLINE] = "list-decline",
  [CW_STEP_ITEM_ADD] = "item-add",
  [CW_STEP_ITEM_CODE] = "item-code",
  [CW_STEP_ITEM_LABEL] = "item-label",
  [CW_STEP_ITEM_NOTE] = "item-note",
  [CW_STEP_ITEM_CHECK] = "item-check",
  [CW_STEP_ITEM_MOVE] = "item-move",
  [CW_STEP_ITEM_DELETE] = "item-delete",
  [CW_STEP_ITEM_MERGE] = "item-merge",
  [CW_STEP_ITEM_SPLIT] = "item-split",
  [CW_STEP_IMPORT] = "import",
};

typedef struct
{
  const char *undo;
  const char *redo;
} Names;

/* Translators: menu items and tooltips; %1$s and %2$s are the codes of two items, such as 2.2 and
 * 14.6. In “no counterpart” and in what is about an item of a list, %2$s is the short name of a list;
 * in what is about a list alone, %1$s. */
static const Names pair_names[CW_N_STEP_KINDS] = {
  [CW_STEP_LINK] = { N_ ("Undo link %1$s to %2$s"), N_ ("Redo link %1$s to %2$s") },
  [CW_STEP_RELATE] = { N_ ("Undo change of relation of %1$s to %2$s"),
                       N_ ("Redo change of relation of %1$s to %2$s") },
  [CW_STEP_ABSENCE] = { N_ ("Undo no counterpart of %1$s in %2$s"),
                        N_ ("Redo no counterpart of %1$s in %2$s") },
  [CW_STEP_DELETE] = { N_ ("Undo delete %1$s to %2$s"), N_ ("Redo delete %1$s to %2$s") },
  [CW_STEP_CONFIDENCE] = { N_ ("Undo change of confidence of %1$s to %2$s"),
                           N_ ("Redo change of confidence of %1$s to %2$s") },
  [CW_STEP_STATUS] = { N_ ("Undo change of status of %1$s to %2$s"),
                       N_ ("Redo change of status of %1$s to %2$s") },
  [CW_STEP_RATIONALE] = { N_ ("Undo change of rationale of %1$s to %2$s"),
                          N_ ("Redo change of rationale of %1$s to %2$s") },
  [CW_STEP_NOTE] = { N_ ("Undo change of notes of %1$s to %2$s"),
                     N_ ("Redo change of notes of %1$s to %2$s") },
  [CW_STEP_EVIDENCE] = { N_ ("Undo change of evidence of %1$s to %2$s"),
                         N_ ("Redo change of evidence of %1$s to %2$s") },
  [CW_STEP_REASON] = { N_ ("Undo change of reason of %1$s in %2$s"),
                       N_ ("Redo change of reason of %1$s in %2$s") },
  [CW_STEP_AUTHOR] = { N_ ("Undo change of author of %1$s to %2$s"),
                       N_ ("Redo change of author of %1$s to %2$s") },
  [CW_STEP_SWAP] = { N_ ("Undo swap %1$s and %2$s"), N_ ("Redo swap %1$s and %2$s") },
  [CW_STEP_DUPLICATE] = { N_ ("Undo duplicate %1$s to %2$s"), N_ ("Redo duplicate %1$s to %2$s") },
  [CW_STEP_SETTLE] = { N_ ("Undo settle %1$s and %2$s"), N_ ("Redo settle %1$s and %2$s") },
  [CW_STEP_MARK] = { N_ ("Undo mark of %1$s and %2$s as intended"),
                     N_ ("Redo mark of %1$s and %2$s as intended") },
  [CW_STEP_UNMARK] = { N_ ("Undo removal of the mark of %1$s and %2$s"),
                       N_ ("Redo removal of the mark of %1$s and %2$s") },
  [CW_STEP_LIST_NEW] = { N_ ("Undo new list %1$s"), N_ ("Redo new list %1$s") },
  [CW_STEP_LIST_IMPORT] = { N_ ("Undo import of list %1$s"), N_ ("Redo import of list %1$s") },
  [CW_STEP_LIST_CARD] = { N_ ("Undo change of the card of %1$s"),
                          N_ ("Redo change of the card of %1$s") },
  [CW_STEP_LIST_DELETE] = { N_ ("Undo delete list %1$s"), N_ ("Redo delete list %1$s") },
  [CW_STEP_LIST_RENUMBER] = { N_ ("Undo numbering of %1$s"), N_ ("Redo numbering of %1$s") },
  [CW_STEP_LIST_CORRECT] = { N_ ("Undo correction of %1$s"), N_ ("Redo correction of %1$s") },
  [CW_STEP_LIST_DECLINE] = { N_ ("Undo keep %1$s as it is"), N_ ("Redo keep %1$s as it is") },
  [CW_STEP_ITEM_ADD] = { N_ ("Undo add item %1$s to %2$s"), N_ ("Redo add item %1$s to %2$s") },
  [CW_STEP_ITEM_CODE] = { N_ ("Undo change of code %1$s in %2$s"),
                          N_ ("Redo change of code %1$s in %2$s") },
  [CW_STEP_ITEM_LABEL] = { N_ ("Undo change of labels of %1$s in %2$s"),
                           N_ ("Redo change of labels of %1$s in %2$s") },
  [CW_STEP_ITEM_NOTE] = { N_ ("Undo change of note on %1$s in %2$s"),
                          N_ ("Redo change of note on %1$s in %2$s") },
  [CW_STEP_ITEM_CHECK] = { N_ ("Undo change of checking of %1$s in %2$s"),
                           N_ ("Redo change of checking of %1$s in %2$s") },
  [CW_STEP_ITEM_MOVE] = { N_ ("Undo move %1$s in %2$s"), N_ ("Redo move %1$s in %2$s") },
  [CW_STEP_ITEM_DELETE] = { N_ ("Undo delete item %1$s of %2$s"),
                            N_ ("Redo delete item %1$s of %2$s") },
  [CW_STEP_ITEM_MERGE] = { N_ ("Undo merge %1$s into %2$s"), N_ ("Redo merge %1$s into %2$s") },
  [CW_STEP_ITEM_SPLIT] = { N_ ("Undo split %1$s of %2$s"), N_ ("Redo split %1$s of %2$s") },
};

/* Translators: menu items and tooltips for a step that touched several mappings, or none */
static const Names bulk_names[CW_N_STEP_KINDS] = {
  [CW_STEP_LINK] = { N_ ("Undo link items"), N_ ("Redo link items") },
  [CW_STEP_RELATE] = { N_ ("Undo change of relations"), N_ ("Redo change of relations") },
  [CW_STEP_ABSENCE] = { N_ ("Undo no counterpart"), N_ ("Redo no counterpart") },
  [CW_STEP_DELETE] = { N_ ("Undo delete mappings"), N_ ("Redo delete mappings") },
  [CW_STEP_CONFIDENCE] = { N_ ("Undo change of confidence"), N_ ("Redo change of confidence") },
  [CW_STEP_STATUS] = { N_ ("Undo change of status"), N_ ("Redo change of status") },
  [CW_STEP_RATIONALE] = { N_ ("Undo change of rationales"), N_ ("Redo change of rationales") },
  [CW_STEP_NOTE] = { N_ ("Undo change of notes"), N_ ("Redo change of notes") },
  [CW_STEP_EVIDENCE] = { N_ ("Undo change of evidence"), N_ ("Redo change of evidence") },
  [CW_STEP_REASON] = { N_ ("Undo change of reasons"), N_ ("Redo change of reasons") },
  [CW_STEP_AUTHOR] = { N_ ("Undo change of authors"), N_ ("Redo change of authors") },
  [CW_STEP_SWAP] = { N_ ("Undo swap mappings"), N_ ("Redo swap mappings") },
  [CW_STEP_DUPLICATE] = { N_ ("Undo duplicate mappings"), N_ ("Redo duplicate mappings") },
  [CW_STEP_CODING] = { N_ ("Undo new coding"), N_ ("Redo new coding") },
  [CW_STEP_CODING_NAME] = { N_ ("Undo rename coding"), N_ ("Redo rename coding") },
  [CW_STEP_CODING_DONE] = { N_ ("Undo coding is done"), N_ ("Redo coding is done") },
  [CW_STEP_CODING_REOPEN] = { N_ ("Undo reopen coding"), N_ ("Redo reopen coding") },
  [CW_STEP_CODING_DELETE] = { N_ ("Undo delete coding"), N_ ("Redo delete coding") },
  [CW_STEP_SETTLE] = { N_ ("Undo settle disagreements"), N_ ("Redo settle disagreements") },
  [CW_STEP_MARK] = { N_ ("Undo mark of a finding as intended"),
                     N_ ("Redo mark of a finding as intended") },
  [CW_STEP_UNMARK] = { N_ ("Undo removal of the mark of a finding"),
                       N_ ("Redo removal of the mark of a finding") },
  [CW_STEP_KEEP_FILTER] = { N_ ("Undo keep filter"), N_ ("Redo keep filter") },
  [CW_STEP_DROP_FILTER] = { N_ ("Undo delete filter"), N_ ("Redo delete filter") },
  [CW_STEP_LIST_NEW] = { N_ ("Undo new list"), N_ ("Redo new list") },
  [CW_STEP_LIST_IMPORT] = { N_ ("Undo import of a list"), N_ ("Redo import of a list") },
  [CW_STEP_LIST_CARD] = { N_ ("Undo change of a list’s card"),
                          N_ ("Redo change of a list’s card") },
  [CW_STEP_LIST_DELETE] = { N_ ("Undo delete list"), N_ ("Redo delete list") },
  [CW_STEP_LIST_RENUMBER] = { N_ ("Undo numbering of items"), N_ ("Redo numbering of items") },
  [CW_STEP_LIST_CORRECT] = { N_ ("Undo correction of a list"), N_ ("Redo correction of a list") },
  [CW_STEP_LIST_DECLINE] = { N_ ("Undo keep a list as it is"), N_ ("Redo keep a list as it is") },
  [CW_STEP_ITEM_ADD] = { N_ ("Undo add items"), N_ ("Redo add items") },
  [CW_STEP_ITEM_CODE] = { N_ ("Undo change of codes"), N_ ("Redo change of codes") },
  [CW_STEP_ITEM_LABEL] = { N_ ("Undo change of labels"), N_ ("Redo change of labels") },
  [CW_STEP_ITEM_NOTE] = { N_ ("Undo change of notes on items"),
                          N_ ("Redo change of notes on items") },
  [CW_STEP_ITEM_CHECK] = { N_ ("Undo change of checking"), N_ ("Redo change of checking") },
  [CW_STEP_ITEM_MOVE] = { N_ ("Undo move items"), N_ ("Redo move items") },
  [CW_STEP_ITEM_DELETE] = { N_ ("Undo delete items"), N_ ("Redo delete items") },
  [CW_STEP_ITEM_MERGE] = { N_ ("Undo merge items"), N_ ("Redo merge items") },
  [CW_STEP_ITEM_SPLIT] = { N_ ("Undo split items"), N_ ("Redo split items") },
  [CW_STEP_IMPORT] = { N_ ("Undo import of mappings"), N_ ("Redo import of mappings") },
};

typedef struct
{
  const char *pair;
  const char *bulk;
} DoneNames;

/* Translators: in the history, what was done; %1$s and %2$s are the codes of two items, such as 2.2
 * and 14.6. In “no counterpart” and “reason”, and in what is about an item of a list, %2$s is
 * the short name of a list; in what is about a list alone, %1$s. The second of each is for a step that touched several mappings. */
static const DoneNames done_names[CW_N_STEP_KINDS] = {
  [CW_STEP_LINK] = { N_ ("Linked %1$s to %2$s"), N_ ("Linked items") },
  [CW_STEP_RELATE] = { N_ ("Changed the relation of %1$s to %2$s"), N_ ("Changed relations") },
  [CW_STEP_ABSENCE] = { N_ ("Found no counterpart of %1$s in %2$s"), N_ ("Found no counterpart") },
  [CW_STEP_DELETE] = { N_ ("Deleted %1$s to %2$s"), N_ ("Deleted mappings") },
  [CW_STEP_CONFIDENCE] = { N_ ("Changed the confidence of %1$s to %2$s"),
                           N_ ("Changed confidence") },
  [CW_STEP_STATUS] = { N_ ("Changed the status of %1$s to %2$s"), N_ ("Changed status") },
  [CW_STEP_RATIONALE] = { N_ ("Changed the rationale of %1$s to %2$s"), N_ ("Changed rationales") },
  [CW_STEP_NOTE] = { N_ ("Changed the notes of %1$s to %2$s"), N_ ("Changed notes") },
  [CW_STEP_EVIDENCE] = { N_ ("Changed the evidence of %1$s to %2$s"), N_ ("Changed evidence") },
  [CW_STEP_REASON] = { N_ ("Changed the reason of %1$s in %2$s"), N_ ("Changed reasons") },
  [CW_STEP_AUTHOR] = { N_ ("Changed the author of %1$s to %2$s"), N_ ("Changed authors") },
  [CW_STEP_SWAP] = { N_ ("Swapped %1$s and %2$s"), N_ ("Swapped mappings") },
  [CW_STEP_DUPLICATE] = { N_ ("Duplicated %1$s to %2$s"), N_ ("Duplicated mappings") },
  [CW_STEP_MARK] = { N_ ("Marked %1$s and %2$s as intended"), N_ ("Marked a finding as intended") },
  [CW_STEP_CODING] = { NULL, N_ ("Began a coding") },
  [CW_STEP_CODING_NAME] = { NULL, N_ ("Renamed a coding") },
  [CW_STEP_CODING_DONE] = { NULL, N_ ("Finished a coding") },
  [CW_STEP_CODING_REOPEN] = { NULL, N_ ("Reopened a coding") },
  [CW_STEP_CODING_DELETE] = { NULL, N_ ("Deleted a coding") },
  [CW_STEP_SETTLE] = { N_ ("Settled %1$s and %2$s"), N_ ("Settled disagreements") },
  [CW_STEP_UNMARK] = { N_ ("Took back the mark of %1$s and %2$s"),
                       N_ ("Took back the mark of a finding") },
  [CW_STEP_KEEP_FILTER] = { NULL, N_ ("Kept a filter") },
  [CW_STEP_DROP_FILTER] = { NULL, N_ ("Deleted a filter") },
  [CW_STEP_LIST_NEW] = { N_ ("Began list %1$s"), N_ ("Began a list") },
  [CW_STEP_LIST_IMPORT] = { N_ ("Imported list %1$s"), N_ ("Imported a list") },
  [CW_STEP_LIST_CARD] = { N_ ("Changed the card of %1$s"), N_ ("Changed a list’s card") },
  [CW_STEP_LIST_DELETE] = { N_ ("Deleted list %1$s"), N_ ("Deleted a list") },
  [CW_STEP_LIST_RENUMBER] = { N_ ("Numbered %1$s anew"), N_ ("Numbered items anew") },
  [CW_STEP_LIST_CORRECT] = { N_ ("Took the correction of %1$s"),
                             N_ ("Took the correction of a list") },
  [CW_STEP_LIST_DECLINE] = { N_ ("Kept %1$s as it is"), N_ ("Kept a list as it is") },
  [CW_STEP_ITEM_ADD] = { N_ ("Added item %1$s to %2$s"), N_ ("Added items") },
  [CW_STEP_ITEM_CODE] = { N_ ("Changed code %1$s in %2$s"), N_ ("Changed codes") },
  [CW_STEP_ITEM_LABEL] = { N_ ("Changed labels of %1$s in %2$s"), N_ ("Changed labels") },
  [CW_STEP_ITEM_NOTE] = { N_ ("Changed the note on %1$s in %2$s"), N_ ("Changed notes on items") },
  [CW_STEP_ITEM_CHECK] = { N_ ("Changed the checking of %1$s in %2$s"), N_ ("Changed checking") },
  [CW_STEP_ITEM_MOVE] = { N_ ("Moved %1$s in %2$s"), N_ ("Moved items") },
  [CW_STEP_ITEM_DELETE] = { N_ ("Deleted item %1$s of %2$s"), N_ ("Deleted items") },
  [CW_STEP_ITEM_MERGE] = { N_ ("Merged %1$s into %2$s"), N_ ("Merged items") },
  [CW_STEP_ITEM_SPLIT] = { N_ ("Split %1$s of %2$s"), N_ ("Split items") },
  [CW_STEP_IMPORT] = { NULL, N_ ("Imported mappings") },
};

/**
 * cw_step_new:
 * @kind: what it does
 * @subject: (nullable): code of the item it is about
 * @object: (nullable): code of the item or short name of the list on the other side
 * @n_rows: how many mappings it touches
 *
 * Returns: (transfer full): a step's name
 */
CwStep *
cw_step_new (CwStepKind kind, const char *subject, const char *object, guint n_rows)
{
  CwStep *self = g_new0 (CwStep, 1);

  self->kind = kind;
  self->subject = g_strdup (subject);
  self->object = g_strdup (object);
  self->n_rows = n_rows;

  return self;
}

/**
 * cw_step_copy:
 * @self: (nullable): a step's name
 *
 * Returns: (transfer full) (nullable): a copy
 */
CwStep *
cw_step_copy (const CwStep *self)
{
  if (self == NULL)
    return NULL;

  return cw_step_new (self->kind, self->subject, self->object, self->n_rows);
}

/**
 * cw_step_free:
 * @self: (nullable): a step's name
 */
void
cw_step_free (CwStep *self)
{
  if (self == NULL)
    return;

  g_free (self->subject);
  g_free (self->object);
  g_free (self);
}

/**
 * cw_step_kind_to_key:
 * @kind: what a step does
 *
 * Returns: (transfer none): the key in documents
 */
const char *
cw_step_kind_to_key (CwStepKind kind)
{
  g_return_val_if_fail (kind < CW_N_STEP_KINDS, NULL);

  return keys[kind];
}

/**
 * cw_step_kind_from_key:
 * @key: (nullable): a key such as "link"
 * @kind: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_step_kind_from_key (const char *key, CwStepKind *kind)
{
  guint index;

  if (!cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    return FALSE;

  *kind = index;
  return TRUE;
}

/* Those of a pair where the step is about one. */
static char *
format_name (const CwStep *self, const char *pair, const char *bulk)
{
  gboolean is_pair =
    self->subject != NULL && self->object != NULL && self->n_rows == 1 && pair != NULL;
  const char *format = g_dgettext (GETTEXT_PACKAGE, is_pair ? pair : bulk);

  if (!is_pair)
    return g_strdup (format);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, self->subject, self->object);
#pragma GCC diagnostic pop
}

/**
 * cw_step_format_undo:
 * @self: a step's name
 *
 * Returns: (transfer full): what undoing it is called, such as "Undo link 2.2 to 14.6"
 */
char *
cw_step_format_undo (const CwStep *self)
{
  return format_name (self, pair_names[self->kind].undo, bulk_names[self->kind].undo);
}

/**
 * cw_step_format_redo:
 * @self: a step's name
 *
 * Returns: (transfer full): what doing it again is called
 */
char *
cw_step_format_redo (const CwStep *self)
{
  return format_name (self, pair_names[self->kind].redo, bulk_names[self->kind].redo);
}

/**
 * cw_step_format_done:
 * @self: a step's name
 *
 * Returns: (transfer full): what was done, such as "Linked 2.2 to 14.6"
 */
char *
cw_step_format_done (const CwStep *self)
{
  return format_name (self, done_names[self->kind].pair, done_names[self->kind].bulk);
}
