/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/**
 * CwCommandOptions:
 * @CW_TAKES_DOCUMENT: --document
 * @CW_TAKES_JSON: --json
 * @CW_TAKES_LANGUAGES: --languages
 *
 * The options that several commands share.
 */
typedef enum
{
  CW_TAKES_DOCUMENT = 1 << 0,
  CW_TAKES_JSON = 1 << 1,
  CW_TAKES_LANGUAGES = 1 << 2,
} CwCommandOptions;

/**
 * CwCommandLine:
 * @document: (nullable): the file that was named
 * @json: whether JSON is wanted
 * @languages: (nullable): label languages, the most wanted first
 * @left: (element-type utf8): the words that are no options, up to "--"
 * @right: (element-type utf8) (nullable): those after "--"; %NULL where there is no "--"
 *
 * What was typed after a command.
 */
typedef struct
{
  char *document;
  gboolean json;
  char **languages;
  GPtrArray *left;
  GPtrArray *right;
} CwCommandLine;

gboolean cw_command_line_parse (CwCommandLine *self,
                                const CwCommand *command,
                                CwCommandOptions takes,
                                const GOptionEntry *more,
                                int argc,
                                char **argv,
                                CwExit *status);
void cw_command_line_clear (CwCommandLine *self);

CwExit cw_command_line_refuse (const CwCommand *command);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwCommandLine, cw_command_line_clear)

G_END_DECLS
