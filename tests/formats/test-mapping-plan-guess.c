/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/mapping-plan-guess.h"

#include "formats/mapping-headings.h"
#include "record-list.h"

#include <string.h>

static const char *const names[CW_N_MAPPING_ROLES] = {
  [CW_MAPPING_ROLE_IGNORE] = "-",
  [CW_MAPPING_ROLE_LEFT_LIST] = "l-list",
  [CW_MAPPING_ROLE_LEFT_CODE] = "l-code",
  [CW_MAPPING_ROLE_LEFT_LABEL] = "l-label",
  [CW_MAPPING_ROLE_LEFT_IRI] = "l-iri",
  [CW_MAPPING_ROLE_RIGHT_LIST] = "r-list",
  [CW_MAPPING_ROLE_RIGHT_CODE] = "r-code",
  [CW_MAPPING_ROLE_RIGHT_LABEL] = "r-label",
  [CW_MAPPING_ROLE_RIGHT_IRI] = "r-iri",
  [CW_MAPPING_ROLE_RELATION] = "relation",
  [CW_MAPPING_ROLE_CONFIDENCE] = "confidence",
  [CW_MAPPING_ROLE_STATUS] = "status",
  [CW_MAPPING_ROLE_NEGATED] = "negated",
  [CW_MAPPING_ROLE_ABSENCE] = "absence",
  [CW_MAPPING_ROLE_RATIONALE] = "rationale",
  [CW_MAPPING_ROLE_NOTE_SHARED] = "shared",
  [CW_MAPPING_ROLE_NOTE_LEFT] = "l-note",
  [CW_MAPPING_ROLE_NOTE_RIGHT] = "r-note",
  [CW_MAPPING_ROLE_CITATION] = "citation",
  [CW_MAPPING_ROLE_URL] = "url",
  [CW_MAPPING_ROLE_QUOTATION] = "quotation",
  [CW_MAPPING_ROLE_AUTHOR] = "author",
  [CW_MAPPING_ROLE_ORCID] = "orcid",
  [CW_MAPPING_ROLE_CREATED] = "created",
  [CW_MAPPING_ROLE_MODIFIED] = "modified",
  [CW_MAPPING_ROLE_REVIEWER] = "reviewer",
  [CW_MAPPING_ROLE_REVIEWED] = "reviewed",
  [CW_MAPPING_ROLE_SENTENCE] = "sentence",
};

