/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-twin.h"

#include "model/fold.h"
#include "model/item.h"

#include <string.h>

/* What is asked of a mapping again and again. */
typedef struct
{
  char *values[CW_N_FACETS];
  GPtrArray *texts; /* folded, each field and label by itself */
} Facts;

struct _SearchTwin
{
  GPtrArray *mappings; /* CwMapping, by id */
  GPtrArray *facts;    /* Facts of each of them */
  GPtrArray *items;    /* CwItem, in the order of the lists */
  const char *const *languages;
};

/* @languages is borrowed. */
void
search_twin_set_languages (SearchTwin *self, const char *const *languages)
{
  self->languages = languages;
}

/* Returns: where an item stands among all of them; -1 for none */
static int
find_place (SearchTwin *self, gint64 item_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (((const CwItem *) g_ptr_array_index (self->items, i))->id == item_id)
        return (int) i;
    }

  return -1;
}

static const CwItem *
find_item (SearchTwin *self, gint64 item_id)
{
  int place = find_place (self, item_id);

  return place >= 0 ? g_ptr_array_index (self->items, place) : NULL;
}

static const char *
label_of (SearchTwin *self, const CwItem *item)
{
  const CwLabel *label = cw_item_choose_label (item, self->languages);

  g_assert_nonnull (label);

  return label->text;
}

typedef struct
{
  gboolean missing;
  double number;
  char *text; /* NULL where the number says it */
} Key;

static int
strength_of (const CwMapping *mapping)
{
  static const CwRelation order[] = { CW_RELATION_EXACT,  CW_RELATION_CLOSE,   CW_RELATION_BROAD,
                                      CW_RELATION_NARROW, CW_RELATION_OVERLAP, CW_RELATION_RELATED,
                                      CW_RELATION_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (order[i] == mapping->relation)
        return (int) i;
    }

  g_assert_not_reached ();
}

static Key
get_key (SearchTwin *self, const CwMapping *mapping, CwMappingSort sort)
{
  const CwItem *subject = find_item (self, mapping->subject_id);
  const CwItem *object = find_item (self, mapping->object_id);
  Key key = { FALSE, 0, NULL };

  switch (sort)
    {
    case CW_SORT_SUBJECT_LIST:
      key.number = (double) cw_list_get_id (subject->list);
      break;
    case CW_SORT_SUBJECT_CODE:
      key.number = subject->index;
      break;
    case CW_SORT_SUBJECT_LABEL:
      key.text = g_utf8_collate_key (label_of (self, subject), -1);
      break;
    case CW_SORT_RELATION:
      key.number = strength_of (mapping);
      break;
    case CW_SORT_OBJECT_LIST:
      key.number =
        (double) (object != NULL ? cw_list_get_id (object->list) : mapping->object_list_id);
      break;
    case CW_SORT_OBJECT_CODE:
      key.missing = object == NULL;
      key.number = object != NULL ? object->index : 0;
      break;
    case CW_SORT_OBJECT_LABEL:
      key.missing = object == NULL;
      key.text = object != NULL ? g_utf8_collate_key (label_of (self, object), -1) : NULL;
      break;
    case CW_SORT_CONFIDENCE:
      key.missing = mapping->confidence < 0;
      key.number = mapping->confidence;
      break;
    case CW_SORT_STATUS:
      key.number = mapping->status;
      break;
    case CW_SORT_RATIONALE:
      key.text = cw_fold_for_search (mapping->rationale);
      break;
    case CW_SORT_AUTHOR:
      key.text = cw_fold_for_search (mapping->author);
      break;
    case CW_SORT_CREATED:
      key.text = g_strdup (mapping->created);
      break;
    case CW_SORT_MODIFIED:
      key.text = g_strdup (mapping->modified);
      break;
    case CW_SORT_REVIEWER:
      key.missing = *mapping->reviewer == '\0';
      key.text = cw_fold_for_search (mapping->reviewer);
      break;
    case CW_SORT_REVIEWED:
      key.missing = *mapping->reviewed == '\0';
      key.text = g_strdup (mapping->reviewed);
      break;
    case CW_SORT_LISTS:
    default:
      break;
    }

  return key;
}

typedef struct
{
  SearchTwin *twin;
  CwMappingSort sort;
  gboolean descending;
} Order;

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_in_lists (SearchTwin *self, const CwMapping *a, const CwMapping *b)
{
  int order = find_place (self, a->subject_id) - find_place (self, b->subject_id);

  if (order == 0)
    order = strength_of (a) - strength_of (b);
  if (order == 0)
    order = find_place (self, a->object_id) - find_place (self, b->object_id);

  return order != 0 ? order : compare_numbers ((double) a->id, (double) b->id);
}

static int
compare (gconstpointer first, gconstpointer second, gpointer user_data)
{
  const CwMapping *a = *(const CwMapping *const *) first;
  const CwMapping *b = *(const CwMapping *const *) second;
  Order *wanted = user_data;
  Key key_a = get_key (wanted->twin, a, wanted->sort);
  Key key_b = get_key (wanted->twin, b, wanted->sort);
  int order = key_a.missing - key_b.missing;

  if (order == 0)
    {
      order = key_a.text != NULL ? strcmp (key_a.text, key_b.text)
                                 : compare_numbers (key_a.number, key_b.number);
      order = wanted->descending ? -order : order;
    }
  g_free (key_a.text);
  g_free (key_b.text);

  return order != 0 ? order : compare_in_lists (wanted->twin, a, b);
}

