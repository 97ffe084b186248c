/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many-mappings.h"

#include "shell.h"

/* Made by the shell, whose memory is not the program's: one statement in one transaction. Each item
 * on the left has as many mappings as the others, and they stand in the file far from one another,
 * as when a table grows by rounds of work. Mappings differ in every column that sorts. */
#define FILL_SQL                                                                                  \
  "PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY; BEGIN;\n"                             \
  "CREATE TEMP TABLE numbered AS SELECT list_id, id, row_number () OVER "                         \
  "(PARTITION BY list_id ORDER BY position) - 1 AS place FROM item;\n"                            \
  "CREATE UNIQUE INDEX temp.numbered_by_place ON numbered (list_id, place);\n"                    \
  "CREATE TEMP TABLE word (place INTEGER PRIMARY KEY, text TEXT);\n"                              \
  "INSERT INTO word VALUES (0, 'quantum'), (1, 'sensor'), (2, 'material'), (3, 'energy'), "       \
  "(4, 'network'), (5, 'vaccine'), (6, 'satellite'), (7, 'propulsion'), (8, 'robot'), "           \
  "(9, 'battery'), (10, 'laser'), (11, 'turbine'), (12, 'genome'), (13, 'radar'), "               \
  "(14, 'cipher'), (15, 'alloy');\n"                                                              \
  "INSERT INTO mapping (subject_id, relation, object_id, confidence, status, rationale, "         \
  "citation, author, created, modified, reviewer, reviewed) "                                     \
  "WITH RECURSIVE number (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < %1$u - 1)" \
  " SELECT s.id, "                                                                                \
  "CASE i %% 6 WHEN 0 THEN 'exact' WHEN 1 THEN 'close' WHEN 2 THEN 'broad' WHEN 3 THEN 'narrow' " \
  "WHEN 4 THEN 'overlap' ELSE 'related' END, o.id, "                                              \
  "CASE i %% 11 WHEN 0 THEN NULL ELSE i %% 101 / 100.0 END, "                                     \
  "CASE i %% 4 WHEN 0 THEN 'draft' WHEN 1 THEN 'proposed' WHEN 2 THEN 'reviewed' "                \
  "ELSE 'disputed' END, "                                                                         \
  "'Both name a ' || a.text || ' and a ' || b.text || ', case ' || i * 7919 %% %1$u, "            \
  "iif (i %% 3 = 0, 'Annex ' || i %% 997, ''), 'Author ' || i * 31 %% 17, "                       \
  "strftime ('%%Y-%%m-%%dT%%H:%%M:%%SZ', 1700000000 + i * 61 %% 9999991, 'unixepoch'), "          \
  "strftime ('%%Y-%%m-%%dT%%H:%%M:%%SZ', 1700000000 + i * 67 %% 9999991, 'unixepoch'), "          \
  "iif (i %% 4 IN (2, 3), 'Reviewer ' || i * 13 %% 7, ''), "                                      \
  "iif (i %% 4 IN (2, 3), strftime ('%%Y-%%m-%%dT%%H:%%M:%%SZ', "                                 \
  "1700000000 + i * 71 %% 9999991, 'unixepoch'), '') "                                            \
  "FROM number "                                                                                  \
  "JOIN numbered AS s ON s.list_id = (SELECT min (list_id) FROM numbered) "                       \
  "AND s.place = i %% %2$u "                                                                      \
  "JOIN numbered AS o ON o.list_id = (SELECT max (list_id) FROM numbered) "                       \
  "AND o.place = (i %% %2$u * 37 + i / %2$u * 101) %% %3$u "                                      \
  "JOIN word AS a ON a.place = i * 5 %% 16 JOIN word AS b ON b.place = i * 11 / 16 %% 16;\n"      \
  "COMMIT;\n"

/**
 * bench_many_make:
 * @shell: the sqlite3 program
 * @path: where
 * @size: how large; as #BenchSize says
 *
 * Makes a document, the same every time.
 */
void
bench_many_make (const char *shell, const char *path, const BenchSize *size)
{
  BenchSize lists = { size->n_left, size->n_right, 0 };
  g_autofree char *sql = g_strdup_printf (FILL_SQL, size->n_mappings, size->n_left, size->n_right);

  bench_document_make (path, &lists);
  bench_shell_run (shell, path, sql);
}

