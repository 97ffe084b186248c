/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/concordance-jskos.h"
#include "table-fixture.h"

#include <json-glib/json-glib.h>
#include <locale.h>

static void
check_golden (TableFixture *fixture)
{
  table_fixture_check_golden (fixture, "jskos", "tests/golden/concordance.jskos.json");
  table_fixture_check_golden (fixture, "jskos-ndjson", "tests/golden/concordance.ndjson");
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

/* The first rows; every second one read from the other side where it is @turned. */
static JsonNode *
write_some (TableFixture *fixture, const CwConcordanceHead *head, gboolean turned, guint n_rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CwConcordanceWriter) table = cw_concordance_jskos_open (stream, head);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      CwConcordanceRow row = *table_fixture_get_row (fixture, i);

      if (turned && i % 2 == 1)
        cw_concordance_row_init (&row, row.mapping, row.right, row.left, NULL, FALSE);
      cw_concordance_writer_add_row (table, &row, &error);
      g_assert_no_error (error);
    }
  cw_concordance_writer_finish (table, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser,
                              g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                              (gssize) g_memory_output_stream_get_data_size (
                                G_MEMORY_OUTPUT_STREAM (stream)),
                              &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static guint
count_mappings (JsonObject *concordance)
{
  return json_array_get_length (json_object_get_array_member (concordance, "mappings"));
}

/* A concordance has one list on each side: of two pairs, two are made. */
static void
test_several_pairs (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (JsonNode) root = write_some (fixture, &head, TRUE, 2);
  JsonArray *concordances = json_node_get_array (root);
  JsonObject *second;

  g_assert_cmpuint (json_array_get_length (concordances), ==, 2);
  g_assert_cmpuint (count_mappings (json_array_get_object_element (concordances, 0)), ==, 1);
  second = json_array_get_object_element (concordances, 1);
  g_assert_cmpuint (count_mappings (second), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (second, "uri"), ==,
                   "urn:uuid:6f7b5f5c-0d0b-4c53-9a8e-0123456789ab#xb-right-2024/xa-left-2023");
}

/* With no mapping, one pair of lists still is a concordance, and many lists are none. */
static void
test_empty (TableFixture *fixture, gconstpointer data)
{
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (JsonNode) pair = write_some (fixture, &head, FALSE, 0);
  g_autoptr (JsonNode) none = NULL;

  g_assert_cmpuint (count_mappings (json_node_get_object (pair)), ==, 0);
  g_ptr_array_add (both, fixture->left);
  g_ptr_array_add (both, fixture->right);
  head.left = both;
  none = write_some (fixture, &head, FALSE, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
}

static void
test_error (TableFixture *fixture, gconstpointer data)
{
  char room[10];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (CwConcordanceWriter) table = cw_concordance_jskos_open (stream, &head);
  g_autoptr (GError) error = NULL;

  cw_concordance_writer_add_row (table, table_fixture_get_row (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_false (cw_concordance_writer_finish (table, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                 \
  g_test_add ("/formats/concordance-jskos/" name, TableFixture, NULL, table_fixture_set_up, \
              function, table_fixture_tear_down)
  ADD ("golden", test_golden);
  ADD ("golden-in-comma-locale", test_golden_in_comma_locale);
  ADD ("several-pairs", test_several_pairs);
  ADD ("empty", test_empty);
  ADD ("error", test_error);
#undef ADD

  return g_test_run ();
}
