/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/coding-option.h"
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "workspace/coding-report.h"

#include <glib/gi18n.h>

/* Its share of the pairs, or its kappa, by one of these. */
typedef gboolean (*Measure) (const CwAgreement *agreement, double *value);

static const struct
{
  const char *key;
  const char *title;
  Measure measure;
  gboolean is_percent;
} measures[] = {
  { "agreement_percent", NC_ ("agreement", "Agree"), cw_agreement_get_percent, TRUE },
  { "kappa", NC_ ("agreement", "Kappa"), cw_agreement_get_kappa, FALSE },
  { "same_relation_percent", NC_ ("agreement", "Same relation"), cw_agreement_get_relation_percent,
    TRUE },
  { "kappa_of_linked", NC_ ("agreement", "Kappa of these"), cw_agreement_get_linked_relation_kappa,
    FALSE },
  { "kappa_relation", NC_ ("agreement", "Kappa, relation"), cw_agreement_get_relation_kappa,
    FALSE },
};

#define N_COUNTS 6
#define N_CELLS (N_COUNTS + G_N_ELEMENTS (measures) + 1)

static void
add_columns (CwTable *table, const CwCoding *first, const CwCoding *second)
{
  cw_table_add_column (table, C_ ("agreement", "Left"), CW_TABLE_TEXT);
  cw_table_add_column (table, C_ ("agreement", "Right"), CW_TABLE_TEXT);
  /* Translators: all pairs of an item of one list and one of another */
  cw_table_add_column (table, C_ ("agreement", "Pairs"), CW_TABLE_NUMBER);
  cw_table_add_column (table, first->name, CW_TABLE_NUMBER);
  cw_table_add_column (table, second->name, CW_TABLE_NUMBER);
  cw_table_add_column (table, C_ ("agreement", "Both"), CW_TABLE_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    cw_table_add_column (table, g_dpgettext2 (GETTEXT_PACKAGE, "agreement", measures[i].title),
                         CW_TABLE_NUMBER);
}

static char *
format_count (guint64 count)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, count);
}

/* Never “not a number”: where chance explains all agreement there is no kappa. */
static char *
format_measure (const CwAgreement *agreement, guint i)
{
  double value = 0;

  if (!measures[i].measure (agreement, &value))
    return g_strdup (measures[i].is_percent ? _ ("none") : _ ("undefined"));

  return measures[i].is_percent ? g_strdup_printf ("%.1f %%", value)
                                : g_strdup_printf ("%.2f", value);
}

static void
add_row (CwTable *table, const CwAgreement *agreement)
{
  g_auto (GStrv) cells = g_new0 (char *, N_CELLS);

  cells[0] = g_strdup (cw_list_get_key (agreement->left));
  cells[1] = g_strdup (cw_list_get_key (agreement->right));
  cells[2] = format_count (agreement->n_pairs);
  cells[3] = format_count (cw_agreement_count_linked (agreement, 0));
  cells[4] = format_count (cw_agreement_count_linked (agreement, 1));
  cells[5] = format_count (cw_agreement_count_both (agreement));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    cells[N_COUNTS + i] = format_measure (agreement, i);
  cw_table_add_row (table, (const char *const *) cells);
}

static CwExit
write_table (const CwCodingReport *report, const CwCoding *first, const CwCoding *second)
{
  g_autoptr (CwTable) table = cw_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GArray *agreements = report->comparison->agreements;
  guint n_rows = report->rows->len;
  g_autofree char *disagreements = g_strdup_printf (
    /* Translators: pairs of items on which two codings differ */
    g_dngettext (GETTEXT_PACKAGE, "%u disagreement", "%u disagreements", n_rows), n_rows);

  add_columns (table, first, second);
  for (guint i = 0; i < agreements->len; i++)
    add_row (table, &g_array_index (agreements, CwAgreement, i));
  cw_table_append_to (table, cw_terminal_get_width (), CW_TABLE_CUT, text);
  /* Translators: %1$s is such as “12 disagreements”, %2$u how many of them are not settled */
  g_string_append_printf (text, _ ("\n%1$s, %2$u open\n"), disagreements, report->n_open);

  return cw_output_write (text->str, text->len);
}

