/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/concordance-sssom.h"
#include "formats/error.h"
#include "table-fixture.h"

#include <locale.h>
#include <string.h>

static const char *const english[] = { "en", NULL };

static void
write_rows (TableFixture *fixture, CwConcordanceWriter *table, guint first, guint n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, i), &error);
      g_assert_no_error (error);
    }
  cw_concordance_writer_finish (table, &error);
  g_assert_no_error (error);
}

static char *
take_text (GOutputStream *stream)
{
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Some rows, in the canonical form. */
static char *
write_some (TableFixture *fixture, guint first, guint n)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, english);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceWriter) table = cw_concordance_sssom_open (stream, &head);

  write_rows (fixture, table, first, n);

  return take_text (stream);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

static void
check_golden (TableFixture *fixture)
{
  table_fixture_check_golden (fixture, "sssom", "tests/golden/concordance.sssom.tsv");
}

static void
test_golden (TableFixture *fixture, gconstpointer data)
{
  check_golden (fixture);
}

static void
test_golden_in_comma_locale (TableFixture *fixture, gconstpointer data)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  check_golden (fixture);
  setlocale (LC_ALL, "C");
}

/* Metadata apart, every row whole, with hashes. */
static void
test_options (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) metadata = g_memory_output_stream_new_resizable ();
  CwConcordanceHead head = table_fixture_get_head (fixture, english);
  CwSssomOptions options = { metadata, TRUE, TRUE };
  g_autoptr (CwConcordanceWriter) table = cw_concordance_sssom_open_with (stream, &head, &options);
  g_autoptr (GBytes) table_bytes = NULL;
  g_autoptr (GBytes) metadata_bytes = NULL;

  write_rows (fixture, table, 0, fixture->rows->len);
  g_output_stream_close (stream, NULL, NULL);
  g_output_stream_close (metadata, NULL, NULL);
  table_bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  metadata_bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (metadata));
  fixture_assert_same_bytes (table_bytes, "tests/golden/concordance-expanded.sssom.tsv");
  fixture_assert_same_bytes (metadata_bytes, "tests/golden/concordance-expanded.sssom.yml");
}

/* The order of the file does not come from that of the rows. */
static void
test_order (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, english);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceWriter) table = cw_concordance_sssom_open (stream, &head);
  g_autofree char *forwards = write_some (fixture, 0, fixture->rows->len);
  g_autofree char *backwards = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = fixture->rows->len; i > 0; i--)
    cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, i - 1), &error);
  cw_concordance_writer_finish (table, &error);
  g_assert_no_error (error);
  backwards = take_text (stream);
  g_assert_cmpstr (forwards, ==, backwards);
}

/* A slot of SSSOM 1.1 is in the first row only: without it the file is one of 1.0. */
static void
test_version (TableFixture *fixture, gconstpointer data)
{
  g_autofree char *with_review = write_some (fixture, 0, 1);
  g_autofree char *without = write_some (fixture, 1, 4);

  g_assert_true (g_str_has_prefix (with_review, "#sssom_version: \"1.1\"\n#curie_map:\n"));
  assert_has (with_review, "\treview_date\t");
  g_assert_true (g_str_has_prefix (without, "#curie_map:\n"));
  assert_lacks (without, "review_date");
}

/* What all rows share stands once; what one of them lacks stands in each. */
static void
test_condensed (TableFixture *fixture, gconstpointer data)
{
  g_autofree char *links = write_some (fixture, 0, 2);
  g_autofree char *all = write_some (fixture, 0, 3);

  assert_has (links, "#object_type: skos concept\n");
  assert_lacks (links, "\tobject_type\t");
  assert_lacks (all, "#object_type:");
  assert_has (all, "\tobject_type\t");
  assert_has (all, "#subject_type: skos concept\n");
  /* Not shared: only the first was ever stored. */
  assert_has (links, "\tmapping_date\t");
}

