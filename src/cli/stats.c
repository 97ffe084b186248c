/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/pair-tally.h"
#include "cli/coding-option.h"
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/json-values.h"
#include "cli/output.h"
#include "cli/sides.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "workspace/concordance-reader.h"

#include <glib/gi18n.h>

static gboolean
add_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  cw_pair_tally_add (user_data, row);

  return TRUE;
}

static void
print_pair (CwJsonPrinter *printer, const CwPairCounts *pair)
{
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "left", cw_list_get_key (pair->left));
  cw_json_printer_member_string (printer, "right", cw_list_get_key (pair->right));
  cw_json_values_print_coverage (printer, "left_items", &pair->of_left);
  cw_json_values_print_coverage (printer, "right_items", &pair->of_right);
  cw_json_printer_member_integer (printer, "mappings", pair->n_mappings);
  cw_json_printer_key (printer, "relations");
  cw_json_printer_begin_object (printer);
  for (CwRelation i = 0; i < CW_N_RELATIONS; i++)
    cw_json_printer_member_integer (printer, cw_relation_to_key (i), pair->by_relation[i]);
  cw_json_printer_end_object (printer);
  cw_json_printer_member_integer (printer, "negated", pair->n_negated);
  cw_json_printer_key (printer, "statuses");
  cw_json_printer_begin_object (printer);
  for (CwStatus i = 0; i < CW_N_STATUSES; i++)
    cw_json_printer_member_integer (printer, cw_status_to_key (i), pair->by_status[i]);
  cw_json_printer_end_object (printer);
  cw_json_printer_member_integer (printer, "with_evidence", pair->n_evidence);
  cw_json_printer_end_object (printer);
}

static CwExit
write_json (GPtrArray *pairs)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "pairs");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < pairs->len; i++)
    print_pair (printer, g_ptr_array_index (pairs, i));
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

/* A table's row of two lists and numbers. */
static void
add_numbers (CwTable *table, CwList *first, CwList *second, const guint *numbers, guint n_numbers)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (cw_list_get_key (first)));
  g_ptr_array_add (cells, g_strdup (cw_list_get_key (second)));
  for (guint i = 0; i < n_numbers; i++)
    g_ptr_array_add (cells, g_strdup_printf ("%u", numbers[i]));
  cw_table_add_row (table, (const char *const *) cells->pdata);
}

static void
add_coverage (CwTable *table, CwList *list, CwList *against, const CwCoverage *coverage)
{
  const guint numbers[] = {
    coverage->n_items,
    coverage->counts[CW_ITEM_LINKED],
    coverage->counts[CW_ITEM_ABSENT],
    coverage->counts[CW_ITEM_OPEN],
  };

  add_numbers (table, list, against, numbers, G_N_ELEMENTS (numbers));
}