/* What is undefined is null. */
static void
print_agreement (CwJsonPrinter *printer, const CwAgreement *agreement)
{
  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "left", cw_list_get_key (agreement->left));
  cw_json_printer_member_string (printer, "right", cw_list_get_key (agreement->right));
  cw_json_printer_member_integer (printer, "pairs", agreement->n_pairs);
  cw_json_printer_member_integer (printer, "linked_by_first",
                                  cw_agreement_count_linked (agreement, 0));
  cw_json_printer_member_integer (printer, "linked_by_second",
                                  cw_agreement_count_linked (agreement, 1));
  cw_json_printer_member_integer (printer, "linked_by_both", cw_agreement_count_both (agreement));
  cw_json_printer_member_integer (printer, "same_relation", cw_agreement_count_same (agreement));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      double value = 0;

      cw_json_printer_key (printer, measures[i].key);
      if (measures[i].measure (agreement, &value))
        cw_json_printer_number (printer, value);
      else
        cw_json_printer_string (printer, NULL);
    }
  cw_json_printer_end_object (printer);
}

static CwExit
write_json (const CwCodingReport *report, const CwCoding *first, const CwCoding *second)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  GArray *agreements = report->comparison->agreements;

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "first", first->name);
  cw_json_printer_member_string (printer, "second", second->name);
  cw_json_printer_key (printer, "agreement");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < agreements->len; i++)
    print_agreement (printer, &g_array_index (agreements, CwAgreement, i));
  cw_json_printer_end_array (printer);
  cw_json_printer_member_integer (printer, "disagreements", report->rows->len);
  cw_json_printer_member_integer (printer, "open", report->n_open);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

static CwExit
compare_codings (CwDocument *document, const CwCommandLine *line)
{
  GPtrArray *codings = cw_document_get_codings (document);
  g_autoptr (CwCodingReport) report = NULL;
  g_autoptr (GError) error = NULL;
  CwCoding *first, *second;
  gint64 ids[2];

  for (guint i = 0; i < 2; i++)
    {
      if (!cw_coding_option_find (document, g_ptr_array_index (line->left, i), &ids[i]))
        return CW_EXIT_USAGE;
    }
  first = cw_coding_find (codings, ids[0]);
  second = cw_coding_find (codings, ids[1]);
  report = cw_document_compare_codings (document, ids[0], ids[1], &error);
  if (report == NULL)
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  return line->json ? write_json (report, first, second) : write_table (report, first, second);
}

static CwExit
run_agreement (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autoptr (CwOpenDocument) document = NULL;
  CwExit status;

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_JSON, NULL, argc, argv,
                              &status))
    return status;
  if (line.left->len != 2 || line.right != NULL)
    {
      cw_complain (_ ("Name two codings"));
      return cw_command_line_refuse (self);
    }

  document = cw_document_source_open (line.document);

  return document != NULL ? compare_codings (document, &line) : CW_EXIT_FILE;
}

const CwCommand cw_command_agreement = {
  "agreement",
  /* Translators: stands for the names of two codings in the help of the command line */
  N_ ("CODING CODING"),
  N_ ("Show how far two codings agree"),
  N_ ("Shows for each pair of lists that both codings judged: how many pairs of items there are, "
      "how many each coding and how many both link, on what share they agree, and Cohen’s kappa of "
      "linked or not; then, of the pairs that both link, the share with the same relation and its "
      "kappa; last the kappa over all pairs with each relation and no link as categories."),
  "  crosswalkctl agreement \"Coding 1\" \"Coding 2\"\n"
  "  crosswalkctl agreement \"Coding 1\" \"Coding 2\" --json",
  run_agreement,
};
