/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-printer.h"
#include "formats/table-source.h"

#include <stdio.h>

/* Prints the rows of a table as JSON, for tests that have it written by another program.
 *
 * Usage: print-table FILE [SHEET] */

static void
print_row (const CwDelimitedRow *row)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new_on_one_line ();
  g_autoptr (GString) line = NULL;

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "row");
  cw_json_printer_integer (printer, row->line);
  cw_json_printer_key (printer, "cells");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < row->n_fields; i++)
    cw_json_printer_string (printer, row->fields[i]);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  line = cw_json_printer_take (printer);
  fwrite (line->str, 1, line->len, stdout);
  fputc ('\n', stdout);
}

static void
print_problems (CwTableSource *source)
{
  CwProblem *problem;

  while ((problem = cw_table_source_pop_problem (source)) != NULL)
    {
      g_autofree char *line = cw_problem_format (problem);

      fprintf (stderr, "%s\n", line);
      cw_problem_free (problem);
    }
}

int
main (int argc, char **argv)
{
  CwTableChoices choices = { .sheet = argc > 2 ? argv[2] : NULL };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (CwTableSource) source = NULL;
  g_autoptr (GError) error = NULL;
  const CwDelimitedRow *row;

  if (argc < 2)
    {
      fprintf (stderr, "usage: print-table FILE [SHEET]\n");
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  stream = g_file_read (file, NULL, &error);
  if (stream != NULL)
    source = cw_table_source_open (G_INPUT_STREAM (stream), "x", &choices, NULL, &error);
  while (source != NULL && (row = cw_table_source_next (source, NULL, &error)) != NULL)
    print_row (row);
  if (source != NULL)
    print_problems (source);
  if (error == NULL)
    return 0;

  fprintf (stderr, "%s\n", error->message);
  return 1;
}
