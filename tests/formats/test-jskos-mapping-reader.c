/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping-reader.h"
#include "record-catcher.h"

#include <string.h>

static const char *const languages[] = { "en", NULL };

static RecordCatcher *
read_bytes (const char *data, gsize length, CwReadManner manner)
{
  RecordCatcher *catcher = record_catcher_new ();
  CwRecordSink sink = record_catcher_get_sink (catcher);
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (data, (gssize) length, NULL);

  catcher->success =
    cw_jskos_mappings_read (stream, "x.json", manner, &sink, NULL, &catcher->error);
  g_assert_cmpint (catcher->success, ==, catcher->error == NULL);

  return catcher;
}

static RecordCatcher *
read_text (const char *text, CwReadManner manner)
{
  return read_bytes (text, strlen (text), manner);
}

/* What this program writes comes back; in lines there are no denied mappings. */
static void
check_round_trip (TableFixture *fixture, const char *format, gboolean has_denied)
{
  g_autoptr (GBytes) bytes = table_fixture_write (fixture, format, languages);

  for (guint manner = 0; manner < 2; manner++)
    {
      g_autoptr (RecordCatcher) catcher =
        read_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                    (CwReadManner) manner);
      guint n_mappings = 0;

      record_catcher_assert_no_problems (catcher);
      for (guint i = 0; i < fixture->rows->len; i++)
        {
          const CwConcordanceRow *row = table_fixture_get_row (fixture, i);

          if (row->mapping == NULL || (row->mapping->negated && !has_denied))
            continue;
          record_catcher_assert_row (catcher, row, languages);
          n_mappings++;
        }
      g_assert_cmpuint (catcher->records->len, ==, n_mappings);
    }
}

static void
test_round_trip (TableFixture *fixture, gconstpointer data)
{
  check_round_trip (fixture, "jskos", TRUE);
}

static void
test_round_trip_lines (TableFixture *fixture, gconstpointer data)
{
  check_round_trip (fixture, "jskos-ndjson", FALSE);
}

#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define TYPE "\"type\": [\"" SKOS "exactMatch\"]"
#define FROM "\"from\": {\"memberSet\": [{\"uri\": \"https://e.org/a\"}]}"
#define TO "\"to\": {\"memberSet\": [{\"uri\": \"https://e.org/b\"}]}"
#define MAPPING(more) "{" TYPE ", " FROM ", " TO more "}"
#define CONCORDANCE "\"type\": [\"http://rdf-vocabulary.ddialliance.org/xkos#Correspondence\"], "

/* The minimal concordance of the description of the format. */
static void
test_example (void)
{
  g_autoptr (RecordCatcher) catcher = read_text (
    "{ \"@context\": \"https://gbv.github.io/jskos/context.json\",\n"
    "\"uri\": \"https://example.org/crosswalk/eft-cet\",\n" CONCORDANCE
    "\"prefLabel\": {\"en\": \"EFT categories to CET areas\", \"zh-hans\": \"新兴\"},\n"
    "\"license\": [{\"uri\": \"https://creativecommons.org/licenses/by/4.0/\"}],\n"
    "\"fromScheme\": {\"uri\": \"https://example.org/eft-2018/scheme\"},\n"
    "\"toScheme\": {\"uri\": \"https://example.org/cet-2024/scheme\"},\n"
    "\"mappings\": [ { \"uri\": \"https://example.org/crosswalk/eft-cet/1\",\n"
    "\"type\": [\"" SKOS "broadMatch\"],\n"
    "\"from\": {\"memberSet\": [{\"uri\": \"https://example.org/eft-2018/additive\", \"notation\": "
    "[\"9\"], \"prefLabel\": {\"zh-hans\": \"增材制造\", \"en\": \"Additive manufacturing\"}}]},\n"
    "\"to\": {\"memberSet\": [{\"uri\": \"https://example.org/cet-2024/manufacturing\"}]},\n"
    "\"mappingRelevance\": 0.7, \"justification\": "
    "\"https://w3id.org/semapv/vocab/ManualMappingCuration\",\n"
    "\"note\": {\"en\": [\"invented example row\"]},\n"
    "\"creator\": [{\"prefLabel\": {\"en\": \"A. Analyst\"}}], \"created\": \"2026-08-01\" } ] }",
    CW_READ_STRICT);
  const CwMappingRecord *record = record_catcher_get (catcher, 0);

  record_catcher_assert_no_problems (catcher);
  g_assert_cmpstr (record->pointer, ==, "/mappings/0");
  g_assert_cmpstr (record->left.iri, ==, "https://example.org/eft-2018/additive");
  g_assert_cmpstr (record->left.code, ==, "9");
  g_assert_cmpstr (record->left.label, ==, "增材制造");
  g_assert_cmpstr (record->left.language, ==, "zh-Hans");
  g_assert_cmpstr (record->left.list, ==, "https://example.org/eft-2018/scheme");
  g_assert_cmpstr (record->right.list, ==, "https://example.org/cet-2024/scheme");
  g_assert_cmpint (record->values->relation, ==, CW_RELATION_BROAD);
  g_assert_cmpfloat_with_epsilon (record->values->confidence, 0.7, 1e-9);
  g_assert_cmpstr (record->values->author, ==, "A. Analyst");
  g_assert_cmpstr (record->values->rationale, ==, "invented example row");
  g_assert_cmpstr (record->values->created, ==, "2026-08-01");
}

