/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "model/list-builder.h"
#include "search-twin.h"
#include "small-document.h"
#include "store/list-table.h"
#include "store/mapping-search.h"
#include "store/mapping-table.h"
#include "store/statement.h"

#include <locale.h>

#define N_MAPPINGS 400
#define N_FILTERS 150
#define FOURTH "xa-fourth-2019"

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-Hans", "en", NULL };
static const char *const japanese[] = { "ja", "zh-Hans", "en", NULL };

typedef struct
{
  TestFolder *folder;
  char *path;
  CwConnection *connection;
  GPtrArray *lists;    /* CwList */
  GPtrArray *items;    /* CwItem */
  GPtrArray *mappings; /* CwMapping */
  SearchTwin *twin;
  GRand *rand;
} Fixture;

/* Several items are called the same, one has no label in the first languages. */
static void
insert_fourth_list (CwConnection *connection)
{
  static const char *const labels[][2] = {
    { "en", "Graphene" },  { "en", "Zinc" },      { "en", "graphene" },
    { "ja", "ｸﾞﾗﾌｪﾝ" },    { "en", "Materials" }, { "en", "Künstliche ＡＩ" },
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
  if (cw_status_is_judgement (mapping->status))
    {
      cw_mapping_set_text (&mapping->reviewer, PICK (self->rand, authors));
      cw_mapping_take_text (&mapping->reviewed,
                            g_strdup_printf ("2024-03-%02dT00:00:00Z",
                                             g_rand_int_range (self->rand, 1, 9)));
    }
  cw_mapping_take_text (&mapping->created, g_strdup_printf ("2024-01-%02dT00:00:00Z",
                                                            g_rand_int_range (self->rand, 1, 9)));
  cw_mapping_take_text (&mapping->modified, g_strdup_printf ("2024-02-%02dT00:00:00Z",
                                                             g_rand_int_range (self->rand, 1, 9)));

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

  search_twin_set_languages (self->twin, languages);
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
  self->twin = search_twin_new (self->lists, self->mappings);
  self->connection = cw_connection_open (self->path, CW_CONNECTION_READER, &error);
  g_assert_no_error (error);
  prepare (self, english);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_connection_close (self->connection);
  search_twin_free (self->twin);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->lists);
  g_rand_free (self->rand);
  g_free (self->path);
  test_folder_free (self->folder);
}

/* Returns: how many were found */
static guint
check_find (Fixture *self, const CwMappingFilter *filter, CwMappingSort sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found =
    cw_mapping_search_find (self->connection, self->lists, filter, sort, descending, &error);
  g_autoptr (GPtrArray) wanted = search_twin_find (self->twin, filter, sort, descending);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_cmpint (g_array_index (found, gint64, i), ==,
                     ((CwMapping *) g_ptr_array_index (wanted, i))->id);

  return found->len;
}

static void
check_count (Fixture *self, const CwMappingFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts =
    cw_mapping_search_count (self->connection, self->lists, filter, &error);
  g_autoptr (GHashTable) wanted = search_twin_count (self->twin, filter);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, g_hash_table_size (wanted));
  for (guint i = 0; i < counts->len; i++)
    {
      const CwFacetCount *count = &g_array_index (counts, CwFacetCount, i);
      g_autofree char *name =
        g_strdup_printf ("%s: %s", cw_facet_to_key (count->facet), count->value);

      g_assert_cmpuint (count->count, ==, GPOINTER_TO_UINT (g_hash_table_lookup (wanted, name)));
    }
}

static guint
check_text (Fixture *self, const char *text)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  cw_mapping_filter_set_text (filter, text);
  check_count (self, filter);

  return check_find (self, filter, CW_SORT_LISTS, FALSE);
}

/* Every order, both ways, with labels in several languages. */
static void
test_sort (Fixture *self, gconstpointer data)
{
  const char *const *const languages[] = { english, chinese, japanese };
  g_autoptr (CwMappingFilter) all = cw_mapping_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      prepare (self, languages[i]);
      for (CwMappingSort sort = 0; sort < CW_N_SORTS; sort++)
        {
          g_assert_cmpuint (check_find (self, all, sort, FALSE), ==, self->mappings->len);
          g_assert_cmpuint (check_find (self, all, sort, TRUE), ==, self->mappings->len);
        }
    }
}