static void
test_empty (TableFixture *fixture, gconstpointer data)
{
  /* Items with no mapping are none either. */
  g_autofree char *open = write_some (fixture, 5, 2);
  g_autofree char *none = write_some (fixture, 0, 0);

  g_assert_cmpstr (open, ==, none);
  g_assert_true (g_str_has_prefix (none, "#mapping_set_id: urn:uuid:"));
  g_assert_true (
    g_str_has_suffix (none, "\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n"));
}

/* As SSSOM rounds: up to three decimals, half up. */
static void
test_confidence (TableFixture *fixture, gconstpointer data)
{
  static const struct
  {
    double confidence;
    const char *cell;
    const char *exact; /* (nullable) in a column of our own */
  } cases[] = {
    { 0.7835, "0.784", "0.7835" },
    { 0.7832, "0.783", "0.7832" },
    { 0.7, "0.7", NULL },
    { 0.25, "0.25", NULL },
    { 1, "1", NULL },
    { 0, "0", NULL },
    { 0.125, "0.125", NULL },
    { 0.0004, "0", "0.0004" },
    { 0.9996, "1", "0.9996" },
  };
  CwMapping *mapping = g_ptr_array_index (fixture->mappings, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *cell = g_strdup_printf ("\t1:1\t%s\t", cases[i].cell);

      mapping->confidence = cases[i].confidence;
      text = write_some (fixture, 1, 1);
      assert_has (text, cell);
      if (cases[i].exact != NULL)
        {
          g_autofree char *exact = g_strdup_printf ("\t%s\ttrue\t", cases[i].exact);

          assert_has (text, "\text_confidence\text_inverted\t");
          assert_has (text, exact);
        }
      else
        assert_lacks (text, "ext_confidence");
    }
}

/* A separator in a slot with several values is escaped there, and only there. */
static void
test_escapes (TableFixture *fixture, gconstpointer data)
{
  CwMapping *mapping = g_ptr_array_index (fixture->mappings, 1);
  g_autofree char *text = NULL;

  cw_mapping_set_text (&mapping->author, "A|B\\C");
  cw_mapping_set_text (&mapping->rationale, "a|b\\c");
  cw_mapping_set_text (&mapping->note_shared, "one\r\ntwo \"three\"\tfour");
  text = write_some (fixture, 1, 1);
  assert_has (text, "\tA\\|B\\\\C\t");
  assert_has (text, "\ta|b\\c\t");
  assert_has (text, "\t\"one\r\ntwo \"\"three\"\"\tfour\"\t");
}

/* What has no place in SSSOM as it is. */
static void
test_odd_values (TableFixture *fixture, gconstpointer data)
{
  CwMapping *mapping = g_ptr_array_index (fixture->mappings, 1);
  g_autofree char *text = NULL;

  cw_mapping_set_text (&mapping->url, "shelf 7");
  cw_mapping_set_text (&mapping->author_orcid, "0000-0000-0000-0000");
  cw_mapping_set_text (&mapping->created, "yesterday");
  cw_mapping_set_text (&mapping->reviewed, "2026-01-02T00:00:00Z");
  text = write_some (fixture, 1, 1);
  assert_has (text, "\text_author_orcid\text_created\text_evidence_address\t");
  assert_has (text, "\t0000-0000-0000-0000\tyesterday\tshelf 7\t");
  assert_has (text, "\text_reviewed\t");
  assert_lacks (text, "see_also");
  assert_lacks (text, "author_id");
  assert_lacks (text, "mapping_date");
  /* SSSOM has no date of a review without a reviewer. */
  assert_lacks (text, "review_date");
}

