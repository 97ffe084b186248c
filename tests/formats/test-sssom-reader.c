/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/concordance-sssom.h"
#include "formats/sssom-reader.h"
#include "record-catcher.h"

#include <string.h>

static const char *const languages[] = { "en", "zh-Hans", NULL };

static void
assert_fixture (TableFixture *fixture, RecordCatcher *catcher)
{
  guint n_mappings = 0;

  for (guint i = 0; i < fixture->rows->len; i++)
    {
      const CwConcordanceRow *row = table_fixture_get_row (fixture, i);

      if (row->mapping == NULL)
        continue;
      record_catcher_assert_row (catcher, row, languages);
      n_mappings++;
    }
  g_assert_cmpuint (catcher->records->len, ==, n_mappings);
}

/* What this program writes comes back, without a word of complaint. */
static void
test_round_trip (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = table_fixture_write (fixture, "sssom", languages);

  for (guint manner = 0; manner < 2; manner++)
    {
      g_autoptr (RecordCatcher) catcher =
        record_catcher_read_sssom (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                   0, (CwReadManner) manner);

      record_catcher_assert_no_problems (catcher);
      assert_fixture (fixture, catcher);
    }
}

static void
test_round_trip_external (TableFixture *fixture, gconstpointer data)
{
  gsize length, metadata_length;
  g_autofree char *table = fixture_read ("tests/golden/concordance-expanded.sssom.tsv", &length);
  g_autofree char *metadata =
    fixture_read ("tests/golden/concordance-expanded.sssom.yml", &metadata_length);
  g_autoptr (RecordCatcher) catcher =
    record_catcher_read_sssom (table, length, metadata, (gssize) metadata_length, CW_READ_STRICT);

  record_catcher_assert_no_problems (catcher);
  assert_fixture (fixture, catcher);
}

#define HEAD                                                 \
  "#curie_map:\n"                                            \
  "#  CET24: https://example.org/cet-2024/\n"                \
  "#  EFT18: https://example.org/eft-2018/\n"                \
  "#mapping_set_id: https://example.org/crosswalk/eft-cet\n" \
  "#license: https://creativecommons.org/licenses/by/4.0/\n"
#define COLUMNS "subject_id\tpredicate_id\tobject_id\tmapping_justification"
#define J "semapv:ManualMappingCuration"
#define ROW "EFT18:a\tskos:broadMatch\tCET24:m\tsemapv:ManualMappingCuration"

/* The example of the canonical form. */
static void
test_example (void)
{
  g_autoptr (RecordCatcher) catcher = record_catcher_read_sssom_text (
    HEAD "#mapping_set_version: \"1\"\n"
         "#mapping_set_title: EFT categories (BIS 2018) to CET areas (NSTC 2024)\n"
         "#subject_type: skos concept\n#subject_source: EFT18:scheme\n"
         "#object_type: skos concept\n#object_source: CET24:scheme\n#mapping_date: 2026-08-01\n"
         "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\t"
         "author_label\tconfidence\tcomment\n"
         "EFT18:additive\tAdditive manufacturing\tskos:broadMatch\tCET24:manufacturing\tAdvanced "
         "Manufacturing\tsemapv:ManualMappingCuration\tA. Analyst\t0.7\tinvented example row\n",
    CW_READ_STRICT);
  const CwMappingRecord *record = record_catcher_get (catcher, 0);

  record_catcher_assert_no_problems (catcher);
  g_assert_cmpuint (record->line, ==, 14);
  g_assert_cmpstr (record->left.iri, ==, "https://example.org/eft-2018/additive");
  g_assert_cmpstr (record->left.list, ==, "https://example.org/eft-2018/scheme");
  g_assert_cmpstr (record->left.label, ==, "Additive manufacturing");
  g_assert_cmpstr (record->right.iri, ==, "https://example.org/cet-2024/manufacturing");
  g_assert_cmpint (record->values->relation, ==, CW_RELATION_BROAD);
  g_assert_cmpfloat_with_epsilon (record->values->confidence, 0.7, 1e-9);
  g_assert_cmpstr (record->values->author, ==, "A. Analyst");
  g_assert_cmpstr (record->values->rationale, ==, "invented example row");
  g_assert_cmpstr (record->values->created, ==, "2026-08-01");
  g_assert_cmpuint (record->fields & CW_MAPPING_STATUS, ==, 0);
  g_assert_cmpuint (record->fields & CW_MAPPING_URL, ==, 0);
}

