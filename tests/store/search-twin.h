/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"
#include "model/mapping-filter.h"
#include "model/mapping.h"

G_BEGIN_DECLS

/**
 * SearchTwin:
 *
 * What a search in some mappings ought to find, found in the plainest way.
 */
typedef struct _SearchTwin SearchTwin;

SearchTwin *search_twin_new (GPtrArray *lists, GPtrArray *mappings);
void search_twin_free (SearchTwin *self);

void search_twin_set_languages (SearchTwin *self, const char *const *languages);
char *search_twin_get_value (SearchTwin *self, const CwMapping *mapping, CwFacet facet);
GPtrArray *search_twin_find (SearchTwin *self,
                             const CwMappingFilter *filter,
                             CwMappingSort sort,
                             gboolean descending);
GHashTable *search_twin_count (SearchTwin *self, const CwMappingFilter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SearchTwin, search_twin_free)

G_END_DECLS
