/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/checks-private.h"

#include <stdlib.h>
#include <string.h>

/* Everything is found by sorting and walking through once, since there may be a million mappings. */

/* A mapping seen from one of its ends: which list it leads to. */
typedef struct
{
  gint64 item;
  gint64 list;
  gint64 far; /* 0 for an absence */
  guint link;
  gboolean exact;
} End;

/**
 * cw_finding_free:
 * @self: (nullable): a finding
 */
void
cw_finding_free (CwFinding *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->links);
  g_free (self->fingerprint);
  cw_finding_mark_free (self->mark);
  g_free (self);
}

CwFinding *
_cw_checks_add (CwChecks *self, CwCheckRule rule)
{
  CwFinding *finding = g_new0 (CwFinding, 1);

  finding->rule = rule;
  finding->links = g_array_new (FALSE, FALSE, sizeof (CwLink));
  g_ptr_array_add (self->findings, finding);

  return finding;
}

void
_cw_finding_add_link (CwFinding *self, CwChecks *checks, guint link)
{
  g_array_append_val (self->links, g_array_index (checks->links, CwCheckedLink, link).link);
}

const CwItem *
_cw_checks_find_item (CwChecks *self, gint64 id)
{
  return g_hash_table_lookup (self->items, &id);
}

static gboolean
is_about_one_mapping (CwCheckRule rule)
{
  return rule == CW_CHECK_UNSUPPORTED_REVIEW || rule == CW_CHECK_ITEM_GONE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a mapping says, the same from whichever side it was made. */
static char *
describe_link (const CwLink *link)
{
  gboolean turn = link->object_id != 0 && link->object_id < link->subject_id;
  CwRelation relation = turn ? cw_relation_inverse (link->relation) : (CwRelation) link->relation;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          turn ? link->object_id : link->subject_id, link->negated ? "not " : "",
                          cw_relation_to_key (relation), turn ? link->subject_id : link->object_id,
                          link->object_list_id);
}

static void
make_fingerprint (CwFinding *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->links->len; i++)
    {
      const CwLink *link = &g_array_index (self->links, CwLink, i);

      g_ptr_array_add (texts, describe_link (link));
      if (is_about_one_mapping (self->rule))
        g_ptr_array_add (texts, g_strdup_printf ("mapping %" G_GINT64_FORMAT, link->id));
    }
  g_ptr_array_add (texts, g_strdup_printf ("item %" G_GINT64_FORMAT, self->item_id));
  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      /* With the NUL, so that texts do not run into each other. */
      g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
    }
  self->fingerprint = g_strdup (g_checksum_get_string (checksum));
}

static int
compare_pairs (gconstpointer first, gconstpointer second)
{
  const CwCheckedPair *x = first;
  const CwCheckedPair *y = second;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  if (x->b != y->b)
    return x->b < y->b ? -1 : 1;
  if (x->negated != y->negated)
    return x->negated - y->negated;
  if (x->relation != y->relation)
    return x->relation - y->relation;

  return (x->link > y->link) - (x->link < y->link);
}

static GArray *
collect_pairs (GArray *links)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (CwCheckedPair));

  for (guint i = 0; i < links->len; i++)
    {
      const CwLink *link = &g_array_index (links, CwCheckedLink, i).link;
      gboolean turn = link->object_id < link->subject_id;
      CwCheckedPair pair = {
        .a = turn ? link->object_id : link->subject_id,
        .b = turn ? link->subject_id : link->object_id,
        .link = i,
        .relation = (guint8) (turn ? cw_relation_inverse (link->relation) : link->relation),
        .negated = link->negated,
      };

      if (link->relation != CW_RELATION_NONE && link->status != CW_STATUS_REJECTED)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);

  return pairs;
}

static const CwCheckedPair *
get_pair (CwChecks *self, guint index)
{
  return &g_array_index (self->pairs, CwCheckedPair, index);
}