#define STRENGTH_SQL                                                             \
  "CASE m.relation WHEN 'exact' THEN 1 WHEN 'close' THEN 2 WHEN 'broad' THEN 3 " \
  "WHEN 'narrow' THEN 4 WHEN 'overlap' THEN 5 ELSE 6 END"

#define FROM_SQL                                             \
  "FROM mapping AS m JOIN item AS s ON s.id = m.subject_id " \
  "LEFT JOIN item AS o ON o.id = m.object_id "

#define ORDER_SQL "s.list_id, s.position, " STRENGTH_SQL ", o.list_id, o.position, m.id"

#define LABEL_SQL(item)                                                 \
  "LEFT JOIN label AS l ON l.item_id = " item " AND l.language = 'en' " \
  "AND l.origin = 'official' AND l.kind = 'preferred' "

static const char *
get_key (CwMappingSort sort)
{
  switch (sort)
    {
    case CW_SORT_SUBJECT_LIST:
      return "s.list_id";
    case CW_SORT_SUBJECT_CODE:
      return "s.position";
    case CW_SORT_SUBJECT_LABEL:
    case CW_SORT_OBJECT_LABEL:
      return "l.text";
    case CW_SORT_RELATION:
      return STRENGTH_SQL;
    case CW_SORT_OBJECT_LIST:
      return "o.list_id";
    case CW_SORT_OBJECT_CODE:
      return "o.position";
    case CW_SORT_CONFIDENCE:
      return "m.confidence";
    case CW_SORT_STATUS:
      return "m.status";
    case CW_SORT_RATIONALE:
      return "lower (m.rationale)";
    case CW_SORT_AUTHOR:
      return "lower (m.author)";
    case CW_SORT_CREATED:
      return "m.created";
    case CW_SORT_MODIFIED:
      return "m.modified";
    case CW_SORT_REVIEWER:
      return "lower (m.reviewer)";
    case CW_SORT_REVIEWED:
      return "m.reviewed";
    case CW_SORT_LISTS:
    default:
      return "s.list_id";
    }
}

/**
 * bench_many_format_sort:
 * @sort: a column
 *
 * Returns: (transfer full): the statement with which somebody would have the mappings sorted by the
 *   shell: items and labels are looked up where they stand
 */
char *
bench_many_format_sort (CwMappingSort sort)
{
  const char *label = sort == CW_SORT_SUBJECT_LABEL  ? LABEL_SQL ("m.subject_id")
                      : sort == CW_SORT_OBJECT_LABEL ? LABEL_SQL ("m.object_id")
                                                     : "";

  return g_strdup_printf ("SELECT m.id " FROM_SQL "%s WHERE m.coding_id IS NULL "
                          "ORDER BY %s, " ORDER_SQL ";\n",
                          label, get_key (sort));
}

/**
 * bench_many_format_search:
 * @typed: words
 *
 * Returns: (transfer full): the statement that finds each word in codes, labels and texts, and
 *   sorts
 */
char *
bench_many_format_search (const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  GString *sql = g_string_new ("SELECT m.id " FROM_SQL "WHERE m.coding_id IS NULL");

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (
      sql,
      " AND (m.subject_id IN (SELECT item_id FROM label WHERE text LIKE '%%%1$s%%') "
      "OR m.object_id IN (SELECT item_id FROM label WHERE text LIKE '%%%1$s%%') "
      "OR s.code LIKE '%%%1$s%%' OR o.code LIKE '%%%1$s%%' "
      "OR m.rationale || m.note_shared || m.note_subject || m.note_object || m.citation || m.url "
      "|| m.quotation || m.author || m.reviewer LIKE '%%%1$s%%')",
      words[i]);
  g_string_append (sql, " ORDER BY " ORDER_SQL ";\n");

  return g_string_free (sql, FALSE);
}

/**
 * bench_many_format_update:
 * @n_rows: how many
 * @with_update: without, only what comes before it
 *
 * Returns: (transfer full): statements that give the first mappings in the order of the lists
 *   another relation, as safely as the program does it
 */
char *
bench_many_format_update (guint n_rows, gboolean with_update)
{
  return g_strdup_printf (
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;\n"
    "CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY);\n"
    "INSERT INTO chosen SELECT id FROM (SELECT m.id " FROM_SQL "ORDER BY " ORDER_SQL
    " LIMIT %u);\n%s",
    n_rows,
    with_update ? "UPDATE mapping SET relation = 'related', modified = '2024-05-06T07:08:09Z' "
                  "WHERE id IN (SELECT id FROM chosen) AND relation <> 'related';\n"
                : "");
}
