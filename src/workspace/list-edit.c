/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/list-edit-private.h"

#include "store/item-mappings.h"
#include "store/list-table.h"
#include "store/list-update.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static void
list_edit_free (gpointer data)
{
  CwListEdit *self = data;

  g_free (self->text);
  g_strfreev (self->names);
  cw_list_card_free (self->seen);
  cw_list_card_free (self->card);
  cw_list_draft_free (self->draft);
  g_free (self->old.text);
  g_free (self->label.text);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

CwListEdit *
_cw_list_edit_get (CwEdit *edit)
{
  return edit->data;
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                       _ ("The list is not there any more"));

  return FALSE;
}

gboolean
_cw_list_change_find (CwListChange *change, gint64 item_id, guint *index, GError **error)
{
  int found = cw_list_draft_find (change->draft, item_id);

  if (found != CW_DRAFT_NOWHERE)
    {
      *index = (guint) found;
      return TRUE;
    }

  g_set_error_literal (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE,
                       _ ("The item is not there any more"));

  return FALSE;
}

/* Adds the ids of an item and of all below it. */
void
_cw_list_change_collect (CwListChange *change, guint index, GArray *ids)
{
  guint end = cw_list_draft_get_end (change->draft, index);

  for (guint i = index; i < end; i++)
    g_array_append_val (ids, cw_list_draft_get_item (change->draft, i)->id);
}

static gboolean
check_may_change (const CwListEdit *self, CwList *list, GError **error)
{
  if (!cw_list_get_card (list)->shipped || self->annotates)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
               /* Translators: %s is the short name of a list */
               _ (
                 "“%s” came with the program and stays as it was published. You can add labels and "
                 "notes of your own to it"),
               cw_list_get_short_title (list, NULL));

  return FALSE;
}

static gboolean
run_list_edit (CwEdit *edit,
               CwConnection *connection,
               const CwJournalStamp *stamp,
               gboolean *changed,
               GError **error)
{
  CwListEdit *self = edit->data;
  g_autoptr (CwList) before = NULL;
  g_autoptr (CwListDraft) draft = NULL;
  g_autoptr (CwList) after = NULL;
  CwListChange change;

  if (!cw_list_table_get (connection, self->list_id, &before, error))
    return FALSE;
  if (before == NULL)
    return fail_gone (error);

  draft = cw_list_draft_new_from_list (before);
  change = (CwListChange){ connection, stamp, draft, edit->step, &edit->n_unreviewed };
  if (!check_may_change (self, before, error) || !self->func (self, &change, error))
    return FALSE;
  /* Checks codes and labels. */
  after = cw_list_draft_build (draft, error);
  if (after == NULL || !cw_list_update (connection, before, draft, changed, error))
    return FALSE;

  return !*changed || self->settle == NULL || self->settle (self, &change, error);
}

CwEdit *
_cw_list_edit_new (CwListEditFunc func, CwList *list, CwStepKind kind, const CwItem *item)
{
  const char *name = cw_list_get_short_title (list, NULL);
  CwEdit *edit = _cw_edit_new (run_list_edit,
                               item != NULL ? cw_step_new (kind, item->code, name, 1)
                                            : cw_step_new (kind, name, cw_list_get_key (list), 1));
  CwListEdit *self = g_new0 (CwListEdit, 1);

  self->func = func;
  self->list_id = cw_list_get_id (list);
  self->item_id = item != NULL ? item->id : 0;
  edit->data = self;
  edit->free_data = list_edit_free;

  return edit;
}

static gboolean
check_key_is_free (CwConnection *connection, const char *key, gint64 list_id, GError **error)
{
  gint64 other = 0;

  if (!cw_list_table_find_key (connection, key, &other, error))
    return FALSE;
  if (other == 0 || other == list_id)
    return TRUE;

  g_set_error (error, CW_LIST_ERROR, CW_LIST_ERROR_CARD,
               /* Translators: %s is a list's name for files, such as us-cet-2024 */
               _ ("There is a list with the name “%s” already"), key);

  return FALSE;
}

