/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/describe.h"
#include "cli/nearest.h"
#include "cli/output.h"
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#define COMMAND(name) &cw_command_##name,

static const CwCommand *const commands[] = { CW_COMMANDS (COMMAND) };

static const char *const exit_codes[] = {
  [CW_EXIT_OK] = N_ ("done"),
  [CW_EXIT_NO] =
    N_ ("the answer is no: a document is not sound or has findings with --strict, a file is not "
        "valid, rows of it stayed out, or two files differ"),
  [CW_EXIT_USAGE] = N_ ("what was asked for makes no sense"),
  [CW_EXIT_FILE] = N_ ("a file cannot be opened, read or written"),
};

static void
append_commands (GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-9s  %s\n", commands[i]->name,
                            g_dgettext (GETTEXT_PACKAGE, commands[i]->summary));
}

static void
append_exit_codes (GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (exit_codes); i++)
    g_string_append_printf (text, "  %u  %s\n", i, g_dgettext (GETTEXT_PACKAGE, exit_codes[i]));
}

static CwExit
show_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  crosswalkctl %s\n\n", _ ("Usage:"),
                          /* Translators: stands for what follows the program's name in its help */
                          _ ("COMMAND [OPTION…] [LIST…]"));
  g_string_append_printf (text, "%s\n\n", _ ("Compares technology priority lists, item by item."));
  g_string_append_printf (text, "%s\n", _ ("Commands:"));
  append_commands (text);
  g_string_append_printf (text, "\n%s\n", _ ("Examples:"));
  g_string_append (text, "  crosswalkctl lists\n"
                         "  crosswalkctl compare cn-future-2024 -- us-cet-2024 us-eft-2018\n"
                         "  crosswalkctl compare --help\n");
  g_string_append_printf (text, "\n%s\n", _ ("Exit codes:"));
  append_exit_codes (text);

  return cw_output_write (text->str, text->len);
}

static CwExit
refuse_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands)];
  g_autofree char *nearest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  nearest = cw_nearest_join (name, names, G_N_ELEMENTS (names));

  if (nearest != NULL)
    /* Translators: the first %s is a command that is not known, the second one or more that are */
    cw_complain (_ ("There is no command “%s”; the nearest: %s"), name, nearest);
  else
    /* Translators: do not translate crosswalkctl --help */
    cw_complain (_ ("There is no command “%s”; see “crosswalkctl --help”"), name);

  return CW_EXIT_USAGE;
}

static CwExit
run (int argc, char **argv)
{
  if (argc < 2)
    {
      cw_complain (_ ("Name a command; see “crosswalkctl --help”"));
      return CW_EXIT_USAGE;
    }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return show_help ();
  if (g_str_equal (argv[1], "--version"))
    return cw_output_write ("crosswalkctl " CW_VERSION "\n",
                            strlen ("crosswalkctl " CW_VERSION "\n"));

  if (g_str_equal (argv[1], CW_DESCRIBE_OPTION))
    return cw_describe_program (commands, G_N_ELEMENTS (commands), exit_codes,
                                G_N_ELEMENTS (exit_codes));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i]->name))
        return commands[i]->run (commands[i], argc - 1, argv + 1);
    }

  return refuse_command (argv[1]);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* A reader that goes away shows as an error of write(), which cw_output_write() knows. */
  signal (SIGPIPE, SIG_IGN);

  return (int) run (argc, argv);
}
