/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/coding-option.h"
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/incoming.h"
#include "cli/json-values.h"
#include "cli/output.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  CwReading reading;
  char *coding;
  char *prefer;
  CwImportChoice choice;
  gboolean new_items;
  gboolean dry_run;
} Options;

static void
options_clear (Options *options)
{
  cw_reading_clear (&options->reading);
  g_free (options->coding);
  g_free (options->prefer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static CwExit
print_json (CwMappingImport *import, gboolean done)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();
  CwImportOutcome outcome;

  cw_mapping_import_count_outcome (import, &outcome);
  cw_json_printer_begin_object (printer);
  for (CwImportState i = 0; i < CW_N_IMPORT_STATES; i++)
    cw_json_printer_member_integer (printer, cw_import_state_to_key (i),
                                    cw_mapping_import_count (import, i));
  cw_json_printer_member_integer (printer, "new_items", outcome.items);
  cw_json_printer_member_integer (printer, "imported",
                                  done ? cw_mapping_import_count_wanted (import) : 0);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

static CwExit
print_result (CwMappingImport *import, const char *file, const CwCommandLine *line, gboolean done)
{
  g_autofree char *counts = cw_incoming_format_counts (import, file);
  g_autoptr (GString) text = g_string_new (counts);
  guint n = done ? cw_mapping_import_count_wanted (import) : 0;

  if (line->json)
    return print_json (import, done);

  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          /* Translators: %u is how many mappings an import changed */
                          g_dngettext (GETTEXT_PACKAGE, "%u mapping imported\n",
                                       "%u mappings imported\n", n),
                          n);

  return cw_output_write (text->str, text->len);
}

static CwExit
import_into (CwDocument *document, const CwCommandLine *line, const Options *options)
{
  const char *path = g_ptr_array_index (line->left, 0);
  g_autoptr (CwMappingImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gint64 coding_id = 0;
  gboolean refused;
  CwExit status;

  if (!cw_coding_option_find (document, options->coding, &coding_id))
    return CW_EXIT_USAGE;
  import =
    cw_incoming_read (document, path, &options->reading, coding_id, options->new_items, &status);
  if (import == NULL)
    return status;

  cw_incoming_tell_problems (import);
  cw_mapping_import_choose_all (import, options->choice);
  refused = cw_incoming_has_errors (import);
  if (!options->dry_run && !(refused && options->reading.strict) &&
      !cw_document_apply (document, cw_edit_new_import (import), &error))
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  status =
    print_result (import, path, line, !options->dry_run && !(refused && options->reading.strict));

  return status == CW_EXIT_OK && refused ? CW_EXIT_NO : status;
}

static gboolean
check_options (const CwCommandLine *line, Options *options)
{
  if (line->left->len != 1 || line->right != NULL)
    {
      cw_complain (_ ("Name the file with the mappings"));
      return FALSE;
    }

  return cw_incoming_parse_choice (options->prefer, &options->choice) &&
         cw_reading_check (&options->reading);
}

static CwExit
run_import (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (Options) options = { .choice = CW_IMPORT_KEEP_MINE };
  CwDocument *document;
  CwExit status;
  GOptionEntry more[CW_N_READING_ENTRIES + 5] = { 0 };
  const GOptionEntry own[] = {
    { "prefer", 'p', 0, G_OPTION_ARG_STRING, &options.prefer,
      N_ ("What to do where file and document differ: keep mine (as it is without this), take "
          "theirs, or keep both as disputed"),
      "mine|theirs|both" },
    { "new-items", 'n', 0, G_OPTION_ARG_NONE, &options.new_items,
      N_ ("Make items that no list has, in lists of your own"), NULL },
    { "coding", 'c', 0, G_OPTION_ARG_STRING, &options.coding,
      N_ ("Import into this coding, not into the agreed mapping"), N_ ("CODING") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Only say what would be done"),
      NULL },
  };

  cw_reading_fill_entries (&options.reading, more);
  memcpy (more + CW_N_READING_ENTRIES, own, sizeof own);
  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_JSON, more, argc, argv,
                              &status))
    return status;
  if (!check_options (&line, &options))
    return cw_command_line_refuse (self);

  document = cw_document_source_open_to_write (line.document);
  if (document == NULL)
    return CW_EXIT_FILE;
  status = import_into (document, &line, &options);
  cw_document_source_close (document);

  return status;
}

const CwCommand cw_command_import = {
  "import",
  N_ ("FILE"),
  N_ ("Take mappings of a file into a document"),
  N_ ("Takes the mappings of a table (CSV, tab-separated or a workbook), of SSSOM, JSKOS, a whole "
      "document’s JSON or another document into a document, as one step that the window can undo. "
      "What is wrong with the file is said on standard error, a line each; rows that are not clear "
      "stay out. With --strict nothing is imported where anything breaks the file’s specification. "
      "Importing a file twice changes nothing the second time."),
  "  crosswalkctl import table.csv --document study.crosswalk --dry-run\n"
  "  crosswalkctl import colleague.sssom.tsv --document study.crosswalk --prefer both\n"
  "  crosswalkctl import pairs.xlsx --sheet Pairs --left cn-future-2024 --right us-cet-2024\n"
  "  crosswalkctl import codes.csv --column 1=left_code --column 3=right_code --relation related "
  "--left cn-future-2024 --right us-cet-2024",
  run_import,
};
