/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list-draft.h"

G_BEGIN_DECLS

/* Lists as JSKOS concept schemes (JSKOS 0.7.1). */

GBytes *cw_list_jskos_format (CwList *list);
CwListDraft *
cw_list_jskos_parse (const char *data, gssize length, const char *name, GError **error);

G_END_DECLS
