/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "model/fold.h"
#include "model/list-builder.h"
#include "small-document.h"
#include "store/list-table.h"
#include "store/mapping-search.h"
#include "store/mapping-table.h"
#include "store/statement.h"

#include <locale.h>
#include <string.h>

#define N_MAPPINGS 400
#define N_FILTERS 150
#define FOURTH "xa-fourth-2019"

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-Hans", "en", NULL };
static const char *const japanese[] = { "ja", "zh-Hans", "en", NULL };

/* What a search ought to find, found in the plainest way. */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwConnection *connection;
  GPtrArray *lists;    /* CwList */
  GPtrArray *mappings; /* CwMapping, by id */
  GPtrArray *items;    /* CwItem, in the order of the lists */
  const char *const *languages;
  GRand *rand;
} Fixture;

/* Several items are called the same, one has no label in the first languages. */
static void
insert_fourth_list (CwConnection *connection)
{
  static const char *const labels[][2] = {
    { "en", "Graphene" },  { "en", "Zinc" },       { "en", "graphene" },
    { "ja", "ｸﾞﾗﾌｪﾝ" },    { "en", "Materials" },  { "en", "Künstliche ＡＩ" },
    { "en", "Materials" }, { "zh-Hans", "稀土" }, { "en", "Graphene" },
  };
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (CwList) list = NULL;
  g_autoptr (GError) error = NULL;

  card->key = g_strdup (FOURTH);
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2019-05-01");
  card->citation = g_strdup ("");
  card->document_number = g_strdup ("");
  card->url = g_strdup ("");
  card->official_language = g_strdup ("en");
  card->notes = g_strdup ("");
  card->verification = g_strdup ("");
  cw_text_set (card->short_title, "en", FOURTH);
  cw_text_set (card->title, "en", "Another list made for tests");
  cw_text_set (card->issuer, "en", "Nobody");
  builder = cw_list_builder_new (0, card);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *code = g_strdup_printf ("T%u", i);

      cw_list_builder_add_item (builder, 0, i % 3, code, NULL, FALSE);
      cw_list_builder_add_label (builder, labels[i][0], labels[i][1], CW_LABEL_PREFERRED,
                                 CW_LABEL_OFFICIAL);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);
  cw_list_table_insert (connection, list, &error);
  g_assert_no_error (error);
}

#define PICK(rand, array) array[g_rand_int_range (rand, 0, G_N_ELEMENTS (array))]

static const char *const texts[] = { "",           "part of it", "先进材料 here", "Ｐart TWO",
                                     "a 'quoted'", "naïve",      "a\nnew line",   "100 per cent" };
static const char *const authors[] = { "", "Ann", "ann", "Ben", "O'Hara", "李 明" };

static CwMapping *
make_mapping (Fixture *self)
{
  const CwItem *subject =
    g_ptr_array_index (self->items, g_rand_int_range (self->rand, 0, (int) self->items->len));
  const CwItem *object =
    g_ptr_array_index (self->items, g_rand_int_range (self->rand, 0, (int) self->items->len));
  CwMapping *mapping =
    subject == object || g_rand_int_range (self->rand, 0, 6) == 0
      ? cw_mapping_new_absence (subject->id, cw_list_get_id (object->list), CW_ABSENCE_COVERED)
      : cw_mapping_new (subject->id,
                        g_rand_int_range (self->rand, CW_RELATION_EXACT, CW_N_RELATIONS),
                        object->id);

  mapping->negated = object != subject && mapping->relation != CW_RELATION_NONE &&
                     g_rand_int_range (self->rand, 0, 5) == 0;
  mapping->confidence = g_rand_int_range (self->rand, -5, 101) / 100.0;
  mapping->status = g_rand_int_range (self->rand, 0, CW_N_STATUSES);
  cw_mapping_set_text (&mapping->rationale, PICK (self->rand, texts));
  cw_mapping_set_text (&mapping->note_shared, PICK (self->rand, texts));
  cw_mapping_set_text (&mapping->note_subject, PICK (self->rand, texts));
  cw_mapping_set_text (&mapping->note_object, PICK (self->rand, texts));
  if (g_rand_boolean (self->rand))
    cw_mapping_set_text (&mapping->citation, PICK (self->rand, texts));
  if (g_rand_int_range (self->rand, 0, 9) == 0)
    cw_mapping_set_text (&mapping->url, "https://example.org/");
  if (g_rand_int_range (self->rand, 0, 9) == 0)
    cw_mapping_set_text (&mapping->quotation, "so it is written");
  cw_mapping_set_text (&mapping->author, PICK (self->rand, authors));
  g_free (mapping->created);
  g_free (mapping->modified);
  mapping->created = g_strdup_printf ("2024-01-%02dT00:00:00Z", g_rand_int_range (self->rand, 1, 9));
  mapping->modified =
    g_strdup_printf ("2024-02-%02dT00:00:00Z", g_rand_int_range (self->rand, 1, 9));

  return mapping;
}