/* The languages that come first decide where a label stands. */
static void
test_languages (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) all = cw_mapping_filter_new ();
  g_autoptr (GPtrArray) in_english =
    search_twin_find (self->twin, all, CW_SORT_SUBJECT_LABEL, FALSE);
  g_autoptr (GPtrArray) in_chinese = NULL;
  gboolean same = TRUE;

  prepare (self, chinese);
  in_chinese = search_twin_find (self->twin, all, CW_SORT_SUBJECT_LABEL, FALSE);
  for (guint i = 0; i < in_english->len; i++)
    same = same && g_ptr_array_index (in_english, i) == g_ptr_array_index (in_chinese, i);
  g_assert_false (same);
  check_find (self, all, CW_SORT_SUBJECT_LABEL, FALSE);
  prepare (self, english);
  check_find (self, all, CW_SORT_SUBJECT_LABEL, FALSE);
}

/* Every value of a facet alone, then each two of them. */
static void
test_facet (Fixture *self, gconstpointer data)
{
  CwFacet facet = GPOINTER_TO_UINT (data);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CwMappingFilter) none = cw_mapping_filter_new ();
  g_autofree gpointer *keys = NULL;
  guint n_values;
  guint sum = 0;

  for (guint i = 0; i < self->mappings->len; i++)
    g_hash_table_add (values, search_twin_get_value (self->twin,
                                                     g_ptr_array_index (self->mappings, i), facet));
  keys = g_hash_table_get_keys_as_array (values, &n_values);
  g_assert_cmpuint (n_values, >, 1);
  for (guint i = 0; i < n_values; i++)
    {
      g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
      guint n;

      cw_mapping_filter_set_value (filter, facet, keys[i], TRUE);
      n = check_find (self, filter, CW_SORT_LISTS, FALSE);
      g_assert_cmpuint (n, >, 0);
      sum += n;
      check_count (self, filter);
      cw_mapping_filter_set_value (filter, facet, keys[(i + 1) % n_values], TRUE);
      g_assert_cmpuint (check_find (self, filter, CW_SORT_MODIFIED, TRUE), >, n);
    }
  g_assert_cmpuint (sum, ==, self->mappings->len);

  cw_mapping_filter_set_value (none, facet, "no such value", TRUE);
  g_assert_cmpuint (check_find (self, none, CW_SORT_LISTS, FALSE), ==, 0);
  check_count (self, none);
}

static const char *const searched[] = { "",      "graph", "GRAPHENE 材料", "part t", "ａｎｎ",
                                        "1.",    "Ai",    "naive",         "グラ",   "new line",
                                        "o'har", "稀土",  "https written", "t1",     "not there" };

/* All facets and words together, at random. */
static void
test_combined (Fixture *self, gconstpointer data)
{
  guint n_found = 0;

  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

      for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
        {
          int n_values = g_rand_int_range (self->rand, -6, 4);

          for (int j = 0; j < n_values; j++)
            {
              guint at = (guint) g_rand_int_range (self->rand, 0, (int) self->mappings->len);
              g_autofree char *value =
                search_twin_get_value (self->twin, g_ptr_array_index (self->mappings, at), facet);

              cw_mapping_filter_set_value (filter, facet, value, TRUE);
            }
        }
      if (g_rand_int_range (self->rand, 0, 3) == 0)
        cw_mapping_filter_set_text (filter, PICK (self->rand, searched));
      n_found += check_find (self, filter, g_rand_int_range (self->rand, 0, CW_N_SORTS),
                             g_rand_boolean (self->rand));
      check_count (self, filter);
    }
  g_assert_cmpuint (n_found, >, N_FILTERS);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  guint n_graphene = check_text (self, "graphene");

  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    check_text (self, searched[i]);

  g_assert_cmpuint (check_text (self, ""), ==, self->mappings->len);
  g_assert_cmpuint (check_text (self, " \t\n"), ==, self->mappings->len);
  g_assert_cmpuint (check_text (self, "not there"), ==, 0);
  /* Case, width and white space say nothing, nor does the language of the label. */
  g_assert_cmpuint (n_graphene, >, 0);
  g_assert_cmpuint (check_text (self, " ＧＲＡphene  "), ==, n_graphene);
  g_assert_cmpuint (check_text (self, "グラフェン"), >, 0);
  g_assert_cmpuint (check_text (self, "グラフェン"), ==, check_text (self, "ｸﾞﾗﾌｪﾝ"));
  g_assert_cmpuint (check_text (self, "石墨烯"), >, 0);
  g_assert_cmpuint (check_text (self, "kunstliche ai"), >, 0);
  /* Each word has to be found, wherever. */
  g_assert_cmpuint (check_text (self, "graphene ann"), <, n_graphene);
  g_assert_cmpuint (check_text (self, "graphene ann"), ==, check_text (self, "ANN Graphene"));
  g_assert_cmpuint (check_text (self, "graphene nowhere"), ==, 0);
  /* Each text of a mapping counts. */
  g_assert_cmpuint (check_text (self, "o'hara"), >, 0);
  g_assert_cmpuint (check_text (self, "example.org"), >, 0);
  g_assert_cmpuint (check_text (self, "written"), >, 0);
}

