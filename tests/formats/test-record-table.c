/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/record-table.h"

#include "formats/mapping-plan-guess.h"
#include "record-list.h"
#include "table-fixture.h"

#include <string.h>

static void
assert_end (const CwRecordEnd *end, CwList *list, const CwItem *item)
{
  const char *const languages[] = { "en", "zh-Hans", NULL };

  g_assert_cmpstr (end->list, ==, cw_list_get_key (list));
  g_assert_cmpstr (end->iri, ==, "");
  g_assert_cmpstr (end->curie, ==, "");
  g_assert_cmpint (end->absent, ==, item == NULL);
  g_assert_cmpstr (end->code, ==, item != NULL ? item->code : "");
  for (guint i = 0; item != NULL && languages[i] != NULL; i++)
    {
      const CwLabel *label = cw_item_get_label (item, languages[i]);

      if (label == NULL)
        continue;
      g_assert_cmpstr (end->label, ==, label->text);
      g_assert_cmpstr (end->language, ==, languages[i]);
      return;
    }
  g_assert_cmpstr (end->label, ==, "");
}

static void
assert_values (const CwMapping *found, const CwConcordanceRow *row)
{
  const CwMapping *wanted = row->mapping;

  g_assert_cmpint (found->relation, ==, row->relation);
  g_assert_cmpint (found->negated, ==, wanted->negated);
  g_assert_true (G_APPROX_VALUE (found->confidence, wanted->confidence, 1e-12));
  g_assert_cmpint (found->status, ==, wanted->status);
  g_assert_cmpint (found->absence, ==, wanted->absence);
  g_assert_cmpstr (found->rationale, ==, wanted->rationale);
  g_assert_cmpstr (found->note_shared, ==, wanted->note_shared);
  g_assert_cmpstr (found->note_subject, ==, cw_concordance_row_get_left_note (row));
  g_assert_cmpstr (found->note_object, ==, cw_concordance_row_get_right_note (row));
  g_assert_cmpstr (found->citation, ==, wanted->citation);
  g_assert_cmpstr (found->url, ==, wanted->url);
  g_assert_cmpstr (found->quotation, ==, wanted->quotation);
  g_assert_cmpstr (found->author, ==, wanted->author);
  g_assert_cmpstr (found->author_orcid, ==, wanted->author_orcid);
  g_assert_cmpstr (found->created, ==, wanted->created);
  g_assert_cmpstr (found->modified, ==, wanted->modified);
  g_assert_cmpstr (found->reviewer, ==, wanted->reviewer);
  g_assert_cmpstr (found->reviewed, ==, wanted->reviewed);
}

/* What the program writes it reads back, every field. */
static void
assert_round_trip (TableFixture *fixture, const char *format, CwReadManner manner)
{
  const char *const languages[] = { "en", "zh-Hans", NULL };
  g_autoptr (GBytes) bytes = table_fixture_write (fixture, format, languages);
  g_autoptr (CwTableSource) source =
    record_list_open (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "x");
  g_autoptr (GPtrArray) rows = cw_table_source_peek (source, CW_MAPPING_PLAN_SAMPLE, NULL);
  g_autoptr (CwMappingPlan) plan = cw_mapping_plan_guess (rows);
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;
  RecordList list;
  CwRecordSink sink = record_list_get_sink (&list);
  guint n = 0;

  record_list_init (&list);
  cw_record_table_read (source, plan, manner, &sink, NULL, &error);
  g_assert_no_error (error);
  problems = record_list_join_problems (&list);
  if (manner == CW_READ_STRICT)
    g_assert_cmpstr (problems, ==, "");
  for (guint i = 0; i < fixture->rows->len; i++)
    {
      const CwConcordanceRow *row = table_fixture_get_row (fixture, i);
      const CwMappingRecord *record;

      if (row->mapping == NULL)
        continue;
      record = record_list_get (&list, n++);
      assert_end (&record->left, row->left_list, row->left);
      assert_end (&record->right, row->right_list, row->right);
      assert_values (record->values, row);
    }
  g_assert_cmpuint (list.records->len, ==, n);
  record_list_clear (&list);
}

static void
test_round_trip (TableFixture *fixture, gconstpointer data)
{
  assert_round_trip (fixture, "csv", CW_READ_STRICT);
  assert_round_trip (fixture, "csv-bom", CW_READ_STRICT);
  assert_round_trip (fixture, "tsv", CW_READ_STRICT);
  assert_round_trip (fixture, "csv", CW_READ_LENIENT);
  assert_round_trip (fixture, "xlsx", CW_READ_STRICT);
}

static void
assert_problems (const char *text, CwReadManner manner, guint n_records, const char *wanted)
{
  g_autofree char *problems = NULL;
  RecordList list;

  record_list_init (&list);
  record_list_read (&list, text, manner);
  problems = record_list_join_problems (&list);
  g_assert_cmpstr (problems, ==, wanted);
  g_assert_cmpuint (list.records->len, ==, n_records);
  record_list_clear (&list);
}