/* How many partners each end has: pairs count once, and absences not at all. */
static void
test_cardinality (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, english);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceWriter) table = cw_concordance_sssom_open (stream, &head);
  g_autoptr (CwMapping) again = cw_mapping_new (0, CW_RELATION_CLOSE, 0);
  g_autoptr (GError) error = NULL;
  const CwConcordanceRow *first = table_fixture_get_row (fixture, 0);
  CwConcordanceRow row;
  g_autofree char *text = NULL;

  /* The pair of the first row once more, and its subject with another object. */
  again->subject_id = first->left->id;
  cw_concordance_row_init (&row, again, first->left, first->right, NULL, FALSE);
  cw_concordance_writer_add_row (table, &row, &error);
  cw_concordance_row_init (&row, again, first->left, cw_list_find_item (fixture->right, "2"), NULL,
                           FALSE);
  cw_concordance_writer_add_row (table, &row, &error);
  g_assert_no_error (error);
  write_rows (fixture, table, 0, fixture->rows->len);
  text = take_text (stream);
  assert_has (text, "\t1:n\t"); /* 1.1 with 1.1, which has no other */
  assert_has (text, "\tn:n\t"); /* 1.1 with 2 */
  assert_has (text, "\tn:1\t"); /* P1 with 2 */
  assert_has (text, "\t1:1\t"); /* 1 with 1 */
  assert_has (text, "\t1:0\t");
  assert_has (text, "\t0:1\t");
}

/* An item that no prefix can name is refused, with its name. */
static void
test_refused (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, english);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceWriter) table = cw_concordance_sssom_open (stream, &head);
  CwConcordanceRow row = *table_fixture_get_row (fixture, 0);
  CwItem item = *row.left;
  g_autoptr (GError) error = NULL;

  item.iri = "not an IRI";
  row.left = &item;
  g_assert_false (cw_concordance_writer_add_row (table, &row, &error));
  g_assert_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED);
  assert_has (error->message, "“not an IRI”");
}

/* Full disks: that of the table, that of the metadata. */
static void
test_error (TableFixture *fixture, gconstpointer data)
{
  char room[10];
  CwConcordanceHead head = table_fixture_get_head (fixture, english);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GOutputStream) full = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
      g_autoptr (GOutputStream) empty = g_memory_output_stream_new_resizable ();
      CwSssomOptions options = { i == 0 ? empty : full };
      g_autoptr (CwConcordanceWriter) table =
        cw_concordance_sssom_open_with (i == 0 ? full : empty, &head, &options);
      g_autoptr (GError) error = NULL;

      cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, 0), &error);
      g_assert_no_error (error);
      g_assert_false (cw_concordance_writer_finish (table, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

/* A coding of a whole document is another set than what was agreed on. */
static void
test_identity (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, english);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autofree char *pair = cw_concordance_head_get_iri (&head);
  g_autofree char *coding = NULL;
  g_autofree char *coding_title = NULL;
  g_autofree char *whole = NULL;

  g_assert_cmpstr (pair, ==,
                   "urn:uuid:6f7b5f5c-0d0b-4c53-9a8e-0123456789ab#xa-left-2023/xb-right-2024");
  head.coding = "Zoë 1";
  coding = cw_concordance_head_get_iri (&head);
  coding_title = cw_concordance_head_get_title (&head);
  g_assert_cmpstr (coding, ==,
                   "urn:uuid:6f7b5f5c-0d0b-4c53-9a8e-0123456789ab#xa-left-2023/xb-right-2024/"
                   "coding/Zo%C3%AB%201");
  g_assert_cmpstr (coding_title, ==, "Left & right (Zoë 1)");

  g_ptr_array_add (both, fixture->left);
  g_ptr_array_add (both, fixture->right);
  head.left = both;
  head.coding = NULL;
  whole = cw_concordance_head_get_iri (&head);
  g_assert_cmpstr (whole, ==, "urn:uuid:6f7b5f5c-0d0b-4c53-9a8e-0123456789ab");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                 \
  g_test_add ("/formats/concordance-sssom/" name, TableFixture, NULL, table_fixture_set_up, \
              function, table_fixture_tear_down)
  ADD ("golden", test_golden);
  ADD ("golden-in-comma-locale", test_golden_in_comma_locale);
  ADD ("options", test_options);
  ADD ("order", test_order);
  ADD ("version", test_version);
  ADD ("condensed", test_condensed);
  ADD ("empty", test_empty);
  ADD ("confidence", test_confidence);
  ADD ("escapes", test_escapes);
  ADD ("odd-values", test_odd_values);
  ADD ("cardinality", test_cardinality);
  ADD ("refused", test_refused);
  ADD ("error", test_error);
  ADD ("identity", test_identity);
#undef ADD

  return g_test_run ();
}
