/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/import-items-private.h"

#include "model/fold.h"
#include "model/language.h"
#include "model/list-draft.h"
#include "workspace/list-names.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static void
target_free (gpointer data)
{
  CwImportTarget *target = data;

  cw_list_draft_free (target->draft);
  g_hash_table_unref (target->codes);
  g_free (target);
}

/**
 * cw_import_items_new:
 * @document: the document; outlives it
 * @file: name of the file that names the items
 *
 * Returns: (transfer full): no items yet
 */
CwImportItems *
cw_import_items_new (CwDocument *document, const char *file)
{
  CwImportItems *self = g_new0 (CwImportItems, 1);

  self->document = document;
  self->file = g_path_get_basename (file);
  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->items = g_array_new (FALSE, FALSE, sizeof (CwNewItem));
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_list = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_item = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * cw_import_items_free:
 * @self: (nullable): items
 */
void
cw_import_items_free (CwImportItems *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_list);
  g_hash_table_unref (self->by_item);
  g_array_unref (self->items);
  g_ptr_array_unref (self->targets);
  g_free (self->file);
  g_free (self);
}

static char *
strip_local_part (const char *iri)
{
  gsize length = strlen (iri);

  while (length > 0 && strchr ("/#:", iri[length - 1]) != NULL)
    length--;
  while (length > 0 && strchr ("/#:", iri[length - 1]) == NULL)
    length--;

  return g_strndup (iri, length);
}

static const char *
get_local_part (const char *iri)
{
  g_autofree char *stem = strip_local_part (iri);

  return iri + strlen (stem);
}

/* How the file calls the list of an item that no list has. */
static char *
name_list (CwImportItems *self, const CwRecordEnd *end)
{
  const char *colon = strchr (end->curie, ':');

  if (*end->list != '\0')
    return g_strdup (end->list);
  if (colon != NULL)
    return g_strndup (end->curie, (gsize) (colon - end->curie));
  if (*end->iri != '\0')
    return strip_local_part (end->iri);

  return g_strdup (self->file);
}

/* A title that a person can read: the last part of an address. */
static char *
make_title (const char *name)
{
  g_autofree char *stem = g_strdup (name);
  g_autofree char *local = NULL;

  if (strstr (name, "://") == NULL)
    return g_steal_pointer (&stem);

  while (*stem != '\0' && strchr ("/#", stem[strlen (stem) - 1]) != NULL)
    stem[strlen (stem) - 1] = '\0';
  local = g_uri_unescape_string (get_local_part (stem), NULL);

  return local != NULL && *local != '\0' ? g_steal_pointer (&local) : g_steal_pointer (&stem);
}

/* What the list is called that takes items which a file names; @known came with the program, and so
 * nothing can be added to it. */
static char *
title_list (CwImportItems *self, const CwRecordEnd *end, CwList *known)
{
  g_autofree char *name = NULL;

  if (known != NULL)
    /* Translators: title of a list of what a file names beside a list of the program; %s is that
     * list's short name */
    return g_strdup_printf (_ ("%s: additions"), cw_list_get_short_title (known, NULL));

  name = name_list (self, end);

  return make_title (name);
}

/* A list of the user's own that an earlier import made, or that is called so. */
static CwList *
find_earlier_list (CwItemFinder *finder, const char *title)
{
  CwList *list = cw_item_finder_find_list (finder, title);

  return list != NULL && !cw_list_get_card (list)->shipped ? list : NULL;
}

/**
 * cw_import_items_find:
 * @self: items
 * @finder: knows the lists there are
 * @end: an end of a mapping that is in none of the lists it names
 * @usual: (element-type CwList): the lists on that side, where the file does not say
 *
 * Returns: (transfer none) (nullable): the item that an earlier import made for it
 */
const CwItem *
cw_import_items_find (CwImportItems *self,
                      CwItemFinder *finder,
                      const CwRecordEnd *end,
                      GPtrArray *usual)
{
  CwList *known = cw_item_finder_find_list_of (finder, end, usual);
  g_autofree char *title = title_list (self, end, known);
  CwList *earlier = find_earlier_list (finder, title);
  const CwItem *item = NULL;

  if (earlier != NULL)
    cw_item_finder_find_in (finder, end, earlier, &item);

  return item;
}