/* Every form that a file can have. */
static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    guint n_records;
  } forms[] = {
    { MAPPING (""), 1 },
    { "[" MAPPING ("") ", " MAPPING ("") ", null]", 2 },
    { "[]", 0 },
    { MAPPING ("") "\n" MAPPING ("") "\n\n" MAPPING (""), 3 },
    { "{\n \"mappings\": [" MAPPING ("") "]}", 1 },
    { "{\"concordances\": [{" CONCORDANCE
      "\"fromScheme\": {}, \"toScheme\": {}, \"mappings\": [" MAPPING ("") "]}]}",
      1 },
    { "[{\"mappings\": [" MAPPING ("") "]}, " MAPPING ("") "]", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (RecordCatcher) catcher = read_text (forms[i].text, CW_READ_STRICT);

      record_catcher_assert_no_problems (catcher);
      g_assert_cmpuint (catcher->records->len, ==, forms[i].n_records);
    }
}

static void
test_lines (void)
{
  g_autoptr (RecordCatcher) catcher = read_text (MAPPING ("") "\r\n\n{\"from\": }\n" MAPPING (
                                                   ", \"mappingRelevance\": 2") "\n" MAPPING (""),
                                                 CW_READ_STRICT);
  g_autofree char *problems = record_catcher_list_problems (catcher);

  g_assert_no_error (catcher->error);
  g_assert_cmpuint (catcher->records->len, ==, 2);
  g_assert_cmpuint (record_catcher_get (catcher, 0)->line, ==, 1);
  g_assert_cmpuint (record_catcher_get (catcher, 1)->line, ==, 5);
  g_assert_cmpuint (record_catcher_find_problem (catcher, "syntax")->line, ==, 3);
  g_assert_cmpuint (record_catcher_find_problem (catcher, "syntax")->column, ==, 10);
  g_assert_nonnull (strstr (problems, "x.json:4: /mappingRelevance: error: out-of-range: "));
}

static void
test_bundles (void)
{
  g_autoptr (RecordCatcher) several = read_text (
    "{" TYPE ", \"from\": {\"memberList\": [{\"uri\": \"https://e.org/a\"}, {\"uri\": "
    "\"https://e.org/b\"}]}, \"to\": {\"memberChoice\": [{\"uri\": \"https://e.org/c\"}, {\"uri\": "
    "\"https://e.org/d\"}]}}",
    CW_READ_STRICT);
  g_autoptr (RecordCatcher) none =
    read_text ("{" FROM ", \"to\": {\"memberSet\": []}, \"toScheme\": {\"notation\": [\"cet\"]}, "
               "\"_absenceReason\": \"covered\"}",
               CW_READ_STRICT);

  g_assert_cmpuint (several->records->len, ==, 4);
  g_assert_cmpstr (record_catcher_get (several, 1)->left.iri, ==, "https://e.org/a");
  g_assert_cmpstr (record_catcher_get (several, 1)->right.iri, ==, "https://e.org/d");
  g_assert_cmpuint (several->problems->len, ==, 1);
  g_assert_cmpint (record_catcher_find_problem (several, "bundle-split")->severity, ==,
                   CW_SEVERITY_WARNING);
  record_catcher_assert_no_problems (none);
  g_assert_true (record_catcher_get (none, 0)->right.absent);
  g_assert_cmpstr (record_catcher_get (none, 0)->right.list, ==, "cet");
  g_assert_cmpint (record_catcher_get (none, 0)->values->relation, ==, CW_RELATION_NONE);
  g_assert_cmpint (record_catcher_get (none, 0)->values->absence, ==, CW_ABSENCE_COVERED);
}

