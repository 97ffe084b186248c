/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/link.h"

G_BEGIN_DECLS

/* Links at random between the items of two lists, for comparing with a naive search. */

#define LINKS_N_ITEMS 40
#define LINKS_LEFT_LIST 1
#define LINKS_RIGHT_LIST 2

GArray *links_new_random (GRand *rand, guint n_links);

G_END_DECLS
