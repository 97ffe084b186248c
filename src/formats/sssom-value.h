/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/read-log.h"
#include "formats/sssom-schema.h"

G_BEGIN_DECLS

/* What real files have in their cells, made into what was surely meant; for a lenient reading. */

gboolean cw_sssom_text_repair (CwReadLog *log, const CwReadPlace *place, char *text);
gboolean cw_sssom_value_repair (CwReadLog *log,
                                const CwSssomField *field,
                                const CwReadPlace *place,
                                char *text);
char **cw_sssom_list_split (const char *text);

G_END_DECLS