static void
test_values (void)
{
  g_autoptr (RecordCatcher) catcher = read_text (
    MAPPING (", \"contributor\": [{\"uri\": \"https://orcid.org/0000-0002-1825-0097\"}, "
             "{\"uri\": \"https://e.org/x\"}], \"source\": [{\"uri\": \"https://e.org/s\", "
             "\"prefLabel\": {\"de\": \"Seite 3\"}}], \"created\": \"2025-01-02T03:04:05+02:00\", "
             "\"annotations\": [{\"motivation\": \"moderating\", \"creator\": {\"name\": \"R\"}, "
             "\"created\": \"2025-02-03T04:05:06Z\"}], \"note\": {\"en\": [\"a\", \"b\"]}"),
    CW_READ_STRICT);
  const CwMapping *values = record_catcher_get (catcher, 0)->values;

  record_catcher_assert_no_problems (catcher);
  g_assert_cmpstr (values->author_orcid, ==, "0000-0002-1825-0097");
  g_assert_cmpstr (values->author, ==, "https://e.org/x");
  g_assert_cmpstr (values->citation, ==, "Seite 3");
  g_assert_cmpstr (values->url, ==, "https://e.org/s");
  g_assert_cmpstr (values->created, ==, "2025-01-02T01:04:05Z");
  g_assert_cmpstr (values->reviewer, ==, "R");
  g_assert_cmpstr (values->reviewed, ==, "2025-02-03T04:05:06Z");
  g_assert_cmpint (values->status, ==, CW_STATUS_REVIEWED);
  g_assert_cmpstr (values->rationale, ==, "a\nb");
}

#define ERROR ((int) CW_SEVERITY_ERROR)
#define WARNING ((int) CW_SEVERITY_WARNING)
#define ASSUMED ((int) CW_SEVERITY_ASSUMED)
#define NOTHING (-1)

typedef struct
{
  const char *rule;
  const char *text;
  const char *pointer;
  int strict;  /* severity, or -1 where a strict reading says nothing */
  int lenient; /* likewise */
  guint n_lenient;
} RuleCase;