static gboolean
is_key_taken (CwImportItems *self, const char *key)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const CwImportTarget *target = g_ptr_array_index (self->targets, i);

      if (g_strcmp0 (target->draft->card->key, key) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
make_key (CwImportItems *self, const CwListCard *card, const char *title)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", title, n);
      g_autofree char *key = cw_document_make_list_key (self->document, card->jurisdiction,
                                                        n == 1 ? title : numbered, card->issued);

      if (!is_key_taken (self, key))
        return g_steal_pointer (&key);
    }
}

static CwListCard *
make_card (CwImportItems *self,
           const CwRecordEnd *end,
           const char *name,
           const char *title,
           CwList *known)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *language = cw_language_is_valid (end->language) ? end->language : "en";
  CwListCard *card = cw_list_card_new ();

  card->official_language =
    g_strdup (known != NULL ? cw_list_get_card (known)->official_language : language);
  card->jurisdiction = g_strdup (known != NULL ? cw_list_get_card (known)->jurisdiction : "XA");
  card->issued = g_date_time_format (now, "%Y-%m-%d");
  cw_text_set (card->short_title, card->official_language, title);
  cw_text_set (card->title, card->official_language, title);
  card->key = make_key (self, card, title);
  card->notes = g_strdup_printf ("Made from what %s names.", self->file);
  if (known == NULL && strstr (name, "://") != NULL && cw_iri_is_valid (name))
    card->iri = g_strdup (name);

  return card;
}

static int
take_target (CwImportItems *self, gint64 list_id, CwListCard *card)
{
  CwImportTarget *target = g_new0 (CwImportTarget, 1);

  target->id = list_id;
  target->draft = cw_list_draft_new (card);
  target->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->targets, target);

  return (int) self->targets->len - 1;
}

static int
find_own_target (CwImportItems *self, CwList *list)
{
  gint64 id = cw_list_get_id (list);
  gint64 *key;
  int index = GPOINTER_TO_INT (g_hash_table_lookup (self->by_list, &id)) - 1;
  CwImportTarget *target;

  if (index >= 0)
    return index;

  index = take_target (self, id, cw_list_card_copy (cw_list_get_card (list)));
  target = g_ptr_array_index (self->targets, index);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    g_hash_table_add (target->codes, g_strdup (cw_list_get_item (list, i)->code));
  key = &target->id;
  g_hash_table_insert (self->by_list, key, GINT_TO_POINTER (index + 1));

  return index;
}

static int
find_target (CwImportItems *self, CwItemFinder *finder, const CwRecordEnd *end, GPtrArray *usual)
{
  CwList *known = cw_item_finder_find_list_of (finder, end, usual);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  CwList *earlier;
  int index;

  if (known != NULL && !cw_list_get_card (known)->shipped)
    return find_own_target (self, known);
  title = title_list (self, end, known);
  earlier = find_earlier_list (finder, title);
  if (earlier != NULL)
    return find_own_target (self, earlier);

  name = known != NULL ? g_strdup (cw_list_get_key (known)) : name_list (self, end);
  index = GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
  if (index >= 0)
    return index;

  index = take_target (self, 0, make_card (self, end, name, title, known));
  g_hash_table_insert (self->by_name, g_steal_pointer (&name), GINT_TO_POINTER (index + 1));

  return index;
}

static char *
make_code (const CwRecordEnd *end, const CwImportTarget *target)
{
  g_autofree char *local =
    g_uri_unescape_string (get_local_part (*end->curie != '\0' ? end->curie : end->iri), NULL);
  const char *wanted = *end->code != '\0' || local == NULL ? end->code : local;
  guint n = g_hash_table_size (target->codes);

  if (cw_list_code_is_valid (wanted) && !g_hash_table_contains (target->codes, wanted))
    return g_strdup (wanted);

  while (TRUE)
    {
      g_autofree char *code = g_strdup_printf ("%u", ++n);

      if (!g_hash_table_contains (target->codes, code))
        return g_steal_pointer (&code);
    }
}

