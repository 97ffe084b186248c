/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwExit:
 * @CW_EXIT_OK: done
 * @CW_EXIT_NO: the answer is no: the document is not sound, or has findings with --strict
 * @CW_EXIT_USAGE: what was asked for makes no sense
 * @CW_EXIT_FILE: a file cannot be opened, read or written
 *
 * What the program says to the shell. The numbers never change.
 */
typedef enum
{
  CW_EXIT_OK = 0,
  CW_EXIT_NO = 1,
  CW_EXIT_USAGE = 2,
  CW_EXIT_FILE = 3,
} CwExit;

typedef struct _CwCommand CwCommand;

/**
 * CwCommand:
 * @name: what the user types
 * @parameters: (nullable): what may follow it besides options, for its help
 * @summary: what it does, in a few words
 * @description: the same in sentences
 * @examples: lines that a user can type
 * @run: does it; @argv begins with the command's name
 *
 * A command of the program.
 */
struct _CwCommand
{
  const char *name;
  const char *parameters;
  const char *summary;
  const char *description;
  const char *examples;
  CwExit (*run) (const CwCommand *self, int argc, char **argv);
};

extern const CwCommand cw_command_lists;
extern const CwCommand cw_command_show;
extern const CwCommand cw_command_compare;
extern const CwCommand cw_command_export;
extern const CwCommand cw_command_check;
extern const CwCommand cw_command_agreement;
extern const CwCommand cw_command_history;
extern const CwCommand cw_command_list;

G_END_DECLS