/* The value of a mapping in a facet. */
char *
search_twin_get_value (SearchTwin *self, const CwMapping *mapping, CwFacet facet)
{
  const CwItem *subject = find_item (self, mapping->subject_id);
  const CwItem *object = find_item (self, mapping->object_id);
  const CwItem *top = subject;

  switch (facet)
    {
    case CW_FACET_RELATION:
      return g_strdup (cw_relation_to_key (mapping->relation));
    case CW_FACET_STATUS:
      return g_strdup (cw_status_to_key (mapping->status));
    case CW_FACET_SUBJECT_LIST:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cw_list_get_id (subject->list));
    case CW_FACET_OBJECT_LIST:
      return g_strdup_printf ("%" G_GINT64_FORMAT, object != NULL ? cw_list_get_id (object->list)
                                                                  : mapping->object_list_id);
    case CW_FACET_CATEGORY:
      while (top->depth > 0)
        top = top->parent;
      return g_strdup_printf ("%" G_GINT64_FORMAT, top->id);
    case CW_FACET_CONFIDENCE:
      return mapping->confidence < 0
               ? g_strdup ("")
               : g_strdup_printf ("%d", (int) (mapping->confidence * 100 + 0.5) / 10);
    case CW_FACET_AUTHOR:
      return g_strdup (mapping->author);
    case CW_FACET_EVIDENCE:
      return g_strdup (*mapping->citation || *mapping->url || *mapping->quotation ? "1" : "0");
    case CW_FACET_NEGATED:
    default:
      return g_strdup (mapping->negated ? "1" : "0");
    }
}

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    g_free (facts->values[facet]);
  g_ptr_array_unref (facts->texts);
  g_free (facts);
}

static void
add_item_texts (Facts *facts, const CwItem *item)
{
  if (item == NULL)
    return;

  g_ptr_array_add (facts->texts, cw_fold_for_search (item->code));
  for (guint i = 0; i < item->n_labels; i++)
    g_ptr_array_add (facts->texts, cw_fold_for_search (item->labels[i].text));
}

static Facts *
make_facts (SearchTwin *self, const CwMapping *mapping)
{
  const char *const fields[] = { mapping->rationale,   mapping->note_shared, mapping->note_subject,
                                 mapping->note_object, mapping->citation,    mapping->url,
                                 mapping->quotation,   mapping->author,      mapping->reviewer };
  Facts *facts = g_new0 (Facts, 1);

  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    facts->values[facet] = search_twin_get_value (self, mapping, facet);
  facts->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (facts->texts, cw_fold_for_search (fields[i]));
  add_item_texts (facts, find_item (self, mapping->subject_id));
  add_item_texts (facts, find_item (self, mapping->object_id));

  return facts;
}

SearchTwin *
search_twin_new (GPtrArray *lists, GPtrArray *mappings)
{
  SearchTwin *self = g_new0 (SearchTwin, 1);

  self->mappings = g_ptr_array_ref (mappings);
  self->items = g_ptr_array_new ();
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        g_ptr_array_add (self->items, (gpointer) cw_list_get_item (list, j));
    }
  self->facts = g_ptr_array_new_with_free_func (facts_free);
  for (guint i = 0; i < mappings->len; i++)
    g_ptr_array_add (self->facts, make_facts (self, g_ptr_array_index (mappings, i)));

  return self;
}

void
search_twin_free (SearchTwin *self)
{
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

static gboolean
holds (const Facts *facts, const char *word)
{
  for (guint i = 0; i < facts->texts->len; i++)
    {
      if (strstr (g_ptr_array_index (facts->texts, i), word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes (const Facts *facts, const CwMappingFilter *filter, char **words, int without)
{
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      if ((int) facet != without && filter->values[facet] != NULL &&
          !cw_mapping_filter_has_value (filter, facet, facts->values[facet]))
        return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!holds (facts, words[i]))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer container): the mappings that pass, in order */
GPtrArray *
search_twin_find (SearchTwin *self,
                  const CwMappingFilter *filter,
                  CwMappingSort sort,
                  gboolean descending)
{
  GPtrArray *found = g_ptr_array_new ();
  Order order = { self, sort, descending };
  g_autofree char *folded = cw_fold_for_search (filter->text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < self->mappings->len; i++)
    {
      if (passes (g_ptr_array_index (self->facts, i), filter, words, -1))
        g_ptr_array_add (found, g_ptr_array_index (self->mappings, i));
    }
  g_ptr_array_sort_with_data (found, compare, &order);

  return found;
}

/* Counts each facet as if nothing of its own were set: "status: draft" → how many. */
GHashTable *
search_twin_count (SearchTwin *self, const CwMappingFilter *filter)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = cw_fold_for_search (filter->text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      for (guint i = 0; i < self->mappings->len; i++)
        {
          const Facts *facts = g_ptr_array_index (self->facts, i);
          char *name;
          guint n;

          if (!passes (facts, filter, words, (int) facet))
            continue;
          name = g_strdup_printf ("%s: %s", cw_facet_to_key (facet), facts->values[facet]);
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
          g_hash_table_insert (counts, name, GUINT_TO_POINTER (n + 1));
        }
    }

  return counts;
}
