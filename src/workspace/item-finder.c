/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/item-finder.h"

#include "model/fold.h"

#include <string.h>

/* In a table of names: more than one thing is called so. */
static char ambiguous;

struct _CwItemFinder
{
  CwListSet *lists;
  GHashTable *names;  /* key, IRI and folded titles → CwList, or &ambiguous */
  GHashTable *iris;   /* (nullable) IRI → CwItem; made when it is first needed */
  GHashTable *labels; /* CwList → table of folded label → CwItem, or &ambiguous */
};

static void
add_name (GHashTable *names, char *name, gpointer value)
{
  gpointer other = g_hash_table_lookup (names, name);

  if (*name == '\0')
    g_free (name);
  else
    g_hash_table_insert (names, name, other == NULL || other == value ? value : &ambiguous);
}

static void
add_titles (GHashTable *names, const CwText *text, CwList *list)
{
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    add_name (names, cw_fold_for_search (cw_text_get (text, cw_text_get_language (text, i))), list);
}

/**
 * cw_item_finder_new:
 * @lists: the lists to look in
 *
 * Returns: (transfer full): a finder
 */
CwItemFinder *
cw_item_finder_new (CwListSet *lists)
{
  CwItemFinder *self = g_new0 (CwItemFinder, 1);

  self->lists = cw_list_set_ref (lists);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < lists->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists->lists, i);
      const CwListCard *card = cw_list_get_card (list);

      add_name (self->names, cw_fold_for_search (card->key), list);
      add_name (self->names, cw_list_get_iri (list), list);
      add_titles (self->names, card->short_title, list);
      add_titles (self->names, card->title, list);
    }

  return self;
}

/**
 * cw_item_finder_free:
 * @self: (nullable): a finder
 */
void
cw_item_finder_free (CwItemFinder *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->labels);
  g_clear_pointer (&self->iris, g_hash_table_unref);
  cw_list_set_unref (self->lists);
  g_free (self);
}

static gpointer
look_up (GHashTable *names, const char *name)
{
  gpointer found = g_hash_table_lookup (names, name);

  return found != &ambiguous ? found : NULL;
}

/**
 * cw_item_finder_find_list:
 * @self: a finder
 * @name: a list's IRI, key or title in any language; case, width and accents do not matter
 *
 * Returns: (transfer none) (nullable): the list; %NULL where there is none or there are several
 */
CwList *
cw_item_finder_find_list (CwItemFinder *self, const char *name)
{
  CwList *list = look_up (self->names, name);
  g_autofree char *folded = NULL;

  if (list != NULL)
    return list;

  folded = cw_fold_for_search (name);

  return look_up (self->names, folded);
}

/* "us-cet-2024:7.2", whose prefix nobody declared, names a list all the same. Our own files put
 * "list." before a key that cannot be a prefix. */
static CwList *
split_curie (CwItemFinder *self, const char *curie, char **code)
{
  const char *colon = strchr (curie, ':');
  g_autofree char *prefix = NULL;
  CwList *list;

  if (colon == NULL)
    return NULL;

  prefix = g_strndup (curie, (gsize) (colon - curie));
  list = cw_item_finder_find_list (self, g_str_has_prefix (prefix, "list.") ? prefix + 5 : prefix);
  if (list != NULL && code != NULL)
    *code = g_uri_unescape_string (colon + 1, NULL);

  return list;
}

/**
 * cw_item_finder_find_list_of:
 * @self: a finder
 * @end: one end of a mapping
 * @usual: (element-type CwList): the lists on that side, where the file does not say
 *
 * Returns: (transfer none) (nullable): the list in which the end lies; %NULL where that is not known
 */
CwList *
cw_item_finder_find_list_of (CwItemFinder *self, const CwRecordEnd *end, GPtrArray *usual)
{
  CwList *list = NULL;

  if (*end->list != '\0')
    return cw_item_finder_find_list (self, end->list);
  if (*end->curie != '\0')
    list = split_curie (self, end->curie, NULL);
  if (list == NULL && usual->len == 1)
    list = g_ptr_array_index (usual, 0);

  return list;
}

static const CwItem *
find_iri (CwItemFinder *self, const char *iri)
{
  GHashTableIter iter;
  const CwItem *item;

  if (self->iris != NULL)
    return look_up (self->iris, iri);

  self->iris = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->lists->items);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &item))
    add_name (self->iris, cw_item_get_iri (item), (gpointer) item);

  return look_up (self->iris, iri);
}

