/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/import-words.h"

#include "workspace/change-words.h"
#include "workspace/mapping-import-private.h"

#include <glib/gi18n-lib.h>

/* An import in words, for whoever decides about it. */

/* Translators: how a row of a file stands to what the document says */
static const char *const state_names[CW_N_IMPORT_STATES] = {
  [CW_IMPORT_NEW] = NC_ ("row of a file", "New"),
  [CW_IMPORT_SAME] = NC_ ("row of a file", "The same"),
  [CW_IMPORT_CHANGED] = NC_ ("row of a file", "Changed"),
  [CW_IMPORT_CONFLICTING] = NC_ ("row of a file", "Conflicting"),
  [CW_IMPORT_REPEATED] = NC_ ("row of a file", "Repeated"),
  [CW_IMPORT_UNKNOWN] = NC_ ("row of a file", "Unclear"),
};

static const char *const state_explanations[CW_N_IMPORT_STATES] = {
  [CW_IMPORT_NEW] = N_ ("The document says nothing of it yet"),
  [CW_IMPORT_SAME] = N_ ("The document says the same already"),
  [CW_IMPORT_CHANGED] = N_ ("The document has the same mapping with other details"),
  [CW_IMPORT_CONFLICTING] = N_ ("The document says something else of the same two items"),
  [CW_IMPORT_REPEATED] = N_ ("It stands further up in the file already"),
  [CW_IMPORT_UNKNOWN] = N_ ("It is not clear which item or list is meant"),
};

/* Translators: what becomes of a mapping that is here and in a file, and differs */
static const char *const choice_names[CW_N_IMPORT_CHOICES] = {
  [CW_IMPORT_KEEP_MINE] = NC_ ("what differs", "Keep mine"),
  [CW_IMPORT_TAKE_THEIRS] = NC_ ("what differs", "Take theirs"),
  [CW_IMPORT_KEEP_BOTH] = NC_ ("what differs", "Keep both as disputed"),
};

/**
 * cw_import_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_import_state_get_name (CwImportState state)
{
  g_return_val_if_fail (state < CW_N_IMPORT_STATES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "row of a file", state_names[state]);
}

/**
 * cw_import_state_get_explanation:
 * @state: a state
 *
 * Returns: (transfer none): what it means, in a sentence
 */
const char *
cw_import_state_get_explanation (CwImportState state)
{
  g_return_val_if_fail (state < CW_N_IMPORT_STATES, NULL);

  return _ (state_explanations[state]);
}

/**
 * cw_import_choice_get_name:
 * @choice: a choice
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_import_choice_get_name (CwImportChoice choice)
{
  g_return_val_if_fail (choice < CW_N_IMPORT_CHOICES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "what differs", choice_names[choice]);
}

static char *
join (const char *code, const char *label)
{
  if (*code == '\0' || *label == '\0')
    return g_strdup (*code != '\0' ? code : label);

  return g_strdup_printf ("%s %s", code, label);
}

static char *
name_item (const CwItem *item, const char *const *languages)
{
  const CwLabel *label = cw_item_choose_label (item, languages);

  return join (item->code, label != NULL ? label->text : "");
}

static char *
name_list (CwMappingImport *self,
           const CwRecordEnd *end,
           const CwImportEnd *found,
           const char *const *languages)
{
  CwList *list = cw_document_get_list_by_id (self->document, found->list_id);

  return g_strdup (list != NULL ? cw_list_get_short_title (list, languages) : end->list);
}

/* What nobody knows is called what the file calls it. */
static char *
name_unknown (const CwRecordEnd *end)
{
  g_autofree char *name = join (end->code, end->label);
  const char *list = end->list;

  if (*name == '\0')
    return g_strdup (*end->curie != '\0' ? end->curie : *end->iri != '\0' ? end->iri : list);

  return join (list, name);
}

/**
 * cw_mapping_import_name_end:
 * @self: an import that was compared
 * @index: a row
 * @right: which of its ends
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 *
 * Returns: (transfer full): code and label of the item, the list that has no counterpart, or what the
 *   file calls it where it is not known
 */
char *
cw_mapping_import_name_end (CwMappingImport *self,
                            guint index,
                            gboolean right,
                            const char *const *languages)
{
  const CwImportRow *row = cw_mapping_import_get_row (self, index);
  const CwRecordEnd *end = right ? &row->record->right : &row->record->left;
  const CwImportEnd *found = right ? &row->right : &row->left;
  const CwItem *item =
    found->item_id != 0 ? cw_document_get_item (self->document, found->item_id) : NULL;

  if (end->absent)
    return name_list (self, end, found, languages);
  if (item != NULL)
    return name_item (item, languages);
  if (found->new_item != CW_IMPORT_NOTHING)
    {
      g_autofree char *name = join (cw_import_items_get_code (self->items, found->new_item),
                                    cw_import_items_get_label (self->items, found->new_item));

      /* Translators: an item that no list has yet and that an import makes; %s is its code and name */
      return g_strdup_printf (_ ("%s (a new item)"), name);
    }

  return name_unknown (end);
}

/**
 * cw_mapping_import_get_phrase:
 * @self: an import
 * @index: a row
 *
 * Returns: (transfer none): its relation as what stands between the two names in a sentence
 */
