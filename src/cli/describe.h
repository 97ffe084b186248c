/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* Asked with this word, which no help shows, the program and each command tell about themselves; the
 * manual and the completion of the shell are made from it. */
#define CW_DESCRIBE_OPTION "--describe"

CwExit cw_describe_program (const CwCommand *const *commands,
                            guint n_commands,
                            const char *const *exit_codes,
                            guint n_exit_codes);
CwExit cw_describe_command (const CwCommand *command, const GOptionEntry *options);

G_END_DECLS
