/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/describe.h"

#include "cli/json-values.h"
#include "cli/output.h"
#include "config.h"

#include <glib/gi18n.h>

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

/* What stands after an option. */
static const char *
name_argument (const GOptionEntry *option)
{
  switch (option->arg)
    {
    case G_OPTION_ARG_NONE:
      return "none";
    case G_OPTION_ARG_FILENAME:
    case G_OPTION_ARG_FILENAME_ARRAY:
      return "file";
    default:
      return "text";
    }
}

static void
print_option (CwJsonPrinter *printer, const GOptionEntry *option)
{
  char letter[] = { option->short_name, '\0' };

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "long", option->long_name);
  cw_json_printer_member_string (printer, "short", *letter != '\0' ? letter : NULL);
  cw_json_printer_member_string (printer, "argument", name_argument (option));
  cw_json_printer_member_string (printer, "placeholder", translate (option->arg_description));
  cw_json_printer_member_string (printer, "description", translate (option->description));
  cw_json_printer_end_object (printer);
}

/**
 * cw_describe_command:
 * @command: a command
 * @options: (array zero-terminated=1): all its options
 *
 * Writes what is known of a command as a line of JSON.
 *
 * Returns: %CW_EXIT_OK, or %CW_EXIT_FILE after a complaint
 */
CwExit
cw_describe_command (const CwCommand *command, const GOptionEntry *options)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new_on_one_line ();

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "name", command->name);
  cw_json_printer_member_string (printer, "parameters", translate (command->parameters));
  cw_json_printer_member_string (printer, "summary", translate (command->summary));
  cw_json_printer_member_string (printer, "description", translate (command->description));
  cw_json_printer_member_string (printer, "examples", command->examples);
  cw_json_printer_key (printer, "options");
  cw_json_printer_begin_array (printer);
  for (; options->long_name != NULL; options++)
    print_option (printer, options);
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

static CwExit
describe_head (const char *const *exit_codes, guint n_exit_codes)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new_on_one_line ();

  cw_json_printer_begin_object (printer);
  cw_json_printer_member_string (printer, "version", CW_VERSION);
  cw_json_printer_key (printer, "exit_codes");
  cw_json_printer_begin_array (printer);
  for (guint i = 0; i < n_exit_codes; i++)
    cw_json_printer_string (printer, translate (exit_codes[i]));
  cw_json_printer_end_array (printer);
  cw_json_printer_end_object (printer);

  return cw_output_write_json (printer);
}

/**
 * cw_describe_program:
 * @commands: (array length=n_commands): all commands
 * @n_commands: how many
 * @exit_codes: (array length=n_exit_codes): what each exit code means
 * @n_exit_codes: how many
 *
 * Writes what is known of the program: a line of JSON, and then one for each command.
 *
 * Returns: %CW_EXIT_OK, or what a command ended with
 */
CwExit
cw_describe_program (const CwCommand *const *commands,
                     guint n_commands,
                     const char *const *exit_codes,
                     guint n_exit_codes)
{
  CwExit status = describe_head (exit_codes, n_exit_codes);

  for (guint i = 0; i < n_commands && status == CW_EXIT_OK; i++)
    {
      char *words[] = { (char *) commands[i]->name, (char *) CW_DESCRIBE_OPTION, NULL };

      status = commands[i]->run (commands[i], 2, words);
    }

  return status;
}
