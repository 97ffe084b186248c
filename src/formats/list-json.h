/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"

G_BEGIN_DECLS

/* List files, as data/lists/README.md describes them. */

CwList *cw_list_json_parse (const char *data,
                            gssize length,
                            const char *name,
                            gboolean shipped,
                            GError **error);
GBytes *cw_list_json_format (CwList *list);

G_END_DECLS
