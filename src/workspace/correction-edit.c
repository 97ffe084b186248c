/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/corrections.h"

#include "store/item-mappings.h"
#include "workspace/list-edit-private.h"

/* Taking a corrected list, or not. Items are the same where their codes are. */

/* What is the user's own goes over to the corrected item. */
static void
take_own (CwDraftItem *item, const CwDraftItem *old)
{
  item->id = old->id;
  g_free (item->note);
  item->note = g_strdup (old->note);
  for (guint i = 0; i < old->labels->len; i++)
    {
      const CwDraftLabel *label = cw_draft_item_get_label (old, i);

      if (label->origin == CW_LABEL_USER)
        cw_draft_item_add_label (item, label->language, label->text, label->kind, label->origin);
    }
}

static gboolean
has_own (const CwDraftItem *item)
{
  if (*item->note != '\0')
    return TRUE;

  for (guint i = 0; i < item->labels->len; i++)
    {
      if (cw_draft_item_get_label (item, i)->origin == CW_LABEL_USER)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_used (CwListChange *change, const CwDraftItem *item, gboolean *used, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CwMappingCounts counts;

  g_array_append_val (ids, item->id);
  if (!cw_item_mappings_count (change->connection, ids, 0, &counts, error))
    return FALSE;
  *used = counts.n_mappings > 0 || has_own (item);

  return TRUE;
}

/* Puts an item that is gone from the list under the one it stood under, or at the end. */
static void
keep_item (CwListDraft *now, CwListDraft *old, guint index)
{
  const CwDraftItem *item = cw_list_draft_get_item (old, index);
  int parent = cw_list_draft_get_parent (old, index);
  int place = parent != CW_DRAFT_NOWHERE
                ? cw_list_draft_find_code (now, cw_list_draft_get_item (old, (guint) parent)->code)
                : CW_DRAFT_NOWHERE;
  guint at = cw_list_draft_add_below (now, place);
  CwDraftItem *kept = cw_draft_item_copy (item);

  kept->depth = cw_list_draft_get_item (now, at)->depth;
  cw_draft_item_free (g_ptr_array_index (now->items, at));
  g_ptr_array_index (now->items, at) = kept;
}

static gboolean
keep_or_delete (CwListEdit *self, CwListChange *change, CwListDraft *now, GError **error)
{
  CwListDraft *old = change->draft;
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_deleted = 0;

  for (guint i = 0; i < cw_list_draft_get_n_items (old); i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (old, i);
      gboolean used = FALSE;

      if (cw_list_draft_find_code (now, item->code) != CW_DRAFT_NOWHERE)
        continue;
      if (self->flag && !is_used (change, item, &used, error))
        return FALSE;
      if (used)
        keep_item (now, old, i);
      else
        g_array_append_val (gone, item->id);
    }

  return cw_item_mappings_delete (change->connection, gone, 0, &n_deleted, error);
}

static gboolean
take_correction (CwListEdit *self, CwListChange *change, GError **error)
{
  g_autoptr (CwListDraft) now = cw_list_draft_copy (self->draft);
  CwListDraft *old = change->draft;
  guint n_shipped = cw_list_draft_get_n_items (now);
  GPtrArray *items;
  CwListCard *card;

  for (guint i = 0; i < n_shipped; i++)
    {
      CwDraftItem *item = cw_list_draft_get_item (now, i);
      int found = cw_list_draft_find_code (old, item->code);

      if (found != CW_DRAFT_NOWHERE)
        take_own (item, cw_list_draft_get_item (old, (guint) found));
    }
  if (!keep_or_delete (self, change, now, error))
    return FALSE;

  /* Kept items make it differ from what is shipped: that was decided, and is not asked again. */
  if (cw_list_draft_get_n_items (now) > n_shipped)
    {
      g_free (now->card->declined);
      now->card->declined = g_strdup (self->text);
    }
  items = old->items;
  old->items = now->items;
  now->items = items;
  card = old->card;
  old->card = now->card;
  now->card = card;

  return TRUE;
}

/**
 * cw_edit_new_correction:
 * @list: a list of the document that came with the program
 * @correction: its correction
 * @keep_used: whether items that are gone stay where a mapping names them, or the user wrote a label
 *   or note; if not, their mappings are deleted with them
 *
 * Makes the list what the program ships now, as one step. What the user added stays.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_correction (CwList *list, const CwCorrection *correction, gboolean keep_used)
{
  CwEdit *edit = _cw_list_edit_new (take_correction, list, CW_STEP_LIST_CORRECT, NULL);
  CwListEdit *self = _cw_list_edit_get (edit);

  self->annotates = TRUE;
  self->flag = keep_used;
  self->text = g_strdup (correction->digest);
  self->draft = cw_list_draft_new_from_list (correction->shipped);
  self->draft->card->shipped = TRUE;

  return edit;
}

static gboolean
decline (CwListEdit *self, CwListChange *change, GError **error)
{
  g_free (change->draft->card->declined);
  change->draft->card->declined = g_strdup (self->text);

  return TRUE;
}

/**
 * cw_edit_new_decline:
 * @list: a list of the document that came with the program
 * @correction: its correction
 *
 * Keeps the list as it is. The same correction is not offered again.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_decline (CwList *list, const CwCorrection *correction)
{
  CwEdit *edit = _cw_list_edit_new (decline, list, CW_STEP_LIST_DECLINE, NULL);

  _cw_list_edit_get (edit)->annotates = TRUE;
  _cw_list_edit_get (edit)->text = g_strdup (correction->digest);

  return edit;
}
