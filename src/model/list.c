/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-private.h"

#include "model/language.h"

struct _CwList
{
  GObject parent_instance;

  CwListParts parts;
  guint n_verified;
  guint n_levels;
};

G_DEFINE_FINAL_TYPE (CwList, cw_list, G_TYPE_OBJECT)

void
_cw_list_parts_clear (CwListParts *parts)
{
  g_clear_pointer (&parts->card, cw_list_card_free);
  g_clear_pointer (&parts->by_code, g_hash_table_unref);
  g_clear_pointer (&parts->items, g_array_unref);
  g_clear_pointer (&parts->labels, g_array_unref);
  g_clear_pointer (&parts->figures, g_array_unref);
  g_clear_pointer (&parts->strings, g_string_chunk_free);
}

static void
cw_list_finalize (GObject *object)
{
  CwList *self = CW_LIST (object);

  _cw_list_parts_clear (&self->parts);

  G_OBJECT_CLASS (cw_list_parent_class)->finalize (object);
}

static void
cw_list_class_init (CwListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_list_finalize;
}

static void
cw_list_init (CwList *self)
{
}

/* While the arrays grow, items hold indices where pointers will stand: settle them now. */
static void
settle_pointers (CwList *self)
{
  CwItem *items = (CwItem *) (void *) self->parts.items->data;
  CwLabel *labels = (CwLabel *) (void *) self->parts.labels->data;
  CwFigures *figures = (CwFigures *) (void *) self->parts.figures->data;

  for (guint i = 0; i < self->parts.items->len; i++)
    {
      CwItem *item = &items[i];
      gsize parent = GPOINTER_TO_SIZE (item->parent);
      gsize figure = GPOINTER_TO_SIZE (item->figures);

      item->list = self;
      item->parent = parent > 0 ? &items[parent - 1] : NULL;
      item->figures = figure > 0 ? &figures[figure - 1] : NULL;
      item->labels = labels + GPOINTER_TO_SIZE (item->labels);

      self->n_levels = MAX (self->n_levels, item->depth + 1);
      if (item->verified)
        self->n_verified++;
      for (CwItem *above = (CwItem *) item->parent; above != NULL; above = (CwItem *) above->parent)
        above->n_descendants++;
    }
}

CwList *
_cw_list_new_take (CwListParts *parts)
{
  CwList *self = g_object_new (CW_TYPE_LIST, NULL);

  self->parts = *parts;
  *parts = (CwListParts){ 0 };
  settle_pointers (self);

  return self;
}

/**
 * cw_list_get_id:
 * @self: a list
 *
 * Returns: its row in the document, 0 where it is not in one
 */
gint64
cw_list_get_id (CwList *self)
{
  return self->parts.id;
}

/**
 * cw_list_get_card:
 * @self: a list
 *
 * Returns: (transfer none): what is known about it as a document
 */
const CwListCard *
cw_list_get_card (CwList *self)
{
  return self->parts.card;
}

/**
 * cw_list_get_key:
 * @self: a list
 *
 * Returns: (transfer none): its unique name, such as "us-cet-2024"
 */
const char *
cw_list_get_key (CwList *self)
{
  return self->parts.card->key;
}

/**
 * cw_list_get_short_title:
 * @self: a list
 * @languages: (array zero-terminated=1) (nullable): tags, the most wanted first
 *
 * Returns: (transfer none): its short title in the first of @languages there is
 */
const char *
cw_list_get_short_title (CwList *self, const char *const *languages)
{
  return cw_text_choose (self->parts.card->short_title, languages);
}

/**
 * cw_list_get_iri:
 * @self: a list
 *
 * Returns: (transfer full): the list's IRI (RFC 3987): its own, or its key below the base of all
 *   lists
 */
char *
cw_list_get_iri (CwList *self)
{
  const CwListCard *card = self->parts.card;

  if (card->iri != NULL && *card->iri != '\0')
    return g_strdup (card->iri);

  return g_strconcat (CW_LIST_BASE_IRI, card->key, NULL);
}

/**
 * cw_list_get_n_items:
 * @self: a list
 *
 * Returns: how many items it has, on all levels
 */
guint
cw_list_get_n_items (CwList *self)
{
  return self->parts.items->len;
}

/**
 * cw_list_get_n_verified:
 * @self: a list
 *
 * Returns: of how many items the official wording was checked
 */
guint
cw_list_get_n_verified (CwList *self)
{
  return self->n_verified;
}

/**
 * cw_list_get_n_levels:
 * @self: a list
 *
 * Returns: how many levels its items stand on
 */
guint
cw_list_get_n_levels (CwList *self)
{
  return self->n_levels;
}

/**
 * cw_list_get_item:
 * @self: a list
 * @index: less than cw_list_get_n_items()
 *
 * Returns: (transfer none): the item at @index, parents before children
 */
const CwItem *
cw_list_get_item (CwList *self, guint index)
{
  g_return_val_if_fail (index < self->parts.items->len, NULL);

  return &g_array_index (self->parts.items, CwItem, index);
}

/**
 * cw_list_find_item:
 * @self: a list
 * @code: a code
 *
 * Returns: (transfer none) (nullable): the item with that code
 */
const CwItem *
cw_list_find_item (CwList *self, const char *code)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->parts.by_code, code));

  return found > 0 ? cw_list_get_item (self, found - 1) : NULL;
}

static int
compare_language_pointers (gconstpointer a, gconstpointer b)
{
  return cw_language_compare (*(const char *const *) a, *(const char *const *) b);
}

/**
 * cw_list_get_languages:
 * @self: a list
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags of all languages in which an item
 *   has a label, in the order of cw_language_compare()
 */
char **
cw_list_get_languages (CwList *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; i < self->parts.labels->len; i++)
    {
      const char *language = g_array_index (self->parts.labels, CwLabel, i).language;

      if (g_hash_table_add (seen, (char *) language))
        g_ptr_array_add (languages, g_strdup (language));
    }

  g_ptr_array_sort (languages, compare_language_pointers);
  g_ptr_array_add (languages, NULL);

  return (char **) g_ptr_array_free (languages, FALSE);
}