/* A value of the set counts for all rows or for none. */
static void
test_spreading (void)
{
  const char *columns = "subject_source\tsubject_id\tpredicate_id\tobject_id\t"
                        "mapping_justification\n";
  g_autofree char *some = g_strconcat (HEAD "#subject_source: EFT18:all\n", columns,
                                       "\t" ROW "\nEFT18:own\tEFT18:b\tskos:broadMatch\tCET24:m\t"
                                       "semapv:ManualMappingCuration\n",
                                       NULL);
  g_autofree char *none =
    g_strconcat (HEAD "#subject_source: EFT18:all\n", columns, "\t" ROW "\n", NULL);
  g_autoptr (RecordCatcher) with_own = record_catcher_read_sssom_text (some, CW_READ_LENIENT);
  g_autoptr (RecordCatcher) without = record_catcher_read_sssom_text (none, CW_READ_STRICT);

  g_assert_cmpuint (with_own->records->len, ==, 2);
  g_assert_cmpstr (record_catcher_get (with_own, 0)->left.list, ==, "");
  g_assert_cmpstr (record_catcher_get (with_own, 1)->left.list, ==,
                   "https://example.org/eft-2018/own");
  g_assert_cmpuint (record_catcher_get (with_own, 1)->line, ==, 9);
  g_assert_cmpstr (record_catcher_get (without, 0)->left.list, ==,
                   "https://example.org/eft-2018/all");
  g_assert_cmpuint (record_catcher_count (without, CW_SEVERITY_ERROR), ==, 0);
}

