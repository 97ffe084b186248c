/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwExit:
 * @CW_EXIT_OK: done
 * @CW_EXIT_NO: the answer is no: a document is not sound or has findings with --strict, a file is not
 *   valid, rows of it stayed out, or two files differ
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

/* Every command, in the order in which the help shows them: cw_command_NAME, in a file of its own.
 * Help, manual and completion are made from this table. */
#define CW_COMMANDS(X) \
  X (lists)            \
  X (show)             \
  X (compare)          \
  X (stats)            \
  X (export)           \
  X (import)           \
  X (convert)          \
  X (merge)            \
  X (diff)             \
  X (validate)         \
  X (new)              \
  X (check)            \
  X (agreement)        \
  X (history)          \
  X (list)

#define CW_COMMAND_DECLARE(name) extern const CwCommand cw_command_##name;
CW_COMMANDS (CW_COMMAND_DECLARE)

G_END_DECLS
