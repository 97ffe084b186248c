/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-import-private.h"

#include "store/mapping-search.h"
#include "store/mapping-table.h"

#include <glib/gi18n-lib.h>

/* How the rows of a file stand to the document: by pair of items, whichever way round. */

/* What two mappings must share to be about the same. */
typedef struct
{
  gint64 a;
  gint64 b; /* an item that is greater than @a, or minus the list that has no counterpart */
} Pair;

typedef struct
{
  Pair pair;
  CwRelation relation; /* read from pair.a */
  gboolean negated;
  guint index; /* of a link or of a row */
} Entry;

/* A row that the document says too. */
typedef struct
{
  gint64 mine;
  guint row;
  gboolean has_rival; /* something else is said of the same items */
} Open;

/* Mappings that wait for those of the document that they are compared with. */
#define BATCH 512

typedef struct
{
  CwMappingImport *import;
  CwConnection *connection;
  GArray *links;   /* CwLink */
  GArray *entries; /* Entry of a link, sorted */
  GArray *ends; /* (nullable) Entry of each end of a link that joins: the item and the list of the
                      other as if it were an absence; sorted */
  GArray *open; /* Open */
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static int
compare_pairs (const Pair *a, const Pair *b)
{
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;
  if (a->b != b->b)
    return a->b < b->b ? -1 : 1;

  return 0;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;
  int order = compare_pairs (&x->pair, &y->pair);

  if (order != 0)
    return order;
  if (x->relation != y->relation)
    return x->relation < y->relation ? -1 : 1;
  if (x->negated != y->negated)
    return x->negated < y->negated ? -1 : 1;

  return x->index < y->index ? -1 : x->index > y->index;
}

static Entry
make_entry (gint64 subject,
            CwRelation relation,
            gint64 object,
            gint64 list,
            gboolean negated,
            guint index)
{
  if (object == 0)
    return (Entry){ { subject, -list }, relation, negated, index };
  if (subject < object)
    return (Entry){ { subject, object }, relation, negated, index };

  return (Entry){ { object, subject }, cw_relation_inverse (relation), negated, index };
}

static gboolean
says_the_same (const Entry *a, const Entry *b)
{
  return compare_pairs (&a->pair, &b->pair) == 0 && a->relation == b->relation &&
         a->negated == b->negated;
}

/* New items have no ids yet, but are apart from each other and from all that have. */
static gint64
get_end_id (const CwImportEnd *end)
{
  return end->new_item != CW_IMPORT_NOTHING ? G_MAXINT64 - end->new_item : end->item_id;
}

static gint64
get_list_id (const CwImportEnd *end)
{
  return end->new_list != CW_IMPORT_NOTHING ? G_MAXINT64 - end->new_list : end->list_id;
}

static Entry
make_row_entry (const CwImportRow *row, guint index)
{
  const CwMapping *values = row->record->values;

  if (row->record->right.absent)
    return make_entry (get_end_id (&row->left), CW_RELATION_NONE, 0, get_list_id (&row->right),
                       values->negated, index);
  if (row->record->left.absent)
    return make_entry (get_end_id (&row->right), CW_RELATION_NONE, 0, get_list_id (&row->left),
                       values->negated, index);

  return make_entry (get_end_id (&row->left), values->relation, get_end_id (&row->right), 0,
                     values->negated, index);
}

static gboolean
read_links (Comparison *self, GError **error)
{
  self->links =
    cw_mapping_table_find_links_of_coding (self->connection, self->import->coding_id, error);
  if (self->links == NULL)
    return FALSE;

  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    {
      const CwLink *link = &g_array_index (self->links, CwLink, i);
      Entry entry = make_entry (link->subject_id, link->relation, link->object_id,
                                link->object_list_id, link->negated, i);

      g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);

  return TRUE;
}

/* The first entry of a pair; all others follow it. */
static guint
find_first (GArray *entries, const Pair *pair)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_pairs (&g_array_index (entries, Entry, middle).pair, pair) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
count_pair (GArray *entries, guint first, const Pair *pair)
{
  guint n = 0;

  while (first + n < entries->len &&
         compare_pairs (&g_array_index (entries, Entry, first + n).pair, pair) == 0)
    n++;

  return n;
}

static const CwLink *
get_link (const Comparison *self, guint entry)
{
  return &g_array_index (self->links, CwLink, g_array_index (self->entries, Entry, entry).index);
}

/* In which of the fields that the file gives it differs. @theirs is read as @mine is. */
static guint
find_differences (const CwMapping *theirs, const CwMapping *mine, guint fields)
{
  guint differences = 0;

  if (ABS (theirs->confidence - mine->confidence) > 1e-9)
    differences |= CW_MAPPING_CONFIDENCE;
  if (theirs->status != mine->status)
    differences |= CW_MAPPING_STATUS;
  if (theirs->absence != mine->absence)
    differences |= CW_MAPPING_ABSENCE;
  for (guint i = 0; i < CW_N_RECORD_TEXTS; i++)
    {
      const CwRecordText *text = cw_record_text_get (i);

      if (!g_str_equal (CW_RECORD_TEXT (theirs, text), CW_RECORD_TEXT (mine, text)))
        differences |= text->field;
    }

  return differences & fields;
}

CwMapping *
_cw_import_row_make_mapping (CwMappingImport *self, const CwImportRow *row)
{
  const CwMappingRecord *record = row->record;
  gboolean absent = record->left.absent || record->right.absent;
  const CwImportEnd *subject = record->left.absent ? &row->right : &row->left;
  const CwImportEnd *object = record->left.absent ? &row->left : &row->right;
  CwMapping *mapping = cw_mapping_copy (record->values);

  mapping->subject_id = subject->item_id;
  mapping->object_id = absent ? 0 : object->item_id;
  mapping->object_list_id = absent ? object->list_id : 0;
  mapping->coding_id = self->coding_id;
  if (absent)
    mapping->relation = CW_RELATION_NONE;
  else
    mapping->absence = CW_ABSENCE_UNSTATED;
  if (record->left.absent)
    cw_mapping_swap_notes (mapping);
  else if (record->inverted && !absent)
    cw_mapping_invert (mapping);

  return mapping;
}

static void
compare_with (CwMappingImport *self, CwImportRow *row, const CwMapping *mine, gboolean has_rival)
{
  g_autoptr (CwMapping) theirs = _cw_import_row_make_mapping (self, row);
  guint fields = row->record->fields;
  guint differs;

  if (theirs->relation != CW_RELATION_NONE)
    fields &= ~(guint) CW_MAPPING_ABSENCE;

  if (theirs->subject_id != mine->subject_id)
    cw_mapping_invert (theirs);
  /* Both were kept once, and are disputed since. */
  if (has_rival && mine->status == CW_STATUS_DISPUTED)
    fields &=
      ~(guint) (CW_MAPPING_STATUS | CW_RECORD_REVIEWER | CW_RECORD_REVIEWED | CW_RECORD_MODIFIED);
  differs = find_differences (theirs, mine, fields);

  /* Of several that say the same, the one that is nearest counts. */
  if (row->state == CW_IMPORT_SAME)
    return;
  if (differs == 0)
    {
      row->state = CW_IMPORT_SAME;
      row->mine = mine->id;
      row->differs = 0;
    }
  else if (row->mine == 0)
    {
      row->mine = mine->id;
      row->differs = differs;
    }
}

/* Compares the rows that the document says too, some at a time. */
static gboolean
compare_open (Comparison *self, GError **error)
{
  for (guint i = 0; i < self->open->len; i += BATCH)
    {
      guint n = MIN (BATCH, self->open->len - i);
      gint64 ids[BATCH];
      g_autoptr (GPtrArray) mappings = NULL;
      g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint j = 0; j < n; j++)
        ids[j] = g_array_index (self->open, Open, i + j).mine;
      mappings = cw_mapping_search_load (self->connection, ids, n, error);
      if (mappings == NULL)
        return FALSE;

      for (guint j = 0; j < mappings->len; j++)
        {
          CwMapping *mapping = g_ptr_array_index (mappings, j);

          if (mapping != NULL)
            g_hash_table_insert (by_id, &mapping->id, mapping);
        }
      for (guint j = 0; j < n; j++)
        {
          const Open *open = &g_array_index (self->open, Open, i + j);
          const CwMapping *mine = g_hash_table_lookup (by_id, &open->mine);

          if (mine != NULL)
            compare_with (self->import, g_ptr_array_index (self->import->rows, open->row), mine,
                          open->has_rival);
        }
    }

  return TRUE;
}

