/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/correspondence.h"
#include "table-fixture.h"

#include <string.h>

/* tests/formats/test-turtle.py reads it. */
static void
test_golden (TableFixture *fixture, gconstpointer data)
{
  table_fixture_check_golden (fixture, "turtle", "tests/golden/concordance.ttl");
}

static void
test_rejected (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) page = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < fixture->mappings->len; i++)
    ((CwMapping *) g_ptr_array_index (fixture->mappings, i))->status = CW_STATUS_REJECTED;
  page = table_fixture_write (fixture, "turtle", NULL);
  text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));

  g_assert_nonnull (strstr (text, "skos:Concept"));
  g_assert_null (strstr (text, "Match"));
  g_assert_null (strstr (text, "owl:Axiom"));
  g_assert_null (strstr (text, "xkos:Correspondence"));
}

/* A full disk. */
static void
test_error (TableFixture *fixture, gconstpointer data)
{
  char room[100];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  CwConcordanceHead head = table_fixture_get_head (fixture, NULL);
  g_autoptr (CwConcordanceWriter) writer =
    cw_concordance_format_find ("turtle")->open (stream, &head);
  g_autoptr (GError) error = NULL;

  g_assert_true (
    cw_concordance_writer_add_row (writer, table_fixture_get_row (fixture, 0), &error));
  g_assert_false (cw_concordance_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static char *
describe (GPtrArray *associations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < associations->len; i++)
    {
      const CwAssociation *association = g_ptr_array_index (associations, i);

      for (guint j = 0; j < association->sources->len; j++)
        g_string_append_printf (text, "%s ",
                                ((const CwItem *) g_ptr_array_index (association->sources, j))
                                  ->code);
      g_string_append (text, "→");
      for (guint j = 0; j < association->targets->len; j++)
        g_string_append_printf (text, " %s",
                                ((const CwItem *) g_ptr_array_index (association->targets, j))
                                  ->code);
      g_string_append (text, "; ");
    }

  return g_string_free (text, FALSE);
}

static void
add_link (GArray *rows,
          GPtrArray *mappings,
          const CwItem *left,
          CwRelation relation,
          const CwItem *right,
          gboolean negated)
{
  CwMapping *mapping = cw_mapping_new (left->id, relation, right->id);
  CwConcordanceRow row;

  mapping->negated = negated;
  g_ptr_array_add (mappings, mapping);
  cw_concordance_row_init (&row, mapping, left, right, NULL, FALSE);
  g_array_append_val (rows, row);
}

static void
test_associations (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (CwConcordanceRow));
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  g_autoptr (GPtrArray) associations = NULL;
  g_autofree char *found = NULL;
  const CwItem *left[5], *right[4];

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    left[i] = cw_list_get_item (fixture->left, i);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    right[i] = cw_list_get_item (fixture->right, i);

  /* A split and a merger that meet are one; what only goes along, or is denied, joins nothing. */
  add_link (rows, mappings, left[0], CW_RELATION_NARROW, right[0], FALSE);
  add_link (rows, mappings, left[0], CW_RELATION_NARROW, right[1], FALSE);
  add_link (rows, mappings, left[3], CW_RELATION_EXACT, right[3], FALSE);
  add_link (rows, mappings, left[1], CW_RELATION_OVERLAP, right[1], FALSE);
  add_link (rows, mappings, left[1], CW_RELATION_RELATED, right[3], FALSE);
  add_link (rows, mappings, left[3], CW_RELATION_EXACT, right[0], TRUE);
  add_link (rows, mappings, left[2], CW_RELATION_RELATED, right[2], FALSE);
  /* One of these has a counterpart after all. */
  for (guint i = 3; i < 5; i++)
    {
      CwMapping *mapping = cw_mapping_new_absence (left[i]->id, 2, CW_ABSENCE_NOT_FOUND);
      CwConcordanceRow row;

      g_ptr_array_add (mappings, mapping);
      cw_concordance_row_init (&row, mapping, left[i], NULL, fixture->right, FALSE);
      g_array_append_val (rows, row);
    }

  associations = cw_associations_find ((const CwConcordanceRow *) (gpointer) rows->data, rows->len);
  found = describe (associations);
  g_assert_cmpstr (found, ==, "1 1.1 → 1 1.1; 2 → 2; P1 →; ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                  \
  g_test_add ("/formats/concordance-turtle/" name, TableFixture, NULL, table_fixture_set_up, \
              function, table_fixture_tear_down)
  ADD ("golden", test_golden);
  ADD ("rejected", test_rejected);
  ADD ("error", test_error);
  ADD ("associations", test_associations);
#undef ADD

  return g_test_run ();
}
