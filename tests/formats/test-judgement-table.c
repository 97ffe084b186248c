/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/error.h"
#include "formats/judgement-table.h"
#include "model/item.h"

#include <string.h>

#define HEADER "subject_code\trelation\tobject_code\tconfidence\trationale\tbasis\n"
#define CODING_HEADER "subject_code\trelation\tobject_code\tconfidence\trationale\n"

/* Rows of a folder's tables together, data/mappings/README.md. */
static const struct
{
  const char *folder;
  guint n_rows;
  gboolean has_basis;
} folders[] = {
  { "data/mappings/agreed", 768, TRUE },
  { "data/mappings/coding-1", 751, FALSE },
  { "data/mappings/coding-2", 749, FALSE },
};

/* A table is named for its two lists: every code is one of theirs. */
static void
check_codes (const char *path, GPtrArray *table)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *subject_path = NULL;
  g_autofree char *object_path = NULL;
  g_autoptr (CwList) subjects = NULL;
  g_autoptr (CwList) objects = NULL;
  char *middle = strstr (name, "__");

  *strstr (name, ".tsv") = '\0';
  *middle = '\0';
  subject_path = g_strdup_printf ("data/lists/%s.json", name);
  object_path = g_strdup_printf ("data/lists/%s.json", middle + 2);
  subjects = fixture_read_list (subject_path, TRUE);
  objects = fixture_read_list (object_path, TRUE);

  for (guint i = 0; i < table->len; i++)
    {
      const CwJudgement *judgement = g_ptr_array_index (table, i);

      g_assert_nonnull (cw_list_find_item (subjects, judgement->subject_code));
      if (judgement->object_code != NULL)
        g_assert_nonnull (cw_list_find_item (objects, judgement->object_code));
    }
}

static void
test_shipped_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GPtrArray) paths = fixture_list_files (folders[i].folder, ".tsv");
      guint n_rows = 0;

      g_assert_cmpuint (paths->len, ==, 8);
      for (guint j = 0; j < paths->len; j++)
        {
          const char *path = g_ptr_array_index (paths, j);
          g_autoptr (GError) error = NULL;
          g_autofree char *contents = NULL;
          g_autoptr (GPtrArray) table = NULL;
          gsize length;

          contents = fixture_read (path, &length);
          table = cw_judgement_table_parse (contents, length, path, &error);
          g_assert_no_error (error);
          n_rows += table->len;
          g_assert_cmpint (((CwJudgement *) table->pdata[0])->basis != NULL, ==,
                           folders[i].has_basis);
          check_codes (path, table);
        }
      g_assert_cmpuint (n_rows, ==, folders[i].n_rows);
    }
}

static void
test_what_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) table =
    cw_judgement_table_parse (HEADER "1\tbroad\t14.6\t0.7\tA \"part\" of it.\tboth\n"
                                     "2\tnone\t\t1\t先进\tsettled: looked twice\n",
                              -1, "x.tsv", &error);
  const CwJudgement *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (table->len, ==, 2);
  first = g_ptr_array_index (table, 0);
  second = g_ptr_array_index (table, 1);

  g_assert_cmpstr (first->subject_code, ==, "1");
  g_assert_cmpint (first->relation, ==, CW_RELATION_BROAD);
  g_assert_cmpstr (first->object_code, ==, "14.6");
  g_assert_true (G_APPROX_VALUE (first->confidence, 0.7, 1e-12));
  g_assert_cmpstr (first->rationale, ==, "A \"part\" of it.");
  g_assert_cmpstr (first->basis, ==, "both");
  g_assert_cmpuint (first->line, ==, 2);
  g_assert_cmpint (second->relation, ==, CW_RELATION_NONE);
  g_assert_null (second->object_code);
  g_assert_cmpstr (second->rationale, ==, "先进");
  g_assert_cmpuint (second->line, ==, 3);
}

static void
test_header_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) table = cw_judgement_table_parse (CODING_HEADER, -1, "x.tsv", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->len, ==, 0);
}

typedef struct
{
  const char *text;
  const char *message;
} Case;