static void
test_relations (void)
{
  static const struct
  {
    const char *predicate;
    CwRelation relation;
  } cases[] = {
    { "skos:exactMatch", CW_RELATION_EXACT },     { "skos:closeMatch", CW_RELATION_CLOSE },
    { "skos:broadMatch", CW_RELATION_BROAD },     { "skos:narrowMatch", CW_RELATION_NARROW },
    { "skos:relatedMatch", CW_RELATION_RELATED }, { "owl:sameAs", CW_RELATION_EXACT },
    { "owl:equivalentClass", CW_RELATION_EXACT }, { "rdfs:subClassOf", CW_RELATION_BROAD },
    { "sssom:superClassOf", CW_RELATION_NARROW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf (HEAD COLUMNS "\nEFT18:a\t%s\tCET24:m\tsemapv:MappingReview\n",
                         cases[i].predicate);
      g_autoptr (RecordCatcher) catcher = record_catcher_read_sssom_text (text, CW_READ_STRICT);

      record_catcher_assert_no_problems (catcher);
      g_assert_cmpint (record_catcher_get (catcher, 0)->values->relation, ==, cases[i].relation);
    }
}

/* Slots of other programs that a document has a place for. */
static void
test_foreign (void)
{
  g_autoptr (RecordCatcher) whole = record_catcher_read_sssom_text (
    "#sssom_version: \"1.1\"\n#curie_map: {CET24: https://example.org/cet/, orcid: "
    "https://orcid.org/}\n"
    "#mapping_set_id: https://example.org/s\n#license: https://example.org/l\n"
    "#see_also:\n#  - https://example.org/1\n#  - https://example.org/2\n#comment: >-\n#  two\n"
    "#  lines\n" COLUMNS
    "\tpredicate_modifier\tauthor_id\tauthor_label\treviewer_label\treview_date\treviewer_agreement"
    "\tsee_also\n"
    "CET24:a\tskos:exactMatch\tCET24:b\tsemapv:LexicalMatching\tNot\torcid:x|orcid:0000-0002-1825-"
    "0097\tA\\|B|C\tR\t2025-02-03\t-0.5\thttps://example.org/3|https://example.org/4\n"
    "sssom:NoTermFound\tskos:exactMatch\tCET24:c\tsemapv:LexicalMatching\t\t\t\t\t\t\t\n",
    CW_READ_STRICT);
  const CwMappingRecord *record = record_catcher_get (whole, 0);

  g_assert_cmpuint (record_catcher_count (whole, CW_SEVERITY_ERROR), ==, 0);
  g_assert_true (record->values->negated);
  g_assert_cmpstr (record->values->author, ==, "A|B; C");
  g_assert_cmpstr (record->values->author_orcid, ==, "0000-0002-1825-0097");
  g_assert_cmpstr (record->values->reviewer, ==, "R");
  g_assert_cmpstr (record->values->reviewed, ==, "2025-02-03");
  g_assert_cmpint (record->values->status, ==, CW_STATUS_DISPUTED);
  g_assert_cmpstr (record->values->url, ==, "https://example.org/3");
  g_assert_nonnull (record_catcher_find_problem (whole, "several-addresses"));
  record = record_catcher_get (whole, 1);
  g_assert_true (record->left.absent);
  g_assert_cmpint (record->values->relation, ==, CW_RELATION_NONE);
  g_assert_nonnull (record_catcher_find_problem (whole, "missing-source"));
}

/* What is the same all over the file is told once, and how often. */
static void
test_counting (void)
{
  g_autoptr (RecordCatcher) catcher =
    record_catcher_read_sssom_text (HEAD COLUMNS "\nX:a\tskos:exactMatch\tCET24:m\t" J
                                                 "\nX:b\tskos:exactMatch\tCET24:m\t" J "\n",
                                    CW_READ_LENIENT);
  const CwProblem *problem = record_catcher_find_problem (catcher, "undeclared-prefix");

  g_assert_cmpuint (catcher->problems->len, ==, 1);
  g_assert_cmpuint (problem->line, ==, 7);
  g_assert_nonnull (strstr (problem->text, "(2 times in all)"));
  g_assert_cmpstr (record_catcher_get (catcher, 1)->left.curie, ==, "X:b");
}

static void
test_lenient_values (void)
{
  g_autoptr (RecordCatcher) catcher = record_catcher_read_sssom_text (
    "subject_id\tsubject_label\tpredicate_id\tobject_id\tconfidence\tcomment\tmapping_date\r\n"
    "A:1\t Kept \t“exactMatch”\thttps://example.org/x\t 0,25 \t\"one\r\ntwo\"\tsoon\r\n",
    CW_READ_LENIENT);
  const CwMappingRecord *record = record_catcher_get (catcher, 0);

  g_assert_cmpstr (record->left.curie, ==, "A:1");
  g_assert_cmpstr (record->left.label, ==, " Kept ");
  g_assert_cmpstr (record->right.iri, ==, "https://example.org/x");
  g_assert_cmpint (record->values->relation, ==, CW_RELATION_EXACT);
  g_assert_cmpfloat_with_epsilon (record->values->confidence, 0.25, 1e-9);
  g_assert_cmpstr (record->values->rationale, ==, "one\ntwo");
  g_assert_cmpstr (record->values->created, ==, "");
}

typedef struct
{
  const char *text;
  gssize length;
  const char *message;
} HostileCase;

static const HostileCase hostile[] = {
  { "", -1,
    "x.tsv:1:1: this is no table of SSSOM: it needs the columns subject_id, predicate_id and "
    "object_id" },
  { "a\tb\n1\t2\n", -1, NULL },
  { HEAD COLUMNS "\nEFT18:a\tskos:x\0y\tCET24:m\t" J "\n", -2,
    "x.tsv:7:15: the character U+0000 cannot stand in a text" },
  { HEAD COLUMNS "\nEFT18:ä\xff\t\n", -1, "x.tsv:7:8: not valid UTF-8" },
  { "#comment: \xff\n", -1, "x.tsv:1:11: not valid UTF-8" },
  { HEAD COLUMNS "\n\"EFT18:a\t\n\n", -1, "x.tsv:7:1: this quotation mark is never closed" },
  { "#a: &x [1]\n#b: *x\n" COLUMNS "\n", -1, NULL },
  { "#comment: &x one\n" COLUMNS "\n", -1,
    "x.tsv:1:11: the metadata of SSSOM can have no anchors" },
  { "#comment: *x\n" COLUMNS "\n", -1, "x.tsv:1:11: the metadata of SSSOM can have no aliases" },
  { "#comment: !!str one\n" COLUMNS "\n", -1,
    "x.tsv:1:11: the metadata of SSSOM can have no tags" },
  { "#%YAML 1.2\n#---\n#comment: x\n" COLUMNS "\n", -1,
    "x.tsv:1:2: the metadata of SSSOM can have no YAML directives" },
  { "#comment: x\n#---\n#comment: y\n" COLUMNS "\n", -1,
    "x.tsv:2:2: the metadata must be one YAML document, not several" },
  { "#- x\n" COLUMNS "\n", -1,
    "x.tsv:1:2: the metadata must be lines of a key, a colon and a value" },
  { "#comment: [[[[[[[[[[[[x]]]]]]]]]]]]\n" COLUMNS "\n", -1,
    "x.tsv:1:18: the metadata are nested too deeply" },
  { "#comment: 'x\n" COLUMNS "\n", -1, NULL },
  { "#? [a]\n#: b\n" COLUMNS "\n", -1, "x.tsv:1:4: a key must be a word" },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      gsize length = hostile[i].length == -2
                       ? strlen (HEAD COLUMNS) + strlen ("\nEFT18:a\tskos:x") + 20
                       : strlen (hostile[i].text);

      for (guint manner = 0; manner < 2; manner++)
        {
          g_autoptr (RecordCatcher) catcher =
            record_catcher_read_sssom (hostile[i].text, length, NULL, 0, (CwReadManner) manner);

          g_assert_nonnull (catcher->error);
          g_assert_true (catcher->error->domain == CW_FORMAT_ERROR);
          if (hostile[i].message != NULL)
            g_assert_cmpstr (catcher->error->message, ==, hostile[i].message);
          g_assert_cmpuint (catcher->records->len, ==, 0);
        }
    }
}