/* One finding of the mappings first to end - 1 that have one of some relations, a bit each. */
static void
add_of_pair (CwChecks *self, CwCheckRule rule, guint first, guint end, guint relations)
{
  CwFinding *finding = _cw_checks_add (self, rule);

  for (guint i = first; i < end; i++)
    {
      if (relations & (1u << get_pair (self, i)->relation))
        _cw_finding_add_link (finding, self, get_pair (self, i)->link);
    }
}

/* What is wrong with the mappings of one pair: stated from first to middle - 1, denied from there to
 * end - 1. */
static void
check_pair (CwChecks *self, guint first, guint middle, guint end)
{
  const guint exact = 1u << CW_RELATION_EXACT;
  const guint parts = 1u << CW_RELATION_BROAD | 1u << CW_RELATION_NARROW;
  guint stated = 0;
  guint denied = 0;

  for (guint i = first; i < middle; i++)
    stated |= 1u << get_pair (self, i)->relation;

  if (middle - first > 1)
    add_of_pair (self, CW_CHECK_PAIR_TWICE, first, middle, ~0u);
  if (((stated & exact) && (stated & parts)) || (stated & parts) == parts)
    add_of_pair (self, CW_CHECK_EXACT_AND_BROAD, first, middle, exact | parts);

  for (guint i = middle, next; i < end; i = next)
    {
      guint relation = 1u << get_pair (self, i)->relation;

      for (next = i + 1; next < end; next++)
        {
          if (get_pair (self, next)->relation != get_pair (self, i)->relation)
            break;
        }
      if (next - i > 1)
        add_of_pair (self, CW_CHECK_PAIR_TWICE, i, next, relation);
      denied |= relation;
    }
  for (CwRelation relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    {
      if (stated & denied & (1u << relation))
        add_of_pair (self, CW_CHECK_IS_AND_IS_NOT, first, end, 1u << relation);
    }
}

static void
check_pairs (CwChecks *self)
{
  for (guint first = 0, middle, end; first < self->pairs->len; first = end)
    {
      const CwCheckedPair *pair = get_pair (self, first);

      middle = first;
      for (end = first; end < self->pairs->len; end++)
        {
          if (get_pair (self, end)->a != pair->a || get_pair (self, end)->b != pair->b)
            break;
          if (!get_pair (self, end)->negated)
            middle = end + 1;
        }
      if (end - first > 1)
        check_pair (self, first, middle, end);
    }
}

static int
compare_ends (gconstpointer first, gconstpointer second)
{
  const End *x = first;
  const End *y = second;

  if (x->item != y->item)
    return x->item < y->item ? -1 : 1;
  if (x->list != y->list)
    return x->list < y->list ? -1 : 1;
  if (x->far != y->far)
    return x->far < y->far ? -1 : 1;

  return (x->link > y->link) - (x->link < y->link);
}

static void
append_end (CwChecks *self, GArray *ends, guint index, gint64 item, gint64 far)
{
  const CwLink *link = &g_array_index (self->links, CwCheckedLink, index).link;
  const CwItem *far_item = _cw_checks_find_item (self, far);
  End end = {
    .item = item,
    .list = far_item != NULL ? cw_list_get_id (far_item->list) : link->object_list_id,
    .far = far,
    .link = index,
    .exact = link->relation == CW_RELATION_EXACT,
  };

  g_array_append_val (ends, end);
}

static GArray *
collect_ends (CwChecks *self)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));

  for (guint i = 0; i < self->links->len; i++)
    {
      const CwLink *link = &g_array_index (self->links, CwCheckedLink, i).link;

      if (cw_link_is_absence (link))
        append_end (self, ends, i, link->subject_id, 0);
      if (!cw_link_joins (link))
        continue;
      append_end (self, ends, i, link->subject_id, link->object_id);
      append_end (self, ends, i, link->object_id, link->subject_id);
    }
  g_array_sort (ends, compare_ends);

  return ends;
}