/* Each rule, broken once. */
static const RuleCase cases[] = {
  { "byte-order-mark", "\xef\xbb\xbf" MAPPING (""), NULL, ERROR, ASSUMED, 1 },
  { "no-mapping", "{}", NULL, ERROR, ERROR, 0 },
  { "no-mapping", "[1]", "/0", ERROR, ERROR, 0 },
  { "no-mapping", "3", NULL, ERROR, ERROR, 0 },
  { "missing-field", "{" TYPE ", " TO "}", "/from", ERROR, ERROR, 0 },
  { "missing-field", "{" TYPE ", " FROM "}", "/to", ERROR, ERROR, 0 },
  { "missing-field", "{" CONCORDANCE "\"toScheme\": {}, \"mappings\": []}", "/fromScheme", ERROR,
    WARNING, 0 },
  { "missing-field", "{" CONCORDANCE "\"fromScheme\": {}, \"mappings\": []}", "/toScheme", ERROR,
    WARNING, 0 },
  { "wrong-type", "{\"fromScheme\": {}, \"toScheme\": {}, \"mappings\": [" MAPPING ("") "]}",
    "/type", ERROR, WARNING, 1 },
  { "wrong-kind", "{" TYPE ", \"from\": \"https://e.org/a\", " TO "}", "/from", ERROR, ERROR, 0 },
  { "wrong-kind", MAPPING (", \"note\": {\"en\": \"x\"}"), "/note", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"prefLabel\": {\"en\": [\"x\"]}"), "/prefLabel", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"prefLabel\": {\"en\": \"\"}"), "/prefLabel", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"prefLabel\": \"x\""), "/prefLabel", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"creator\": {}"), "/creator", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"creator\": [\"x\"]"), "/creator", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"notation\": \"x\""), "/notation", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"identifier\": [1]"), "/identifier", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"uri\": 1"), "/uri", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"created\": 2025"), "/created", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"mappingRelevance\": \"0.5\""), "/mappingRelevance", ERROR, WARNING,
    1 },
  { "wrong-kind", MAPPING (", \"deprecated\": 1"), "/deprecated", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"fromScheme\": []"), "/fromScheme", ERROR, WARNING, 1 },
  { "wrong-kind", MAPPING (", \"version\": 1"), "/version", ERROR, WARNING, 1 },
  { "wrong-kind", "{\"type\": \"" SKOS "exactMatch\", " FROM ", " TO "}", "/type", ERROR, WARNING,
    1 },
  { "no-concept", "{" TYPE ", \"from\": {\"memberSet\": [1]}, " TO "}", "/from/memberSet/0", ERROR,
    ERROR, 0 },
  { "no-uri", MAPPING (", \"justification\": \"by hand\""), "/justification", ERROR, WARNING, 1 },
  { "no-uri", "{" TYPE ", \"from\": {\"memberSet\": [{\"uri\": \"a b\"}]}, " TO "}",
    "/from/memberSet/0/uri", ERROR, WARNING, 1 },
  { "no-date", MAPPING (", \"created\": \"2025-02-30\""), "/created", ERROR, WARNING, 1 },
  { "no-date", MAPPING (", \"modified\": \"today\""), "/modified", ERROR, WARNING, 1 },
  { "out-of-range", MAPPING (", \"mappingRelevance\": -0.1"), "/mappingRelevance", ERROR, WARNING,
    1 },
  { "duplicate-uri",
    MAPPING (", \"creator\": [{\"uri\": \"https://e.org/\"}, {\"uri\": "
             "\"https://e.org/\"}]"),
    "/creator", ERROR, WARNING, 1 },
  { "no-language", MAPPING (", \"note\": {\"zh-Hans\": [\"x\"]}"), "/note", ERROR, WARNING, 1 },
  { "no-language", MAPPING (", \"note\": {\"in English\": [\"x\"]}"), "/note", ERROR, WARNING, 1 },
  { "unknown-field", MAPPING (", \"colour\": 1"), "/colour", WARNING, NOTHING, 1 },
  { "several-bundles", "{" TYPE ", \"from\": {\"memberSet\": [], \"memberList\": []}, " TO "}",
    "/from", ERROR, ERROR, 0 },
  { "no-members", "{" TYPE ", \"from\": {}, " TO "}", "/from", ERROR, ERROR, 0 },
  { "no-bundle", "{" TYPE ", \"from\": [{\"uri\": \"https://e.org/a\"}], " TO "}", "/from", ERROR,
    ASSUMED, 1 },
  { "no-bundle", "{" TYPE ", \"from\": {\"uri\": \"https://e.org/a\"}, " TO "}", "/from", ERROR,
    ASSUMED, 1 },
  { "missing-uri", "{" TYPE ", \"from\": {\"memberSet\": [{\"notation\": [\"1\"]}]}, " TO "}",
    "/from/memberSet/0", ERROR, ASSUMED, 1 },
  { "missing-uri", "{" TYPE ", \"from\": {\"memberSet\": [{}]}, " TO "}", "/from/memberSet/0",
    ERROR, ERROR, 0 },
  { "unknown-member", "{" TYPE ", \"from\": {\"memberSet\": [null]}, " TO "}", "/from/memberSet/0",
    WARNING, WARNING, 0 },
  { "nothing-mapped", "{\"from\": {\"memberSet\": []}, \"to\": {\"memberSet\": []}}", NULL, WARNING,
    WARNING, 0 },
  { "several-types",
    "{\"type\": [\"" SKOS "exactMatch\", \"" SKOS "closeMatch\"], " FROM ", " TO "}", "/type",
    ERROR, ERROR, 0 },
  { "unknown-relation", "{" FROM ", " TO "}", "/type", WARNING, ERROR, 0 },
  { "unknown-relation", "{\"type\": [\"https://e.org/like\"], " FROM ", " TO "}", "/type", ERROR,
    ERROR, 0 },
  { "relation-contradicted", MAPPING (", \"_relation\": \"broad\""), "/_relation", ERROR, WARNING,
    1 },
  { "bad-value", MAPPING (", \"_status\": \"done\""), "/_status", ERROR, WARNING, 1 },
  { "several-sources",
    MAPPING (", \"source\": [{\"uri\": \"https://e.org/1\"}, {\"uri\": "
             "\"https://e.org/2\"}]"),
    "/source", WARNING, WARNING, 1 },
};

