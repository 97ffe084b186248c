/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-tally.h"

#include "model/item.h"

/* What the mappings of one reading say, each value with how often: of lists and categories nothing is
 * looked up in the file, since they follow from the items, which are known. */
struct _CwMappingTally
{
  GHashTable *of_text[3];   /* char * → guint *: relation, status, author */
  GHashTable *of_number[5]; /* gint64 * → guint *: negated, evidence, tenths, subject, object */
};

static const CwFacet text_facets[] = { CW_FACET_RELATION, CW_FACET_STATUS, CW_FACET_AUTHOR };
static const CwFacet number_facets[] = { CW_FACET_NEGATED, CW_FACET_EVIDENCE, CW_FACET_CONFIDENCE };

#define NO_TENTH (-1)

/**
 * cw_mapping_tally_new:
 *
 * Returns: (transfer full): a tally of nothing yet
 */
CwMappingTally *
cw_mapping_tally_new (void)
{
  CwMappingTally *self = g_new0 (CwMappingTally, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->of_text); i++)
    self->of_text[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->of_number); i++)
    self->of_number[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

/**
 * cw_mapping_tally_free:
 * @self: (transfer full): a tally
 */
void
cw_mapping_tally_free (CwMappingTally *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->of_text); i++)
    g_hash_table_unref (self->of_text[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->of_number); i++)
    g_hash_table_unref (self->of_number[i]);
  g_free (self);
}

static void
add_text (GHashTable *table, const char *text)
{
  guint *count = g_hash_table_lookup (table, text);

  if (count == NULL)
    g_hash_table_insert (table, g_strdup (text), count = g_new0 (guint, 1));
  (*count)++;
}

static void
add_number (GHashTable *table, gint64 number, guint n)
{
  guint *count = g_hash_table_lookup (table, &number);

  if (count == NULL)
    g_hash_table_insert (table, g_memdup2 (&number, sizeof number), count = g_new0 (guint, 1));
  *count += n;
}

static guint
get_number (GHashTable *table, gint64 number)
{
  guint *count = g_hash_table_lookup (table, &number);

  return count != NULL ? *count : 0;
}

/**
 * cw_mapping_tally_read:
 * @self: a tally
 * @statement: gives %CW_MAPPING_TALLY_COLUMNS of mappings
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_tally_read (CwMappingTally *self, CwStatement *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const int n_texts = G_N_ELEMENTS (self->of_text);
  const int n_numbers = G_N_ELEMENTS (self->of_number);

  while (cw_statement_step (statement, &local_error))
    {
      for (int i = 0; i < n_texts; i++)
        add_text (self->of_text[i], cw_statement_get_text (statement, i));
      for (int i = 0; i < n_numbers; i++)
        add_number (self->of_number[i], cw_statement_get_int (statement, n_texts + i), 1);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The item of the first level above, or the item itself. */
gint64
_cw_mapping_tally_get_category_id (const CwItem *item)
{
  while (item->parent != NULL)
    item = item->parent;

  return item->id;
}

/* What is said of items, by list or by category. */
static void
sum_items (GPtrArray *lists, CwMappingTally *tally, CwFacet facet, GHashTable *sums)
{
  GHashTable *of_items = tally->of_number[facet == CW_FACET_OBJECT_LIST ? 4 : 3];

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);
      gint64 id = cw_list_get_id (list);
      guint n = facet == CW_FACET_OBJECT_LIST ? get_number (of_items, -id) : 0;

      if (n > 0)
        add_number (sums, id, n);
      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);

          n = get_number (of_items, item->id);
          if (n > 0)
            add_number (sums,
                        facet == CW_FACET_CATEGORY ? _cw_mapping_tally_get_category_id (item) : id,
                        n);
        }
    }
}

static void
take_texts (CwFacet facet, GHashTable *table, GArray *counts)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      CwFacetCount count = { facet, g_strdup (key), *(guint *) value };

      g_array_append_val (counts, count);
    }
}

static void
take_numbers (CwFacet facet, GHashTable *table, GArray *counts)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 number = *(gint64 *) key;
      CwFacetCount count = { facet, NULL, *(guint *) value };

      count.value = facet == CW_FACET_CONFIDENCE && number == NO_TENTH
                      ? g_strdup ("")
                      : g_strdup_printf ("%" G_GINT64_FORMAT, number);
      g_array_append_val (counts, count);
    }
}

/**
 * cw_mapping_tally_take:
 * @self: a tally
 * @lists: (element-type CwList): all lists
 * @facet: a facet
 * @counts: (element-type CwFacetCount): the values of the facet are added here, in any order
 */
void
cw_mapping_tally_take (CwMappingTally *self, GPtrArray *lists, CwFacet facet, GArray *counts)
{
  g_autoptr (GHashTable) sums = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (text_facets); i++)
    {
      if (text_facets[i] == facet)
        take_texts (facet, self->of_text[i], counts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_facets); i++)
    {
      if (number_facets[i] == facet)
        take_numbers (facet, self->of_number[i], counts);
    }
  if (facet != CW_FACET_SUBJECT_LIST && facet != CW_FACET_OBJECT_LIST && facet != CW_FACET_CATEGORY)
    return;

  sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  sum_items (lists, self, facet, sums);
  take_numbers (facet, sums, counts);
}