static void
add_of_ends (CwChecks *self, CwCheckRule rule, const End *ends, guint n_ends, gboolean only_exact)
{
  CwFinding *finding = _cw_checks_add (self, rule);

  finding->item_id = ends[0].item;
  finding->list_id = ends[0].list;
  for (guint i = 0; i < n_ends; i++)
    {
      if (!only_exact || ends[i].exact)
        _cw_finding_add_link (finding, self, ends[i].link);
    }
}

/* What is wrong with all that is said of an item towards one list. */
static void
check_item (CwChecks *self, const End *ends, guint n_ends)
{
  gint64 exact = 0;
  gboolean two = FALSE;

  for (guint i = 0; i < n_ends; i++)
    {
      if (!ends[i].exact)
        continue;
      two = two || (exact != 0 && ends[i].far != exact);
      exact = ends[i].far;
    }

  if (two)
    add_of_ends (self, CW_CHECK_EXACT_TWICE, ends, n_ends, TRUE);
  /* Absences come first. */
  if (ends[0].far == 0 && ends[n_ends - 1].far != 0)
    add_of_ends (self, CW_CHECK_LINKED_AND_ABSENT, ends, n_ends, FALSE);
}

static void
check_items (CwChecks *self)
{
  g_autoptr (GArray) ends = collect_ends (self);

  for (guint first = 0, next; first < ends->len; first = next)
    {
      const End *end = &g_array_index (ends, End, first);

      for (next = first + 1; next < ends->len; next++)
        {
          const End *other = &g_array_index (ends, End, next);

          if (other->item != end->item || other->list != end->list)
            break;
        }
      if (next - first > 1)
        check_item (self, end, next - first);
    }
}

static void
check_reviews (CwChecks *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const CwCheckedLink *checked = &g_array_index (self->links, CwCheckedLink, i);

      if (checked->link.status == CW_STATUS_REVIEWED && !checked->supported)
        _cw_finding_add_link (_cw_checks_add (self, CW_CHECK_UNSUPPORTED_REVIEW), self, i);
    }
}

static void
check_gone (CwChecks *self, GHashTable *gone)
{
  if (gone == NULL || g_hash_table_size (gone) == 0)
    return;

  for (guint i = 0; i < self->links->len; i++)
    {
      const CwLink *link = &g_array_index (self->links, CwCheckedLink, i).link;
      gboolean subject = g_hash_table_contains (gone, &link->subject_id);
      const CwItem *item;
      CwFinding *finding;

      if (link->status == CW_STATUS_REJECTED ||
          (!subject && !g_hash_table_contains (gone, &link->object_id)))
        continue;

      finding = _cw_checks_add (self, CW_CHECK_ITEM_GONE);
      finding->item_id = subject ? link->subject_id : link->object_id;
      item = _cw_checks_find_item (self, finding->item_id);
      finding->list_id = item != NULL ? cw_list_get_id (item->list) : 0;
      _cw_finding_add_link (finding, self, i);
    }
}

static GHashTable *
index_items (GPtrArray *lists)
{
  GHashTable *items = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);

          g_hash_table_insert (items, (gpointer) &item->id, (gpointer) item);
        }
    }

  return items;
}

typedef struct
{
  guint rule;
  guint place;
  CwFinding *finding;
} Ranked;

static int
compare_ranked (gconstpointer first, gconstpointer second)
{
  const Ranked *x = first;
  const Ranked *y = second;

  if (x->rule != y->rule)
    return x->rule < y->rule ? -1 : 1;

  return (x->place > y->place) - (x->place < y->place);
}

/* By rule, and within a rule as they were found. */
static void
sort_findings (GPtrArray *findings)
{
  g_autofree Ranked *ranked = g_new (Ranked, findings->len);

  for (guint i = 0; i < findings->len; i++)
    {
      CwFinding *finding = g_ptr_array_index (findings, i);

      ranked[i] = (Ranked){ finding->rule, i, finding };
    }
  if (findings->len > 0)
    qsort (ranked, findings->len, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < findings->len; i++)
    findings->pdata[i] = ranked[i].finding;
}