/* "ABOVE,HEADER: ROLE[:LANGUAGE] …" */
static char *
format (const CwMappingPlan *plan)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u,%d:", plan->n_above, plan->has_header);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const CwMappingColumn *column = cw_mapping_plan_get_column (plan, i);

      g_string_append_printf (text, " %s%s%s", names[column->role],
                              column->language != NULL ? ":" : "",
                              column->language != NULL ? column->language : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_guess (void)
{
  static const char *const cases[][2] = {
    { "left_list,left_code,left_label_en,left_label_zh-Hans,relation,sentence,right_list,"
      "right_code,right_label_en,confidence,status,negated,absence_reason,rationale,note_shared,"
      "note_left,note_right,evidence_citation,evidence_url,evidence_quotation,author,created,"
      "modified,reviewer,reviewed,author_orcid\n",
      "0,1: l-list l-code l-label:en l-label:zh-Hans relation sentence r-list r-code r-label:en "
      "confidence status negated absence rationale shared l-note r-note citation url quotation "
      "author created modified reviewer reviewed orcid" },
    { "Left list,Left code,Left item (English),Left item (中文),Relation,In words,Right list,"
      "Right code,Right item (日本語),Confidence,Status,Negated,Reason for no counterpart,Rationale,"
      "Shared by both,Only on the left,Only on the right,Evidence: citation,Evidence: address,"
      "Evidence: quotation,Author,Created,Modified,Reviewer,Reviewed,Author’s ORCID iD\n",
      "0,1: l-list l-code l-label:en l-label:zh-Hans relation sentence r-list r-code r-label:ja "
      "confidence status negated absence rationale shared l-note r-note citation url quotation "
      "author created modified reviewer reviewed orcid" },
    { "subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\t"
      "mapping_justification\tcomment\tauthor_id\tauthor_label\tmapping_date\tconfidence\n",
      "0,1: l-iri l-label relation negated r-iri r-label - rationale orcid author created "
      "confidence" },
    { "Code A,Name A,Relation,Code B,Name B,Notes\n",
      "0,1: l-code l-label relation r-code r-label rationale" },
    { "From,To,Relation\n1.1,2,exact\n", "0,1: l-code r-code relation" },
    { "Source code;Source name;Target code;Target name;Match type\n",
      "0,1: l-code l-label r-code r-label relation" },
    { "A,B,relation\n1.1,Robots,exact\n1.2,Quantum computers,broad\n",
      "0,1: l-code r-label relation" },
    { "China code,China,US code,US,Relation,Confidence\n1.1,Materials,2,Composite things,exact,1\n",
      "0,1: l-code l-label r-code r-label relation confidence" },
    { "China,US\nAdvanced materials,Composite materials\nRobots and more,Drones and more\n",
      "0,1: l-label r-label" },
    { "CN,1.1,exact,US,2\nCN,1.2,exact,US,3\n", "0,0: l-list l-code relation r-list r-code" },
    { "Code,Name,Relation,Code,Name\n", "0,1: l-code l-label relation r-code r-label" },
    { "源编码,源名称,关系,目标编码,目标名称,置信度,备注\n",
      "0,1: l-code l-label relation r-code r-label confidence rationale" },
    { "左侧代码,左侧名称（中文）,左侧名称（英文）,关系,右侧代码,右侧名称\n",
      "0,1: l-code l-label:zh-Hans l-label:en relation r-code r-label" },
    { "左コード,左の名称,関係,右コード,右の名称,信頼度,備考,作成者\n",
      "0,1: l-code l-label relation r-code r-label confidence rationale author" },
    { "中国代码,中国名称,美国代码,美国名称,对应关系\n",
      "0,1: l-code l-label r-code r-label relation" },
    { "A comparison of two lists\n2024\n\nLeft code,Relation,Right code\n1,exact,2\n",
      "2,1: l-code relation r-code" },
    { "1.1,Advanced materials,exact,2,Composite materials,0.7\n1.2,Robots,broad,3,Machines,0.5\n",
      "0,0: l-code l-label relation r-code r-label confidence" },
    { "1,exact,2\n3,none,\n", "0,0: l-code relation r-code" },
    { "1.1,2.2\n1.2,2.3\n", "0,0: l-code r-code" },
    { "甲乙丙丁戊,foo bar,baz baz\n1.1,exact,2\n", "0,1: l-code relation r-code" },
    { "1.1,Quantum technology,exact,2,Quantum technology\n",
      "0,0: l-code l-label relation r-code r-label" },
    { "https://example.org/a,skos:exactMatch,https://example.org/b\n",
      "0,0: l-iri relation r-iri" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwTableSource) source =
        record_list_open (cases[i][0], strlen (cases[i][0]), "x.csv");
      g_autoptr (GPtrArray) rows = cw_table_source_peek (source, CW_MAPPING_PLAN_SAMPLE, NULL);
      g_autoptr (CwMappingPlan) plan = cw_mapping_plan_guess (rows);
      g_autofree char *found = format (plan);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (CwMappingPlan) plan = cw_mapping_plan_guess (rows);

  g_assert_false (plan->has_header);
  g_assert_cmpuint (plan->columns->len, ==, 0);
}

/* Many columns with long headings are not looked at for ever. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CwTableSource) source = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CwMappingPlan) plan = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 40; i++)
    {
      for (guint j = 0; j < 4000; j++)
        g_string_append (text, "Some heading of a column,");
      g_string_append_c (text, '\n');
    }
  source = record_list_open (text->str, text->len, "x.csv");
  rows = cw_table_source_peek (source, CW_MAPPING_PLAN_SAMPLE, NULL);
  plan = cw_mapping_plan_guess (rows);
  g_assert_cmpuint (plan->columns->len, ==, 128);
  g_test_message ("%.2f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/mapping-plan-guess/guess", test_guess);
  g_test_add_func ("/formats/mapping-plan-guess/empty", test_empty);
  g_test_add_func ("/formats/mapping-plan-guess/wide", test_wide);

  return g_test_run ();
}
