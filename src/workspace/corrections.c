/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/corrections.h"

#include "formats/list-json.h"
#include "model/list-draft.h"
#include "workspace/document-private.h"
#include "workspace/starter.h"
#include "workspace/wait.h"

struct _CwCorrections
{
  GPtrArray *found; /* CwCorrection */
};

static void
correction_free (gpointer data)
{
  CwCorrection *self = data;

  g_free (self->key);
  g_free (self->digest);
  g_clear_object (&self->shipped);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->gone);
  g_array_unref (self->gone_ids);
  g_ptr_array_unref (self->relabelled);
  g_array_unref (self->relabelled_ids);
  g_free (self);
}

/**
 * cw_corrections_free:
 * @self: (nullable): corrections
 */
void
cw_corrections_free (CwCorrections *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->found);
  g_free (self);
}

/**
 * cw_corrections_get_n:
 * @self: corrections
 *
 * Returns: of how many lists there are
 */
guint
cw_corrections_get_n (CwCorrections *self)
{
  return self->found->len;
}

/**
 * cw_corrections_get:
 * @self: corrections
 * @index: which
 *
 * Returns: (transfer none): the correction of one list
 */
const CwCorrection *
cw_corrections_get (CwCorrections *self, guint index)
{
  return g_ptr_array_index (self->found, index);
}

/**
 * cw_corrections_find:
 * @self: corrections
 * @key: a list's unique name
 *
 * Returns: (transfer none) (nullable): the correction of that list
 */
const CwCorrection *
cw_corrections_find (CwCorrections *self, const char *key)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const CwCorrection *correction = g_ptr_array_index (self->found, i);

      if (g_str_equal (correction->key, key))
        return correction;
    }

  return NULL;
}

/* The list without what the user added: that is not what was published. */
static CwListDraft *
strip (CwList *list)
{
  CwListDraft *draft = cw_list_draft_new_from_list (list);

  g_clear_pointer (&draft->card->declined, g_free);
  for (guint i = 0; i < cw_list_draft_get_n_items (draft); i++)
    {
      CwDraftItem *item = cw_list_draft_get_item (draft, i);

      g_free (item->note);
      item->note = g_strdup ("");
      for (guint j = item->labels->len; j-- > 0;)
        {
          if (cw_draft_item_get_label (item, j)->origin == CW_LABEL_USER)
            cw_draft_item_remove_label (item, j);
        }
    }

  return draft;
}

/* Two lists are the same where they make the same file. */
static GBytes *
format_stripped (CwList *list)
{
  g_autoptr (CwListDraft) draft = strip (list);
  g_autoptr (CwList) stripped = cw_list_draft_build (draft, NULL);

  /* A list with an item that only the user named is not as it came. */
  return stripped != NULL ? cw_list_json_format (stripped) : g_bytes_new_static ("", 0);
}

static char *
name_item (const CwItem *item)
{
  const CwLabel *label = cw_item_choose_label (item, NULL);

  return g_strdup_printf ("%s %s", item->code, label != NULL ? label->text : "");
}

static const CwLabel *
find_label (const CwItem *item, const CwLabel *like)
{
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      if (label->language == like->language && label->kind == like->kind &&
          (label->origin == CW_LABEL_USER) == (like->origin == CW_LABEL_USER) &&
          (like->kind == CW_LABEL_PREFERRED || g_str_equal (label->text, like->text)))
        return label;
    }

  return NULL;
}

/* Every label that is worded otherwise, or is not there any more, or is new. */
static gboolean
compare_labels (CwCorrection *self, const CwItem *here, const CwItem *there)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < here->n_labels; i++)
    {
      const CwLabel *old = &here->labels[i];
      const CwLabel *now = find_label (there, old);

      if (old->origin == CW_LABEL_USER ||
          (now != NULL && g_str_equal (now->text, old->text) && now->origin == old->origin))
        continue;
      differs = TRUE;
      g_ptr_array_add (self->relabelled,
                       g_strdup_printf ("%s (%s): %s → %s", here->code, old->language, old->text,
                                        now != NULL ? now->text : "–"));
    }
  for (guint i = 0; i < there->n_labels; i++)
    {
      const CwLabel *now = &there->labels[i];

      if (find_label (here, now) != NULL)
        continue;
      differs = TRUE;
      g_ptr_array_add (self->relabelled,
                       g_strdup_printf ("%s (%s): – → %s", here->code, now->language, now->text));
    }
  if (differs)
    g_array_append_val (self->relabelled_ids, here->id);

  return differs;
}