static void
load_lists (Fixture *self, CwConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  self->lists = cw_list_table_load (connection, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->lists->len; i++)
    {
      CwList *list = g_ptr_array_index (self->lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        g_ptr_array_add (self->items, (gpointer) cw_list_get_item (list, j));
    }
}

static void
fill (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwConnection) writer =
    cw_connection_open (self->path, CW_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  cw_connection_start_writing (writer, &error);
  g_assert_no_error (error);
  _cw_connection_begin (writer, &error);
  g_assert_no_error (error);
  insert_fourth_list (writer);
  load_lists (self, writer);
  for (guint i = 0; i < N_MAPPINGS; i++)
    {
      g_autoptr (CwMapping) mapping = make_mapping (self);

      cw_mapping_table_insert (writer, mapping, &error);
      g_assert_no_error (error);
    }
  _cw_connection_commit (writer, &error);
  g_assert_no_error (error);
}

static void
prepare (Fixture *self, const char *const *languages)
{
  g_autoptr (GError) error = NULL;

  self->languages = languages;
  g_assert_true (cw_mapping_search_prepare (self->connection, self->lists, languages, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint seed = (guint) g_test_rand_int ();

  g_test_message ("seed %u", seed);
  self->rand = g_rand_new_with_seed (seed);
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->items = g_ptr_array_new ();
  fill (self);
  self->mappings = test_database_read_mappings (self->path);
  g_assert_cmpuint (self->mappings->len, ==, TEST_N_MAPPINGS + N_MAPPINGS);
  self->connection = cw_connection_open (self->path, CW_CONNECTION_READER, &error);
  g_assert_no_error (error);
  prepare (self, english);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_connection_close (self->connection);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->lists);
  g_rand_free (self->rand);
  g_free (self->path);
  test_folder_free (self->folder);
}

/* Returns: where an item stands among all of them; -1 for none */
static int
find_place (Fixture *self, gint64 item_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (((const CwItem *) g_ptr_array_index (self->items, i))->id == item_id)
        return (int) i;
    }

  return -1;
}

static const CwItem *
find_item (Fixture *self, gint64 item_id)
{
  int place = find_place (self, item_id);

  return place >= 0 ? g_ptr_array_index (self->items, place) : NULL;
}

static const char *
label_of (Fixture *self, const CwItem *item)
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
get_key (Fixture *self, const CwMapping *mapping, CwMappingSort sort)
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
    case CW_SORT_LISTS:
    default:
      break;
    }

  return key;
}

typedef struct
{
  Fixture *fixture;
  CwMappingSort sort;
  gboolean descending;
} Order;

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_in_lists (Fixture *self, const CwMapping *a, const CwMapping *b)
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
  Key key_a = get_key (wanted->fixture, a, wanted->sort);
  Key key_b = get_key (wanted->fixture, b, wanted->sort);
  int order = key_a.missing - key_b.missing;

  if (order == 0)
    {
      order = key_a.text != NULL ? strcmp (key_a.text, key_b.text)
                                 : compare_numbers (key_a.number, key_b.number);
      order = wanted->descending ? -order : order;
    }
  g_free (key_a.text);
  g_free (key_b.text);

  return order != 0 ? order : compare_in_lists (wanted->fixture, a, b);
}

