/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/agreement.h"

#include "analysis/kappa.h"

/* The work goes with the number of judgements, not with that of the pairs of items, of which there
 * are many thousand times more: the pairs that neither coding links are what is left over. */

/* A pair of items that at least one coding links. */
typedef struct
{
  const CwItem *left;
  const CwItem *right;
  CwRelation relations[2];
  gint64 ids[2];
} Pair;

/* A pair of lists; the first judgement says which of them is on the left. */
typedef struct
{
  CwList *left;
  CwList *right;
  guint places[2]; /* where they stand among all lists */
  gboolean judged[2];
  GHashTable *pairs; /* Pair, by its items */
} Field;

typedef struct
{
  GHashTable *items;  /* gint64 → CwItem */
  GHashTable *places; /* CwList → place + 1 */
  GPtrArray *fields;
  GHashTable *field_index; /* Field, by its lists in whatever order */
} Table;

static guint
hash_two (gconstpointer a, gconstpointer b)
{
  return g_direct_hash (a) * 31 + g_direct_hash (b);
}

static guint
pair_hash (gconstpointer data)
{
  const Pair *pair = data;

  return hash_two (pair->left, pair->right);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  return first->left == second->left && first->right == second->right;
}

static guint
field_hash (gconstpointer data)
{
  const Field *field = data;

  return g_direct_hash (field->left) + g_direct_hash (field->right);
}

static gboolean
field_equal (gconstpointer a, gconstpointer b)
{
  const Field *first = a;
  const Field *second = b;

  return (first->left == second->left && first->right == second->right) ||
         (first->left == second->right && first->right == second->left);
}

static void
field_free (gpointer data)
{
  Field *field = data;

  g_hash_table_unref (field->pairs);
  g_free (field);
}

static void
table_init (Table *self, GPtrArray *lists)
{
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->places = g_hash_table_new (NULL, NULL);
  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->field_index = g_hash_table_new (field_hash, field_equal);

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      g_hash_table_insert (self->places, list, GUINT_TO_POINTER (i + 1));
      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);

          g_hash_table_insert (self->items, (gpointer) &item->id, (gpointer) item);
        }
    }
}

static void
table_clear (Table *self)
{
  g_hash_table_unref (self->field_index);
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->items);
}

static CwList *
find_list (GPtrArray *lists, gint64 id)
{
  for (guint i = 0; i < lists->len; i++)
    {
      if (cw_list_get_id (g_ptr_array_index (lists, i)) == id)
        return g_ptr_array_index (lists, i);
    }

  return NULL;
}

static Field *
ensure_field (Table *self, CwList *left, CwList *right)
{
  Field wanted = { .left = left, .right = right };
  Field *field = g_hash_table_lookup (self->field_index, &wanted);

  if (field != NULL)
    return field;

  field = g_new0 (Field, 1);
  field->left = left;
  field->right = right;
  field->places[0] = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, left));
  field->places[1] = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, right));
  field->pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  g_ptr_array_add (self->fields, field);
  g_hash_table_add (self->field_index, field);

  return field;
}

static void
add_pair (Field *field,
          guint coding,
          const CwLink *link,
          const CwItem *subject,
          const CwItem *object)
{
  /* Within one list the item that comes first is on the left. */
  gboolean inverted =
    subject->list == object->list ? subject->index > object->index : subject->list != field->left;
  CwRelation relation = (CwRelation) link->relation;
  Pair wanted = { .left = inverted ? object : subject, .right = inverted ? subject : object };
  Pair *pair = g_hash_table_lookup (field->pairs, &wanted);

  if (pair == NULL)
    {
      pair = g_memdup2 (&wanted, sizeof wanted);
      g_hash_table_add (field->pairs, pair);
    }
  /* Where a pair is linked twice, the first counts. */
  if (pair->ids[coding] != 0)
    return;

  pair->ids[coding] = link->id;
  pair->relations[coding] = inverted ? cw_relation_inverse (relation) : relation;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = ((const CwLink *) a)->id;
  gint64 second = ((const CwLink *) b)->id;

  return (first > second) - (first < second);
}

