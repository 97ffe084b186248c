/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/document-source.h"
#include "cli/output.h"
#include "cli/sides.h"
#include "workspace/list-edit.h"
#include "workspace/list-file.h"
#include "workspace/list-names.h"
#include "workspace/starter.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct
{
  char *format;
  char *output;
  char *title;
  char *jurisdiction;
  char *issued;
  char *language;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->title);
  g_free (options->jurisdiction);
  g_free (options->issued);
  g_free (options->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static CwExit
write_output (CwList *list, CwListFileFormat format)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) error = NULL;

  if (cw_list_file_write (list, format, stream, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return CW_EXIT_OK;

  cw_complain (_ ("Standard output cannot be written: %s"), error->message);
  return CW_EXIT_FILE;
}

static CwExit
write_file (CwList *list, CwListFileFormat format, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (cw_list_file_save (list, format, file, &error))
    return CW_EXIT_OK;

  /* Translators: the first %s is a file name, the second the system's reason */
  cw_complain (_ ("“%s” cannot be written: %s"), path, error->message);
  return CW_EXIT_FILE;
}

static CwExit
export_list (const CwCommand *self, const CwCommandLine *line, const Options *options)
{
  g_autoptr (CwOpenDocument) document = NULL;
  CwListFileFormat format = CW_LIST_FILE_JSON;
  CwList *list;

  if (options->format != NULL && !cw_list_file_format_from_key (options->format, &format))
    {
      /* Translators: the first %s is what was typed, the second the keys that are known */
      cw_complain (_ ("There is no format “%s”; there are %s"), options->format,
                   "json, csv, jskos");
      return cw_command_line_refuse (self);
    }

  document = cw_document_source_open (line->document);
  if (document == NULL)
    return CW_EXIT_FILE;
  list = cw_sides_find_list (document, g_ptr_array_index (line->left, 1));
  if (list == NULL)
    return CW_EXIT_USAGE;

  return options->output != NULL && !g_str_equal (options->output, "-")
           ? write_file (list, format, options->output)
           : write_output (list, format);
}

static void
set_string (char **field, const char *value)
{
  if (value == NULL)
    return;

  g_free (*field);
  *field = g_strdup (value);
}

static void
complete_card (CwListCard *card, CwDocument *document, const Options *options)
{
  const char *title;

  set_string (&card->official_language, options->language);
  set_string (&card->jurisdiction, options->jurisdiction);
  set_string (&card->issued, options->issued);
  if (options->title != NULL)
    {
      cw_text_set (card->short_title, card->official_language, options->title);
      cw_text_set (card->title, card->official_language, options->title);
    }

  title = cw_text_choose (card->short_title, NULL);
  if (card->key == NULL || cw_document_find_list (document, card->key) != NULL)
    {
      g_free (card->key);
      card->key = cw_document_make_list_key (document, card->jurisdiction,
                                             title != NULL ? title : "", card->issued);
    }
}

/* There is no preview here, so what a table holds beside the list is told. */
static void
tell_left_out (GString *said, CwListImport *import)
{
  for (guint i = 0; i < cw_list_import_get_n_columns (import); i++)
    {
      const char *heading = cw_list_import_get_heading (import, i);
      const CwListColumn *column = cw_list_plan_get_column (cw_list_import_get_plan (import), i);

      if (column->role != CW_ROLE_IGNORE || *cw_list_import_get_sample (import, i) == '\0')
        continue;
      /* Translators: %1$u is the number of a table's column, %2$s its heading */
      g_string_append_printf (said, _ ("Left out: column %1$u “%2$s”"), i + 1, heading);
      g_string_append_c (said, '\n');
    }
}

static CwExit
import_into (CwDocument *document, CwListImport *import, const Options *options)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwListDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  guint n_items;

  complete_card (cw_list_import_get_card (import), document, options);
  draft = cw_list_import_read (import, problems);
  for (guint i = 0; i < problems->len; i++)
    cw_complain ("%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return CW_EXIT_FILE;

  cw_document_set_author (document, g_get_real_name (), NULL);
  if (!cw_document_apply (document, cw_edit_new_list (draft, CW_STEP_LIST_IMPORT), &error))
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  n_items = cw_list_draft_get_n_items (draft);
  g_string_append_printf (
    said,
    /* Translators: %1$s is a list's name for files, %2$u how many items it has */
    g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u item\n", "%1$s: %2$u items\n", n_items),
    draft->card->key, n_items);
  if (cw_list_import_get_format (import) == CW_LIST_FILE_CSV)
    tell_left_out (said, import);

  return cw_output_write (said->str, said->len);
}

static CwExit
import_list (const CwCommandLine *line, const Options *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_ptr_array_index (line->left, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (CwListImport) import =
    cw_list_import_open (file, options->language != NULL ? options->language : "en", &error);
  CwDocument *document;
  CwExit status;

  if (import == NULL)
    {
      cw_complain ("%s", error->message);
      return CW_EXIT_FILE;
    }

  document = cw_document_source_open_to_write (line->document);
  if (document == NULL)
    return CW_EXIT_FILE;
  status = import_into (document, import, options);
  cw_document_close (document);
  g_object_unref (document);

  return status;
}

static CwExit
run_list (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (Options) options = { 0 };
  CwExit status;
  const GOptionEntry more[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("json, csv or jskos"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write this file, not standard output"), N_ ("FILE") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title,
      N_ ("Title of an imported list, where the file does not tell"), N_ ("TITLE") },
    { "jurisdiction", 'j', 0, G_OPTION_ARG_STRING, &options.jurisdiction,
      N_ ("Its jurisdiction: two letters, XA for none"), N_ ("CODE") },
    { "issued", 'i', 0, G_OPTION_ARG_STRING, &options.issued, N_ ("Its date"), N_ ("YYYY-MM-DD") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Its official language"),
      N_ ("TAG") },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, CW_TAKES_DOCUMENT, more, argc, argv, &status))
    return status;

  if (line.left->len == 2 && line.right == NULL)
    {
      const char *verb = g_ptr_array_index (line.left, 0);

      if (g_str_equal (verb, "export"))
        return export_list (self, &line, &options);
      if (g_str_equal (verb, "import"))
        return import_list (&line, &options);
    }

  cw_complain (_ ("Say “export” and a list, or “import” and a file"));
  return cw_command_line_refuse (self);
}

const CwCommand cw_command_list = {
  "list",
  /* Translators: stands for what follows a command in its help; “export” and “import” stay */
  N_ ("export LIST | import FILE"),
  N_ ("Write a list as a file, or add one from a file"),
  N_ ("Writes one list as the program’s own JSON, which keeps everything, as CSV, or as a JSKOS "
      "concept scheme; or adds a list from such a file to a document. The columns of a table are "
      "told by their headings, and those that are not known are left out; every problem is named "
      "with its place, and nothing is added then."),
  "  crosswalkctl list export us-cet-2024 --format jskos --output cet.json\n"
  "  crosswalkctl list export cn-sei-2018 --format csv\n"
  "  crosswalkctl list import technologies.csv --title \"My list\" --language ja --document study.crosswalk",
  run_list,
};