/* A million laughs would need an alias; ten thousand brackets, a stack. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("#comment: ");
  g_autoptr (RecordCatcher) catcher = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "\n" COLUMNS "\n");
  catcher = record_catcher_read_sssom_text (text->str, CW_READ_LENIENT);
  g_assert_error (catcher->error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_SYNTAX);
}

/* A stream that gives the same byte for ever, but for the first ones. */
typedef struct
{
  GInputStream parent;
  const char *head;
  gsize at;
  char byte;
} EndlessStream;
typedef GInputStreamClass EndlessStreamClass;

GType endless_stream_get_type (void);
G_DEFINE_TYPE (EndlessStream, endless_stream, G_TYPE_INPUT_STREAM)

static gssize
endless_stream_read (GInputStream *stream,
                     void *buffer,
                     gsize count,
                     GCancellable *cancellable,
                     GError **error)
{
  EndlessStream *self = (EndlessStream *) (gpointer) stream;
  gsize n = self->at < strlen (self->head) ? MIN (count, strlen (self->head) - self->at) : 0;

  if (n > 0)
    {
      memcpy (buffer, self->head + self->at, n);
      self->at += n;
      return (gssize) n;
    }
  memset (buffer, self->byte, count);
  self->at += count;

  return (gssize) count;
}

static void
endless_stream_class_init (EndlessStreamClass *klass)
{
  klass->read_fn = endless_stream_read;
}

static void
endless_stream_init (EndlessStream *self)
{
}