static gboolean
run_new (CwEdit *edit,
         CwConnection *connection,
         const CwJournalStamp *stamp,
         gboolean *changed,
         GError **error)
{
  CwListEdit *self = edit->data;
  g_autoptr (CwList) list = NULL;

  if (!cw_list_card_check (self->draft->card, error) ||
      !check_key_is_free (connection, self->draft->card->key, 0, error))
    return FALSE;
  list = cw_list_draft_build (self->draft, error);
  if (list == NULL)
    return FALSE;

  *changed = TRUE;

  return cw_list_table_insert (connection, list, error);
}

/**
 * cw_edit_new_list:
 * @draft: the new list; copied
 * @kind: %CW_STEP_LIST_NEW or %CW_STEP_LIST_IMPORT
 *
 * Adds a list of the user's own. Fails with a #CwListError where its card lacks something or its
 * key is taken.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_list (const CwListDraft *draft, CwStepKind kind)
{
  CwListEdit *self = g_new0 (CwListEdit, 1);
  CwEdit *edit =
    _cw_edit_new (run_new, cw_step_new (kind, cw_text_choose (draft->card->short_title, NULL),
                                        draft->card->key, 1));

  self->draft = cw_list_draft_copy (draft);
  self->draft->card->shipped = FALSE;
  cw_list_card_clean (self->draft->card);
  edit->data = self;
  edit->free_data = list_edit_free;

  return edit;
}

static gboolean
change_card (CwListEdit *self, CwListChange *change, GError **error)
{
  CwListCard *card = change->draft->card;

  cw_list_card_patch (card, self->seen, self->card);

  return cw_list_card_check (card, error) &&
         check_key_is_free (change->connection, card->key, self->list_id, error);
}

/**
 * cw_edit_new_list_card:
 * @list: a list of the user's own
 * @card: what its card shall say; copied
 *
 * Changes what is another than in the card of @list, and leaves the rest as it stands by then.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_list_card (CwList *list, const CwListCard *card)
{
  CwEdit *edit = _cw_list_edit_new (change_card, list, CW_STEP_LIST_CARD, NULL);

  _cw_list_edit_get (edit)->seen = cw_list_card_copy (cw_list_get_card (list));
  _cw_list_edit_get (edit)->card = cw_list_card_copy (card);
  cw_list_card_clean (_cw_list_edit_get (edit)->card);

  return edit;
}

static gboolean
run_delete (CwEdit *edit,
            CwConnection *connection,
            const CwJournalStamp *stamp,
            gboolean *changed,
            GError **error)
{
  CwListEdit *self = edit->data;
  g_autoptr (CwList) list = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_deleted = 0;

  if (!cw_list_table_get (connection, self->list_id, &list, error))
    return FALSE;
  if (list == NULL)
    return fail_gone (error);
  if (!check_may_change (self, list, error))
    return FALSE;

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    g_array_append_val (ids, cw_list_get_item (list, i)->id);
  *changed = TRUE;

  return cw_item_mappings_delete (connection, ids, self->list_id, &n_deleted, error) &&
         cw_list_delete (connection, self->list_id, error);
}

/**
 * cw_edit_new_list_delete:
 * @list: a list of the user's own
 *
 * Deletes a list with its items and all that is said of them.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_list_delete (CwList *list)
{
  CwEdit *edit = _cw_list_edit_new (NULL, list, CW_STEP_LIST_DELETE, NULL);

  edit->func = run_delete;

  return edit;
}

static gboolean
renumber (CwListEdit *self, CwListChange *change, GError **error)
{
  cw_list_draft_renumber (change->draft);

  return TRUE;
}

/**
 * cw_edit_new_list_renumber:
 * @list: a list of the user's own
 *
 * Gives every item the code that its place asks for.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new_list_renumber (CwList *list)
{
  return _cw_list_edit_new (renumber, list, CW_STEP_LIST_RENUMBER, NULL);
}
