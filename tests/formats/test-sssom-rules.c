/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-reader.h"
#include "record-catcher.h"

#include <string.h>

#define HEAD                                                 \
  "#curie_map:\n"                                            \
  "#  CET24: https://example.org/cet-2024/\n"                \
  "#  EFT18: https://example.org/eft-2018/\n"                \
  "#mapping_set_id: https://example.org/crosswalk/eft-cet\n" \
  "#license: https://creativecommons.org/licenses/by/4.0/\n"
#define COLUMNS "subject_id\tpredicate_id\tobject_id\tmapping_justification"
#define ROW "EFT18:a\tskos:broadMatch\tCET24:m\tsemapv:ManualMappingCuration"

typedef struct
{
  const char *rule;
  const char *text;
  guint line;
  guint column;
  int strict;      /* severity, or -1 where a strict reading says nothing */
  int lenient;     /* likewise */
  guint n_lenient; /* records */
} RuleCase;

#define ERROR ((int) CW_SEVERITY_ERROR)
#define WARNING ((int) CW_SEVERITY_WARNING)
#define ASSUMED ((int) CW_SEVERITY_ASSUMED)
#define NOTHING (-1)
#define J "semapv:ManualMappingCuration"

/* Each rule, broken once. */
static const RuleCase cases[] = {
  { "byte-order-mark", "\xef\xbb\xbf" HEAD COLUMNS "\n" ROW "\n", 1, 1, ERROR, ASSUMED, 1 },
  { "line-end", HEAD COLUMNS "\r\n" ROW "\r\n", 6, 56, ERROR, ASSUMED, 1 },
  { "separator",
    HEAD "subject_id,predicate_id,object_id,mapping_justification\n"
         "EFT18:a,skos:exactMatch,CET24:m," J "\n",
    1, 1, ERROR, ASSUMED, 1 },
  { "trailing-tabs", HEAD COLUMNS "\t\t\n" ROW "\t\t\n", 6, 57, ERROR, ASSUMED, 1 },
  { "trailing-tabs", HEAD "#comment: x\t\t\n" COLUMNS "\n" ROW "\n", 6, 1, ERROR, ASSUMED, 1 },
  { "metadata-indent", "#  a: b\n" HEAD COLUMNS "\n" ROW "\n", 2, 1, ERROR, ASSUMED, 1 },
  { "quoted-metadata", HEAD "\"#comment: \"\"x\"\"\"\n" COLUMNS "\n" ROW "\n", 6, 1, ERROR, ASSUMED,
    1 },
  { "metadata-remark", HEAD "# made by hand\n" COLUMNS "\n" ROW "\n", 6, 1, NOTHING, ASSUMED, 1 },
  { "blank-line", HEAD "\n" COLUMNS "\n" ROW "\n", 6, 1, ERROR, ASSUMED, 1 },
  { "blank-line", HEAD COLUMNS "\n\n" ROW "\n", 7, 1, ERROR, ASSUMED, 1 },
  { "remark", HEAD COLUMNS "\n#x\t\t\t\n" ROW "\n", 7, 1, ERROR, ASSUMED, 1 },
  { "quotation-mark", HEAD COLUMNS "\tcomment\n" ROW "\ta \"b\"\n", 7, 62, ERROR, ASSUMED, 1 },
  { "quotation-mark", HEAD COLUMNS "\tcomment\n" ROW "\t\"b\" c\n", 7, 62, ERROR, ASSUMED, 1 },
  { "two-metadata", NULL, 1, 1, ERROR, ASSUMED, 1 },
  { "missing-mapping-set-id",
    "#license: https://example.org/l\n#curie_map:\n#  EFT18: https://e.org/\n#  CET24: "
    "https://c.org/\n" COLUMNS "\n" ROW "\n",
    1, 1, ERROR, ASSUMED, 1 },
  { "missing-license",
    "#mapping_set_id: https://example.org/l\n#curie_map:\n#  EFT18: https://e.org/\n#  CET24: "
    "https://c.org/\n" COLUMNS "\n" ROW "\n",
    1, 1, ERROR, ASSUMED, 1 },
  { "duplicate-key", HEAD "#license: https://example.org/2\n" COLUMNS "\n" ROW "\n", 6, 2, ERROR,
    ASSUMED, 1 },
  { "unknown-slot", HEAD "#colour: red\n" COLUMNS "\n" ROW "\n", 6, 2, ERROR, ASSUMED, 1 },
  { "wrong-kind", HEAD "#comment: [a, b]\n" COLUMNS "\n" ROW "\n", 6, 11, ERROR, ERROR, 1 },
  { "redefined-prefix", "#curie_map:\n#  skos: https://example.org/skos/\n" COLUMNS "\n", 2, 4,
    ERROR, ASSUMED, 0 },
  { "no-prefix", "#curie_map:\n#  1x: https://example.org/skos/\n" COLUMNS "\n", 2, 4, ERROR,
    ASSUMED, 0 },
  { "no-uri", "#curie_map:\n#  x: here\n" COLUMNS "\n", 2, 4, ERROR, ERROR, 0 },
  { "no-uri", HEAD "#mapping_provider: the office\n" COLUMNS "\n" ROW "\n", 6, 20, ERROR, WARNING,
    1 },
  { "no-uri", HEAD "#issue_tracker: the office\n" COLUMNS "\n" ROW "\n", 6, 17, ERROR, ASSUMED, 1 },
  { "no-uri", "#sssom_version: \"1.1\"\n" HEAD COLUMNS "\tsee_also\n" ROW "\tpage 3\n", 8, 62,
    ERROR, NOTHING, 1 },
  { "version-1.0", "#sssom_version: \"1.0\"\n" HEAD COLUMNS "\n" ROW "\n", 1, 17, ERROR, ASSUMED,
    1 },
  { "unknown-version", "#sssom_version: \"2.0\"\n" HEAD COLUMNS "\n" ROW "\n", 1, 17, ERROR,
    ASSUMED, 1 },
  { "needs-version-1.1", HEAD "#mapping_set_confidence: 1\n" COLUMNS "\n" ROW "\n", 6, 26, ERROR,
    ASSUMED, 1 },
  { "needs-version-1.1", HEAD COLUMNS "\treviewer_label\treview_date\n" ROW "\tX\t2025-01-02\n", 6,
    72, ERROR, ASSUMED, 1 },
  { "needs-version-1.1", HEAD COLUMNS "\tsubject_type\n" ROW "\tcomposed entity expression\n", 7,
    62, ERROR, NOTHING, 1 },
  { "bad-extension",
    HEAD "#extension_definitions:\n#  - slot_name: comment\n" COLUMNS "\n" ROW "\n", 7, 6, ERROR,
    ASSUMED, 1 },
  { "bad-extension",
    HEAD "#extension_definitions:\n#  - slot_name: ext_x\n#    property: nope:x\n" COLUMNS "\n" ROW
         "\n",
    7, 6, ERROR, ASSUMED, 1 },
  { "unnamed-column",
    HEAD "subject_id\tpredicate_id\t\tobject_id\tmapping_justification\n"
         "EFT18:a\tskos:exactMatch\t\tCET24:m\t" J "\n",
    6, 25, ERROR, ASSUMED, 1 },
  { "duplicate-column", HEAD COLUMNS "\tcomment\tcomment\n" ROW "\ta\tb\n", 6, 65, ERROR, ASSUMED,
    1 },
  { "unknown-slot", HEAD COLUMNS "\tcolour\n" ROW "\tred\n", 6, 57, ERROR, WARNING, 1 },
  { "undeclared-extension", HEAD COLUMNS "\text_status\n" ROW "\treviewed\n", 6, 57, ERROR, ASSUMED,
    1 },
  { "column-order", HEAD "comment\t" COLUMNS "\nx\t" ROW "\n", 6, 9, WARNING, NOTHING, 1 },
  { "not-kept", HEAD COLUMNS "\tother\n" ROW "\tx\n", 6, 57, NOTHING, WARNING, 1 },
  { "no-boolean",
    HEAD "#extension_definitions:\n#  - slot_name: ext_x\n#    type_hint: xsd:boolean\n" COLUMNS
         "\text_x\n" ROW "\tmaybe\n",
    10, 62, ERROR, NOTHING, 1 },
  { "missing-column",
    HEAD "subject_id\tpredicate_id\tobject_id\nEFT18:a\tskos:exactMatch\tCET24:m\n", 6, 1, ERROR,
    ASSUMED, 1 },
  { "missing-justification",
    HEAD "subject_id\tpredicate_id\tobject_id\nEFT18:a\tskos:exactMatch\tCET24:m\n", 7, 1, ERROR,
    ASSUMED, 1 },
  { "missing-subject", HEAD COLUMNS "\n\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1, ERROR, ERROR,
    0 },
  { "missing-object", HEAD COLUMNS "\tobject_label\nEFT18:a\tskos:exactMatch\t\t" J "\tThing\n", 7,
    1, ERROR, ASSUMED, 1 },
  { "missing-predicate", HEAD COLUMNS "\nEFT18:a\t\tCET24:m\t" J "\n", 7, 1, ERROR, ERROR, 0 },
  { "literal-without-label", HEAD COLUMNS "\tsubject_type\n" ROW "\trdfs literal\n", 7, 1, ERROR,
    ASSUMED, 1 },
  { "missing-subject",
    HEAD COLUMNS "\tsubject_type\n\tskos:exactMatch\tCET24:m\t" J "\trdfs literal\n", 7, 1, ERROR,
    ERROR, 0 },
  { "predicate-type",
    "#sssom_version: \"1.1\"\n" HEAD COLUMNS "\tpredicate_type\n" ROW "\trdfs literal\n", 8, 62,
    ERROR, NOTHING, 1 },
  { "missing-reviewer",
    "#sssom_version: \"1.1\"\n" HEAD COLUMNS "\treview_date\n" ROW "\t2025-01-02\n", 8, 1, ERROR,
    ASSUMED, 1 },
  { "missing-source", HEAD COLUMNS "\nEFT18:a\tskos:exactMatch\tsssom:NoTermFound\t" J "\n", 7, 25,
    WARNING, WARNING, 1 },
  { "nothing-mapped",
    HEAD COLUMNS "\nsssom:NoTermFound\tskos:exactMatch\tsssom:NoTermFound\t" J "\n", 7, 1, WARNING,
    WARNING, 0 },
  { "no-term-found", HEAD COLUMNS "\nEFT18:a\tsssom:NoTermFound\tCET24:m\t" J "\n", 7, 9, ERROR,
    NOTHING, 0 },
  { "undeclared-prefix", HEAD COLUMNS "\nX:a\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1, ERROR,
    ASSUMED, 1 },
  { "full-iri", HEAD COLUMNS "\nhttps://example.org/1\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1,
    ERROR, ASSUMED, 1 },
  { "no-reference", HEAD COLUMNS "\na\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1, ERROR, ASSUMED,
    1 },
  { "no-reference", HEAD COLUMNS "\na b\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1, ERROR, ERROR,
    0 },
  { "no-reference", HEAD COLUMNS "\nEFT18:a|EFT18:b\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1,
    ERROR, ERROR, 0 },
  { "unknown-justification", HEAD COLUMNS "\nEFT18:a\tskos:exactMatch\tCET24:m\tsemapv:Guess\n", 7,
    33, ERROR, NOTHING, 1 },
  { "unknown-predicate", HEAD COLUMNS "\nEFT18:a\tEFT18:x\tCET24:m\t" J "\n", 7, 9, WARNING, ERROR,
    0 },
  { "unknown-value", HEAD COLUMNS "\tpredicate_modifier\n" ROW "\tNever\n", 7, 62, ERROR, ERROR,
    0 },
  { "unknown-value", HEAD COLUMNS "\tmapping_cardinality\n" ROW "\t1:2\n", 7, 62, ERROR, NOTHING,
    1 },
  { "letter-case", HEAD COLUMNS "\tpredicate_modifier\n" ROW "\tNOT\n", 7, 62, NOTHING, ASSUMED,
    1 },
  { "letter-case", HEAD COLUMNS "\nEFT18:a\texactmatch\tCET24:m\t" J "\n", 7, 9, NOTHING, ASSUMED,
    1 },
  { "no-number", HEAD COLUMNS "\tconfidence\n" ROW "\thigh\n", 7, 62, ERROR, WARNING, 1 },
  { "out-of-range", HEAD COLUMNS "\tconfidence\n" ROW "\t1.5\n", 7, 62, ERROR, WARNING, 1 },
  { "decimal-comma", HEAD COLUMNS "\tconfidence\n" ROW "\t0,7\n", 7, 62, NOTHING, ASSUMED, 1 },
  { "no-date", HEAD COLUMNS "\tmapping_date\n" ROW "\t2025-02-30\n", 7, 62, ERROR, WARNING, 1 },
  { "no-date", HEAD "#mapping_date: today\n" COLUMNS "\n" ROW "\n", 6, 16, ERROR, WARNING, 1 },
  { "spaces", HEAD COLUMNS "\nEFT18:a \tskos:exactMatch\tCET24:m\t" J "\n", 7, 1, NOTHING, ASSUMED,
    1 },
  { "curly-quotes", HEAD COLUMNS "\n“EFT18:a”\tskos:exactMatch\tCET24:m\t" J "\n", 7, 1, NOTHING,
    ASSUMED, 1 },
  { "too-few-cells", HEAD COLUMNS "\tcomment\n" ROW "\n", 7, 1, ERROR, ASSUMED, 1 },
  { "too-many-cells", HEAD COLUMNS "\n" ROW "\tx\n", 7, 62, ERROR, ERROR, 0 },
  { "duplicate-row", HEAD COLUMNS "\n" ROW "\n" ROW "\n", 8, 1, ERROR, ASSUMED, 1 },
  { "duplicate-record-id",
    "#sssom_version: \"1.1\"\n" HEAD "record_id\t" COLUMNS "\nEFT18:1\t" ROW "\nEFT18:1\tEFT18:b\t"
    "skos:exactMatch\tCET24:m\t" J "\n",
    9, 1, ERROR, ASSUMED, 2 },
  { "relation-contradicted", HEAD COLUMNS "\text_relation\n" ROW "\toverlap\n", 7, 62, WARNING,
    WARNING, 1 },
  { "bad-value", HEAD COLUMNS "\text_status\n" ROW "\tdone\n", 7, 62, WARNING, WARNING, 1 },
  { "no-language", HEAD COLUMNS "\tsubject_label\text_subject_label_language\n" ROW "\tX\t?\n", 7,
    64, WARNING, WARNING, 1 },
};