static const Case broken[] = {
  { "", "x.tsv:1:1: the file is empty" },
  { "\n", "x.tsv:1:1: the header must have 5 or 6 columns, not 0" },
  { "subject_code\trelation\n", "x.tsv:1:22: the header must have 5 or 6 columns, not 2" },
  { "subject\trelation\tobject_code\tconfidence\trationale\n",
    "x.tsv:1:1: the column “subject_code” is expected" },
  { "subject_code\trelation\tobject_code\tconfidence\tbasis\n",
    "x.tsv:1:46: the column “rationale” is expected" },
  { "subject_code\trelation\tobject_code\tconfidence\trationale\tbasis\tmore\n",
    "x.tsv:1:62: the header must have 5 or 6 columns, not 7" },
  { "\xef\xbb\xbf" HEADER, "x.tsv:1:1: the file begins with a byte order mark" },
  { HEADER "1\texact\t2\t0.9\tSame.\n", "x.tsv:2:20: the line must have 6 fields, not 5" },
  { CODING_HEADER "1\texact\t2\t0.9\tSame.\tboth\n",
    "x.tsv:2:21: the line must have 5 fields, not 6" },
  { HEADER "\n", "x.tsv:2:1: the line must have 6 fields, not 0" },
  { HEADER "1\tbroader\t2\t0.9\tSame.\tboth\n", "x.tsv:2:3: “broader” is not a relation" },
  { HEADER "1\t\t2\t0.9\tSame.\tboth\n", "x.tsv:2:3: “” is not a relation" },
  { HEADER "\texact\t2\t0.9\tSame.\tboth\n", "x.tsv:2:1: the subject is missing" },
  { HEADER "1\texact\t\t0.9\tSame.\tboth\n", "x.tsv:2:9: the object is missing" },
  { HEADER "1\tnone\t2\t0.9\tSame.\tboth\n", "x.tsv:2:8: an object stands beside “none”" },
  { HEADER "1\texact\t2\t1.1\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “1.1” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\t-0.1\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “-0.1” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\t0,9\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “0,9” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\tnan\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “nan” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\t0x1\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “0x1” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\t1.\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “1.” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\t\tSame.\tboth\n",
    "x.tsv:2:11: the confidence “” is not a number from 0 to 1" },
  { HEADER "1\texact\t2\t0.9\t先进 \xff\tboth\n", "x.tsv:2:18: not valid UTF-8" },
  { HEADER "1\texact\t2\t0.9\t先进\tboth\r\n", "x.tsv:2:18: a control character in a field" },
  { HEADER "1\texact\t2\t0.9\tSame.\tboth\n1\tclose\t2\t0.9\tSame.\tboth\n",
    "x.tsv:3:1: the pair “1” and “2” stands twice" },
  { HEADER "1\tnone\t\t0.9\tSame.\tboth\n1\tnone\t\t0.9\tSame.\tboth\n",
    "x.tsv:3:1: the pair “1” and “” stands twice" },
  { HEADER "1\texact\t2\t0.9\tSame.\tboth\n1\tnone\t\t0.9\tNot.\tboth\n",
    "x.tsv:3:3: “1” has both “none” and another line, 2" },
  { HEADER "1\tnone\t\t0.9\tNot.\tboth\n1\texact\t2\t0.9\tSame.\tboth\n",
    "x.tsv:3:3: “1” has both “none” and another line, 2" },
  { HEADER "1\texact\t2\t0.9\tSame.\tbo", "x.tsv:2:23: the last line has no line end; is the file "
                                          "whole?" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) table = cw_judgement_table_parse (broken[i].text, -1, "x.tsv", &error);

      g_assert_null (table);
      g_assert_nonnull (error);
      g_assert_true (error->domain == CW_FORMAT_ERROR);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/judgement-table/shipped-tables", test_shipped_tables);
  g_test_add_func ("/formats/judgement-table/what-is-read", test_what_is_read);
  g_test_add_func ("/formats/judgement-table/header-alone", test_header_alone);
  g_test_add_func ("/formats/judgement-table/broken", test_broken);

  return g_test_run ();
}
