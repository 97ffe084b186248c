/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/link.h"

G_BEGIN_DECLS

/**
 * CwLinkIndex:
 *
 * Links by item. Immutable.
 */
typedef struct _CwLinkIndex CwLinkIndex;

CwLinkIndex *cw_link_index_new (GArray *links);
CwLinkIndex *cw_link_index_ref (CwLinkIndex *self);
void cw_link_index_unref (CwLinkIndex *self);

guint cw_link_index_get_n_links (CwLinkIndex *self);
const CwLink *cw_link_index_get_link (CwLinkIndex *self, guint index);
guint cw_link_index_lookup (CwLinkIndex *self, gint64 item_id, guint *first);
const CwLink *cw_link_index_get_entry (CwLinkIndex *self, guint entry);
guint cw_link_index_summarize (CwLinkIndex *self,
                               gint64 item_id,
                               CwRelation *strongest,
                               gboolean *absent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwLinkIndex, cw_link_index_unref)

G_END_DECLS
