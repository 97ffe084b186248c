/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checks-twin.h"

#include <string.h>

typedef struct
{
  GPtrArray *lists;
  GArray *links;
  GPtrArray *items; /* CwItem */
  GPtrArray *lines;
} Twin;

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Takes the ids. */
static char *
format_line (CwCheckRule rule, GArray *ids)
{
  GString *line = g_string_new (cw_check_rule_to_key (rule));

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (line, " %d", (int) g_array_index (ids, gint64, i));
  g_array_unref (ids);

  return g_string_free (line, FALSE);
}

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
checks_twin_format (GPtrArray *findings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (findings, i);
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint j = 0; j < finding->links->len; j++)
        g_array_append_val (ids, g_array_index (finding->links, CwLink, j).id);
      g_ptr_array_add (lines, format_line (finding->rule, ids));
    }

  return join_lines (lines);
}

static const CwCheckedLink *
get (Twin *self, guint index)
{
  return &g_array_index (self->links, CwCheckedLink, index);
}

/* What a mapping says read from @a to @b; -1 where it is about something else or does not count. */
static int
read_between (Twin *self, guint index, gint64 a, gint64 b, gboolean negated)
{
  const CwLink *link = &get (self, index)->link;

  if (link->status == CW_STATUS_REJECTED || link->relation == CW_RELATION_NONE ||
      link->negated != negated)
    return -1;
  if (link->subject_id == a && link->object_id == b)
    return link->relation;
  if (link->subject_id == b && link->object_id == a)
    return link->relation == CW_RELATION_BROAD    ? CW_RELATION_NARROW
           : link->relation == CW_RELATION_NARROW ? CW_RELATION_BROAD
                                                  : link->relation;

  return -1;
}

/* The mappings of a pair that say one of some relations. */
static GArray *
find_between (Twin *self, const CwItem *a, const CwItem *b, gboolean negated, guint relations)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->links->len; i++)
    {
      int relation = read_between (self, i, a->id, b->id, negated);

      if (relation >= 0 && (relations & (1u << relation)))
        g_array_append_val (ids, get (self, i)->link.id);
    }

  return ids;
}

static guint
count_between (Twin *self, const CwItem *a, const CwItem *b, gboolean negated, guint relations)
{
  g_autoptr (GArray) ids = find_between (self, a, b, negated, relations);

  return ids->len;
}

static void
tell (Twin *self, CwCheckRule rule, GArray *ids)
{
  g_ptr_array_add (self->lines, format_line (rule, ids));
}

#define EXACT (1u << CW_RELATION_EXACT)
#define BROAD (1u << CW_RELATION_BROAD)
#define NARROW (1u << CW_RELATION_NARROW)
#define ANY (~0u)

static void
judge_pair (Twin *self, const CwItem *a, const CwItem *b)
{
  gboolean same = count_between (self, a, b, FALSE, EXACT) > 0;
  gboolean inside = count_between (self, a, b, FALSE, BROAD) > 0;
  gboolean around = count_between (self, a, b, FALSE, NARROW) > 0;

  if (count_between (self, a, b, FALSE, ANY) > 1)
    tell (self, CW_CHECK_PAIR_TWICE, find_between (self, a, b, FALSE, ANY));
  if (same + inside + around > 1)
    tell (self, CW_CHECK_EXACT_AND_BROAD, find_between (self, a, b, FALSE, EXACT | BROAD | NARROW));
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    {
      GArray *stated = find_between (self, a, b, FALSE, 1u << relation);
      GArray *denied = find_between (self, a, b, TRUE, 1u << relation);

      if (denied->len > 1)
        tell (self, CW_CHECK_PAIR_TWICE, g_array_copy (denied));
      if (stated->len > 0 && denied->len > 0)
        {
          g_array_append_vals (stated, denied->data, denied->len);
          tell (self, CW_CHECK_IS_AND_IS_NOT, g_array_ref (stated));
        }
      g_array_unref (stated);
      g_array_unref (denied);
    }
}

