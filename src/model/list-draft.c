/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-draft.h"

/**
 * cw_list_draft_new:
 * @card: (transfer full): the list's card
 *
 * Returns: (transfer full): a list without items, not in a document
 */
CwListDraft *
cw_list_draft_new (CwListCard *card)
{
  CwListDraft *self = g_new0 (CwListDraft, 1);

  self->card = card;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_draft_item_free);

  return self;
}

static CwDraftItem *
copy_item (const CwItem *item)
{
  CwDraftItem *copy = cw_draft_item_new (item->depth, item->code);

  copy->id = item->id;
  copy->group = g_strdup (item->group);
  copy->verified = item->verified;
  if (item->note != NULL)
    {
      g_free (copy->note);
      copy->note = g_strdup (item->note);
    }
  if (item->iri != NULL)
    {
      g_free (copy->iri);
      copy->iri = g_strdup (item->iri);
    }
  if (item->figures != NULL)
    {
      copy->figures = g_memdup2 (item->figures, sizeof *item->figures);
      copy->figures->share_of = g_strdup (item->figures->share_of);
      copy->figures->unit = g_strdup (item->figures->unit);
    }
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      cw_draft_item_add_label (copy, label->language, label->text, label->kind, label->origin);
    }

  return copy;
}

/**
 * cw_list_draft_new_from_list:
 * @list: a list
 *
 * Returns: (transfer full): the same, to be changed
 */
CwListDraft *
cw_list_draft_new_from_list (CwList *list)
{
  CwListDraft *self = cw_list_draft_new (cw_list_card_copy (cw_list_get_card (list)));

  self->id = cw_list_get_id (list);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    g_ptr_array_add (self->items, copy_item (cw_list_get_item (list, i)));

  return self;
}

/**
 * cw_list_draft_copy:
 * @self: a draft
 *
 * Returns: (transfer full): a copy, with the same ids
 */
CwListDraft *
cw_list_draft_copy (const CwListDraft *self)
{
  CwListDraft *copy = cw_list_draft_new (cw_list_card_copy (self->card));

  copy->id = self->id;
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (copy->items, cw_draft_item_copy (cw_list_draft_get_item (self, i)));

  return copy;
}

/**
 * cw_list_draft_free:
 * @self: (nullable): a draft
 */
void
cw_list_draft_free (CwListDraft *self)
{
  if (self == NULL)
    return;

  cw_list_card_free (self->card);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * cw_list_draft_build:
 * @self: a draft
 * @error: return location
 *
 * Checks the whole and makes a list of it.
 *
 * Returns: (transfer full): the list, or %NULL with a #CwListError
 */
CwList *
cw_list_draft_build (const CwListDraft *self, GError **error)
{
  g_autoptr (CwListBuilder) builder =
    cw_list_builder_new (self->id, cw_list_card_copy (self->card));

  for (guint i = 0; i < self->items->len; i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (self, i);

      cw_list_builder_add_item (builder, item->id, item->depth, item->code, item->group,
                                item->verified);
      cw_list_builder_set_note (builder, item->note);
      cw_list_builder_set_iri (builder, item->iri);
      if (item->figures != NULL)
        cw_list_builder_set_figures (builder, item->figures);
      for (guint j = 0; j < item->labels->len; j++)
        {
          const CwDraftLabel *label = cw_draft_item_get_label (item, j);

          cw_list_builder_add_label (builder, label->language, label->text, label->kind,
                                     label->origin);
        }
    }

  return cw_list_builder_end (builder, error);
}

/**
 * cw_list_draft_get_n_items:
 * @self: a draft
 *
 * Returns: how many items it has
 */
guint
cw_list_draft_get_n_items (const CwListDraft *self)
{
  return self->items->len;
}

/**
 * cw_list_draft_get_item:
 * @self: a draft
 * @index: less than the number of items
 *
 * Returns: (transfer none): the item there
 */
CwDraftItem *
cw_list_draft_get_item (const CwListDraft *self, guint index)
{
  return g_ptr_array_index (self->items, index);
}

/**
 * cw_list_draft_find:
 * @self: a draft
 * @id: an item's row in the document
 *
 * Returns: its place, or %CW_DRAFT_NOWHERE
 */
int
cw_list_draft_find (const CwListDraft *self, gint64 id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (cw_list_draft_get_item (self, i)->id == id)
        return (int) i;
    }

  return CW_DRAFT_NOWHERE;
}

/**
 * cw_list_draft_find_code:
 * @self: a draft
 * @code: a code
 *
 * Returns: the place of the item with it, or %CW_DRAFT_NOWHERE
 */
int
cw_list_draft_find_code (const CwListDraft *self, const char *code)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_str_equal (cw_list_draft_get_item (self, i)->code, code))
        return (int) i;
    }

  return CW_DRAFT_NOWHERE;
}