#define HEAD "left_code,relation,right_code,confidence,status,negated,created,author_orcid\n"

static void
test_problems (void)
{
  static const struct
  {
    const char *rows;
    guint n_records;
    const char *problems;
  } cases[] = {
    { "1,exact,2,0.5,draft,false,2026-01-31,\n", 1, "" },
    { "\n,,,,,,,\n1,exact,2,,,,,\n", 1, "" },
    { "1,,2,,,,,\n", 0, "x.csv:2:3: error: missing-relation: the relation is missing" },
    { "1,<,2,,,,,\n", 0,
      "x.csv:2:3: error: ambiguous-relation: “<” is read in both directions; write “is part of” or "
      "“contains”, or broad or narrow as SKOS means it" },
    { "1,about,2,,,,,\n3,exact,4,,,,,\n", 1,
      "x.csv:2:3: error: unknown-relation: “about” is not a relation" },
    { "1,exact,,,,,,\n", 0, "x.csv:2:3: error: missing-item: the item on the right is not named" },
    { ",exact,1,,,,,\n", 0, "x.csv:2:2: error: missing-item: the item on the left is not named" },
    { ",exact,,,,,,\n", 0, "x.csv:2:2: error: missing-item: neither of the two items is named" },
    { "1,none,2,,,,,\n", 0,
      "x.csv:2:3: error: two-items-of-none: the row says that there is no counterpart, and names "
      "one" },
    { "1,none,,,,,,\n,none,2,,,,,\n", 2, "" },
    { "1,,,,open,,,\n", 0, "" },
    { "1,exact,2,1.5,,,,\n", 1,
      "x.csv:2:11: warning: bad-confidence: the confidence “1.5” is not a number from 0 to 1" },
    { "1,exact,2,high,,,,\n", 1,
      "x.csv:2:11: warning: bad-confidence: the confidence “high” is not a number from 0 to 1" },
    { "1,exact,2,,done,,,\n", 1, "x.csv:2:12: warning: bad-status: “done” is not a status" },
    { "1,exact,2,,,maybe,,\n", 0,
      "x.csv:2:13: error: bad-negated: “maybe” says neither yes nor no" },
    { "1,exact,2,,,,31.1.2026,\n", 1,
      "x.csv:2:14: warning: bad-date: “31.1.2026” is not a date such as 2026-01-31" },
    { "1,exact,2,,,,2026-02-30,\n", 1,
      "x.csv:2:14: warning: bad-date: “2026-02-30” is not a date such as 2026-01-31" },
    { "1,exact,2,,,,,0000-0002-1825-0098\n", 1,
      "x.csv:2:15: warning: bad-orcid: “0000-0002-1825-0098” is not an ORCID iD" },
    { "1,包含,2,\"0,7\",reviewed,是,,\n2,包含,3,70 %,已审核,No,,\n", 2,
      "x.csv:2:3: assumed: word-for-relation: “包含” is read as “contains”\n"
      "x.csv:2:8: assumed: form-of-confidence: “0,7” is read as 0.7\n"
      "x.csv:2:23: assumed: word-for-negated: “是” is read as “Yes”\n"
      "x.csv:3:13: assumed: word-for-status: “已审核” is read as “Reviewed”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].rows, NULL);

      g_test_message ("%s", cases[i].rows);
      assert_problems (text, CW_READ_LENIENT, cases[i].n_records, cases[i].problems);
    }
}

static void
test_strict (void)
{
  assert_problems (HEAD "1,包含,2,,,,,\n3,skos:exactMatch,4,,,,,\n5,exact,6,70%,,,,\n",
                   CW_READ_STRICT, 1,
                   "x.csv:2:3: error: word-for-relation: “包含” is not the key of a relation\n"
                   "x.csv:4:11: error: bad-confidence: the confidence “70%” is not a number from "
                   "0 to 1");
}

static void
test_values (void)
{
  RecordList list;
  const CwMappingRecord *record;

  record_list_init (&list);
  record_list_read (&list,
                    "subject_id,subject_label,predicate_id,predicate_modifier,object_id,confidence,"
                    "mapping_date\n"
                    "https://example.org/1,\xe2\x80\xaeone,skos:narrowMatch,Not,EX:2,70%,"
                    "2026-01-31T10:00+02:00\n"
                    "EX:3,,skos:exactMatch,,sssom:NoTermFound,,\n",
                    CW_READ_LENIENT);
  record = record_list_get (&list, 0);
  g_assert_cmpuint (record->line, ==, 2);
  g_assert_cmpstr (record->left.iri, ==, "https://example.org/1");
  /* Marks that turn the direction of text are kept as they are. */
  g_assert_cmpstr (record->left.label, ==, "\xe2\x80\xaeone");
  g_assert_cmpstr (record->right.curie, ==, "EX:2");
  g_assert_cmpint (record->values->relation, ==, CW_RELATION_NARROW);
  g_assert_true (record->values->negated);
  g_assert_true (G_APPROX_VALUE (record->values->confidence, 0.7, 1e-12));
  g_assert_cmpstr (record->values->created, ==, "2026-01-31T08:00:00Z");
  g_assert_cmpuint (record->fields, ==,
                    CW_MAPPING_RELATION | CW_MAPPING_NEGATED | CW_MAPPING_CONFIDENCE |
                      CW_RECORD_CREATED);

  record = record_list_get (&list, 1);
  g_assert_cmpstr (record->left.curie, ==, "EX:3");
  g_assert_true (record->right.absent);
  g_assert_cmpint (record->values->relation, ==, CW_RELATION_NONE);
  g_assert_cmpuint (record->fields, ==, CW_MAPPING_RELATION);
  record_list_clear (&list);
}

/* A table of two codes, whose lists and relation a person chooses. */
static void
test_plan (void)
{
  const char *text = "1,2\n3,4\n";
  g_autoptr (CwTableSource) source = record_list_open (text, strlen (text), "x.csv");
  g_autoptr (CwMappingPlan) plan = cw_mapping_plan_new (2);
  RecordList list;
  CwRecordSink sink = record_list_get_sink (&list);
  g_autoptr (GError) error = NULL;

  record_list_init (&list);
  plan->has_header = FALSE;
  g_assert_false (cw_record_table_read (source, plan, CW_READ_LENIENT, &sink, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "x.csv:1:1: no columns are matched for the items of both sides");

  cw_mapping_plan_get_column (plan, 0)->role = CW_MAPPING_ROLE_RIGHT_CODE;
  cw_mapping_plan_get_column (plan, 1)->role = CW_MAPPING_ROLE_LEFT_CODE;
  g_free (plan->left_list);
  plan->left_list = g_strdup ("cn");
  plan->has_relation = TRUE;
  plan->relation = CW_RELATION_CLOSE;
  g_assert_true (cw_record_table_read (source, plan, CW_READ_LENIENT, &sink, NULL, NULL));
  g_assert_cmpuint (list.records->len, ==, 2);
  g_assert_cmpuint (list.problems->len, ==, 0);
  g_assert_cmpstr (record_list_get (&list, 1)->left.code, ==, "4");
  g_assert_cmpstr (record_list_get (&list, 1)->left.list, ==, "cn");
  g_assert_cmpstr (record_list_get (&list, 1)->right.list, ==, "");
  g_assert_cmpint (record_list_get (&list, 1)->values->relation, ==, CW_RELATION_CLOSE);
  record_list_clear (&list);
}

static gboolean
refuse_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  cw_mapping_record_free (record);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_sink_stops (void)
{
  const char *text = HEAD "1,exact,2,,,,,\n";
  g_autoptr (CwTableSource) source = record_list_open (text, strlen (text), "x.csv");
  g_autoptr (GPtrArray) rows = cw_table_source_peek (source, 10, NULL);
  g_autoptr (CwMappingPlan) plan = cw_mapping_plan_guess (rows);
  CwRecordSink sink = { refuse_record, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_record_table_read (source, plan, CW_READ_LENIENT, &sink, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* An error far down is told once the rows before it were given. */
static void
test_error_behind_rows (void)
{
  const char *text = HEAD "1,exact,2,,,,,\n3,\"exact,4,,,,,\n";
  g_autoptr (CwTableSource) source = record_list_open (text, strlen (text), "x.csv");
  g_autoptr (GPtrArray) rows = cw_table_source_peek (source, 10, NULL);
  g_autoptr (CwMappingPlan) plan = cw_mapping_plan_guess (rows);
  RecordList list;
  CwRecordSink sink = record_list_get_sink (&list);
  g_autoptr (GError) error = NULL;

  record_list_init (&list);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_false (cw_record_table_read (source, plan, CW_READ_LENIENT, &sink, NULL, &error));
  g_assert_cmpstr (error->message, ==, "x.csv:3:3: the quotation mark is never closed");
  g_assert_cmpuint (list.records->len, ==, 1);
  record_list_clear (&list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/formats/record-table/round-trip", TableFixture, NULL, table_fixture_set_up,
              test_round_trip, table_fixture_tear_down);
  g_test_add_func ("/formats/record-table/problems", test_problems);
  g_test_add_func ("/formats/record-table/strict", test_strict);
  g_test_add_func ("/formats/record-table/values", test_values);
  g_test_add_func ("/formats/record-table/plan", test_plan);
  g_test_add_func ("/formats/record-table/sink-stops", test_sink_stops);
  g_test_add_func ("/formats/record-table/error-behind-rows", test_error_behind_rows);

  return g_test_run ();
}
