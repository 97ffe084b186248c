/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/list-edit-private.h"

#include "store/item-mappings.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Edits after which an item is no longer what its mappings were said of. */

static gboolean
delete_items (CwListEdit *self, CwListChange *change, GError **error)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_deleted = 0;

  for (guint i = 0; i < self->ids->len; i++)
    {
      int index = cw_list_draft_find (change->draft, g_array_index (self->ids, gint64, i));

      /* One below another that was chosen too is gone with it. */
      if (index == CW_DRAFT_NOWHERE)
        continue;
      _cw_list_change_collect (change, (guint) index, gone);
      cw_list_draft_remove (change->draft, (guint) index);
    }

  return cw_item_mappings_delete (change->connection, gone, 0, &n_deleted, error);
}

/**
 * cw_edit_new_item_delete:
 * @items: (element-type CwItem): items of one list of the user's own; not empty
 *
 * Deletes items, all below them, and every mapping of these.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_delete (GPtrArray *items)
{
  const CwItem *first = g_ptr_array_index (items, 0);
  CwEdit *edit = _cw_list_edit_new (delete_items, first->list, CW_STEP_ITEM_DELETE, first);
  CwListEdit *self = _cw_list_edit_get (edit);

  edit->step->n_rows = items->len;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < items->len; i++)
    g_array_append_val (self->ids, ((const CwItem *) g_ptr_array_index (items, i))->id);

  return edit;
}

/* The names of the one that goes become other names of the one that stays. */
static void
take_names (CwDraftItem *into, const CwDraftItem *item)
{
  for (guint i = 0; i < item->labels->len; i++)
    {
      const CwDraftLabel *label = cw_draft_item_get_label (item, i);

      if (!cw_draft_item_holds (into, label->language, label->text))
        cw_draft_item_add_label (into, label->language, label->text, CW_LABEL_ALTERNATIVE,
                                 label->origin);
    }
}

static void
take_note (CwDraftItem *into, const CwDraftItem *item)
{
  char *both;

  if (*item->note == '\0')
    return;

  both =
    *into->note == '\0' ? g_strdup (item->note) : g_strconcat (into->note, "\n", item->note, NULL);
  g_free (into->note);
  into->note = both;
}

static gboolean
merge_items (CwListEdit *self, CwListChange *change, GError **error)
{
  CwListDraft *draft = change->draft;
  guint index, into;

  if (!_cw_list_change_find (change, self->item_id, &index, error) ||
      !_cw_list_change_find (change, self->other_id, &into, error))
    return FALSE;
  if (into >= index && into < cw_list_draft_get_end (draft, index))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("An item cannot be merged into itself or into one below it"));
      return FALSE;
    }

  take_names (cw_list_draft_get_item (draft, into), cw_list_draft_get_item (draft, index));
  take_note (cw_list_draft_get_item (draft, into), cw_list_draft_get_item (draft, index));

  /* What stands below it goes below the other. */
  while (cw_list_draft_get_end (draft, index) > index + 1)
    {
      cw_list_draft_move (draft, index + 1, (int) into, CW_DRAFT_NOWHERE);
      index = (guint) cw_list_draft_find (draft, self->item_id);
      into = (guint) cw_list_draft_find (draft, self->other_id);
    }
  cw_list_draft_remove (draft, index);

  return cw_item_mappings_move (change->connection, self->item_id, self->other_id,
                                change->stamp->time, change->n_unreviewed, error) &&
         cw_item_mappings_ask_again (change->connection, self->other_id, change->stamp->time,
                                     change->n_unreviewed, error);
}

/**
 * cw_edit_new_item_merge:
 * @item: an item of a list of the user's own, which goes
 * @into: another item of that list, which stays
 *
 * Makes one item of two: labels become alternative labels of the one that stays, what is below goes
 * below it, mappings are said of it, those that would then be said twice are dropped, and reviewed
 * ones are proposed again.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_merge (const CwItem *item, const CwItem *into)
{
  CwEdit *edit = _cw_list_edit_new (merge_items, item->list, CW_STEP_ITEM_MERGE, item);

  g_free (edit->step->object);
  edit->step->object = g_strdup (into->code);
  _cw_list_edit_get (edit)->other_id = into->id;

  return edit;
}

static gboolean
split_item (CwListEdit *self, CwListChange *change, GError **error)
{
  const CwDraftLabel *first;
  guint index;

  if (!_cw_list_change_find (change, self->item_id, &index, error))
    return FALSE;

  self->n_added = 0;
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      g_autofree char *name = cw_string_clean (self->names[i]);
      CwDraftItem *item = cw_list_draft_get_item (change->draft, index);
      guint after = index;
      guint place;

      if (*name == '\0')
        continue;

      /* After those that were made before it. */
      for (guint j = 0; j < self->n_added; j++)
        after = (guint) cw_list_draft_get_next (change->draft, after);
      place = cw_list_draft_add_after (change->draft, (int) after);
      item = cw_list_draft_get_item (change->draft, index);
      first = cw_draft_item_get_label (item, 0);
      cw_draft_item_add_label (cw_list_draft_get_item (change->draft, place), first->language, name,
                               CW_LABEL_PREFERRED, CW_LABEL_USER);
      cw_list_draft_get_item (change->draft, place)->group = g_strdup (item->group);
      self->n_added++;
    }

  if (self->n_added > 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Say what the new items are called"));

  return FALSE;
}

/* The new items have ids now. */
static gboolean
copy_mappings (CwListEdit *self, CwListChange *change, GError **error)
{
  const char *orcid = change->stamp->orcid != NULL ? change->stamp->orcid : "";
  guint index;

  if (!_cw_list_change_find (change, self->item_id, &index, error))
    return FALSE;

  for (guint i = 0; self->flag && i < self->n_added; i++)
    {
      index = (guint) cw_list_draft_get_next (change->draft, index);
      if (!cw_item_mappings_copy (change->connection, self->item_id,
                                  cw_list_draft_get_item (change->draft, index)->id,
                                  change->stamp->author, orcid, change->stamp->time, error))
        return FALSE;
    }

  return cw_item_mappings_ask_again (change->connection, self->item_id, change->stamp->time,
                                     change->n_unreviewed, error);
}

/**
 * cw_edit_new_item_split:
 * @item: an item of a list of the user's own
 * @names: (array zero-terminated=1): what the new items are called, in the language of the item's
 *   first label
 * @with_mappings: whether the mappings of @item are said of each new item too
 *
 * Puts new items after an item. Copied mappings are drafts, or proposed where they were reviewed;
 * the item's own that were reviewed are proposed again.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_item_split (const CwItem *item, const char *const *names, gboolean with_mappings)
{
  CwEdit *edit = _cw_list_edit_new (split_item, item->list, CW_STEP_ITEM_SPLIT, item);
  CwListEdit *self = _cw_list_edit_get (edit);

  self->names = g_strdupv ((char **) names);
  self->flag = with_mappings;
  self->settle = copy_mappings;

  return edit;
}
