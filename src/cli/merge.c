/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/gathered.h"
#include "cli/incoming.h"
#include "cli/output.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  CwReading reading;
  char *prefer;
  CwImportChoice choice;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  cw_reading_clear (&options->reading);
  g_free (options->prefer);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static CwExit
merge_file (CwDocument *document, const char *path, const Options *options)
{
  g_autoptr (CwMappingImport) import = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  CwExit status;

  import = cw_incoming_read (document, path, &options->reading, 0, TRUE, &status);
  if (import == NULL)
    return status;
  cw_incoming_tell_problems (import);
  if (cw_incoming_has_errors (import) && options->reading.strict)
    return CW_EXIT_NO;

  cw_mapping_import_choose_all (import, options->choice);
  counts = cw_incoming_format_counts (import, path);
  if (!cw_document_apply (document, cw_edit_new_import (import), &error))
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  text = g_string_new (counts);
  g_string_append_c (text, '\n');
  status = cw_output_write (text->str, text->len);

  return status == CW_EXIT_OK && cw_incoming_has_errors (import) ? CW_EXIT_NO : status;
}

static CwExit
merge (const CwCommandLine *line, const Options *options)
{
  CwExit status;
  g_autoptr (CwScratch) gathered =
    cw_gathered_open (g_ptr_array_index (line->left, 0), &options->reading, CW_GATHER_WRITABLE,
                      &status);
  g_autoptr (GError) error = NULL;
  gboolean incomplete = FALSE;

  if (gathered == NULL)
    return status;

  for (guint i = 1; i < line->left->len; i++)
    {
      status = merge_file (gathered->document, g_ptr_array_index (line->left, i), options);
      if (status != CW_EXIT_OK && (status != CW_EXIT_NO || options->reading.strict))
        return status;
      incomplete = incomplete || status == CW_EXIT_NO;
    }
  if (!cw_scratch_keep (gathered, options->output, &error))
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  return incomplete ? CW_EXIT_NO : CW_EXIT_OK;
}

static gboolean
check_options (const CwCommandLine *line, Options *options)
{
  if (line->left->len < 2 || line->right != NULL)
    {
      cw_complain (_ ("Name at least two files to merge"));
      return FALSE;
    }
  if (options->output == NULL)
    {
      cw_complain (_ ("Say where the merged document goes with --output"));
      return FALSE;
    }
  if (g_file_test (options->output, G_FILE_TEST_EXISTS))
    {
      /* Translators: %s is a file name */
      cw_complain (_ ("“%s” is there already and is not replaced"), options->output);
      return FALSE;
    }

  return cw_incoming_parse_choice (options->prefer, &options->choice) &&
         cw_reading_check (&options->reading);
}

static CwExit
run_merge (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (Options) options = { .choice = CW_IMPORT_KEEP_BOTH };
  CwExit status;
  GOptionEntry more[CW_N_READING_ENTRIES + 3] = { 0 };
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where the merged document goes; no file is replaced"), N_ ("FILE") },
    { "prefer", 'p', 0, G_OPTION_ARG_STRING, &options.prefer,
      N_ ("What to do where they differ: keep that of the first (mine), take that of the later "
          "(theirs), or keep both as disputed (as it is without this)"),
      "mine|theirs|both" },
  };

  cw_reading_fill_entries (&options.reading, more);
  memcpy (more + CW_N_READING_ENTRIES, own, sizeof own);
  if (!cw_command_line_parse (&line, self, 0, more, argc, argv, &status))
    return status;
  if (!check_options (&line, &options))
    return cw_command_line_refuse (self);

  return merge (&line, &options);
}

const CwCommand cw_command_merge = {
  "merge",
  /* Translators: stands for several files in the help of the command line */
  N_ ("FILE FILE…"),
  N_ ("Bring the mappings of several documents or files together"),
  N_ ("Makes a new document with the mappings of the first and of all others; the files themselves "
      "stay as they are. Where two say different things of the same two items, both stay and are "
      "marked as disputed, unless --prefer says otherwise."),
  "  crosswalkctl merge mine.crosswalk hers.crosswalk --output both.crosswalk\n"
  "  crosswalkctl merge study.crosswalk a.csv b.sssom.tsv --prefer theirs -o merged.crosswalk",
  run_merge,
};
