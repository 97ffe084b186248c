/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/gathered.h"
#include "cli/output.h"
#include "workspace/document-json.h"
#include "workspace/export.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  CwReading reading;
  char *to;
} Options;

static void
options_clear (Options *options)
{
  cw_reading_clear (&options->reading);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What comes out: a table in a format, or all of a document. */
typedef struct
{
  const CwConcordanceFormat *format;
  gboolean json;
  gboolean document;
} Target;

/* The longest suffix that fits: "a.sssom.tsv" is SSSOM. */
static const CwConcordanceFormat *
find_suffix (const char *path)
{
  const CwConcordanceFormat *best = NULL;

  for (guint i = 0; cw_concordance_format_get (i) != NULL; i++)
    {
      const CwConcordanceFormat *format = cw_concordance_format_get (i);
      g_autofree char *suffix = g_strconcat (".", format->suffix, NULL);

      if (g_str_has_suffix (path, suffix) &&
          (best == NULL || strlen (format->suffix) > strlen (best->suffix)))
        best = format;
    }

  return best;
}

static gboolean
find_target (const char *path, const char *to, Target *target)
{
  g_autofree char *keys = cw_concordance_format_list_keys ();

  target->json = g_strcmp0 (to, "json") == 0;
  target->document = g_strcmp0 (to, "crosswalk") == 0;
  if (to != NULL)
    target->format = cw_concordance_format_find (to);
  else
    {
      target->format = find_suffix (path);
      target->document = g_str_has_suffix (path, ".crosswalk");
      target->json = target->format == NULL && g_str_has_suffix (path, ".json");
    }
  if (target->format != NULL || target->json || target->document)
    return TRUE;

  if (to != NULL)
    /* Translators: the first %s is what was typed, the second the words that are known */
    cw_complain (_ ("There is no format “%s”; there are %s, json, crosswalk"), to, keys);
  else
    /* Translators: the first %s is a file name, the second the words that are known */
    cw_complain (_ ("The name of “%s” does not say what it is to be; say it with --to: %s, json, "
                    "crosswalk"),
                 path, keys);

  return FALSE;
}

static gboolean
write_stream (CwDocument *document, CwExport *settings, GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return settings != NULL ? cw_document_export_to_stream (document, settings, stream, error)
                          : cw_document_export_json_to_stream (document, stream, error);
}

static gboolean
write_target (CwScratch *gathered,
              const char *path,
              const Target *target,
              const CwCommandLine *line,
              GError **error)
{
  static const char *const official[] = { NULL };
  const char *const *languages = (const char *const *) line->languages;
  GPtrArray *lists = cw_document_get_lists (gathered->document);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CwExport *settings = NULL;

  if (target->document)
    return cw_scratch_keep (gathered, path, error);

  if (!target->json)
    settings =
      cw_export_new (target->format, lists, lists, languages != NULL ? languages : official, FALSE);
  if (g_str_equal (path, "-"))
    return write_stream (gathered->document, settings, error);

  return target->json ? cw_document_export_json (gathered->document, file, NULL, error)
                      : cw_document_export (gathered->document, settings, file, NULL, error);
}

static CwExit
convert (const CwCommandLine *line, const Options *options, const Target *target)
{
  const char *path = g_ptr_array_index (line->left, 1);
  CwExit status;
  g_autoptr (CwScratch) gathered =
    cw_gathered_open (g_ptr_array_index (line->left, 0), &options->reading, CW_GATHER_INCOMPLETE,
                      &status);
  g_autoptr (GError) error = NULL;

  if (gathered == NULL)
    return status;
  if (write_target (gathered, path, target, line, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return status;

  /* Translators: the first %s is a file name, the second the system's reason */
  cw_complain (_ ("“%s” cannot be written: %s"), path, error->message);

  return CW_EXIT_FILE;
}

static gboolean
check_options (const CwCommandLine *line, const Options *options, Target *target)
{
  const char *path;

  if (line->left->len != 2 || line->right != NULL)
    {
      cw_complain (_ ("Name the file that there is and the one to be made"));
      return FALSE;
    }

  path = g_ptr_array_index (line->left, 1);
  if (!find_target (path, options->to, target) || !cw_reading_check (&options->reading))
    return FALSE;
  if (cw_is_same_file (g_ptr_array_index (line->left, 0), path))
    {
      /* Translators: %s is a file name */
      cw_complain (_ ("“%s” would be read and written at once"), path);
      return FALSE;
    }
  if (target->document && (g_str_equal (path, "-") || g_file_test (path, G_FILE_TEST_EXISTS)))
    {
      /* Translators: %s is a file name */
      cw_complain (g_str_equal (path, "-")
                     ? _ ("A document needs a file of its own: %s is standard output")
                     : _ ("“%s” is there already and is not replaced"),
                   path);
      return FALSE;
    }

  return TRUE;
}

static CwExit
run_convert (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (Options) options = { 0 };
  Target target = { 0 };
  CwExit status;
  GOptionEntry more[CW_N_READING_ENTRIES + 2] = { 0 };
  const GOptionEntry own[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &options.to,
      N_ ("What it becomes, where its name does not say: the formats of export, json or crosswalk"),
      N_ ("FORMAT") },
  };

  cw_reading_fill_entries (&options.reading, more);
  memcpy (more + CW_N_READING_ENTRIES, own, sizeof own);
  if (!cw_command_line_parse (&line, self, CW_TAKES_LANGUAGES, more, argc, argv, &status))
    return status;
  if (!check_options (&line, &options, &target))
    return cw_command_line_refuse (self);

  return convert (&line, &options, &target);
}

const CwCommand cw_command_convert = {
  "convert",
  /* Translators: stands for two files in the help of the command line; one is read, one written */
  N_ ("IN OUT"),
  N_ ("Turn a file with mappings into another format"),
  N_ ("Reads mappings from a table, SSSOM, JSKOS, JSON or a document and writes them in any format "
      "of export, as a whole document’s JSON, or as a document; what it becomes, its name says, or "
      "--to. - stands for standard input and output. Items that no list of the program has get "
      "lists of their own. Rows that are not clear stay out and are told of; with --strict nothing "
      "is written then."),
  "  crosswalkctl convert pairs.xlsx pairs.sssom.tsv --left cn-future-2024 --right us-cet-2024\n"
  "  crosswalkctl convert colleague.sssom.tsv colleague.crosswalk\n"
  "  crosswalkctl convert study.crosswalk - --to markdown --languages en,zh-Hans",
  run_convert,
};
