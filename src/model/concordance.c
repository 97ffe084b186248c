/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/concordance.h"

#include <glib/gi18n-lib.h>

/**
 * cw_concordance_row_init:
 * @row: the row to fill
 * @mapping: the judgement; must outlive @row
 * @subject: its subject
 * @object: (nullable): its object, %NULL for an absence
 * @object_list: (nullable): the list of an absence; may be %NULL where there is an @object
 * @inverted: whether the subject stands on the right
 */
void
cw_concordance_row_init (CwConcordanceRow *row,
                         const CwMapping *mapping,
                         const CwItem *subject,
                         const CwItem *object,
                         CwList *object_list,
                         gboolean inverted)
{
  CwList *far_list = object != NULL ? object->list : object_list;

  row->mapping = mapping;
  row->relation = inverted ? cw_relation_inverse (mapping->relation) : mapping->relation;
  row->left = inverted ? object : subject;
  row->left_list = inverted ? far_list : subject->list;
  row->right = inverted ? subject : object;
  row->right_list = inverted ? subject->list : far_list;
}

/**
 * cw_concordance_row_init_unmapped:
 * @row: the row to fill
 * @item: an item that has neither a mapping nor a recorded absence
 * @on_right: on which side it stands
 */
void
cw_concordance_row_init_unmapped (CwConcordanceRow *row, const CwItem *item, gboolean on_right)
{
  *row = (CwConcordanceRow){ 0 };
  if (on_right)
    {
      row->right = item;
      row->right_list = item->list;
    }
  else
    {
      row->left = item;
      row->left_list = item->list;
    }
}

static gboolean
is_inverted (const CwConcordanceRow *row)
{
  return row->left == NULL || row->left->id != row->mapping->subject_id;
}

/**
 * cw_concordance_row_get_left_note:
 * @row: a row with a mapping
 *
 * Returns: (transfer none): what only the item on the left has
 */
const char *
cw_concordance_row_get_left_note (const CwConcordanceRow *row)
{
  return is_inverted (row) ? row->mapping->note_object : row->mapping->note_subject;
}

/**
 * cw_concordance_row_get_right_note:
 * @row: a row with a mapping
 *
 * Returns: (transfer none): what only the item on the right has
 */
const char *
cw_concordance_row_get_right_note (const CwConcordanceRow *row)
{
  return is_inverted (row) ? row->mapping->note_subject : row->mapping->note_object;
}

static const char *
name_of (const CwItem *item, CwList *list, const char *const *languages)
{
  const CwLabel *label;

  if (item == NULL)
    return cw_list_get_short_title (list, languages);

  label = cw_item_choose_label (item, languages);
  return label != NULL ? label->text : item->code;
}

/**
 * cw_concordance_row_format_sentence:
 * @row: a row
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 *
 * Returns: (transfer full): the row as a sentence with both names, in the user's language; for an
 *   item with no mapping, that it is open
 */
char *
cw_concordance_row_format_sentence (const CwConcordanceRow *row, const char *const *languages)
{
  gboolean absent = row->mapping != NULL && row->relation == CW_RELATION_NONE;
  const CwItem *first = absent && row->left == NULL ? row->right : row->left;
  const CwItem *second = absent ? NULL : row->right;
  CwList *second_list = absent && row->left == NULL ? row->left_list : row->right_list;

  if (row->mapping == NULL)
    {
      const CwItem *item = row->left != NULL ? row->left : row->right;

      /* Translators: %s is an item of a list that nobody has compared yet */
      return g_strdup_printf (_ ("%s is open"), name_of (item, item->list, languages));
    }

  return cw_relation_format_sentence (row->relation, row->mapping->negated,
                                      name_of (first, row->left_list, languages),
                                      name_of (second, second_list, languages));
}
