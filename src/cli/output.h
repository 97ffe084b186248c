/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "formats/json-printer.h"

G_BEGIN_DECLS

CwExit cw_output_write (const char *text, gsize length);
CwExit cw_output_write_json (CwJsonPrinter *printer);

gboolean cw_is_same_file (const char *a, const char *b);

void cw_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
