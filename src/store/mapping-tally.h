/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"
#include "model/mapping-filter.h"
#include "store/statement.h"

G_BEGIN_DECLS

/**
 * CwMappingTally:
 *
 * How often mappings have each value of each facet, counted in one reading of them.
 */
typedef struct _CwMappingTally CwMappingTally;

/* Of m (mapping). An absence counts as the negative of the list it is in. */
#define CW_MAPPING_TALLY_COLUMNS                                              \
  "m.relation, m.status, m.author, m.negated, "                               \
  "m.citation <> '' OR m.url <> '' OR m.quotation <> '', "                    \
  "coalesce (CAST (m.confidence * 10 + 1e-9 AS INTEGER), -1), m.subject_id, " \
  "coalesce (m.object_id, -m.object_list_id)"

CwMappingTally *cw_mapping_tally_new (void);
void cw_mapping_tally_free (CwMappingTally *self);
gboolean cw_mapping_tally_read (CwMappingTally *self, CwStatement *statement, GError **error);
void cw_mapping_tally_take (CwMappingTally *self, GPtrArray *lists, CwFacet facet, GArray *counts);

gint64 _cw_mapping_tally_get_category_id (const CwItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMappingTally, cw_mapping_tally_free)

G_END_DECLS
