/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/list-edit-private.h"

#include "model/language.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Edits of one item of a list; what touches mappings too is in item-merge.c. */

/* Only the document's own wording in its official language can be checked: where that is gone or
 * another, nothing is. */
static void
forget_check (CwListChange *change, CwDraftItem *item)
{
  if (cw_draft_item_find_label (item, change->draft->card->official_language, CW_LABEL_PREFERRED,
                                CW_LABEL_OFFICIAL, NULL) == CW_DRAFT_NOWHERE)
    item->verified = FALSE;
}

static gboolean
add_item (CwListEdit *self, CwListChange *change, GError **error)
{
  guint near = 0;
  int place = CW_DRAFT_NOWHERE;
  CwDraftItem *item;

  if (self->item_id != 0)
    {
      if (!_cw_list_change_find (change, self->item_id, &near, error))
        return FALSE;
      place = (int) near;
    }

  near = self->flag ? cw_list_draft_add_below (change->draft, place)
                    : cw_list_draft_add_after (change->draft, place);
  item = cw_list_draft_get_item (change->draft, near);
  cw_draft_item_add_label (item, self->label.language, self->label.text, CW_LABEL_PREFERRED,
                           self->label.origin);
  if (item->depth == 0 && place != CW_DRAFT_NOWHERE)
    item->group = g_strdup (cw_list_draft_get_item (change->draft, (guint) place)->group);

  g_free (change->step->subject);
  change->step->subject = g_strdup (item->code);

  return TRUE;
}

/**
 * cw_edit_new_item_add:
 * @list: a list of the user's own
 * @near: (nullable): an item of it; %NULL for the end of the first level
 * @below: whether to put the new item under @near instead of after it
 * @language: language of its name
 * @text: its name
 * @origin: whose words that is
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_add (CwList *list,
                      const CwItem *near,
                      gboolean below,
                      const char *language,
                      const char *text,
                      CwLabelOrigin origin)
{
  CwEdit *edit = _cw_list_edit_new (add_item, list, CW_STEP_ITEM_ADD, near);
  CwListEdit *self = _cw_list_edit_get (edit);

  /* The code is found when the edit is done. */
  g_free (edit->step->object);
  edit->step->object = g_strdup (cw_list_get_short_title (list, NULL));
  self->flag = below;
  self->label = (CwDraftLabel){ g_intern_string (language), cw_string_clean (text),
                                CW_LABEL_PREFERRED, origin };

  return edit;
}

static gboolean
change_code (CwListEdit *self, CwListChange *change, GError **error)
{
  guint index;

  return _cw_list_change_find (change, self->item_id, &index, error) &&
         cw_list_draft_set_code (change->draft, index, self->text, error);
}

/**
 * cw_edit_new_item_code:
 * @item: an item of a list of the user's own
 * @code: its new code
 *
 * What is below the item follows, as far as its codes go on from it. Fails with a #CwListError
 * where the code is malformed or taken.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_code (const CwItem *item, const char *code)
{
  CwEdit *edit = _cw_list_edit_new (change_code, item->list, CW_STEP_ITEM_CODE, item);

  _cw_list_edit_get (edit)->text = g_strdup (code);

  return edit;
}

static gboolean
change_checked (CwListEdit *self, CwListChange *change, GError **error)
{
  guint index;
  CwDraftItem *item;

  if (!_cw_list_change_find (change, self->item_id, &index, error))
    return FALSE;

  item = cw_list_draft_get_item (change->draft, index);
  item->verified = self->flag;
  forget_check (change, item);
  if (item->verified == self->flag)
    return TRUE;

  g_set_error (error, CW_LIST_ERROR, CW_LIST_ERROR_LABEL,
               /* Translators: %s is a language tag, such as zh-Hans */
               _ ("Only the document’s own wording can be checked, and there is none in the "
                  "official language, “%s”"),
               change->draft->card->official_language);

  return FALSE;
}