/**
 * cw_list_draft_get_parent:
 * @self: a draft
 * @index: an item
 *
 * Returns: the item above it, or %CW_DRAFT_NOWHERE
 */
int
cw_list_draft_get_parent (const CwListDraft *self, guint index)
{
  guint depth = cw_list_draft_get_item (self, index)->depth;

  if (depth == 0)
    return CW_DRAFT_NOWHERE;

  while (cw_list_draft_get_item (self, index)->depth >= depth)
    index--;

  return (int) index;
}

/**
 * cw_list_draft_get_end:
 * @self: a draft
 * @index: an item
 *
 * Returns: the place after the last item below it
 */
guint
cw_list_draft_get_end (const CwListDraft *self, guint index)
{
  guint depth = cw_list_draft_get_item (self, index)->depth;

  do
    index++;
  while (index < self->items->len && cw_list_draft_get_item (self, index)->depth > depth);

  return index;
}

/**
 * cw_list_draft_get_previous:
 * @self: a draft
 * @index: an item
 *
 * Returns: the item before it under the same one above, or %CW_DRAFT_NOWHERE
 */
int
cw_list_draft_get_previous (const CwListDraft *self, guint index)
{
  guint depth = cw_list_draft_get_item (self, index)->depth;

  while (index-- > 0)
    {
      guint here = cw_list_draft_get_item (self, index)->depth;

      if (here == depth)
        return (int) index;
      if (here < depth)
        break;
    }

  return CW_DRAFT_NOWHERE;
}

/**
 * cw_list_draft_get_next:
 * @self: a draft
 * @index: an item
 *
 * Returns: the item after it under the same one above, or %CW_DRAFT_NOWHERE
 */
int
cw_list_draft_get_next (const CwListDraft *self, guint index)
{
  guint end = cw_list_draft_get_end (self, index);

  if (end == self->items->len ||
      cw_list_draft_get_item (self, end)->depth != cw_list_draft_get_item (self, index)->depth)
    return CW_DRAFT_NOWHERE;

  return (int) end;
}

/**
 * cw_list_draft_append:
 * @self: a draft
 * @depth: at most one more than that of the last item
 * @code: its code, which is not checked
 *
 * Puts an item after all others.
 *
 * Returns: its place
 */
guint
cw_list_draft_append (CwListDraft *self, guint depth, const char *code)
{
  g_ptr_array_add (self->items, cw_draft_item_new (depth, code));

  return self->items->len - 1;
}

static guint
add (CwListDraft *self, guint index, int parent, int after)
{
  guint depth =
    parent == CW_DRAFT_NOWHERE ? 0 : cw_list_draft_get_item (self, (guint) parent)->depth + 1;
  g_autofree char *code = cw_list_draft_make_code (self, parent, after);

  g_ptr_array_insert (self->items, (int) index, cw_draft_item_new (depth, code));

  return index;
}

/**
 * cw_list_draft_add_after:
 * @self: a draft
 * @after: an item, or %CW_DRAFT_NOWHERE for the end of the first level
 *
 * Adds an item after another, under the same one above, with a code that is free.
 *
 * Returns: its place
 */
guint
cw_list_draft_add_after (CwListDraft *self, int after)
{
  if (after == CW_DRAFT_NOWHERE)
    return cw_list_draft_add_below (self, CW_DRAFT_NOWHERE);

  return add (self, cw_list_draft_get_end (self, (guint) after),
              cw_list_draft_get_parent (self, (guint) after), after);
}

static int
find_last_below (const CwListDraft *self, int parent)
{
  guint index = parent == CW_DRAFT_NOWHERE ? 0 : (guint) parent + 1;
  guint end =
    parent == CW_DRAFT_NOWHERE ? self->items->len : cw_list_draft_get_end (self, (guint) parent);
  int last = CW_DRAFT_NOWHERE;

  for (; index < end; index = cw_list_draft_get_end (self, index))
    last = (int) index;

  return last;
}

/**
 * cw_list_draft_add_below:
 * @self: a draft
 * @parent: an item, or %CW_DRAFT_NOWHERE for the first level
 *
 * Adds an item after all others of one level, with a code that is free.
 *
 * Returns: its place
 */
guint
cw_list_draft_add_below (CwListDraft *self, int parent)
{
  int last = find_last_below (self, parent);

  if (last != CW_DRAFT_NOWHERE)
    return add (self, cw_list_draft_get_end (self, (guint) last), parent, last);

  return add (self, (guint) (parent + 1), parent, CW_DRAFT_NOWHERE);
}

/**
 * cw_list_draft_remove:
 * @self: a draft
 * @index: an item
 *
 * Takes it and all below it out.
 */