static void
check_case (const RuleCase *rule_case, CwReadManner manner)
{
  const char *own = HEAD COLUMNS "\n" ROW "\n";
  const char *yaml =
    "curie_map: {EFT18: https://e.org/, CET24: https://c.org/}\nlicense: https://e.org/\n"
    "mapping_set_id: https://e.org/";
  g_autoptr (RecordCatcher) catcher =
    rule_case->text != NULL
      ? record_catcher_read_sssom_text (rule_case->text, manner)
      : record_catcher_read_sssom (own, strlen (own), yaml, (gssize) strlen (yaml), manner);
  const CwProblem *problem = record_catcher_find_problem (catcher, rule_case->rule);
  int wanted = manner == CW_READ_STRICT ? rule_case->strict : rule_case->lenient;
  g_autofree char *all = record_catcher_list_problems (catcher);

  g_test_message ("%s, manner %d: %s%s", rule_case->rule, manner,
                  rule_case->text != NULL ? rule_case->text : "", all);
  g_assert_cmpint (problem != NULL ? (int) problem->severity : NOTHING, ==, wanted);
  if (problem != NULL)
    {
      g_assert_cmpuint (problem->line, ==, rule_case->line);
      g_assert_cmpuint (problem->column, ==, rule_case->column);
    }
  if (manner == CW_READ_LENIENT && catcher->error == NULL)
    g_assert_cmpuint (catcher->records->len, ==, rule_case->n_lenient);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/sssom-rules/each", test_rules);

  return g_test_run ();
}