static void
judge_item (Twin *self, const CwItem *item, CwList *list)
{
  GArray *exact = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_same = 0;
  guint n_linked;

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *far = cw_list_get_item (list, i);
      g_autoptr (GArray) same = NULL;
      g_autoptr (GArray) any = NULL;

      if (far == item)
        continue;
      same = find_between (self, item, far, FALSE, EXACT);
      any = find_between (self, item, far, FALSE, ANY);
      n_same += same->len > 0;
      g_array_append_vals (exact, same->data, same->len);
      g_array_append_vals (all, any->data, any->len);
    }
  if (n_same > 1)
    tell (self, CW_CHECK_EXACT_TWICE, g_array_ref (exact));

  n_linked = all->len;
  for (guint i = 0; i < self->links->len; i++)
    {
      const CwLink *link = &get (self, i)->link;

      if (link->relation == CW_RELATION_NONE && link->status != CW_STATUS_REJECTED &&
          link->subject_id == item->id && link->object_list_id == cw_list_get_id (list))
        g_array_append_val (all, link->id);
    }
  if (n_linked > 0 && all->len > n_linked)
    tell (self, CW_CHECK_LINKED_AND_ABSENT, g_array_ref (all));
  g_array_unref (exact);
  g_array_unref (all);
}

static gboolean
is_at_or_below (const CwItem *item, const CwItem *top)
{
  for (; item != NULL; item = item->parent)
    {
      if (item == top)
        return TRUE;
    }

  return FALSE;
}

/* p is within x, and z is within c, where c is p or below it and x is z or below it. */
static void
judge_cycle (Twin *self, GHashTable *seen, const CwItem *p, const CwItem *x)
{
  for (guint i = 0; i < self->items->len; i++)
    for (guint j = 0; j < self->items->len; j++)
      {
        const CwItem *c = g_ptr_array_index (self->items, i);
        const CwItem *z = g_ptr_array_index (self->items, j);
        gboolean one = p == z && x == c;
        GArray *ids;
        char *line;

        if (c == z || !is_at_or_below (c, p) || !is_at_or_below (x, z) || (c == p && x == z) ||
            count_between (self, z, c, FALSE, EXACT | BROAD) == 0)
          continue;
        if (count_between (self, p, x, FALSE, BROAD) == 0 &&
            count_between (self, z, c, FALSE, BROAD) == 0 && (c == p || x == z))
          continue;

        ids = find_between (self, p, x, FALSE, EXACT | BROAD);
        if (!one)
          {
            g_autoptr (GArray) more = find_between (self, z, c, FALSE, EXACT | BROAD);

            g_array_append_vals (ids, more->data, more->len);
          }
        line = format_line (CW_CHECK_HIERARCHY, ids);
        if (g_hash_table_add (seen, line))
          g_ptr_array_add (self->lines, g_strdup (line));
      }
}

static void
judge_hierarchy (Twin *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    for (guint j = 0; j < self->items->len; j++)
      {
        const CwItem *p = g_ptr_array_index (self->items, i);
        const CwItem *x = g_ptr_array_index (self->items, j);

        if (p != x && count_between (self, p, x, FALSE, EXACT | BROAD) > 0)
          judge_cycle (self, seen, p, x);
      }
}

static void
judge_links (Twin *self, GHashTable *gone)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const CwCheckedLink *checked = get (self, i);
      const CwLink *link = &checked->link;
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (ids, link->id);
      if (link->status == CW_STATUS_REVIEWED && !checked->supported)
        tell (self, CW_CHECK_UNSUPPORTED_REVIEW, g_array_ref (ids));
      if (gone != NULL && link->status != CW_STATUS_REJECTED &&
          (g_hash_table_contains (gone, &link->subject_id) ||
           g_hash_table_contains (gone, &link->object_id)))
        tell (self, CW_CHECK_ITEM_GONE, g_array_ref (ids));
      g_array_unref (ids);
    }
}

char *
checks_twin_find (GPtrArray *lists, GArray *links, GHashTable *gone)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Twin self = { lists, links, items, lines };

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        g_ptr_array_add (items, (gpointer) cw_list_get_item (list, j));
    }

  for (guint i = 0; i < items->len; i++)
    {
      for (guint j = i + 1; j < items->len; j++)
        judge_pair (&self, g_ptr_array_index (items, i), g_ptr_array_index (items, j));
      for (guint j = 0; j < lists->len; j++)
        judge_item (&self, g_ptr_array_index (items, i), g_ptr_array_index (lists, j));
    }
  judge_hierarchy (&self);
  judge_links (&self, gone);

  return join_lines (lines);
}
