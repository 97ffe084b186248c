/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-model.h"

G_BEGIN_DECLS

/**
 * OutlineTwin:
 *
 * What a #CwOutlineModel ought to show, found in the plainest way: a tree that is walked anew each
 * time.
 */
typedef struct _OutlineTwin OutlineTwin;

OutlineTwin *outline_twin_new (void);
void outline_twin_free (OutlineTwin *self);

void outline_twin_set_lists (OutlineTwin *self, GPtrArray *lists);
void outline_twin_set_links (OutlineTwin *self, CwLinkIndex *links, GPtrArray *opposite);
void outline_twin_set_filter (OutlineTwin *self, const char *text);
void outline_twin_set_state_filter (OutlineTwin *self, int state);
void outline_twin_set_expanded (OutlineTwin *self, CwList *list, const CwItem *item, gboolean open);
void outline_twin_set_all_expanded (OutlineTwin *self, gboolean open);
void outline_twin_reveal (OutlineTwin *self, const CwItem *item);

char *outline_twin_format (OutlineTwin *self);
guint outline_twin_get_n_matches (OutlineTwin *self);
guint outline_twin_find (OutlineTwin *self, const CwItem *item, gboolean *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlineTwin, outline_twin_free)

G_END_DECLS
