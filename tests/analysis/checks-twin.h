/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/checks.h"

G_BEGIN_DECLS

/* The same findings by looking at everything together with everything, as lines such as
 * "pair-twice 3 7", sorted. */
char *checks_twin_find (GPtrArray *lists, GArray *links, GHashTable *gone);
char *checks_twin_format (GPtrArray *findings);

G_END_DECLS