static gboolean
is_elsewhere (const CwItem *here, const CwItem *there)
{
  if ((here->parent == NULL) != (there->parent == NULL))
    return TRUE;

  return here->parent != NULL && !g_str_equal (here->parent->code, there->parent->code);
}

static void
compare_items (CwCorrection *self, CwList *list)
{
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *here = cw_list_get_item (list, i);
      const CwItem *there = cw_list_find_item (self->shipped, here->code);

      if (there == NULL)
        {
          g_ptr_array_add (self->gone, name_item (here));
          g_array_append_val (self->gone_ids, here->id);
          continue;
        }
      compare_labels (self, here, there);
      self->n_moved += is_elsewhere (here, there);
      self->n_other += here->verified != there->verified ||
                       g_strcmp0 (here->group, there->group) != 0 ||
                       (here->figures == NULL) != (there->figures == NULL);
    }
  for (guint i = 0; i < cw_list_get_n_items (self->shipped); i++)
    {
      const CwItem *there = cw_list_get_item (self->shipped, i);

      if (cw_list_find_item (list, there->code) == NULL)
        g_ptr_array_add (self->added, name_item (there));
    }
}

static CwCorrection *
compare (CwList *list, CwList *shipped)
{
  g_autoptr (GBytes) here = format_stripped (list);
  g_autoptr (GBytes) there = cw_list_json_format (shipped);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, there);
  g_autoptr (CwListCard) card = NULL;
  CwCorrection *self;

  if (g_bytes_equal (here, there) || g_strcmp0 (cw_list_get_card (list)->declined, digest) == 0)
    return NULL;

  self = g_new0 (CwCorrection, 1);
  self->key = g_strdup (cw_list_get_key (list));
  self->digest = g_steal_pointer (&digest);
  self->shipped = g_object_ref (shipped);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->gone = g_ptr_array_new_with_free_func (g_free);
  self->gone_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->relabelled = g_ptr_array_new_with_free_func (g_free);
  self->relabelled_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  card = cw_list_card_copy (cw_list_get_card (list));
  g_clear_pointer (&card->declined, g_free);
  self->card_changed = !cw_list_card_equal (card, cw_list_get_card (shipped));
  compare_items (self, list);

  return self;
}

static void
find_job (GTask *task, CwConnection *connection)
{
  CwDocument *document = g_task_get_source_object (task);
  g_autofree char *folder = g_build_filename (cw_starter_get_data_folder (), "lists", NULL);
  GError *error = NULL;
  g_autoptr (GPtrArray) shipped = cw_starter_load_lists (folder, &error);
  CwCorrections *self;

  if (shipped == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self = g_new0 (CwCorrections, 1);
  self->found = g_ptr_array_new_with_free_func (correction_free);
  for (guint i = 0; i < shipped->len; i++)
    {
      CwList *there = g_ptr_array_index (shipped, i);
      CwList *here = cw_document_find_list (document, cw_list_get_key (there));
      CwCorrection *correction = NULL;

      if (here != NULL && cw_list_get_card (here)->shipped)
        correction = compare (here, there);
      if (correction != NULL)
        g_ptr_array_add (self->found, correction);
    }

  g_task_return_pointer (task, self, (GDestroyNotify) cw_corrections_free);
}

/**
 * cw_document_find_corrections_async:
 * @self: a document
 * @cancellable: (nullable): to drop the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Compares the document's lists that came with the program with those that the program ships now.
 */
void
cw_document_find_corrections_async (CwDocument *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_find_corrections_async);
  _cw_document_push_to_searcher (self, task, find_job);
}

/**
 * cw_document_find_corrections_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the corrections, or %NULL with an error where the shipped lists cannot
 *   be read
 */
CwCorrections *
cw_document_find_corrections_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_find_corrections:
 * @self: a document
 * @error: return location
 *
 * Like cw_document_find_corrections_async(), but waits.
 *
 * Returns: (transfer full): the corrections, or %NULL with an error
 */
CwCorrections *
cw_document_find_corrections (CwDocument *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  cw_document_find_corrections_async (self, NULL, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);

  return cw_document_find_corrections_finish (self, result, error);
}
