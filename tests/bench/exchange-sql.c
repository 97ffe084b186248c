/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-sql.h"

/* A label of an item in the language of its list, as the table of a document has it */
#define LABEL(label, item)                                                     \
  "LEFT JOIN label AS " label " ON " label ".item_id = " item ".id AND " label \
  ".language = 'en' AND " label ".origin = 'official' AND " label ".kind = 'preferred' "

#define SELECT_SQL                                                                                \
  "SELECT sl.key AS left_list, s.code AS left_code, a.text AS left_label, m.relation, "           \
  "a.text || CASE m.relation WHEN 'exact' THEN ' is the same as ' "                               \
  "WHEN 'close' THEN ' is nearly the same as ' WHEN 'broad' THEN ' is part of ' "                 \
  "WHEN 'narrow' THEN ' contains ' WHEN 'overlap' THEN ' shares a part with ' "                   \
  "ELSE ' is associated with ' END || b.text AS sentence, "                                       \
  "ol.key AS right_list, o.code AS right_code, b.text AS right_label, m.confidence, m.status, "   \
  "iif (m.negated, 'true', 'false') AS negated, "                                                 \
  "iif (m.relation = 'none', m.absence, '') AS absence_reason, m.rationale, "                     \
  "m.note_shared, m.note_subject, m.note_object, m.citation, m.url, m.quotation, m.author, "      \
  "m.created, m.modified, m.reviewer, m.reviewed, m.author_orcid "                                \
  "FROM mapping AS m JOIN item AS s ON s.id = m.subject_id JOIN list AS sl ON sl.id = s.list_id " \
  "JOIN item AS o ON o.id = m.object_id JOIN list AS ol ON ol.id = o.list_id " LABEL ("a", "s")   \
    LABEL ("b", "o") "WHERE m.coding_id IS NULL "

#define ORDER_SQL                                                                            \
  "ORDER BY s.list_id, s.position, CASE m.relation WHEN 'exact' THEN 1 WHEN 'close' THEN 2 " \
  "WHEN 'broad' THEN 3 WHEN 'narrow' THEN 3 WHEN 'overlap' THEN 5 ELSE 6 END, "              \
  "m.confidence DESC, o.list_id, o.position, m.id"

/**
 * bench_exchange_format_select:
 * @output: a file
 * @sorted: whether in the order in which a table is exported
 *
 * Returns: (transfer full): what makes the shell write the table of a document as CSV
 */
char *
bench_exchange_format_select (const char *output, gboolean sorted)
{
  return g_strdup_printf (".mode csv\n.headers on\n.output '%s'\n" SELECT_SQL "%s;\n", output,
                          sorted ? ORDER_SQL : "");
}

/**
 * bench_exchange_format_import:
 * @input: a table
 * @separator: what separates its cells
 * @n_skipped: lines above its header
 *
 * Returns: (transfer full): what makes the shell read a table into a new one without an index, and
 *   print the number of its rows
 */
char *
bench_exchange_format_import (const char *input, char separator, guint n_skipped)
{
  return g_strdup_printf (".mode csv\n.separator \"%s\" \"\\n\"\n.import --skip %u '%s' bare\n"
                          ".mode list\nSELECT '\"n\": ' || count (*) FROM bare;\n",
                          separator == '\t' ? "\\t" : ",", n_skipped, input);
}