const char *
cw_mapping_import_get_phrase (CwMappingImport *self, guint index)
{
  const CwMappingRecord *record = cw_mapping_import_get_row (self, index)->record;
  gboolean absent = record->left.absent || record->right.absent;

  return cw_relation_get_phrase (absent ? CW_RELATION_NONE : record->values->relation,
                                 record->values->negated);
}

/* The document's mapping, as it would be if the file's were taken. */
static CwMapping *
make_after (CwMappingImport *self, const CwImportRow *row, const CwMapping *mine)
{
  g_autoptr (CwMapping) theirs = _cw_import_row_make_mapping (self, row);
  CwMapping *after = cw_mapping_copy (mine);
  guint fields = row->state == CW_IMPORT_CHANGED
                   ? row->differs
                   : row->record->fields | CW_MAPPING_RELATION | CW_MAPPING_NEGATED;

  if (theirs->subject_id != mine->subject_id)
    cw_mapping_invert (theirs);
  _cw_import_take_fields (after, theirs, fields);
  _cw_import_take_stamps (after, theirs, fields);

  return after;
}

static void
shorten (char **text, guint max_length)
{
  g_autofree char *start = NULL;

  if (*text == NULL || max_length == 0 || g_utf8_strlen (*text, -1) <= (glong) max_length)
    return;

  start = g_utf8_substring (*text, 0, max_length);
  g_free (*text);
  *text = g_strconcat (start, "…", NULL);
}

static char *
format_fields (CwMappingImport *self,
               const CwImportRow *row,
               const CwMapping *mine,
               const char *const *languages,
               guint max_length)
{
  g_autoptr (CwMapping) after = make_after (self, row, mine);
  CwMappingChange change = { 0, mine->id, (CwMapping *) mine, after };
  g_autoptr (GPtrArray) fields = cw_mapping_change_list_fields (&change, self->document, languages);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      CwFieldChange *field = g_ptr_array_index (fields, i);
      g_autofree char *line = NULL;

      shorten (&field->before, max_length);
      shorten (&field->after, max_length);
      line = cw_field_change_format (field);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (fields->len == 0)
    g_string_append (text, _ ("Only the times at which it was made or changed"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cw_mapping_import_format_difference:
 * @self: an import that was compared
 * @index: a row that is changed or conflicting
 * @mine: the mapping of the document that it differs from
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 * @max_length: how many characters of what a field says; 0 for all
 *
 * Returns: (transfer full): in what it differs, a line each: what the document says → what the file
 *   says
 */
char *
cw_mapping_import_format_difference (CwMappingImport *self,
                                     guint index,
                                     const CwMapping *mine,
                                     const char *const *languages,
                                     guint max_length)
{
  const CwImportRow *row = cw_mapping_import_get_row (self, index);
  g_autoptr (CwMapping) theirs = _cw_import_row_make_mapping (self, row);
  CwMappingChange change = { 0, mine->id, (CwMapping *) mine, (CwMapping *) mine };
  g_autofree char *sentence = NULL;

  if (row->state == CW_IMPORT_CHANGED || _cw_import_is_same_pair (mine, theirs))
    return format_fields (self, row, mine, languages, max_length);

  sentence = cw_mapping_change_format (&change, self->document, languages);

  /* Translators: what the document says, where a file says that it is not so; %s is a sentence such as
   * “2.2 Robots is part of 7 Machines” */
  return g_strdup_printf (_ ("Here: %s"), sentence);
}

/* @sentence is (transfer full). */
static void
append_sentence (GString *text, guint n, char *sentence)
{
  if (n > 0 && text->len > 0)
    /* Translators: what stands between two sentences; a space, or nothing in Chinese and Japanese */
    g_string_append (text, C_ ("between sentences", " "));
  if (n > 0)
    g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * cw_mapping_import_format_outcome:
 * @self: an import that was compared
 *
 * Returns: (transfer full): what will come of it, in sentences
 */
char *
cw_mapping_import_format_outcome (CwMappingImport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CwImportOutcome outcome;

  cw_mapping_import_count_outcome (self, &outcome);
  if (outcome.added + outcome.changed + outcome.disputed == 0)
    g_string_append (text, _ ("Nothing will be changed."));
  /* Translators: what will come of the rows of a file that is imported; sentences follow each other */
  append_sentence (text, outcome.added,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mapping will be added.",
                                                 "%u mappings will be added.", outcome.added),
                                    outcome.added));
  append_sentence (text, outcome.changed,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u will be changed.",
                                                 "%u will be changed.", outcome.changed),
                                    outcome.changed));
  append_sentence (text, outcome.disputed,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u will stand beside yours as disputed.",
                                                 "%u will stand beside yours as disputed.",
                                                 outcome.disputed),
                                    outcome.disputed));
  append_sentence (text, outcome.same,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is here already.",
                                                 "%u are here already.", outcome.same),
                                    outcome.same));
  append_sentence (text, outcome.out,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stays out.", "%u stay out.",
                                                 outcome.out),
                                    outcome.out));
  append_sentence (text, outcome.items,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u item will be made in a list of your own.",
                                                 "%u items will be made in lists of your own.",
                                                 outcome.items),
                                    outcome.items));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