/* A link says that there is a counterpart after all, an absence that there is none. */
static gint64
find_contrary_absence (Comparison *self, gint64 item, gint64 list)
{
  Pair pair = { item, -list };
  guint first = find_first (self->entries, &pair);

  if (list == 0 || count_pair (self->entries, first, &pair) == 0 ||
      !cw_link_is_absence (get_link (self, first)))
    return 0;

  return get_link (self, first)->id;
}

static gint64
find_list_of_item (CwMappingImport *self, gint64 item_id)
{
  const CwItem *item = cw_document_get_item (self->document, item_id);

  return item != NULL ? cw_list_get_id (item->list) : 0;
}

static void
add_end (Comparison *self, gint64 item, gint64 other, guint link)
{
  Entry entry = { { item, -find_list_of_item (self->import, other) },
                  CW_RELATION_NONE,
                  FALSE,
                  link };

  g_array_append_val (self->ends, entry);
}

static GArray *
get_ends (Comparison *self)
{
  if (self->ends != NULL)
    return self->ends;

  self->ends = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < self->links->len; i++)
    {
      const CwLink *link = &g_array_index (self->links, CwLink, i);

      if (!cw_link_joins (link))
        continue;
      add_end (self, link->subject_id, link->object_id, i);
      add_end (self, link->object_id, link->subject_id, i);
    }
  g_array_sort (self->ends, compare_entries);

  return self->ends;
}