/**
 * cw_edit_new_item_checked:
 * @item: an item of a list of the user's own
 * @checked: whether its wording in the official language was checked as a whole
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_checked (const CwItem *item, gboolean checked)
{
  CwEdit *edit = _cw_list_edit_new (change_checked, item->list, CW_STEP_ITEM_CHECK, item);

  _cw_list_edit_get (edit)->flag = checked;

  return edit;
}

static gboolean
change_note (CwListEdit *self, CwListChange *change, GError **error)
{
  guint index;
  CwDraftItem *item;

  if (!_cw_list_change_find (change, self->item_id, &index, error))
    return FALSE;

  item = cw_list_draft_get_item (change->draft, index);
  g_free (item->note);
  item->note = g_strdup (self->text);

  return TRUE;
}

/**
 * cw_edit_new_item_note:
 * @item: an item of any list
 * @note: remarks on it; may be empty
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_note (const CwItem *item, const char *note)
{
  CwEdit *edit = _cw_list_edit_new (change_note, item->list, CW_STEP_ITEM_NOTE, item);

  _cw_list_edit_get (edit)->annotates = TRUE;
  _cw_list_edit_get (edit)->text = g_strdup (note);

  return edit;
}

static gboolean
fail_label (GError **error, const char *what)
{
  g_set_error_literal (error, CW_LIST_ERROR, CW_LIST_ERROR_LABEL, what);

  return FALSE;
}

/* In a shipped list only what the user wrote is the user's to change. */
static gboolean
check_label (const CwListEdit *self, const CwListChange *change, GError **error)
{
  gboolean shipped = change->draft->card->shipped;

  if (shipped && ((self->old.text != NULL && self->old.origin != CW_LABEL_USER) ||
                  (self->label.text != NULL && self->label.origin != CW_LABEL_USER)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           _ ("The labels that came with the list stay as they are. Add one of "
                              "your own beside them"));
      return FALSE;
    }
  if (self->label.text == NULL)
    return TRUE;
  if (*self->label.text == '\0')
    return fail_label (error, _ ("A label must not be empty"));
  if (!cw_language_is_valid (self->label.language))
    {
      g_set_error (error, CW_LIST_ERROR, CW_LIST_ERROR_LABEL,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is not a language tag, such as en, fr or zh-Hans"),
                   self->label.language);
      return FALSE;
    }

  return TRUE;
}

/* An item has one name a language and origin; other names are alternatives. */
static gboolean
check_label_is_free (const CwListEdit *self, const CwDraftItem *item, int at, GError **error)
{
  const CwDraftLabel *label = &self->label;
  int same = cw_draft_item_find_label (item, label->language, label->kind, label->origin,
                                       label->kind == CW_LABEL_PREFERRED ? NULL : label->text);

  if (same == CW_DRAFT_NOWHERE || same == at)
    return TRUE;

  return fail_label (error,
                     label->kind == CW_LABEL_PREFERRED
                       ? _ (
                           "There is such a label in that language already; add an alternative one")
                       : _ ("There is such an alternative label already"));
}

static gboolean
change_label (CwListEdit *self, CwListChange *change, GError **error)
{
  guint index;
  int at = CW_DRAFT_NOWHERE;
  CwDraftItem *item;
  CwDraftLabel *label;

  if (!check_label (self, change, error) ||
      !_cw_list_change_find (change, self->item_id, &index, error))
    return FALSE;

  item = cw_list_draft_get_item (change->draft, index);
  if (self->old.text != NULL)
    {
      at = cw_draft_item_find_label (item, self->old.language, self->old.kind, self->old.origin,
                                     self->old.text);
      if (at == CW_DRAFT_NOWHERE)
        return fail_label (error, _ ("The label is not there any more"));
    }

  if (self->label.text == NULL)
    {
      if (at != CW_DRAFT_NOWHERE && item->labels->len == 1)
        return fail_label (error, _ ("An item needs at least one label"));
      if (at != CW_DRAFT_NOWHERE)
        cw_draft_item_remove_label (item, (guint) at);
      forget_check (change, item);
      return TRUE;
    }
  if (!check_label_is_free (self, item, at, error))
    return FALSE;

  if (at == CW_DRAFT_NOWHERE)
    {
      cw_draft_item_add_label (item, self->label.language, self->label.text, self->label.kind,
                               self->label.origin);
      return TRUE;
    }

  label = cw_draft_item_get_label (item, (guint) at);
  /* What was checked was the old wording. */
  if (label->origin == CW_LABEL_OFFICIAL && !g_str_equal (label->text, self->label.text) &&
      g_str_equal (label->language, change->draft->card->official_language))
    item->verified = FALSE;
  g_free (label->text);
  *label = self->label;
  label->text = g_strdup (self->label.text);
  forget_check (change, item);

  return TRUE;
}