static const char *const odd[] = { "'",
                                   "\"x",
                                   "%",
                                   "_",
                                   ";",
                                   "\\",
                                   "?1",
                                   "*",
                                   "[a-z]",
                                   "' OR 1 = 1 --",
                                   "/**/",
                                   "') OR (1=1",
                                   "\"; --",
                                   "%s %n %99",
                                   "NULL",
                                   "\xff",
                                   "DROP TABLE mapping;" };

/* What is searched is a value, never a part of a statement. */
static void
test_bound (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      if (g_utf8_validate (odd[i], -1, NULL) && *odd[i] != '\'' && *odd[i] != ';')
        g_assert_cmpuint (check_text (self, odd[i]), ==, 0);
      else
        check_text (self, odd[i]);
      for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
        {
          g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

          cw_mapping_filter_set_value (filter, facet, odd[i], TRUE);
          g_assert_cmpuint (check_find (self, filter, CW_SORT_LISTS, FALSE), ==, 0);
          check_count (self, filter);
        }
    }
  g_assert_cmpuint (check_text (self, "no;such'thing"), ==, 0);
  g_assert_cmpuint (check_text (self, ""), ==, N_MAPPINGS + TEST_N_MAPPINGS);
}

/* A facet may have as many values as there are. */
static void
test_many_values (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *value = g_strdup_printf ("author %u", i);

      cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, value, TRUE);
    }
  cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, "Ann", TRUE);
  g_assert_cmpuint (check_find (self, filter, CW_SORT_AUTHOR, FALSE), >, 0);
}

/* A page is one statement; what is gone is left out. */
static void
test_load (Fixture *self, gconstpointer data)
{
  const gint64 ids[] = { TEST_MAPPING_FULL,   1000000, TEST_MAPPING_ABSENCE, -1, 0, G_MAXINT64,
                         TEST_MAPPING_NEGATED };
  guint64 n_before = cw_connection_get_n_statements (self->connection);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) some =
    cw_mapping_search_load (self->connection, ids, G_N_ELEMENTS (ids), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cw_connection_get_n_statements (self->connection), ==, n_before + 1);
  g_assert_cmpuint (some->len, ==, 3);
  for (guint i = 0; i < some->len; i++)
    {
      const CwMapping *mapping = g_ptr_array_index (some, i);

      g_assert_true (
        cw_mapping_equal (mapping, g_ptr_array_index (self->mappings, (guint) mapping->id - 1)));
    }

  none = cw_mapping_search_load (self->connection, ids, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The number of statements does not depend on what is found. */
static void
test_statements (Fixture *self, gconstpointer data)
{
  g_autoptr (CwMappingFilter) filter = cw_mapping_filter_new ();
  guint64 before = cw_connection_get_n_statements (self->connection);
  guint64 of_all;

  check_find (self, filter, CW_SORT_OBJECT_LABEL, TRUE);
  of_all = cw_connection_get_n_statements (self->connection) - before;
  cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, "nobody", TRUE);
  before = cw_connection_get_n_statements (self->connection);
  check_find (self, filter, CW_SORT_OBJECT_LABEL, TRUE);
  g_assert_cmpuint (cw_connection_get_n_statements (self->connection) - before, ==, of_all);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("/mapping-search/sort", test_sort);
  ADD ("/mapping-search/languages", test_languages);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      g_autofree char *path = g_strdup_printf ("/mapping-search/facet/%s", cw_facet_to_key (facet));

      g_test_add (path, Fixture, GUINT_TO_POINTER (facet), set_up, test_facet, tear_down);
    }
  ADD ("/mapping-search/combined", test_combined);
  ADD ("/mapping-search/words", test_words);
  ADD ("/mapping-search/bound", test_bound);
  ADD ("/mapping-search/many-values", test_many_values);
  ADD ("/mapping-search/load", test_load);
  ADD ("/mapping-search/statements", test_statements);

  return g_test_run ();
}
