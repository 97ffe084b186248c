/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/concordance.h"

G_BEGIN_DECLS

/**
 * CwAssociation:
 * @sources: (element-type CwItem): items of the list on the left, unowned
 * @targets: (element-type CwItem): items of the list on the right, unowned
 *
 * What belongs together: one to one, a split, a merger, or several with several. Where one side is
 * empty, the item has no counterpart.
 */
typedef struct
{
  GPtrArray *sources;
  GPtrArray *targets;
} CwAssociation;

GPtrArray *cw_associations_find (const CwConcordanceRow *rows, guint n_rows);

G_END_DECLS