/* Two pairs that are the same may contradict each other in both directions. */
static void
drop_repeated (GPtrArray *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_kept = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      CwFinding *finding = g_ptr_array_index (findings, i);

      if (finding->rule == CW_CHECK_HIERARCHY && !g_hash_table_add (seen, finding->fingerprint))
        cw_finding_free (finding);
      else
        findings->pdata[n_kept++] = finding;
    }

  /* The rest has been moved or freed. */
  for (guint i = n_kept; i < findings->len; i++)
    findings->pdata[i] = NULL;
  g_ptr_array_set_size (findings, (int) n_kept);
}

/**
 * cw_checks_run:
 * @lists: (element-type CwList): the lists, with all items that mappings name
 * @links: (element-type CwCheckedLink): the agreed mapping
 * @gone: (nullable) (element-type gint64): a set of the ids of items that are no longer in their
 *   list
 * @go_on: (nullable) (scope call): asked now and then whether to go on
 * @user_data: for @go_on
 *
 * Looks for what cannot be, or should not be left, in a mapping. Takes time in proportion to the
 * number of mappings and findings.
 *
 * Returns: (transfer full) (element-type CwFinding) (nullable): the findings, by rule; %NULL where
 *   it was given up
 */
GPtrArray *
cw_checks_run (GPtrArray *lists,
               GArray *links,
               GHashTable *gone,
               CwChecksGoOn go_on,
               gpointer user_data)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_finding_free);
  g_autoptr (GHashTable) items = index_items (lists);
  g_autoptr (GArray) pairs = collect_pairs (links);
  CwChecks self = { links, items, pairs, findings };
  void (*const parts[]) (CwChecks *) = { check_pairs, check_items,
                                         _cw_checks_find_against_hierarchy, check_reviews };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (go_on != NULL && !go_on (user_data))
        return NULL;
      parts[i](&self);
    }
  check_gone (&self, gone);
  if (go_on != NULL && !go_on (user_data))
    return NULL;

  for (guint i = 0; i < findings->len; i++)
    make_fingerprint (g_ptr_array_index (findings, i));
  drop_repeated (findings);
  sort_findings (findings);

  return g_steal_pointer (&findings);
}

static guint
hash_mark (gconstpointer data)
{
  return g_str_hash (((const CwFindingMark *) data)->fingerprint);
}

static gboolean
equal_marks (gconstpointer a, gconstpointer b)
{
  const CwFindingMark *first = a;
  const CwFindingMark *second = b;

  return g_str_equal (first->fingerprint, second->fingerprint) &&
         g_str_equal (first->rule, second->rule);
}

/**
 * cw_findings_take_marks:
 * @findings: (element-type CwFinding): findings
 * @marks: (element-type CwFindingMark): what was marked as intended
 *
 * Notes on each finding the mark that stands for it. A mark whose finding is not there any more, or
 * has become another, is of no effect.
 */
void
cw_findings_take_marks (GPtrArray *findings, GPtrArray *marks)
{
  g_autoptr (GHashTable) by_finding = g_hash_table_new (hash_mark, equal_marks);

  for (guint i = 0; i < marks->len; i++)
    g_hash_table_add (by_finding, g_ptr_array_index (marks, i));

  for (guint i = 0; i < findings->len; i++)
    {
      CwFinding *finding = g_ptr_array_index (findings, i);
      const CwFindingMark wanted = { .rule = (char *) cw_check_rule_to_key (finding->rule),
                                     .fingerprint = finding->fingerprint };

      cw_finding_mark_free (finding->mark);
      finding->mark = cw_finding_mark_copy (g_hash_table_lookup (by_finding, &wanted));
    }
}
