/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/checks-private.h"

/* Two statements "low is within high" contradict the lists where each one's high stands within the
 * other's low: p is part of X, and c, which is p or stands below it, contains what is X or stands
 * above it. To be the same is to be within one another.
 *
 * The items below an item follow it in its list. So statements sorted by low, and then by the place
 * of high, have those towards X and all that stands below X side by side. */

typedef struct
{
  const CwItem *low;
  const CwItem *high;
  guint first; /* the stated mappings of the pair */
  guint end;
  guint relations; /* which of them say so, a bit each */
} Statement;

static void
append_statement (CwChecks *self, GArray *statements, guint first, guint end, gboolean turned)
{
  const CwCheckedPair *pair = &g_array_index (self->pairs, CwCheckedPair, first);
  const guint part = 1u << (turned ? CW_RELATION_NARROW : CW_RELATION_BROAD);
  Statement statement = {
    .low = _cw_checks_find_item (self, turned ? pair->b : pair->a),
    .high = _cw_checks_find_item (self, turned ? pair->a : pair->b),
    .first = first,
    .end = end,
  };

  for (guint i = first; i < end; i++)
    statement.relations |= 1u << g_array_index (self->pairs, CwCheckedPair, i).relation;
  statement.relations &= part | 1u << CW_RELATION_EXACT;
  if (statement.relations != 0 && statement.low != NULL && statement.high != NULL)
    g_array_append_val (statements, statement);
}

static int
compare_items (const CwItem *a, const CwItem *b)
{
  gint64 first = cw_list_get_id (a->list);
  gint64 second = cw_list_get_id (b->list);

  if (first != second)
    return first < second ? -1 : 1;

  return (a->index > b->index) - (a->index < b->index);
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const Statement *first = a;
  const Statement *second = b;
  int result = compare_items (first->low, second->low);

  return result != 0 ? result : compare_items (first->high, second->high);
}

static GArray *
collect_statements (CwChecks *self)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (Statement));

  for (guint first = 0, end; first < self->pairs->len; first = end)
    {
      const CwCheckedPair *pair = &g_array_index (self->pairs, CwCheckedPair, first);
      guint stated = first;

      for (end = first; end < self->pairs->len; end++)
        {
          const CwCheckedPair *other = &g_array_index (self->pairs, CwCheckedPair, end);

          if (other->a != pair->a || other->b != pair->b)
            break;
          if (!other->negated)
            stated = end + 1;
        }
      append_statement (self, statements, first, stated, FALSE);
      append_statement (self, statements, first, stated, TRUE);
    }
  g_array_sort (statements, compare_statements);

  return statements;
}

/* The first statement from @low to an item not before @high. */
static guint
search (GArray *statements, const CwItem *low, const CwItem *high)
{
  const Statement wanted = { .low = low, .high = high };
  guint begin = 0;
  guint end = statements->len;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (compare_statements (&g_array_index (statements, Statement, middle), &wanted) < 0)
        begin = middle + 1;
      else
        end = middle;
    }

  return begin;
}

static gboolean
is_within (const CwItem *item, const CwItem *top)
{
  return item->list == top->list && item->index >= top->index &&
         item->index - top->index <= top->n_descendants;
}

/* That an item is the same as two of one list is a finding of its own. */
static gboolean
is_told_elsewhere (const Statement *first, const Statement *second)
{
  return first->relations == 1u << CW_RELATION_EXACT &&
         second->relations == 1u << CW_RELATION_EXACT &&
         (first->low == second->high || first->high == second->low);
}

static void
add_links (CwChecks *self, CwFinding *finding, const Statement *statement)
{
  for (guint i = statement->first; i < statement->end; i++)
    {
      const CwCheckedPair *pair = &g_array_index (self->pairs, CwCheckedPair, i);

      if (statement->relations & (1u << pair->relation))
        _cw_finding_add_link (finding, self, pair->link);
    }
}

static void
add_contradiction (CwChecks *self, const Statement *first, const Statement *second)
{
  CwFinding *finding = _cw_checks_add (self, CW_CHECK_HIERARCHY);

  add_links (self, finding, first);
  if (second != first)
    add_links (self, finding, second);
}

/* All statements that contradict the one at @index and are not before it; each contradiction is one
 * from either side. */
static void
check_statement (CwChecks *self, GArray *statements, guint index)
{
  const Statement *statement = &g_array_index (statements, Statement, index);

  for (const CwItem *whole = statement->high; whole != NULL; whole = whole->parent)
    {
      guint i = search (statements, whole, statement->low);

      for (; i < statements->len; i++)
        {
          const Statement *other = &g_array_index (statements, Statement, i);

          if (other->low != whole || !is_within (other->high, statement->low))
            break;
          /* Of one pair, whatever the lists say. */
          if (other->low == statement->high && other->high == statement->low)
            continue;
          if (i >= index && !is_told_elsewhere (statement, other))
            add_contradiction (self, statement, other);
        }
    }
}

void
_cw_checks_find_against_hierarchy (CwChecks *self)
{
  g_autoptr (GArray) statements = collect_statements (self);

  for (guint i = 0; i < statements->len; i++)
    check_statement (self, statements, i);
}