static CwDraftLabel
copy_label (const CwLabel *label)
{
  CwDraftLabel copy = { 0 };

  if (label != NULL)
    copy = (CwDraftLabel){ g_intern_string (label->language), cw_string_clean (label->text),
                           label->kind, label->origin };

  return copy;
}

/**
 * cw_edit_new_item_label:
 * @item: an item of any list
 * @old: (nullable): the label to change or take away; %NULL to add one
 * @label: (nullable): what shall stand there; %NULL to take @old away
 *
 * In a list that came with the program only labels of the user's origin may be added, changed and
 * taken away.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_label (const CwItem *item, const CwLabel *old, const CwLabel *label)
{
  CwEdit *edit = _cw_list_edit_new (change_label, item->list, CW_STEP_ITEM_LABEL, item);
  CwListEdit *self = _cw_list_edit_get (edit);

  self->annotates = TRUE;
  self->label = copy_label (label);
  self->old = copy_label (old);
  /* What stands there is looked for as it is. */
  if (old != NULL)
    {
      g_free (self->old.text);
      self->old.text = g_strdup (old->text);
    }

  return edit;
}

static gboolean
move_to (CwListEdit *self, CwListDraft *draft, guint index, guint target)
{
  switch (self->move)
    {
    case CW_ITEM_BEFORE:
      return cw_list_draft_move (draft, index, cw_list_draft_get_parent (draft, target),
                                 (int) target);
    case CW_ITEM_AFTER:
      return cw_list_draft_move (draft, index, cw_list_draft_get_parent (draft, target),
                                 cw_list_draft_get_next (draft, target));
    case CW_ITEM_BELOW:
      return cw_list_draft_move (draft, index, (int) target, CW_DRAFT_NOWHERE);
    case CW_ITEM_UP:
      return cw_list_draft_move_up (draft, index);
    case CW_ITEM_DOWN:
      return cw_list_draft_move_down (draft, index);
    case CW_ITEM_INDENT:
      return cw_list_draft_indent (draft, index);
    case CW_ITEM_OUTDENT:
    default:
      return cw_list_draft_outdent (draft, index);
    }
}

static gboolean
move_item (CwListEdit *self, CwListChange *change, GError **error)
{
  guint index, target = 0;

  if (!_cw_list_change_find (change, self->item_id, &index, error) ||
      (self->other_id != 0 && !_cw_list_change_find (change, self->other_id, &target, error)))
    return FALSE;

  /* Where it cannot go there is nothing to do. */
  move_to (self, change->draft, index, target);

  return TRUE;
}

/**
 * cw_edit_new_item_move:
 * @item: an item of a list of the user's own
 * @move: where to
 * @target: (nullable): another item of the list, for %CW_ITEM_BEFORE, %CW_ITEM_AFTER and
 *   %CW_ITEM_BELOW
 *
 * Moves an item with all below it. Under another item it gets a code that fits there, where the
 * codes of the list follow its levels. Where it cannot go there, nothing happens.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_move (const CwItem *item, CwItemMove move, const CwItem *target)
{
  CwEdit *edit = _cw_list_edit_new (move_item, item->list, CW_STEP_ITEM_MOVE, item);
  CwListEdit *self = _cw_list_edit_get (edit);

  self->move = move;
  self->other_id = target != NULL ? target->id : 0;

  return edit;
}