static gint64
find_contrary_link (Comparison *self, const Pair *pair)
{
  GArray *ends = get_ends (self);
  guint first = find_first (ends, pair);

  if (count_pair (ends, first, pair) == 0)
    return 0;

  return g_array_index (self->links, CwLink, g_array_index (ends, Entry, first).index).id;
}

static gint64
find_contrary (Comparison *self, const CwImportRow *row, const Entry *entry)
{
  gint64 id;

  if (row->record->values->negated)
    return 0;
  if (entry->pair.b < 0)
    return find_contrary_link (self, &entry->pair);

  id = find_contrary_absence (self, entry->pair.a, find_list_of_item (self->import, entry->pair.b));

  return id != 0 ? id
                 : find_contrary_absence (self, entry->pair.b,
                                          find_list_of_item (self->import, entry->pair.a));
}

/* Whatever is there of the same pair: the same mapping is looked at closely, others contradict. */
static void
look_up (Comparison *self, CwImportRow *row, const Entry *entry)
{
  guint first = find_first (self->entries, &entry->pair);
  guint n = count_pair (self->entries, first, &entry->pair);

  row->state = CW_IMPORT_NEW;
  for (guint i = first; i < first + n; i++)
    {
      const CwLink *link = get_link (self, i);
      Open open = { link->id, entry->index, n > 1 };

      if (!says_the_same (&g_array_index (self->entries, Entry, i), entry))
        continue;
      row->state = CW_IMPORT_CHANGED;
      if (link->status == CW_STATUS_DISPUTED)
        open.has_rival = open.has_rival || find_contrary (self, row, entry) != 0;
      g_array_append_val (self->open, open);
    }
  if (row->state == CW_IMPORT_CHANGED)
    return;

  row->mine = n > 0 ? get_link (self, first)->id : find_contrary (self, row, entry);
  if (row->mine != 0)
    row->state = CW_IMPORT_CONFLICTING;
}

static void
mark_repeated (CwMappingImport *self, GArray *entries)
{
  g_array_sort (entries, compare_entries);
  for (guint i = 1; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      CwImportRow *row = g_ptr_array_index (self->rows, entry->index);

      if (says_the_same (entry, &g_array_index (entries, Entry, i - 1)))
        row->state = CW_IMPORT_REPEATED;
    }
}

gboolean
_cw_mapping_import_find_states (CwMappingImport *self, CwConnection *connection, GError **error)
{
  g_auto (Comparison) comparison = { self, connection, NULL, NULL, NULL, NULL };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  if (!read_links (&comparison, error))
    return FALSE;

  comparison.open = g_array_new (FALSE, FALSE, sizeof (Open));
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwImportRow *row = g_ptr_array_index (self->rows, i);

      if (row->state != CW_IMPORT_UNKNOWN)
        {
          Entry entry = make_row_entry (row, i);

          g_array_append_val (entries, entry);
        }
    }
  mark_repeated (self, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      CwImportRow *row = g_ptr_array_index (self->rows, entry->index);

      if (row->state != CW_IMPORT_REPEATED)
        look_up (&comparison, row, entry);
    }
  if (!compare_open (&comparison, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    self->counts[((CwImportRow *) g_ptr_array_index (self->rows, i))->state]++;

  return TRUE;
}
