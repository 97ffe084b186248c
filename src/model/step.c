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
};

typedef struct
{
  const char *undo;
  const char *redo;
} Names;

/* Translators: menu items and tooltips; %1$s and %2$s are the codes of two items, such as 2.2 and
 * 14.6. In “no counterpart” %2$s is the short name of a list. */
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
};

typedef struct
{
  const char *pair;
  const char *bulk;
} DoneNames;

/* Translators: in the history, what was done; %1$s and %2$s are the codes of two items, such as 2.2
 * and 14.6. In “no counterpart” and “reason” %2$s is the short name of a list. The second of each
 * is for a step that touched several mappings. */
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
