/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/json-values.h"
#include "cli/output.h"
#include "cli/reading.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What is said of a file, while it is read: nothing of it is kept. */
typedef struct
{
  CwJsonPrinter *printer; /* NULL for lines */
  guint n_records;
  guint n_problems[CW_N_SEVERITIES];
} Report;

static gboolean
count_record (CwMappingRecord *record, gpointer user_data, GError **error)
{
  Report *report = user_data;

  report->n_records++;
  cw_mapping_record_free (record);

  return TRUE;
}

static void
print_place (CwJsonPrinter *printer, const CwProblem *problem)
{
  if (problem->line > 0)
    {
      cw_json_printer_member_integer (printer, "line", problem->line);
    }
  if (problem->column > 0)
    {
      cw_json_printer_member_integer (printer, "column", problem->column);
    }
  if (problem->pointer != NULL)
    cw_json_printer_member_string (printer, "pointer", problem->pointer);
}

static void
print_problem (CwProblem *taken, gpointer user_data)
{
  g_autoptr (CwProblem) problem = taken;
  Report *report = user_data;
  g_autofree char *line = NULL;

  report->n_problems[problem->severity]++;
  if (report->printer == NULL)
    {
      line = cw_problem_format (problem);
      printf ("%s\n", line);
      return;
    }

  cw_json_printer_begin_object (report->printer);
  cw_json_printer_member_string (report->printer, "file", problem->file);
  print_place (report->printer, problem);
  cw_json_printer_member_string (report->printer, "severity",
                                 cw_severity_to_key (problem->severity));
  cw_json_printer_member_string (report->printer, "rule", problem->rule);
  cw_json_printer_member_string (report->printer, "text", problem->text);
  cw_json_printer_end_object (report->printer);
}

static CwExit
validate (CwMappingSource *source, Report *report)
{
  const CwRecordSink sink = { count_record, print_problem, report };
  g_autoptr (GError) error = NULL;

  if (!cw_reading_run (source, &sink, &error))
    {
      /* That reading had to end is a problem of the file, too, unless it could not be read at all. */
      if (error->domain != CW_FORMAT_ERROR)
        {
          cw_complain ("%s", error->message);
          return CW_EXIT_FILE;
        }
      cw_complain ("%s", error->message);
      report->n_problems[CW_SEVERITY_ERROR]++;
    }

  return report->n_problems[CW_SEVERITY_ERROR] > 0 ? CW_EXIT_NO : CW_EXIT_OK;
}

static CwExit
validate_json (CwMappingSource *source)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  Report report = { printer };
  CwExit status;
  CwExit written;

  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "problems");
  cw_json_printer_begin_array (printer);
  status = validate (source, &report);
  cw_json_printer_end_array (printer);
  cw_json_printer_member_integer (printer, "mappings", report.n_records);
  cw_json_printer_end_object (printer);
  written = cw_output_write_json (printer);

  return written == CW_EXIT_OK ? status : written;
}

static CwExit
validate_text (CwMappingSource *source)
{
  Report report = { NULL };
  CwExit status = validate (source, &report);

  if (fflush (stdout) != 0 && status == CW_EXIT_OK)
    status = CW_EXIT_FILE;
  if (status != CW_EXIT_FILE)
    /* Translators: after a check of a file: %1$s is its name, the others are how many */
    fprintf (stderr, _ ("%1$s: %2$u mappings, %3$u errors, %4$u warnings, %5$u assumed\n"),
             cw_mapping_source_get_name (source), report.n_records,
             report.n_problems[CW_SEVERITY_ERROR], report.n_problems[CW_SEVERITY_WARNING],
             report.n_problems[CW_SEVERITY_ASSUMED]);

  return status;
}

static CwExit
run_validate (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (CwReading) reading = { 0 };
  g_autoptr (CwMappingSource) source = NULL;
  GOptionEntry more[CW_N_READING_ENTRIES + 1] = { 0 };
  CwExit status;

  cw_reading_fill_entries (&reading, more);
  if (!cw_command_line_parse (&line, self, CW_TAKES_JSON, more, argc, argv, &status))
    return status;
  if (line.left->len != 1 || line.right != NULL)
    {
      cw_complain (_ ("Name the file to be checked"));
      return cw_command_line_refuse (self);
    }
  if (!cw_reading_check (&reading))
    return cw_command_line_refuse (self);

  source = cw_reading_open (&reading, g_ptr_array_index (line.left, 0));
  if (source == NULL)
    return CW_EXIT_FILE;

  return line.json ? validate_json (source) : validate_text (source);
}

const CwCommand cw_command_validate = {
  "validate",
  N_ ("FILE"),
  N_ ("Check a file with mappings against its specification"),
  N_ ("Reads SSSOM, JSKOS, a table or a whole document’s JSON and says what is wrong with it, one "
      "line a problem: FILE:LINE:COLUMN: SEVERITY: RULE: TEXT. Severities are error, warning and "
      "assumed: what is against the specification and was taken as what was surely meant. With "
      "--strict nothing is assumed. Files of any length are checked in little memory."),
  "  crosswalkctl validate --strict table.sssom.tsv\n"
  "  crosswalkctl validate concordance.json --json",
  run_validate,
};