static void
check_case (const RuleCase *rule_case, CwReadManner manner)
{
  g_autoptr (RecordCatcher) catcher = read_text (rule_case->text, manner);
  const CwProblem *problem = record_catcher_find_problem (catcher, rule_case->rule);
  int wanted = manner == CW_READ_STRICT ? rule_case->strict : rule_case->lenient;
  g_autofree char *all = record_catcher_list_problems (catcher);

  g_test_message ("%s, manner %d: %s\n%s", rule_case->rule, manner, rule_case->text, all);
  g_assert_no_error (catcher->error);
  g_assert_cmpint (problem != NULL ? (int) problem->severity : NOTHING, ==, wanted);
  if (problem != NULL)
    g_assert_cmpstr (problem->pointer, ==, rule_case->pointer);
  if (manner == CW_READ_LENIENT)
    g_assert_cmpuint (catcher->records->len, ==, rule_case->n_lenient);
  else if (wanted == ERROR && !g_str_equal (rule_case->rule, "byte-order-mark") &&
           !g_str_equal (rule_case->rule, "wrong-type"))
    g_assert_cmpuint (catcher->records->len, ==, 0);
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_case (&cases[i], CW_READ_STRICT);
      check_case (&cases[i], CW_READ_LENIENT);
    }
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    gsize length;
  } hostile[] = {
    { "", 0 },
    { "\xff", 1 },
    { "{\"from\": \"\0\"}", 13 },
    { "{\"from\": \"\\u0000\"}", 18 },
    { "{\"from\": {}, \"from\": {}}\n", 25 },
    { "[" MAPPING ("") "," MAPPING (""), strlen ("[" MAPPING ("") "," MAPPING ("")) },
    { "{\"from\": \"\\ud800\"}", 18 },
  };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (RecordCatcher) catcher = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (RecordCatcher) refused =
        read_bytes (hostile[i].text, hostile[i].length, CW_READ_LENIENT);

      g_assert_true (refused->error != NULL && refused->error->domain == CW_FORMAT_ERROR);
      g_assert_cmpuint (refused->records->len, ==, 0);
    }

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "{\"mappings\":[");
  catcher = read_text (deep->str, CW_READ_LENIENT);
  g_assert_error (catcher->error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
}

/* Nested containers end somewhere, and so do the pairs of two bundles. */
static void
test_bounds (void)
{
  g_autoptr (GString) nested = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("{" TYPE ", \"from\": {\"memberSet\": [");
  g_autoptr (RecordCatcher) too_deep = NULL;
  g_autoptr (RecordCatcher) too_many = NULL;

  for (guint i = 0; i < 8; i++)
    g_string_append (nested, "{\"mappings\":[");
  g_string_append (nested, MAPPING (""));
  for (guint i = 0; i < 8; i++)
    g_string_append (nested, "]}");
  too_deep = read_text (nested->str, CW_READ_LENIENT);
  g_assert_nonnull (record_catcher_find_problem (too_deep, "no-mapping"));
  g_assert_cmpuint (too_deep->records->len, ==, 0);

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (wide, "%s{\"uri\": \"https://e.org/%u\"}", i > 0 ? "," : "", i);
  g_string_append (wide, "]}, " TO "}");
  too_many = read_text (wide->str, CW_READ_LENIENT);
  g_assert_nonnull (record_catcher_find_problem (too_many, "too-many-pairs"));
  g_assert_cmpuint (too_many->records->len, ==, 0);
}

/* A file that is cut off says that it is broken; of lines, only the last can be. */
static void
test_truncated (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = table_fixture_write (fixture, "jskos", languages);
  g_autoptr (GBytes) lines = table_fixture_write (fixture, "jskos-ndjson", languages);

  for (gsize length = 0; length + 2 < g_bytes_get_size (whole); length += 7)
    {
      g_autoptr (RecordCatcher) catcher =
        read_bytes (g_bytes_get_data (whole, NULL), length, CW_READ_STRICT);

      g_assert_nonnull (catcher->error);
      g_assert_cmpuint (catcher->records->len, ==, 0);
    }
  for (gsize length = 0; length + 2 < g_bytes_get_size (lines); length++)
    {
      g_autoptr (RecordCatcher) catcher =
        read_bytes (g_bytes_get_data (lines, NULL), length, CW_READ_STRICT);

      g_assert_cmpuint (catcher->records->len, <=, 3);
      g_assert_cmpuint (catcher->problems->len, <=, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/formats/jskos-mapping-reader/round-trip", TableFixture, NULL, table_fixture_set_up,
              test_round_trip, table_fixture_tear_down);
  g_test_add ("/formats/jskos-mapping-reader/round-trip-lines", TableFixture, NULL,
              table_fixture_set_up, test_round_trip_lines, table_fixture_tear_down);
  g_test_add_func ("/formats/jskos-mapping-reader/example", test_example);
  g_test_add_func ("/formats/jskos-mapping-reader/forms", test_forms);
  g_test_add_func ("/formats/jskos-mapping-reader/lines", test_lines);
  g_test_add_func ("/formats/jskos-mapping-reader/bundles", test_bundles);
  g_test_add_func ("/formats/jskos-mapping-reader/values", test_values);
  g_test_add_func ("/formats/jskos-mapping-reader/rules", test_rules);
  g_test_add_func ("/formats/jskos-mapping-reader/hostile", test_hostile);
  g_test_add_func ("/formats/jskos-mapping-reader/bounds", test_bounds);
  g_test_add ("/formats/jskos-mapping-reader/truncated", TableFixture, NULL, table_fixture_set_up,
              test_truncated, table_fixture_tear_down);

  return g_test_run ();
}
