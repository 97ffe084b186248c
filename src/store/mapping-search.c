/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mapping-search.h"

#include "model/fold.h"
#include "model/item.h"
#include "store/mapping-row.h"
#include "store/mapping-tally.h"
#include "store/statement.h"

#include <string.h>

/* What sorting and searching need of an item is known in memory: where it stands in the order of
 * all lists, where its label stands in the order of the user's language, and which item of the
 * first level is above it. It goes into a temporary table of the connection. */

static void
fold_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, cw_fold_for_search (text), -1, g_free);
}

typedef struct
{
  const CwItem *item;
  guint place;
  char *collation_key;
} Place;

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->collation_key);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;
  int order = strcmp (first->collation_key, second->collation_key);

  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

static GArray *
collect_places (GPtrArray *lists, const char *const *languages)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);
          const CwLabel *label = cw_item_choose_label (item, languages);
          const char *text = label != NULL ? label->text : item->code;
          Place place = { item, places->len, g_utf8_collate_key (text, -1) };

          g_array_append_val (places, place);
        }
    }
  g_array_sort (places, compare_labels);

  return places;
}

/* Items that are called the same have the same rank. */
static gboolean
insert_places (CwConnection *connection, GArray *places, GError **error)
{
  guint rank = 0;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "INSERT INTO temp.item_place VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (i > 0 &&
          !g_str_equal (place->collation_key, g_array_index (places, Place, i - 1).collation_key))
        rank = i;
      cw_statement_bind (statement, "iiii", place->item->id, (gint64) place->place, (gint64) rank,
                         _cw_mapping_tally_get_category_id (place->item));
      if (!cw_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_mapping_search_prepare:
 * @connection: a connection
 * @lists: (element-type CwList): all lists, in their order
 * @languages: (array zero-terminated=1): label languages, by which labels are sorted
 * @error: return location
 *
 * To be called before the other functions, and again when lists or languages are others. Labels
 * are sorted as the locale does it.
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
cw_mapping_search_prepare (CwConnection *connection,
                           GPtrArray *lists,
                           const char *const *languages,
                           GError **error)
{
  g_autoptr (GArray) places = collect_places (lists, languages);

  sqlite3_create_function (connection->db, "fold", 1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           fold_function, NULL, NULL);

  if (!_cw_connection_exec (connection,
                            "DROP TABLE IF EXISTS temp.item_place; "
                            "DROP TABLE IF EXISTS temp.item_match; "
                            "CREATE TEMP TABLE item_place (item_id INTEGER PRIMARY KEY, "
                            "place INTEGER, label_rank INTEGER, category_id INTEGER); "
                            "CREATE TEMP TABLE item_match (word INTEGER, item_id INTEGER, "
                            "PRIMARY KEY (word, item_id)) WITHOUT ROWID; "
                            "BEGIN",
                            error))
    return FALSE;
  if (!insert_places (connection, places, error))
    {
      _cw_connection_rollback (connection);
      return FALSE;
    }

  return _cw_connection_exec (connection, "COMMIT", error);
}

static gboolean
item_holds (const CwItem *item, const char *word)
{
  g_autofree char *code = cw_fold_for_search (item->code);

  if (strstr (code, word) != NULL)
    return TRUE;

  for (guint i = 0; i < item->n_labels; i++)
    {
      g_autofree char *label = cw_fold_for_search (item->labels[i].text);

      if (strstr (label, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
insert_matches (CwConnection *connection,
                GPtrArray *lists,
                guint word_index,
                const char *word,
                GError **error)
{
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection, "INSERT INTO temp.item_match VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; j < cw_list_get_n_items (list); j++)
        {
          const CwItem *item = cw_list_get_item (list, j);

          if (!item_holds (item, word))
            continue;
          cw_statement_bind (statement, "ii", (gint64) word_index, item->id);
          if (!cw_statement_run (statement, error))
            return FALSE;
        }
    }

  return TRUE;
}

static char **
split_words (const CwMappingFilter *filter)
{
  g_autofree char *folded = cw_fold_for_search (filter->text);

  return *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

static gboolean
insert_all_matches (CwConnection *connection, GPtrArray *lists, char **words, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!insert_matches (connection, lists, i, words[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_matches (CwConnection *connection, GPtrArray *lists, char **words, GError **error)
{
  if (words[0] == NULL)
    return TRUE;

  if (_cw_connection_exec (connection, "BEGIN; DELETE FROM temp.item_match", error) &&
      insert_all_matches (connection, lists, words, error) &&
      _cw_connection_exec (connection, "COMMIT", error))
    return TRUE;

  /* A search that was interrupted leaves nothing open for the next. */
  _cw_connection_rollback (connection);

  return FALSE;
}

/* The value of a facet, as text, in terms of m (mapping), s (subject), o (object), p (place). */
static const char *const facet_sql[CW_N_FACETS] = {
  [CW_FACET_RELATION] = "m.relation",
  [CW_FACET_STATUS] = "m.status",
  [CW_FACET_SUBJECT_LIST] = "CAST (s.list_id AS TEXT)",
  [CW_FACET_OBJECT_LIST] = "CAST (coalesce (o.list_id, m.object_list_id) AS TEXT)",
  [CW_FACET_CATEGORY] = "CAST (p.category_id AS TEXT)",
  [CW_FACET_CONFIDENCE] =
    "coalesce (CAST (CAST (m.confidence * 10 + 1e-9 AS INTEGER) AS TEXT), '')",
  [CW_FACET_AUTHOR] = "m.author",
  [CW_FACET_EVIDENCE] = "CAST (m.citation <> '' OR m.url <> '' OR m.quotation <> '' AS TEXT)",
  [CW_FACET_NEGATED] = "CAST (m.negated AS TEXT)",
};

/* Every mapping has a subject; it is joined from the left all the same, since SQLite then leaves out
 * what a statement makes no use of. */
#define FROM_SQL                                                   \
  " FROM mapping AS m LEFT JOIN item AS s ON s.id = m.subject_id " \
  "LEFT JOIN item AS o ON o.id = m.object_id "                     \
  "LEFT JOIN temp.item_place AS p ON p.item_id = m.subject_id "    \
  "LEFT JOIN temp.item_place AS q ON q.item_id = m.object_id "

#define TEXT_SQL                                                                                    \
  "fold (m.rationale || char (10) || m.note_shared || char (10) || m.note_subject || char (10) || " \
  "m.note_object || char (10) || m.citation || char (10) || m.url || char (10) || m.quotation || "  \
  "char (10) || m.author || char (10) || m.reviewer)"

/* Words and values are bound, not written into the statement. */
static char *
make_where (const CwMappingFilter *filter, char **words, int without_facet, GPtrArray *bound)
{
  GString *sql = g_string_new ("WHERE ");

  /* Said of the agreed mapping without the index of the codings, which most rows are not in. */
  if (filter->coding_id == 0)
    g_string_append (sql, "m.coding_id IS NULL");
  else
    g_string_append_printf (sql, "m.coding_id = %" G_GINT64_FORMAT, filter->coding_id);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_ptr_array_add (bound, words[i]);
      g_string_append_printf (
        sql,
        " AND (m.subject_id IN (SELECT item_id FROM temp.item_match WHERE word = %1$u) "
        "OR m.object_id IN (SELECT item_id FROM temp.item_match WHERE word = %1$u) "
        "OR instr (" TEXT_SQL ", ?%2$u) > 0)",
        i, bound->len);
    }
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      if (filter->values[facet] == NULL || (int) facet == without_facet)
        continue;

      g_string_append_printf (sql, " AND %s IN (", facet_sql[facet]);
      for (guint i = 0; i < filter->values[facet]->len; i++)
        {
          g_ptr_array_add (bound, g_ptr_array_index (filter->values[facet], i));
          g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", bound->len);
        }
      g_string_append_c (sql, ')');
    }

  return g_string_free (sql, FALSE);
}

static CwStatement *
prepare_bound (CwConnection *connection, const char *sql, GPtrArray *bound, GError **error)
{
  CwStatement *statement = cw_statement_new (connection, sql, error);

  for (guint i = 0; statement != NULL && i < bound->len; i++)
    cw_statement_bind_text (statement, (int) i + 1, g_ptr_array_index (bound, i));

  return statement;
}

#define STRENGTH_SQL                                                             \
  "CASE m.relation WHEN 'exact' THEN 1 WHEN 'close' THEN 2 WHEN 'broad' THEN 3 " \
  "WHEN 'narrow' THEN 4 WHEN 'overlap' THEN 5 WHEN 'related' THEN 6 ELSE 7 END"

/* From the first word to the last. */
#define PROGRESS_SQL                                                                 \
  "CASE m.status WHEN 'draft' THEN 1 WHEN 'proposed' THEN 2 WHEN 'reviewed' THEN 3 " \
  "WHEN 'disputed' THEN 4 ELSE 5 END"

static const char *const sort_sql[CW_N_SORTS] = {
  [CW_SORT_LISTS] = NULL,
  [CW_SORT_SUBJECT_LIST] = "s.list_id",
  [CW_SORT_SUBJECT_CODE] = "s.position",
  [CW_SORT_SUBJECT_LABEL] = "p.label_rank",
  [CW_SORT_RELATION] = STRENGTH_SQL,
  [CW_SORT_OBJECT_LIST] = "coalesce (o.list_id, m.object_list_id)",
  [CW_SORT_OBJECT_CODE] = "o.position",
  [CW_SORT_OBJECT_LABEL] = "q.label_rank",
  [CW_SORT_CONFIDENCE] = "m.confidence",
  [CW_SORT_STATUS] = PROGRESS_SQL,
  [CW_SORT_RATIONALE] = "fold (m.rationale)",
  [CW_SORT_AUTHOR] = "fold (m.author)",
  [CW_SORT_CREATED] = "m.created",
  [CW_SORT_MODIFIED] = "m.modified",
  [CW_SORT_REVIEWER] = "nullif (fold (m.reviewer), '')",
  [CW_SORT_REVIEWED] = "nullif (m.reviewed, '')",
};

static char *
make_order (CwMappingSort sort, gboolean descending)
{
  const char *key = sort_sql[sort];

  if (key == NULL)
    return g_strdup ("ORDER BY p.place, " STRENGTH_SQL ", q.place, m.id");

  /* What has no value comes last, whichever way round. */
  return g_strdup_printf ("ORDER BY %1$s IS NULL, %1$s %2$s, p.place, " STRENGTH_SQL
                          ", q.place, m.id",
                          key, descending ? "DESC" : "ASC");
}

/**
 * cw_mapping_search_find:
 * @connection: a prepared connection
 * @lists: (element-type CwList): all lists
 * @filter: which mappings
 * @sort: in which order
 * @descending: whether that order is turned round
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the ids of the mappings, in order; or %NULL with
 *   a #CwStoreError
 */
GArray *
cw_mapping_search_find (CwConnection *connection,
                        GPtrArray *lists,
                        const CwMappingFilter *filter,
                        CwMappingSort sort,
                        gboolean descending,
                        GError **error)
{
  g_auto (GStrv) words = split_words (filter);
  g_autoptr (GPtrArray) bound = g_ptr_array_new ();
  g_autofree char *where = make_where (filter, words, -1, bound);
  g_autofree char *order = make_order (sort, descending);
  g_autofree char *sql = g_strconcat ("SELECT m.id" FROM_SQL, where, " ", order, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CwStatement) statement = NULL;

  if (!find_matches (connection, lists, words, error))
    return NULL;
  statement = prepare_bound (connection, sql, bound, error);
  if (statement == NULL || !cw_statement_collect_ids (statement, ids, error))
    return NULL;

  return g_steal_pointer (&ids);
}

static void
facet_count_clear (gpointer data)
{
  g_free (((CwFacetCount *) data)->value);
}

/* The facets in which nothing is chosen are all counted in one reading, a chosen one in one of its
 * own. */
static gboolean
count_facets (CwConnection *connection,
              GPtrArray *lists,
              const CwMappingFilter *filter,
              char **words,
              int chosen,
              GArray *counts,
              GError **error)
{
  g_autoptr (GPtrArray) bound = g_ptr_array_new ();
  g_autofree char *where = make_where (filter, words, chosen, bound);
  g_autofree char *sql = g_strconcat ("SELECT " CW_MAPPING_TALLY_COLUMNS FROM_SQL, where, NULL);
  g_autoptr (CwStatement) statement = prepare_bound (connection, sql, bound, error);
  g_autoptr (CwMappingTally) tally = cw_mapping_tally_new ();

  if (statement == NULL || !cw_mapping_tally_read (tally, statement, error))
    return FALSE;

  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      if (chosen < 0 ? filter->values[facet] == NULL : (int) facet == chosen)
        cw_mapping_tally_take (tally, lists, facet, counts);
    }

  return TRUE;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const CwFacetCount *first = a;
  const CwFacetCount *second = b;

  return first->facet != second->facet ? (int) first->facet - (int) second->facet
                                       : strcmp (first->value, second->value);
}

/**
 * cw_mapping_search_count:
 * @connection: a prepared connection
 * @lists: (element-type CwList): all lists
 * @filter: which mappings
 * @error: return location
 *
 * Counts the values of every facet among the mappings that pass all other facets.
 *
 * Returns: (transfer full) (element-type CwFacetCount): the counts; or %NULL with a #CwStoreError
 */
GArray *
cw_mapping_search_count (CwConnection *connection,
                         GPtrArray *lists,
                         const CwMappingFilter *filter,
                         GError **error)
{
  g_auto (GStrv) words = split_words (filter);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (CwFacetCount));

  g_array_set_clear_func (counts, facet_count_clear);
  if (!find_matches (connection, lists, words, error))
    return NULL;

  if (!count_facets (connection, lists, filter, words, -1, counts, error))
    return NULL;
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      if (filter->values[facet] != NULL &&
          !count_facets (connection, lists, filter, words, (int) facet, counts, error))
        return NULL;
    }
  g_array_sort (counts, compare_counts);

  return g_steal_pointer (&counts);
}

/**
 * cw_mapping_search_load:
 * @connection: any connection
 * @ids: (array length=n_ids): mappings
 * @n_ids: how many
 * @error: return location
 *
 * Reads a page of a table, with one statement.
 *
 * Returns: (transfer full) (element-type CwMapping): those of the mappings that are there, in any
 *   order; or %NULL with a #CwStoreError
 */
GPtrArray *
cw_mapping_search_load (CwConnection *connection, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CwStatement) statement =
    cw_statement_new (connection,
                      "SELECT id, " CW_MAPPING_COLUMNS
                      " FROM mapping WHERE id IN (SELECT value FROM json_each (?1))",
                      error);

  if (statement == NULL)
    return NULL;

  cw_statement_bind_ids (statement, 1, ids, n_ids);
  while (cw_statement_step (statement, &local_error))
    g_ptr_array_add (mappings, _cw_mapping_row_read (statement));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&mappings);
}
