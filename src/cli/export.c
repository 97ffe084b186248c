/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/export.h"

#include "cli/coding-option.h"
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/output.h"
#include "cli/sides.h"
#include "workspace/document-json.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct
{
  char *format;
  char *output;
  char *coding;
  char *metadata;
  char *columns;
  char **column_keys; /* of columns */
  gboolean unmapped;
  gboolean no_condense;
  gboolean hashes;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->coding);
  g_free (options->metadata);
  g_free (options->columns);
  g_strfreev (options->column_keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The whole document is no table, and has a form of its own. */
static gboolean
is_everything (const Options *options)
{
  return g_strcmp0 (options->format, "json") == 0;
}

static const CwConcordanceFormat *
find_format (const Options *options)
{
  g_autofree char *tables = cw_concordance_format_list_keys ();
  g_autofree char *keys = g_strconcat (tables, ", json", NULL);
  const CwConcordanceFormat *format;

  if (options->format == NULL)
    {
      cw_complain (_ ("Say which format with --format: %s"), keys);
      return NULL;
    }
  format = cw_concordance_format_find (options->format);
  /* Translators: the first %s is what was typed, the second the keys that are known */
  if (format == NULL)
    cw_complain (_ ("There is no format “%s”; there are %s"), options->format, keys);

  return format;
}

/* All lists on both sides stand for the whole document. */
static gboolean
find_sides (CwSides *sides, CwDocument *document, const CwCommandLine *line)
{
  if (line->left->len > 0 || line->right != NULL)
    return cw_sides_find (sides, document, line);

  sides->left = g_ptr_array_ref (cw_document_get_lists (document));
  sides->right = g_ptr_array_ref (cw_document_get_lists (document));

  return TRUE;
}

static gboolean
has_sssom_options (const Options *options)
{
  return options->metadata != NULL || options->no_condense || options->hashes;
}

/* Takes the keys apart; whether the format has them all, and each once. */
static gboolean
check_columns (Options *options, const CwConcordanceFormat *format)
{
  g_autofree char *known = cw_concordance_format_list_columns (format);

  if (options->columns == NULL)
    return TRUE;
  if (*known == '\0')
    {
      /* Translators: %s is the key of a file format */
      cw_complain (_ ("--columns does not go with %s, which names its fields itself"), format->key);
      return FALSE;
    }

  options->column_keys = g_strsplit (*options->columns != '\0' ? options->columns : " ", ",", -1);
  for (guint i = 0; options->column_keys[i] != NULL; i++)
    {
      const char *key = g_strstrip (options->column_keys[i]);

      if (!cw_concordance_format_has_column (format, key))
        {
          /* Translators: the first %s is what was typed, the second a file format, the third the
           * keys that are known */
          cw_complain (_ ("There is no column “%s” to choose for %s; there are %s"), key,
                       format->key, known);
          return FALSE;
        }
      for (guint j = 0; j < i; j++)
        {
          if (g_str_equal (options->column_keys[j], key))
            {
              cw_complain (_ ("The column “%s” is named twice"), key);
              return FALSE;
            }
        }
    }

  return TRUE;
}

/* Whether no option contradicts another. */
static gboolean
check_options (const Options *options, const CwConcordanceFormat *format)
{
  if (has_sssom_options (options) && !g_str_equal (format->key, "sssom"))
    {
      cw_complain (_ ("--metadata, --no-condense and --hashes are only for --format sssom"));
      return FALSE;
    }
  if (options->unmapped && format->mappings_only)
    {
      /* Translators: %s is the key of a file format */
      cw_complain (_ ("--unmapped does not go with %s, which has no place for items without a "
                      "mapping"),
                   format->key);
      return FALSE;
    }
  if (g_strcmp0 (options->metadata, "-") == 0)
    {
      cw_complain (_ ("Metadata need a file of their own: name it after --metadata"));
      return FALSE;
    }

  return TRUE;
}

/* Whether what is written stands in the way neither of the document nor of each other. */
static gboolean
check_file (CwDocument *document, const char *path)
{
  if (path == NULL || !cw_is_same_file (path, cw_document_get_path (document)))
    return TRUE;

  cw_complain (_ ("“%s” is the document itself"), path);
  return FALSE;
}

static gboolean
check_files (CwDocument *document, const Options *options)
{
  if (!check_file (document, options->output) || !check_file (document, options->metadata))
    return FALSE;
  if (options->output != NULL && options->metadata != NULL &&
      (g_str_equal (options->output, options->metadata) ||
       cw_is_same_file (options->output, options->metadata)))
    {
      cw_complain (_ ("Table and metadata cannot both be “%s”"), options->output);
      return FALSE;
    }

  return TRUE;
}

static void
set_sssom (CwExport *settings, const Options *options)
{
  g_autoptr (GFile) metadata =
    options->metadata != NULL ? g_file_new_for_path (options->metadata) : NULL;

  cw_export_set_sssom (settings, options->no_condense, options->hashes, metadata);
}

static CwExit
tell_outcome (gboolean written, const char *path, const GError *error)
{
  if (written || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return CW_EXIT_OK;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    cw_complain ("%s", error->message);
  else if (path != NULL)
    /* Translators: the first %s is a file name, the second the system's reason */
    cw_complain (_ ("“%s” cannot be written: %s"), path, error->message);
  else
    cw_complain (_ ("Standard output cannot be written: %s"), error->message);

  return CW_EXIT_FILE;
}

static gboolean
is_to_file (const Options *options)
{
  return options->output != NULL && !g_str_equal (options->output, "-");
}

/* Who has an unfinished coding is known by their name in the system. */
static CwExit
export_everything (const CwCommandLine *line, const Options *options)
{
  g_autoptr (CwOpenDocument) document = cw_document_source_open (line->document);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (document == NULL)
    return CW_EXIT_FILE;
  if (!check_file (document, options->output))
    return CW_EXIT_USAGE;

  cw_document_set_author (document, g_get_real_name (), NULL);
  if (is_to_file (options))
    {
      file = g_file_new_for_path (options->output);
      written = cw_document_export_json (document, file, NULL, &error);
      return tell_outcome (written, options->output, error);
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  written = cw_document_export_json_to_stream (document, stream, &error);

  return tell_outcome (written, NULL, error);
}

static CwExit
check_everything (const CwCommand *self, const CwCommandLine *line, const Options *options)
{
  if (line->left->len == 0 && line->right == NULL && line->languages == NULL &&
      options->coding == NULL && !options->unmapped && !has_sssom_options (options))
    return export_everything (line, options);

  cw_complain (_ ("--format json writes the whole document: it takes no lists, and of the options "
                  "only --document and --output"));
  return cw_command_line_refuse (self);
}

static CwExit
export_to_output (CwDocument *document, CwExport *settings)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) error = NULL;
  gboolean written = cw_document_export_to_stream (document, settings, stream, &error);

  return tell_outcome (written, NULL, error);
}

static CwExit
export_to_file (CwDocument *document, CwExport *settings, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean written = cw_document_export (document, settings, file, NULL, &error);

  return tell_outcome (written, path, error);
}

static CwExit
export_document (CwDocument *document,
                 const CwSides *sides,
                 const CwConcordanceFormat *format,
                 const CwCommandLine *line,
                 const Options *options)
{
  static const char *const official[] = { NULL };
  const char *const *languages = (const char *const *) line->languages;
  CwExport *settings;
  gint64 coding_id = 0;

  if (!cw_coding_option_find (document, options->coding, &coding_id))
    return CW_EXIT_USAGE;
  if (!check_files (document, options))
    return CW_EXIT_USAGE;

  settings = cw_export_new (format, sides->left, sides->right,
                            languages != NULL ? languages : official, options->unmapped);
  settings->coding_id = coding_id;
  cw_export_set_columns (settings, (const char *const *) options->column_keys);
  if (has_sssom_options (options))
    set_sssom (settings, options);

  return is_to_file (options) ? export_to_file (document, settings, options->output)
                              : export_to_output (document, settings);
}

static CwExit
run_export (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (Options) options = { 0 };
  g_auto (CwSides) sides = { 0 };
  g_autoptr (CwOpenDocument) document = NULL;
  const CwConcordanceFormat *format;
  CwExit status;
  const GOptionEntry more[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("csv, csv-bom (for Microsoft Excel), tsv, xlsx, pdf, html, markdown, latex, sssom, "
          "jskos, jskos-ndjson, turtle or json (everything)"),
      /* Translators: stands for a file format in the help of the command line */
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write this file, not standard output"), N_ ("FILE") },
    { "unmapped", 'u', 0, G_OPTION_ARG_NONE, &options.unmapped,
      N_ ("Write a row for each item of which nothing is said too"), NULL },
    { "coding", 'c', 0, G_OPTION_ARG_STRING, &options.coding,
      N_ ("Write this coding, not the agreed mapping"), N_ ("CODING") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options.columns,
      N_ ("Write these columns in this order; PDF, HTML, Markdown and LaTeX take what they may be "
          "without"),
      /* Translators: stands for the keys of columns in the help of the command line */
      N_ ("KEY,KEY…") },
    { "metadata", 0, 0, G_OPTION_ARG_FILENAME, &options.metadata,
      N_ ("With sssom: write the metadata into this file, not above the table"), N_ ("FILE") },
    { "no-condense", 0, 0, G_OPTION_ARG_NONE, &options.no_condense,
      N_ ("With sssom: repeat in each row what all rows share"), NULL },
    { "hashes", 0, 0, G_OPTION_ARG_NONE, &options.hashes,
      N_ ("With sssom: add each row’s record hash and mapping sameness identifier"), NULL },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT | CW_TAKES_LANGUAGES, more, argc, argv,
                              &status))
    return status;
  if (is_everything (&options))
    return check_everything (self, &line, &options);
  format = find_format (&options);
  if (format == NULL || !check_options (&options, format) || !check_columns (&options, format))
    return cw_command_line_refuse (self);

  document = cw_document_source_open (line.document);
  if (document == NULL)
    return CW_EXIT_FILE;
  if (!find_sides (&sides, document, &line))
    return CW_EXIT_USAGE;

  return export_document (document, &sides, format, &line, &options);
}

const CwCommand cw_command_export = {
  "export",
  /* Translators: stands for the lists of the two sides in the help of the command line; “--” stays */
  N_ ("[LEFT… -- RIGHT…]"),
  N_ ("Write the table of correspondences as a file"),
  N_ ("Writes the table of correspondences between the lists on the left and those on the right; "
      "where no list is named, everything in the document. Without --languages each label is in "
      "the words of the document itself. The format json is not a table but all that the document "
      "holds except its history, for version control: see “crosswalkctl new --help”."),
  "  crosswalkctl export --format csv --output all.csv\n"
  "  crosswalkctl export --format tsv cn-future-2024 -- us-cet-2024 --languages en,zh-Hans\n"
  "  crosswalkctl export --format csv --columns left_code,relation,right_code\n"
  "  crosswalkctl export --format html --languages en,ja --output table.html\n"
  "  crosswalkctl export --format csv-bom --unmapped --output excel.csv cn-future-2024 -- us-eft-2018\n"
  "  crosswalkctl export --format sssom --languages en --output table.sssom.tsv\n"
  "  crosswalkctl export --format jskos --output concordance.json cn-future-2024 -- us-eft-2018\n"
  "  crosswalkctl export --format json --document study.crosswalk --output study.json",
  run_export,
};