/* The same words for the same item. */
static char *
name_item (const CwRecordEnd *end, int target)
{
  g_autofree char *folded = NULL;

  if (*end->iri != '\0')
    return g_strdup_printf ("%d\n%s", target, end->iri);
  if (*end->curie != '\0')
    return g_strdup_printf ("%d\n%s", target, end->curie);
  if (*end->code != '\0')
    return g_strdup_printf ("%d\ncode\n%s", target, end->code);

  folded = cw_fold_for_search (end->label);

  return g_strdup_printf ("%d\nlabel\n%s", target, folded);
}

/**
 * cw_import_items_add:
 * @self: items
 * @finder: knows the lists there are
 * @end: an end of a mapping that no list has
 * @usual: (element-type CwList): the lists on that side, where the file does not say
 *
 * Plans a new item: in the list that the file names, where it is the user's own, and else in a new
 * list. The same end gives the same item.
 *
 * Returns: the item, or %CW_IMPORT_NOTHING where the file gives it no name at all
 */
int
cw_import_items_add (CwImportItems *self,
                     CwItemFinder *finder,
                     const CwRecordEnd *end,
                     GPtrArray *usual)
{
  CwNewItem item = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;
  CwDraftItem *draft;
  CwImportTarget *target;
  int index;

  if (*end->iri == '\0' && *end->curie == '\0' && *end->code == '\0' && *end->label == '\0')
    return CW_IMPORT_NOTHING;

  item.target = find_target (self, finder, end, usual);
  name = name_item (end, item.target);
  index = GPOINTER_TO_INT (g_hash_table_lookup (self->by_item, name)) - 1;
  if (index >= 0)
    return index;

  target = g_ptr_array_index (self->targets, item.target);
  code = make_code (end, target);
  item.index = cw_list_draft_append (target->draft, 0, code);
  draft = cw_list_draft_get_item (target->draft, item.index);
  cw_draft_item_add_label (draft,
                           g_intern_string (cw_language_is_valid (end->language)
                                              ? end->language
                                              : target->draft->card->official_language),
                           *end->label != '\0' ? end->label : code, CW_LABEL_PREFERRED,
                           CW_LABEL_USER);
  if (cw_iri_is_valid (end->iri))
    {
      g_free (draft->iri);
      draft->iri = g_strdup (end->iri);
    }
  g_hash_table_add (target->codes, g_steal_pointer (&code));

  g_array_append_val (self->items, item);
  index = (int) self->items->len - 1;
  g_hash_table_insert (self->by_item, g_steal_pointer (&name), GINT_TO_POINTER (index + 1));

  return index;
}

/**
 * cw_import_items_find_list:
 * @self: items
 * @end: an end with no item, which names a list
 *
 * Returns: the new list that @end names, or %CW_IMPORT_NOTHING
 */
int
cw_import_items_find_list (CwImportItems *self, const CwRecordEnd *end)
{
  g_autofree char *name = name_list (self, end);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
}

/**
 * cw_import_items_get_n_items:
 * @self: items
 *
 * Returns: how many items are new
 */
guint
cw_import_items_get_n_items (CwImportItems *self)
{
  return self->items->len;
}

/**
 * cw_import_items_get_n_lists:
 * @self: items
 *
 * Returns: how many lists are new
 */
guint
cw_import_items_get_n_lists (CwImportItems *self)
{
  return g_hash_table_size (self->by_name);
}

const CwNewItem *
_cw_import_items_get (CwImportItems *self, int item)
{
  return &g_array_index (self->items, CwNewItem, item);
}

CwDraftItem *
_cw_import_items_get_draft (CwImportItems *self, int item)
{
  const CwNewItem *new_item = _cw_import_items_get (self, item);
  const CwImportTarget *target = g_ptr_array_index (self->targets, new_item->target);

  return cw_list_draft_get_item (target->draft, new_item->index);
}

/**
 * cw_import_items_get_label:
 * @self: items
 * @item: a new item
 *
 * Returns: (transfer none): its name
 */
const char *
cw_import_items_get_label (CwImportItems *self, int item)
{
  return cw_draft_item_get_label (_cw_import_items_get_draft (self, item), 0)->text;
}

/**
 * cw_import_items_get_code:
 * @self: items
 * @item: a new item
 *
 * Returns: (transfer none): its code
 */
const char *
cw_import_items_get_code (CwImportItems *self, int item)
{
  return _cw_import_items_get_draft (self, item)->code;
}