static GHashTable *
get_labels (CwItemFinder *self, CwList *list)
{
  GHashTable *labels = g_hash_table_lookup (self->labels, list);

  if (labels != NULL)
    return labels;

  labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      for (guint j = 0; j < item->n_labels; j++)
        add_name (labels, cw_fold_for_search (item->labels[j].text), (gpointer) item);
    }
  g_hash_table_insert (self->labels, list, labels);

  return labels;
}

/* Of several lists, the name must be that of one item in all of them. */
static CwItemMatch
find_label (CwItemFinder *self, GPtrArray *lists, const char *label, const CwItem **item)
{
  g_autofree char *folded = cw_fold_for_search (label);
  const CwItem *found = NULL;

  for (guint i = 0; i < lists->len; i++)
    {
      gpointer here = g_hash_table_lookup (get_labels (self, g_ptr_array_index (lists, i)), folded);

      if (here == &ambiguous || (here != NULL && found != NULL))
        return CW_ITEM_AMBIGUOUS;
      if (here != NULL)
        found = here;
    }
  *item = found;

  return found != NULL ? CW_ITEM_FOUND : CW_ITEM_UNKNOWN;
}

static CwItemMatch
find_code (GPtrArray *lists, const char *code, const CwItem **item)
{
  const CwItem *found = NULL;

  for (guint i = 0; i < lists->len; i++)
    {
      const CwItem *here = cw_list_find_item (g_ptr_array_index (lists, i), code);

      if (here != NULL && found != NULL)
        return CW_ITEM_AMBIGUOUS;
      if (here != NULL)
        found = here;
    }
  *item = found;

  return found != NULL ? CW_ITEM_FOUND : CW_ITEM_UNKNOWN;
}

static const CwItem *
find_curie (CwItemFinder *self, const char *curie)
{
  g_autofree char *code = NULL;
  CwList *list = split_curie (self, curie, &code);

  return list != NULL && code != NULL ? cw_list_find_item (list, code) : NULL;
}

static CwItemMatch
find_in (CwItemFinder *self, const CwRecordEnd *end, GPtrArray *lists, const CwItem **item)
{
  CwItemMatch match = CW_ITEM_UNKNOWN;

  if (*end->code != '\0')
    match = find_code (lists, end->code, item);
  if (match != CW_ITEM_FOUND && *end->label != '\0')
    match = find_label (self, lists, end->label, item);

  return match;
}

/**
 * cw_item_finder_find:
 * @self: a finder
 * @end: one end of a mapping
 * @usual: (element-type CwList): the lists on that side, where the file does not say
 * @item: (out): where the item goes
 *
 * Looks for an item by its IRI, its CURIE, its list and code, and last by its name in any language,
 * whatever its case, width or accents. A name that several items have is not guessed at.
 *
 * Returns: what came of it; @item is %NULL unless it is %CW_ITEM_FOUND
 */
CwItemMatch
cw_item_finder_find (CwItemFinder *self,
                     const CwRecordEnd *end,
                     GPtrArray *usual,
                     const CwItem **item)
{
  CwList *list;

  *item = NULL;
  if (*end->iri == '\0' && *end->curie == '\0' && *end->code == '\0' && *end->label == '\0')
    return CW_ITEM_UNSAID;

  if (*end->iri != '\0')
    *item = find_iri (self, end->iri);
  if (*item == NULL && *end->curie != '\0')
    *item = find_curie (self, end->curie);
  if (*item != NULL)
    return CW_ITEM_FOUND;

  /* A list that is named and not known has none of the items that are. */
  list = cw_item_finder_find_list_of (self, end, usual);
  if (list == NULL)
    return *end->list != '\0' ? CW_ITEM_UNKNOWN : find_in (self, end, usual, item);

  return cw_item_finder_find_in (self, end, list, item);
}

/**
 * cw_item_finder_find_in:
 * @self: a finder
 * @end: one end of a mapping
 * @list: a list
 * @item: (out): where the item goes
 *
 * Looks for an item by its code and by its name in one list, whatever list the file names.
 *
 * Returns: as cw_item_finder_find()
 */
CwItemMatch
cw_item_finder_find_in (CwItemFinder *self,
                        const CwRecordEnd *end,
                        CwList *list,
                        const CwItem **item)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  *item = NULL;
  g_ptr_array_add (lists, list);

  return find_in (self, end, lists, item);
}
