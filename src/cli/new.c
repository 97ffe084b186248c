/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"
#include "cli/output.h"
#include "workspace/document-json.h"
#include "workspace/starter.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define SUFFIX ".crosswalk"

typedef struct
{
  char *from;
  char *title;
  gboolean empty;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->from);
  g_free (options->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GBytes *
read_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
make_from_input (const char *path, const char *title, GError **error)
{
  g_autoptr (GBytes) bytes = read_input (error);

  return bytes != NULL &&
         cw_document_import_json_bytes (bytes, "-", path, CW_JSON_IMPORT_NEW, title, NULL, error);
}

static gboolean
make_from_file (const char *path, const char *from, const char *title, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (from);

  return cw_document_import_json (file, path, CW_JSON_IMPORT_NEW, title, NULL, error);
}

/* Without a title, the document is called what its file is called. */
static gboolean
make_starter (const char *path, const Options *options, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title =
    options->title != NULL ? g_strdup (options->title) : g_filename_display_name (name);

  if (options->title == NULL && g_str_has_suffix (title, SUFFIX) &&
      strlen (title) > strlen (SUFFIX))
    title[strlen (title) - strlen (SUFFIX)] = '\0';

  return cw_starter_create_new_document (path, title,
                                         options->empty ? CW_STARTER_EMPTY : CW_STARTER_MAPPED,
                                         error);
}

static CwExit
make_document (const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  gboolean made;

  if (options->from == NULL)
    made = make_starter (path, options, &error);
  else if (g_str_equal (options->from, "-"))
    made = make_from_input (path, options->title, &error);
  else
    made = make_from_file (path, options->from, options->title, &error);
  if (made)
    return CW_EXIT_OK;

  cw_complain ("%s", error->message);
  return CW_EXIT_FILE;
}

static CwExit
run_new (const CwCommand *self, int argc, char **argv)
{
  g_auto (CwCommandLine) line = { 0 };
  g_auto (Options) options = { 0 };
  CwExit status;
  const char *path;
  const GOptionEntry more[] = {
    { "from", 'f', 0, G_OPTION_ARG_FILENAME, &options.from,
      N_ ("Take everything from this file that “export --format json” wrote; - is standard input"),
      N_ ("FILE") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title, N_ ("What the document is called"),
      /* Translators: stands for a title in the help of the command line */
      N_ ("TITLE") },
    { "empty", 'e', 0, G_OPTION_ARG_NONE, &options.empty,
      N_ ("The lists only, without the starter mapping"), NULL },
    { NULL },
  };

  if (!cw_command_line_parse (&line, self, 0, more, argc, argv, &status))
    return status;
  if (line.left->len != 1 || line.right != NULL)
    {
      cw_complain (_ ("Name the file of the new document"));
      return cw_command_line_refuse (self);
    }
  if (options.from != NULL && options.empty)
    {
      cw_complain (_ ("--from says what the document holds; --empty does not go with it"));
      return cw_command_line_refuse (self);
    }

  path = g_ptr_array_index (line.left, 0);
  /* Told before a long file is read; that nothing is replaced is seen to when it is made. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* Translators: %s is a file name */
      cw_complain (_ ("“%s” is there already and is not replaced"), path);
      return CW_EXIT_FILE;
    }

  return make_document (path, &options);
}

const CwCommand cw_command_new = {
  "new",
  /* Translators: stands for a file name in the help of the command line */
  N_ ("FILE"),
  N_ ("Make a document"),
  N_ (
    "Makes a document with the lists that come with the program and the starter mapping, or of "
    "the JSON that “crosswalkctl export --format json” wrote: that is all a document holds except "
    "its history. Exported again it gives the same bytes, so that it can be kept under version "
    "control. A file that is there already is never replaced."),
  "  crosswalkctl new study.crosswalk --title \"My study\"\n"
  "  crosswalkctl new study.crosswalk --empty\n"
  "  crosswalkctl new study.crosswalk --from study.json\n"
  "  git show HEAD~5:study.json | crosswalkctl new study.crosswalk --from -",
  run_new,
};