static void
add_coding (Table *self, GPtrArray *lists, guint coding, GArray *links)
{
  g_autoptr (GArray) sorted = g_array_copy (links);

  g_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    {
      const CwLink *link = &g_array_index (sorted, CwLink, i);
      const CwItem *subject = g_hash_table_lookup (self->items, &link->subject_id);
      const CwItem *object = g_hash_table_lookup (self->items, &link->object_id);
      CwList *object_list = object != NULL ? object->list : find_list (lists, link->object_list_id);
      Field *field;

      if (subject == NULL || object_list == NULL)
        continue;

      field = ensure_field (self, subject->list, object_list);
      field->judged[coding] = TRUE;
      if (object != NULL && cw_link_joins (link))
        add_pair (field, coding, link, subject, object);
    }
}

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  const Field *first = *(const Field *const *) a;
  const Field *second = *(const Field *const *) b;
  guint side = first->places[0] != second->places[0] ? 0 : 1;

  return (first->places[side] > second->places[side]) -
         (first->places[side] < second->places[side]);
}

static int
compare_disagreements (gconstpointer a, gconstpointer b)
{
  const CwDisagreement *first = a;
  const CwDisagreement *second = b;

  if (first->left->index != second->left->index)
    return first->left->index < second->left->index ? -1 : 1;

  return (first->right->index > second->right->index) -
         (first->right->index < second->right->index);
}

static guint64
count_pairs (const Field *field)
{
  guint64 n_left = cw_list_get_n_items (field->left);
  guint64 n_right = cw_list_get_n_items (field->right);

  return field->left == field->right ? n_left * (n_left - 1) / 2 : n_left * n_right;
}

static void
compare_field (CwCodingComparison *self, const Field *field)
{
  CwAgreement agreement = { .left = field->left,
                            .right = field->right,
                            .n_pairs = count_pairs (field) };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CwDisagreement));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, field->pairs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Pair *pair = key;
      CwDisagreement disagreement = { pair->left,         pair->right,  pair->relations[0],
                                      pair->relations[1], pair->ids[0], pair->ids[1] };

      agreement.counts[pair->relations[0]][pair->relations[1]]++;
      if (pair->relations[0] != pair->relations[1])
        g_array_append_val (found, disagreement);
    }
  agreement.counts[CW_RELATION_NONE][CW_RELATION_NONE] =
    agreement.n_pairs - g_hash_table_size (field->pairs);

  g_array_sort (found, compare_disagreements);
  g_array_append_val (self->agreements, agreement);
  if (found->len > 0)
    g_array_append_vals (self->disagreements, found->data, found->len);
}

/**
 * cw_coding_comparison_new:
 * @lists: (element-type CwList): all lists of the document
 * @first: (element-type CwLink): everything that one coding says
 * @second: (element-type CwLink): everything that the other says
 *
 * Compares two codings. All pairs of items of two lists count as judged once a coding says anything
 * between these lists, be it that something has no counterpart. Rejected and negated mappings link
 * nothing; a mapping made from the other side is read the other way round.
 *
 * Returns: (transfer full): the comparison, which holds none of the lists
 */
CwCodingComparison *
cw_coding_comparison_new (GPtrArray *lists, GArray *first, GArray *second)
{
  CwCodingComparison *self = g_new0 (CwCodingComparison, 1);
  Table table;

  self->agreements = g_array_new (FALSE, FALSE, sizeof (CwAgreement));
  self->disagreements = g_array_new (FALSE, FALSE, sizeof (CwDisagreement));
  table_init (&table, lists);
  add_coding (&table, lists, 0, first);
  add_coding (&table, lists, 1, second);
  g_ptr_array_sort (table.fields, compare_fields);

  for (guint i = 0; i < table.fields->len; i++)
    {
      const Field *field = g_ptr_array_index (table.fields, i);

      if (field->judged[0] && field->judged[1])
        compare_field (self, field);
      else
        self->n_alone[field->judged[0] ? 0 : 1] += g_hash_table_size (field->pairs);
    }
  table_clear (&table);

  return self;
}

/**
 * cw_coding_comparison_free:
 * @self: (nullable): a comparison
 */
void
cw_coding_comparison_free (CwCodingComparison *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->agreements);
  g_array_unref (self->disagreements);
  g_free (self);
}

/**
 * cw_agreement_count_linked:
 * @self: a pair of lists
 * @coding: 0 for the first coding, 1 for the second
 *
 * Returns: how many pairs of items that coding links
 */
