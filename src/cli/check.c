/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/json-values.h"
#include "cli/output.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Opening checks the file's form and content; asked again, it answers for the open document. */
static gboolean
check_document (const char *path, GError **error)
{
  g_autoptr (CwOpenDocument) document = cw_document_open (path, TRUE, error);

  return document != NULL && cw_document_check (document, error);
}

static CwExit
write_answer (const char *path, gboolean json, const char *problem)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (CwJsonPrinter) printer = NULL;
  g_autofree char *text = NULL;

  if (json)
    {
      printer = cw_json_printer_new ();
      cw_json_printer_begin_object (printer);
      cw_json_values_print_text (printer, "file", name);
      cw_json_printer_key (printer, "sound");
      cw_json_printer_boolean (printer, problem == NULL);
      cw_json_values_print_text (printer, "problem", problem);
      cw_json_printer_end_object (printer);
      return cw_output_write_json (printer);
    }

  if (problem != NULL)
    return CW_EXIT_OK;

  /* Translators: %s is a file name */
  text = g_strdup_printf (_ ("%s is sound\n"), name);
  return cw_output_write (text, strlen (text));
}

static CwExit
run_check (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autoptr (GError) error = NULL;
  const char *path;
  CwExit status;

  if (!cw_command_line_parse (&line, self, CW_TAKES_JSON, NULL, argc, argv, &status))
    return status;
  if (line.left->len != 1 || line.right != NULL)
    {
      cw_complain (_ ("Name one file"));
      return cw_command_line_refuse (self);
    }

  path = g_ptr_array_index (line.left, 0);
  if (check_document (path, &error))
    return write_answer (path, line.json, NULL);

  cw_complain ("%s", error->message);
  /* A file that is not there or may not be read is neither sound nor unsound. */
  if (g_access (path, R_OK) < 0)
    return CW_EXIT_FILE;

  status = write_answer (path, line.json, error->message);
  return status == CW_EXIT_OK ? CW_EXIT_NO : status;
}

const CwCommand cw_command_check = {
  "check",
  /* Translators: stands for a file name in the help of the command line */
  N_ ("FILE"),
  N_ ("Say whether a document is sound"),
  N_ ("Reads a whole document and says whether it is sound. The file is not changed."),
  "  crosswalkctl check study.crosswalk\n"
  "  crosswalkctl check study.crosswalk && cp study.crosswalk backup/",
  run_check,
};