static void
test_endless (void)
{
  static const struct
  {
    const char *head;
    char byte;
  } streams[] = {
    { "", 'x' },
    { "#", 'x' },
    { "", '#' },
    { "", '\n' },
    { HEAD COLUMNS "\n", 'x' },
    { HEAD COLUMNS "\n", '\t' },
    { HEAD COLUMNS "\n\"", 'x' },
    { HEAD COLUMNS "\n\"", '"' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      g_autoptr (RecordCatcher) catcher = record_catcher_new ();
      CwRecordSink sink = record_catcher_get_sink (catcher);
      g_autoptr (GInputStream) stream = g_object_new (endless_stream_get_type (), NULL);
      EndlessStream *endless = (EndlessStream *) (gpointer) stream;

      endless->head = streams[i].head;
      endless->byte = streams[i].byte;
      g_assert_false (
        cw_sssom_read (stream, "x", NULL, NULL, CW_READ_LENIENT, &sink, NULL, &catcher->error));
      g_assert_error (catcher->error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_SYNTAX);
      g_assert_cmpuint (endless->at, <, 20 * 1024 * 1024);
    }
}

/* A file that is cut off holds fewer mappings, or says that it is broken; those that it holds are
 * right. The last row may have lost the end of a text. */
static void
test_truncated (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = table_fixture_write (fixture, "sssom", languages);
  const char *text = g_bytes_get_data (bytes, NULL);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (RecordCatcher) catcher =
        record_catcher_read_sssom (text, length, NULL, 0, CW_READ_STRICT);

      g_assert_cmpuint (catcher->records->len, <=, 5);
      for (guint i = 0; i + 1 < catcher->records->len; i++)
        g_assert_cmpstr (record_catcher_get (catcher, i)->right.list, ==,
                         "https://listcrosswalk.github.io/lists/xb-right-2024");
      if (catcher->records->len == 5)
        g_assert_cmpuint (length, >, g_bytes_get_size (bytes) - 5);
    }
}

static gboolean
refuse (CwMappingRecord *record, gpointer user_data, GError **error)
{
  guint *n = user_data;

  cw_mapping_record_free (record);
  (*n)++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");

  return FALSE;
}

static void
drop (CwProblem *problem, gpointer user_data)
{
  cw_problem_free (problem);
}

/* Whoever takes the mappings can stop the reading, and so can a cancellable. */
static void
test_stopping (void)
{
  const char *text = HEAD COLUMNS "\n" ROW "\n" ROW "x\n";
  guint n = 0;
  CwRecordSink sink = { refuse, drop, &n };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GInputStream) other = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_sssom_read (stream, "x", NULL, NULL, CW_READ_LENIENT, &sink, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (n, ==, 1);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (
    cw_sssom_read (other, "x", NULL, NULL, CW_READ_LENIENT, &sink, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/formats/sssom-reader/round-trip", TableFixture, NULL, table_fixture_set_up,
              test_round_trip, table_fixture_tear_down);
  g_test_add ("/formats/sssom-reader/round-trip-external", TableFixture, NULL, table_fixture_set_up,
              test_round_trip_external, table_fixture_tear_down);
  g_test_add_func ("/formats/sssom-reader/example", test_example);
  g_test_add_func ("/formats/sssom-reader/spreading", test_spreading);
  g_test_add_func ("/formats/sssom-reader/relations", test_relations);
  g_test_add_func ("/formats/sssom-reader/foreign", test_foreign);
  g_test_add_func ("/formats/sssom-reader/counting", test_counting);
  g_test_add_func ("/formats/sssom-reader/lenient-values", test_lenient_values);
  g_test_add_func ("/formats/sssom-reader/hostile", test_hostile);
  g_test_add_func ("/formats/sssom-reader/deep", test_deep);
  g_test_add_func ("/formats/sssom-reader/endless", test_endless);
  g_test_add ("/formats/sssom-reader/truncated", TableFixture, NULL, table_fixture_set_up,
              test_truncated, table_fixture_tear_down);
  g_test_add_func ("/formats/sssom-reader/stopping", test_stopping);

  return g_test_run ();
}
