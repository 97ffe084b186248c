/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/correspondence.h"

static CwAssociation *
association_new (void)
{
  CwAssociation *self = g_new0 (CwAssociation, 1);

  self->sources = g_ptr_array_new ();
  self->targets = g_ptr_array_new ();

  return self;
}

static void
association_free (gpointer data)
{
  CwAssociation *self = data;

  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

/* Whether the two items of a row have a part in common. */
static gboolean
shares (const CwConcordanceRow *row)
{
  return row->left != NULL && row->right != NULL && !row->mapping->negated &&
         row->relation != CW_RELATION_RELATED;
}

/* Disjoint sets (Galler and Fischer 1964): each item leads to the first of its set. An item may
 * stand on both sides, so sides are told apart. */
typedef struct
{
  GHashTable *left; /* item → number + 1 */
  GHashTable *right;
  GArray *parents; /* guint */
} Sets;

static guint
get_number (Sets *sets, GHashTable *side, const CwItem *item)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (side, item));

  if (number > 0)
    return number - 1;

  number = sets->parents->len;
  g_array_append_val (sets->parents, number);
  g_hash_table_insert (side, (gpointer) item, GUINT_TO_POINTER (number + 1));

  return number;
}

static guint
find_first (Sets *sets, guint number)
{
  guint *parents = (guint *) (gpointer) sets->parents->data;

  while (parents[number] != number)
    {
      parents[number] = parents[parents[number]];
      number = parents[number];
    }

  return number;
}

static void
join (Sets *sets, const CwConcordanceRow *row)
{
  guint a = find_first (sets, get_number (sets, sets->left, row->left));
  guint b = find_first (sets, get_number (sets, sets->right, row->right));

  g_array_index (sets->parents, guint, MAX (a, b)) = MIN (a, b);
}

static void
add_once (GPtrArray *items, GHashTable *seen, const CwItem *item)
{
  if (g_hash_table_add (seen, (gpointer) item))
    g_ptr_array_add (items, (gpointer) item);
}

static void
add_absence (GPtrArray *found, const CwConcordanceRow *row)
{
  CwAssociation *association = association_new ();

  if (row->left != NULL)
    g_ptr_array_add (association->sources, (gpointer) row->left);
  else
    g_ptr_array_add (association->targets, (gpointer) row->right);
  g_ptr_array_add (found, association);
}

static gboolean
is_linked (const Sets *sets, const CwConcordanceRow *row)
{
  return row->left != NULL ? g_hash_table_contains (sets->left, row->left)
                           : g_hash_table_contains (sets->right, row->right);
}

static GPtrArray *
collect (Sets *sets, const CwConcordanceRow *rows, guint n_rows)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (association_free);
  g_autoptr (GHashTable) by_first = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) left_seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) right_seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      const CwConcordanceRow *row = &rows[i];
      CwAssociation *association;
      gpointer first;

      if (row->relation == CW_RELATION_NONE && !is_linked (sets, row))
        add_absence (found, row);
      if (!shares (row))
        continue;

      first = GUINT_TO_POINTER (find_first (sets, get_number (sets, sets->left, row->left)) + 1);
      association = g_hash_table_lookup (by_first, first);
      if (association == NULL)
        {
          association = association_new ();
          g_ptr_array_add (found, association);
          g_hash_table_insert (by_first, first, association);
        }
      add_once (association->sources, left_seen, row->left);
      add_once (association->targets, right_seen, row->right);
    }

  return found;
}

/**
 * cw_associations_find:
 * @rows: (array length=n_rows): rows with a mapping, between one list and another
 * @n_rows: how many
 *
 * Puts what is linked, directly or through others, into one association: XKOS wants several to
 * several as one and not as pairs (DDI Alliance, “XKOS best practices”). Only links of items that
 * share something count; not those that are only associated or said not to hold.
 *
 * Returns: (transfer full) (element-type CwAssociation): the associations in the order of the rows
 */
GPtrArray *
cw_associations_find (const CwConcordanceRow *rows, guint n_rows)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) right = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (guint));
  Sets sets = { left, right, parents };

  for (guint i = 0; i < n_rows; i++)
    {
      if (shares (&rows[i]))
        join (&sets, &rows[i]);
    }

  return collect (&sets, rows, n_rows);
}
