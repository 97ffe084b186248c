/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/findings.h"
#include "cli/json-values.h"
#include "cli/output.h"
#include "cli/user-languages.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct
{
  gboolean all;
  gboolean strict;
} Options;

/* Opening checks the file's form and content; asked again, it answers for the open document. */
static CwCheckReport *
check_document (CwDocument *document, GError **error)
{
  if (document == NULL || !cw_document_check (document, error))
    return NULL;

  return cw_document_run_checks (document, error);
}

/* @view is NULL where there is a @problem. */
static CwExit
write_json (const char *name, const char *problem, const CwFindingsView *view)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "file", name);
  cw_json_printer_key (printer, "sound");
  cw_json_printer_boolean (printer, problem == NULL);
  cw_json_printer_member_string (printer, "problem", problem);
  if (view != NULL)
    cw_findings_print_json (view, printer);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

static CwExit
write_text (const char *name, const CwFindingsView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %s is a file name */
  g_string_append_printf (text, _ ("%s is sound\n"), name);
  cw_findings_append_text (view, name, text);

  return cw_output_write (text->str, text->len);
}

static CwExit
write_report (CwDocument *document,
              CwCheckReport *report,
              const CwCommandLine *line,
              const Options *options)
{
  g_autofree char *name = g_filename_display_name (g_ptr_array_index (line->left, 0));
  g_auto (GStrv) own = cw_user_languages_get ();
  char **languages = line->languages != NULL ? line->languages : own;
  const CwFindingsView view = { document, report, (const char *const *) languages, options->all };
  CwExit status = line->json ? write_json (name, NULL, &view) : write_text (name, &view);

  return status == CW_EXIT_OK && options->strict && report->n_open > 0 ? CW_EXIT_NO : status;
}

/* What is wrong has been told already. */
static CwExit
write_problem (const char *path, const char *problem, const CwCommandLine *line)
{
  g_autofree char *name = g_filename_display_name (path);
  CwExit status;

  /* A file that is not there or may not be read is neither sound nor unsound. */
  if (g_access (path, R_OK) < 0)
    return CW_EXIT_FILE;

  status = line->json ? write_json (name, problem, NULL) : CW_EXIT_OK;
  return status == CW_EXIT_OK ? CW_EXIT_NO : status;
}

static CwExit
run_check (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_autoptr (CwOpenDocument) document = NULL;
  g_autoptr (CwCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Options options = { FALSE, FALSE };
  CwExit status;
  const GOptionEntry more[] = {
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all,
      N_ ("Print findings too that were marked as intended"), NULL },
    { "strict", 's', 0, G_OPTION_ARG_NONE, &options.strict,
      N_ ("Exit with 1 where there are findings that are not intended"), NULL },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, CW_TAKES_JSON | CW_TAKES_LANGUAGES, more, argc, argv,
                              &status))
    return status;
  if (line.left->len != 1 || line.right != NULL)
    {
      cw_complain (_ ("Name one file"));
      return cw_command_line_refuse (self);
    }

  document = cw_document_open (g_ptr_array_index (line.left, 0), TRUE, &error);
  report = check_document (document, &error);
  if (report != NULL)
    return write_report (document, report, &line, &options);

  cw_complain ("%s", error->message);
  return write_problem (g_ptr_array_index (line.left, 0), error->message, &line);
}

const CwCommand cw_command_check = {
  "check",
  /* Translators: stands for a file name in the help of the command line */
  N_ ("FILE"),
  N_ ("Say whether a document is sound, and what it contradicts itself in"),
  N_ ("Reads a whole document and says whether it is sound. Then it looks through the mappings for "
      "what cannot be, or should not be left: the same pair twice, an item that is the same as two "
      "of one list, a part that contains its whole, a review without grounds, and the like. Each "
      "finding is a line, with its mappings below it. The file is not changed."),
  "  crosswalkctl check study.crosswalk\n"
  "  crosswalkctl check --strict study.crosswalk && cp study.crosswalk backup/",
  run_check,
};