static char *
get_value (Fixture *self, const CwMapping *mapping, CwFacet facet)
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

static gboolean
text_holds (const char *text, const char *word)
{
  g_autofree char *folded = cw_fold_for_search (text);

  return strstr (folded, word) != NULL;
}

static gboolean
item_holds (const CwItem *item, const char *word)
{
  gboolean holds = item != NULL && text_holds (item->code, word);

  for (guint i = 0; item != NULL && i < item->n_labels; i++)
    holds = holds || text_holds (item->labels[i].text, word);

  return holds;
}

static gboolean
mapping_holds (Fixture *self, const CwMapping *mapping, const char *word)
{
  const char *const fields[] = { mapping->rationale,   mapping->note_shared, mapping->note_subject,
                                 mapping->note_object, mapping->citation,    mapping->url,
                                 mapping->quotation,   mapping->author };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (text_holds (fields[i], word))
        return TRUE;
    }

  return item_holds (find_item (self, mapping->subject_id), word) ||
         item_holds (find_item (self, mapping->object_id), word);
}

static gboolean
passes (Fixture *self, const CwMapping *mapping, const CwMappingFilter *filter, int without)
{
  g_autofree char *folded = cw_fold_for_search (filter->text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      g_autofree char *value = get_value (self, mapping, facet);

      if ((int) facet != without && filter->values[facet] != NULL &&
          !cw_mapping_filter_has_value (filter, facet, value))
        return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!mapping_holds (self, mapping, words[i]))
        return FALSE;
    }

  return TRUE;
}

/* Returns: how many were found */
static guint
check_find (Fixture *self, const CwMappingFilter *filter, CwMappingSort sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found =
    cw_mapping_search_find (self->connection, self->lists, filter, sort, descending, &error);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  Order order = { self, sort, descending };

  g_assert_no_error (error);
  for (guint i = 0; i < self->mappings->len; i++)
    {
      if (passes (self, g_ptr_array_index (self->mappings, i), filter, -1))
        g_ptr_array_add (wanted, g_ptr_array_index (self->mappings, i));
    }
  g_ptr_array_sort_with_data (wanted, compare, &order);

  g_assert_cmpuint (found->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_cmpint (g_array_index (found, gint64, i), ==,
                     ((CwMapping *) g_ptr_array_index (wanted, i))->id);

  return found->len;
}

/* Each facet is counted as if nothing of its own were set. */
static void
check_count (Fixture *self, const CwMappingFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts =
    cw_mapping_search_count (self->connection, self->lists, filter, &error);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_no_error (error);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      for (guint i = 0; i < self->mappings->len; i++)
        {
          const CwMapping *mapping = g_ptr_array_index (self->mappings, i);
          g_autofree char *value = get_value (self, mapping, facet);
          char *name = g_strdup_printf ("%s: %s", cw_facet_to_key (facet), value);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (wanted, name));

          if (passes (self, mapping, filter, (int) facet))
            g_hash_table_insert (wanted, name, GUINT_TO_POINTER (n + 1));
          else
            g_free (name);
        }
    }

  g_assert_cmpuint (counts->len, ==, g_hash_table_size (wanted));
  for (guint i = 0; i < counts->len; i++)
    {
      const CwFacetCount *count = &g_array_index (counts, CwFacetCount, i);
      g_autofree char *name =
        g_strdup_printf ("%s: %s", cw_facet_to_key (count->facet), count->value);

      g_assert_cmpuint (count->count, ==, GPOINTER_TO_UINT (g_hash_table_lookup (wanted, name)));
    }
}

#include "mapping-search-cases.inc"