void
cw_list_draft_remove (CwListDraft *self, guint index)
{
  guint end = cw_list_draft_get_end (self, index);

  g_ptr_array_remove_range (self->items, index, end - index);
}

/* Puts the items from @index to before @end to before @to, deeper by @deeper. */
static void
shift (CwListDraft *self, guint index, guint end, guint to, int deeper)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  guint n_moved = end - index;

  for (guint i = 0; i < n_moved; i++)
    {
      CwDraftItem *item = g_ptr_array_steal_index (self->items, index);

      item->depth = (guint) ((int) item->depth + deeper);
      g_ptr_array_add (moved, item);
    }
  if (to >= end)
    to -= n_moved;
  for (guint i = 0; i < n_moved; i++)
    g_ptr_array_insert (self->items, (int) (to + i), g_ptr_array_index (moved, i));
}

/**
 * cw_list_draft_move:
 * @self: a draft
 * @index: an item
 * @parent: the item to put it under, or %CW_DRAFT_NOWHERE for the first level
 * @before: an item under @parent to put it before, or %CW_DRAFT_NOWHERE for the end
 *
 * Moves an item and all below it. Under another item it gets a code that fits there, where the
 * codes of the list follow its levels; else it keeps its own.
 *
 * Returns: %FALSE where there is nothing to move, or it would come to stand below itself
 */
gboolean
cw_list_draft_move (CwListDraft *self, guint index, int parent, int before)
{
  guint end = cw_list_draft_get_end (self, index);
  guint depth =
    parent == CW_DRAFT_NOWHERE ? 0 : cw_list_draft_get_item (self, (guint) parent)->depth + 1;
  CwDraftItem *item = cw_list_draft_get_item (self, index);
  gboolean other_parent = cw_list_draft_get_parent (self, index) != parent;
  gboolean recode = other_parent && cw_list_draft_codes_follow (self);
  g_autofree char *code = NULL;
  guint to;

  if ((parent >= (int) index && parent < (int) end) ||
      (before >= (int) index && before < (int) end))
    return FALSE;

  if (before != CW_DRAFT_NOWHERE)
    to = (guint) before;
  else
    to =
      parent == CW_DRAFT_NOWHERE ? self->items->len : cw_list_draft_get_end (self, (guint) parent);
  if (!other_parent && (to == index || to == end))
    return FALSE;

  if (recode)
    code = cw_list_draft_make_code (self, parent, find_last_below (self, parent));
  shift (self, index, end, to, (int) depth - (int) item->depth);
  if (recode)
    cw_list_draft_recode (self, to >= end ? to - (end - index) : to, code);
  if (depth > 0)
    g_clear_pointer (&item->group, g_free);

  return TRUE;
}

/**
 * cw_list_draft_indent:
 * @self: a draft
 * @index: an item
 *
 * Puts an item under the one before it.
 *
 * Returns: %FALSE where there is none
 */
gboolean
cw_list_draft_indent (CwListDraft *self, guint index)
{
  int previous = cw_list_draft_get_previous (self, index);

  return previous != CW_DRAFT_NOWHERE &&
         cw_list_draft_move (self, index, previous, CW_DRAFT_NOWHERE);
}

/**
 * cw_list_draft_outdent:
 * @self: a draft
 * @index: an item
 *
 * Puts an item after the one above it.
 *
 * Returns: %FALSE where there is none
 */
gboolean
cw_list_draft_outdent (CwListDraft *self, guint index)
{
  int parent = cw_list_draft_get_parent (self, index);

  return parent != CW_DRAFT_NOWHERE &&
         cw_list_draft_move (self, index, cw_list_draft_get_parent (self, (guint) parent),
                             cw_list_draft_get_next (self, (guint) parent));
}

/**
 * cw_list_draft_move_up:
 * @self: a draft
 * @index: an item
 *
 * Exchanges an item with the one before it under the same one above.
 *
 * Returns: %FALSE where there is none
 */
gboolean
cw_list_draft_move_up (CwListDraft *self, guint index)
{
  int previous = cw_list_draft_get_previous (self, index);

  return previous != CW_DRAFT_NOWHERE &&
         cw_list_draft_move (self, index, cw_list_draft_get_parent (self, index), previous);
}

/**
 * cw_list_draft_move_down:
 * @self: a draft
 * @index: an item
 *
 * Exchanges an item with the one after it under the same one above.
 *
 * Returns: %FALSE where there is none
 */
gboolean
cw_list_draft_move_down (CwListDraft *self, guint index)
{
  int next = cw_list_draft_get_next (self, index);

  return next != CW_DRAFT_NOWHERE &&
         cw_list_draft_move (self, index, cw_list_draft_get_parent (self, index),
                             cw_list_draft_get_next (self, (guint) next));
}