static void
append_coverage (GPtrArray *pairs, GString *text)
{
  g_autoptr (CwTable) table = cw_table_new ();

  /* Translators: heads a column of lists whose items are counted */
  cw_table_add_column (table, C_ ("stats", "Items of"), CW_TABLE_TEXT);
  /* Translators: heads a column of lists that others are compared with */
  cw_table_add_column (table, C_ ("stats", "Against"), CW_TABLE_TEXT);
  /* Translators: heads a column of numbers of items */
  cw_table_add_column (table, C_ ("stats", "Items"), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers of items that correspond to others */
  cw_table_add_column (table, C_ ("stats", "Mapped"), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers of items to which none corresponds */
  cw_table_add_column (table, C_ ("stats", "No counterpart"), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers of items of which nothing is said yet */
  cw_table_add_column (table, C_ ("stats", "Open"), CW_TABLE_NUMBER);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CwPairCounts *pair = g_ptr_array_index (pairs, i);

      add_coverage (table, pair->left, pair->right, &pair->of_left);
      if (pair->left != pair->right)
        add_coverage (table, pair->right, pair->left, &pair->of_right);
    }
  cw_table_append_to (table, cw_terminal_get_width (), CW_TABLE_CUT, text);
}

static CwTable *
make_pair_table (void)
{
  CwTable *table = cw_table_new ();

  /* Translators: heads the column of the lists on the left */
  cw_table_add_column (table, C_ ("stats", "Left"), CW_TABLE_TEXT);
  /* Translators: heads the column of the lists on the right */
  cw_table_add_column (table, C_ ("stats", "Right"), CW_TABLE_TEXT);

  return table;
}

static void
append_relations (GPtrArray *pairs, GString *text)
{
  g_autoptr (CwTable) table = make_pair_table ();

  for (CwRelation i = CW_RELATION_EXACT; i < CW_N_RELATIONS; i++)
    cw_table_add_column (table, cw_relation_get_name (i), CW_TABLE_NUMBER);
  cw_table_add_column (table, cw_relation_get_name (CW_RELATION_NONE), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers of mappings that say that a relation does not hold */
  cw_table_add_column (table, C_ ("stats", "Denied"), CW_TABLE_NUMBER);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CwPairCounts *pair = g_ptr_array_index (pairs, i);
      guint numbers[CW_N_RELATIONS + 1];

      for (CwRelation j = CW_RELATION_EXACT; j < CW_N_RELATIONS; j++)
        numbers[j - 1] = pair->by_relation[j];
      numbers[CW_N_RELATIONS - 1] = pair->by_relation[CW_RELATION_NONE];
      numbers[CW_N_RELATIONS] = pair->n_negated;
      add_numbers (table, pair->left, pair->right, numbers, G_N_ELEMENTS (numbers));
    }
  cw_table_append_to (table, cw_terminal_get_width (), CW_TABLE_CUT, text);
}

static void
append_statuses (GPtrArray *pairs, GString *text)
{
  g_autoptr (CwTable) table = make_pair_table ();

  for (CwStatus i = 0; i < CW_N_STATUSES; i++)
    cw_table_add_column (table, cw_status_get_name (i), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers of all mappings */
  cw_table_add_column (table, C_ ("stats", "Mappings"), CW_TABLE_NUMBER);
  /* Translators: heads a column of numbers of mappings that name a source */
  cw_table_add_column (table, C_ ("stats", "With evidence"), CW_TABLE_NUMBER);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CwPairCounts *pair = g_ptr_array_index (pairs, i);
      guint numbers[CW_N_STATUSES + 2];

      for (CwStatus j = 0; j < CW_N_STATUSES; j++)
        numbers[j] = pair->by_status[j];
      numbers[CW_N_STATUSES] = pair->n_mappings;
      numbers[CW_N_STATUSES + 1] = pair->n_evidence;
      add_numbers (table, pair->left, pair->right, numbers, G_N_ELEMENTS (numbers));
    }
  cw_table_append_to (table, cw_terminal_get_width (), CW_TABLE_CUT, text);
}

static CwExit
write_text (GPtrArray *pairs)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (pairs->len == 0)
    g_string_append (text, _ ("There are no mappings.\n"));
  else
    {
      append_coverage (pairs, text);
      g_string_append_c (text, '\n');
      append_relations (pairs, text);
      g_string_append_c (text, '\n');
      append_statuses (pairs, text);
    }

  return cw_output_write (text->str, text->len);
}

/* Where lists are named, all pairs of them are told, and else those that a mapping is about. */
static gboolean
count_pairs (CwPairTally *tally,
             CwDocument *document,
             const CwSides *sides,
             gint64 coding_id,
             GError **error)
{
  GPtrArray *lists = cw_document_get_lists (document);

  if (sides->left == NULL)
    return cw_document_visit_rows (document, coding_id, lists, lists, FALSE, add_row, tally, error);

  for (guint i = 0; i < sides->left->len; i++)
    {
      for (guint j = 0; j < sides->right->len; j++)
        cw_pair_tally_expect (tally, g_ptr_array_index (sides->left, i),
                              g_ptr_array_index (sides->right, j));
    }

  return cw_document_visit_rows (document, coding_id, sides->left, sides->right, FALSE, add_row,
                                 tally, error);
}

static CwExit
tell_stats (const CwCommandLine *line, const char *coding)
{
  g_autoptr (CwOpenDocument) document = cw_document_source_open (line->document);
  g_autoptr (CwPairTally) tally = cw_pair_tally_new ();
  g_auto (CwSides) sides = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 coding_id = 0;

  if (document == NULL)
    return CW_EXIT_FILE;
  if (!cw_coding_option_find (document, coding, &coding_id))
    return CW_EXIT_USAGE;
  if ((line->left->len > 0 || line->right != NULL) && !cw_sides_find (&sides, document, line))
    return CW_EXIT_USAGE;

  if (!count_pairs (tally, document, &sides, coding_id, &error))
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  return line->json ? write_json (cw_pair_tally_end (tally))
                    : write_text (cw_pair_tally_end (tally));
}

static CwExit
run_stats (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autofree char *coding = NULL;
  CwExit status;
  const GOptionEntry more[] = {
    { "coding", 'c', 0, G_OPTION_ARG_STRING, &coding,
      N_ ("Count this coding, not the agreed mapping"), N_ ("CODING") },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_JSON, more, argc, argv,
                              &status))
    return status;

  return tell_stats (&line, coding);
}

const CwCommand cw_command_stats = {
  "stats",
  N_ ("[LEFT… -- RIGHT…]"),
  N_ ("Count items and mappings"),
  N_ ("Counts, for each pair of lists, how many items are mapped, have no counterpart or are open, "
      "and the mappings by relation, read from left to right, and by status, how many deny a "
      "relation and how many name their evidence. Rejected and denied mappings map no item. Where "
      "no list is named, the pairs are those that a mapping is about."),
  "  crosswalkctl stats\n"
  "  crosswalkctl stats cn-future-2024 -- us-cet-2024 us-eft-2018\n"
  "  crosswalkctl stats --json",
  run_stats,
};