guint64
cw_agreement_count_linked (const CwAgreement *self, guint coding)
{
  guint64 n = 0;

  for (guint i = 0; i < CW_N_RELATIONS; i++)
    n += coding == 0 ? self->counts[CW_RELATION_NONE][i] : self->counts[i][CW_RELATION_NONE];

  return self->n_pairs - n;
}

/**
 * cw_agreement_count_both:
 * @self: a pair of lists
 *
 * Returns: how many pairs of items both codings link, in whatever way
 */
guint64
cw_agreement_count_both (const CwAgreement *self)
{
  guint64 n = 0;

  for (guint i = 1; i < CW_N_RELATIONS; i++)
    {
      for (guint j = 1; j < CW_N_RELATIONS; j++)
        n += self->counts[i][j];
    }

  return n;
}

/**
 * cw_agreement_count_same:
 * @self: a pair of lists
 *
 * Returns: how many pairs of items both codings link in the same way
 */
guint64
cw_agreement_count_same (const CwAgreement *self)
{
  guint64 n = 0;

  for (guint i = 1; i < CW_N_RELATIONS; i++)
    n += self->counts[i][i];

  return n;
}

static gboolean
divide (guint64 part, guint64 whole, double *percent)
{
  if (whole == 0)
    return FALSE;

  *percent = 100.0 * (double) part / (double) whole;

  return TRUE;
}

/**
 * cw_agreement_get_percent:
 * @self: a pair of lists
 * @percent: (out): of all pairs of items, those that both codings link or both leave alone
 *
 * Returns: %FALSE where there are no pairs
 */
gboolean
cw_agreement_get_percent (const CwAgreement *self, double *percent)
{
  return divide (cw_agreement_count_both (self) + self->counts[CW_RELATION_NONE][CW_RELATION_NONE],
                 self->n_pairs, percent);
}

/**
 * cw_agreement_get_kappa:
 * @self: a pair of lists
 * @kappa: (out): Cohen's kappa of link or no link over all pairs of items
 *
 * Returns: %FALSE where it is undefined, see cw_kappa_compute()
 */
gboolean
cw_agreement_get_kappa (const CwAgreement *self, double *kappa)
{
  guint64 both = cw_agreement_count_both (self);
  guint64 table[4] = {
    self->counts[CW_RELATION_NONE][CW_RELATION_NONE],
    cw_agreement_count_linked (self, 1) - both,
    cw_agreement_count_linked (self, 0) - both,
    both,
  };

  return cw_kappa_compute (table, 2, kappa);
}

/**
 * cw_agreement_get_relation_percent:
 * @self: a pair of lists
 * @percent: (out): of the pairs of items that both codings link, those linked in the same way
 *
 * Returns: %FALSE where they link none in common
 */
gboolean
cw_agreement_get_relation_percent (const CwAgreement *self, double *percent)
{
  return divide (cw_agreement_count_same (self), cw_agreement_count_both (self), percent);
}

/**
 * cw_agreement_get_relation_kappa:
 * @self: a pair of lists
 * @kappa: (out): Cohen's kappa over all pairs of items, with each relation and no link as
 *   categories
 *
 * Returns: %FALSE where it is undefined, see cw_kappa_compute()
 */
gboolean
cw_agreement_get_relation_kappa (const CwAgreement *self, double *kappa)
{
  return cw_kappa_compute (&self->counts[0][0], CW_N_RELATIONS, kappa);
}

/**
 * cw_agreement_get_linked_relation_kappa:
 * @self: a pair of lists
 * @kappa: (out): Cohen's kappa of the relation over the pairs of items that both codings link
 *
 * Returns: %FALSE where it is undefined, see cw_kappa_compute()
 */
gboolean
cw_agreement_get_linked_relation_kappa (const CwAgreement *self, double *kappa)
{
  guint64 table[(CW_N_RELATIONS - 1) * (CW_N_RELATIONS - 1)];
  guint at = 0;

  for (guint i = 1; i < CW_N_RELATIONS; i++)
    {
      for (guint j = 1; j < CW_N_RELATIONS; j++)
        table[at++] = self->counts[i][j];
    }

  return cw_kappa_compute (table, CW_N_RELATIONS - 1, kappa);
}
