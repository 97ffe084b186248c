/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command-line.h"

#include "cli/describe.h"
#include "cli/output.h"
#include "cli/terminal-text.h"
#include "cli/user-languages.h"

#include <glib/gi18n.h>
#include <string.h>

#define HELP_WIDTH 80

/* To GOption "--" says that options end there. Here it stands between the two sides, and options
 * may follow; so it passes through GOption as another word, known again by its address. */
static char separator[] = "|";

static void
append_entries (GArray *entries, const GOptionEntry *more)
{
  for (; more->long_name != NULL; more++)
    g_array_append_val (entries, *more);
}

/* All options of a command, with an empty one at the end: its own first, then those it shares. */
static GArray *
collect_options (const GOptionEntry *more,
                 CwCommandOptions takes,
                 CwCommandLine *self,
                 char **languages,
                 gboolean *help)
{
  const GOptionEntry document[] = {
    { "document", 'd', 0, G_OPTION_ARG_FILENAME, &self->document,
      N_ ("Read this document, not your own"),
      /* Translators: stands for a file name in the help of the command line */
      N_ ("FILE") },
    { NULL },
  };
  const GOptionEntry json[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Write JSON"), NULL },
    { NULL },
  };
  const GOptionEntry tags[] = {
    { "languages", 'l', 0, G_OPTION_ARG_STRING, languages,
      N_ ("Languages of the labels, such as en,zh-Hans"),
      /* Translators: stands for language tags in the help of the command line */
      N_ ("TAGS") },
    { NULL },
  };
  const GOptionEntry always[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { NULL },
  };
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  if (more != NULL)
    append_entries (entries, more);
  if (takes & CW_TAKES_DOCUMENT)
    append_entries (entries, document);
  if (takes & CW_TAKES_LANGUAGES)
    append_entries (entries, tags);
  if (takes & CW_TAKES_JSON)
    append_entries (entries, json);
  append_entries (entries, always);

  return entries;
}

static char *
wrap_description (const CwCommand *command)
{
  g_autoptr (GPtrArray) lines =
    cw_terminal_text_wrap (g_dgettext (GETTEXT_PACKAGE, command->description), HELP_WIDTH);

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static GOptionContext *
make_context (const CwCommand *command)
{
  GOptionContext *context = g_option_context_new (
    command->parameters != NULL ? g_dgettext (GETTEXT_PACKAGE, command->parameters) : NULL);
  g_autofree char *name = g_strconcat ("crosswalkctl ", command->name, NULL);
  g_autofree char *description = wrap_description (command);
  g_autofree char *examples = g_strconcat (_ ("Examples:"), "\n", command->examples, NULL);

  g_set_prgname (name);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, description);
  g_option_context_set_description (context, examples);

  return context;
}

static gboolean
split_sides (CwCommandLine *self, int argc, char **argv)
{
  self->left = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    {
      if (argv[i] != separator)
        {
          g_ptr_array_add (self->right != NULL ? self->right : self->left, g_strdup (argv[i]));
          continue;
        }
      if (self->right != NULL)
        {
          cw_complain (_ ("“--” stands between the two sides, and only once"));
          return FALSE;
        }
      self->right = g_ptr_array_new_with_free_func (g_free);
    }

  return TRUE;
}

static gboolean
split_languages (CwCommandLine *self, const char *languages)
{
  g_autofree char *wrong = NULL;

  if (languages == NULL)
    return TRUE;

  self->languages = cw_user_languages_parse (languages, &wrong);
  if (self->languages != NULL)
    return TRUE;

  /* Translators: a language tag is such as en or zh-Hans */
  cw_complain (_ ("“%s” is no language tag; write for example --languages en,zh-Hans"), wrong);
  return FALSE;
}

/**
 * cw_command_line_refuse:
 * @command: a command
 *
 * Ends a complaint about what was typed with where the help is.
 *
 * Returns: %CW_EXIT_USAGE
 */
CwExit
cw_command_line_refuse (const CwCommand *command)
{
  /* Translators: %s is the name of a command */
  cw_complain (_ ("See “crosswalkctl %s --help”"), command->name);

  return CW_EXIT_USAGE;
}

/**
 * cw_command_line_parse:
 * @self: (out caller-allocates): where it goes
 * @command: the command that was typed
 * @takes: the shared options that it has
 * @more: (array zero-terminated=1) (nullable): those of its own
 * @argc: how many words
 * @argv: the words, the first is the command
 * @status: (out): what to end with
 *
 * Reads what was typed. Asked for help, shows it.
 *
 * Returns: %FALSE where there is nothing more to do than to end with @status
 */
gboolean
cw_command_line_parse (CwCommandLine *self,
                       const CwCommand *command,
                       CwCommandOptions takes,
                       const GOptionEntry *more,
                       int argc,
                       char **argv,
                       CwExit *status)
{
  g_autoptr (GOptionContext) context = make_context (command);
  gboolean help = FALSE;
  g_autofree char **words = g_new0 (char *, (gsize) argc + 1);
  g_autofree char *languages = NULL;
  g_autoptr (GArray) entries = collect_options (more, takes, self, &languages, &help);
  g_autoptr (GError) error = NULL;

  *self = (CwCommandLine){ 0 };
  if (argc > 1 && g_str_equal (argv[1], CW_DESCRIBE_OPTION))
    {
      *status = cw_describe_command (command, (const GOptionEntry *) (void *) entries->data);
      return FALSE;
    }

  g_option_context_add_main_entries (context, (const GOptionEntry *) (void *) entries->data,
                                     GETTEXT_PACKAGE);
  for (int i = 0; i < argc; i++)
    words[i] = i > 0 && g_str_equal (argv[i], "--") ? separator : argv[i];

  if (!g_option_context_parse (context, &argc, &words, &error))
    {
      cw_complain ("%s", error->message);
      *status = cw_command_line_refuse (command);
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      *status = cw_output_write (text, strlen (text));
      return FALSE;
    }

  if (!split_sides (self, argc, words) || !split_languages (self, languages))
    {
      *status = cw_command_line_refuse (command);
      return FALSE;
    }

  return TRUE;
}

/**
 * cw_command_line_clear:
 * @self: a command line
 */
void
cw_command_line_clear (CwCommandLine *self)
{
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_clear_pointer (&self->right, g_ptr_array_unref);
}
