/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/pair-tally.h"

struct _CwPairTally
{
  GPtrArray *pairs;   /* CwPairCounts, in the order in which they came */
  GHashTable *by_key; /* the lists' ids → CwPairCounts */
};

typedef struct
{
  gint64 left;
  gint64 right;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->left) * 31 + g_int64_hash (&key->right);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->left == y->left && x->right == y->right;
}

static void
pair_free (gpointer data)
{
  CwPairCounts *pair = data;

  g_object_unref (pair->left);
  g_object_unref (pair->right);
  g_hash_table_unref (pair->states);
  g_free (pair);
}

/**
 * cw_pair_tally_new:
 *
 * Returns: (transfer full): a tally of no rows
 */
CwPairTally *
cw_pair_tally_new (void)
{
  CwPairTally *self = g_new0 (CwPairTally, 1);

  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->by_key = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  return self;
}

/**
 * cw_pair_tally_free:
 * @self: (nullable): a tally
 */
void
cw_pair_tally_free (CwPairTally *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

static CwPairCounts *
add_pair (CwPairTally *self, CwList *left, CwList *right)
{
  Key *key = g_new (Key, 1);
  CwPairCounts *pair = g_new0 (CwPairCounts, 1);

  *key = (Key){ cw_list_get_id (left), cw_list_get_id (right) };
  pair->left = g_object_ref (left);
  pair->right = g_object_ref (right);
  pair->states = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->by_key, key, pair);
  g_ptr_array_add (self->pairs, pair);

  return pair;
}

static CwPairCounts *
find_pair (CwPairTally *self, CwList *left, CwList *right)
{
  const Key key = { cw_list_get_id (left), cw_list_get_id (right) };

  return g_hash_table_lookup (self->by_key, &key);
}

/**
 * cw_pair_tally_expect:
 * @self: a tally
 * @left: a list
 * @right: a list
 *
 * Has the pair among the results, whether or not a row names it. Pairs stand in the order in which
 * they are expected or come.
 */
void
cw_pair_tally_expect (CwPairTally *self, CwList *left, CwList *right)
{
  if (find_pair (self, left, right) == NULL)
    add_pair (self, left, right);
}

/* A link outweighs a finding of absence. */
static void
note_state (CwPairCounts *pair, const CwItem *item, CwItemState state)
{
  gpointer key = (gpointer) item;

  if (item != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (pair->states, key)) != CW_ITEM_LINKED)
    g_hash_table_insert (pair->states, key, GUINT_TO_POINTER (state));
}

static void
count_row (CwPairCounts *pair, const CwConcordanceRow *row, gboolean turned)
{
  const CwMapping *mapping = row->mapping;
  gboolean absent = row->relation == CW_RELATION_NONE;

  pair->n_mappings++;
  pair->by_status[mapping->status]++;
  pair->n_evidence += cw_mapping_has_evidence (mapping) ? 1 : 0;
  if (mapping->negated)
    pair->n_negated++;
  else
    pair->by_relation[turned ? cw_relation_inverse (row->relation) : row->relation]++;

  if (mapping->negated || mapping->status == CW_STATUS_REJECTED)
    return;

  note_state (pair, row->left, absent ? CW_ITEM_ABSENT : CW_ITEM_LINKED);
  note_state (pair, row->right, absent ? CW_ITEM_ABSENT : CW_ITEM_LINKED);
}

/**
 * cw_pair_tally_add:
 * @self: a tally
 * @row: a row; one without a mapping counts nothing. Its lists outlive the tally
 *
 * Where the pair is known the other way round, the row is turned.
 */
void
cw_pair_tally_add (CwPairTally *self, const CwConcordanceRow *row)
{
  CwPairCounts *pair;
  gboolean turned = FALSE;

  if (row->mapping == NULL)
    return;

  pair = find_pair (self, row->left_list, row->right_list);
  if (pair == NULL)
    {
      pair = find_pair (self, row->right_list, row->left_list);
      turned = pair != NULL;
    }
  if (pair == NULL)
    pair = add_pair (self, row->left_list, row->right_list);
  count_row (pair, row, turned);
}

static void
count_items (CwPairCounts *pair, CwList *list, CwCoverage *coverage)
{
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      gpointer state = g_hash_table_lookup (pair->states, cw_list_get_item (list, i));

      coverage->counts[GPOINTER_TO_UINT (state)]++;
    }
  coverage->n_items = cw_list_get_n_items (list);
}

/**
 * cw_pair_tally_end:
 * @self: a tally to which all rows were added
 *
 * Returns: (transfer none) (element-type CwPairCounts): the pairs
 */
GPtrArray *
cw_pair_tally_end (CwPairTally *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      CwPairCounts *pair = g_ptr_array_index (self->pairs, i);

      pair->of_left = (CwCoverage){ 0 };
      pair->of_right = (CwCoverage){ 0 };
      count_items (pair, pair->left, &pair->of_left);
      count_items (pair, pair->right, &pair->of_right);
    }

  return self->pairs;
}
