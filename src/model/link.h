/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"
#include "model/status.h"

G_BEGIN_DECLS

/**
 * CwLink:
 * @id: the mapping
 * @subject_id: the item it is about
 * @object_id: the item on the other side, 0 for %CW_RELATION_NONE
 * @object_list_id: the list without a counterpart for %CW_RELATION_NONE, else 0
 * @relation: how they relate
 * @status: where it stands
 * @negated: whether it says that the relation does not hold
 *
 * As much of a mapping as drawing and counting need: small, since there may be a million.
 */
typedef struct
{
  gint64 id;
  gint64 subject_id;
  gint64 object_id;
  gint64 object_list_id;
  guint8 relation; /* CwRelation */
  guint8 status;   /* CwStatus */
  guint8 negated;
} CwLink;

/**
 * cw_link_joins:
 * @link: a link
 *
 * A rejected or negated mapping joins nothing, and neither does an absence.
 *
 * Returns: whether it says that its two items correspond
 */
static inline gboolean
cw_link_joins (const CwLink *link)
{
  return link->relation != CW_RELATION_NONE && !link->negated && link->status != CW_STATUS_REJECTED;
}

/**
 * cw_link_is_absence:
 * @link: a link
 *
 * Returns: whether it records that its subject has no counterpart
 */
static inline gboolean
cw_link_is_absence (const CwLink *link)
{
  return link->relation == CW_RELATION_NONE && link->status != CW_STATUS_REJECTED;
}

G_END_DECLS
