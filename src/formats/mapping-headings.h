/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/mapping-plan.h"

G_BEGIN_DECLS

/**
 * CwHeadingKind:
 *
 * What of an item a column holds, whichever side the item stands on.
 */
typedef enum
{
  CW_HEADING_UNKNOWN,
  CW_HEADING_LIST,
  CW_HEADING_CODE,
  CW_HEADING_LABEL,
  CW_HEADING_IRI,
} CwHeadingKind;

/**
 * CwHeadingSide:
 *
 * Which side a heading names.
 */
typedef enum
{
  CW_HEADING_NO_SIDE,
  CW_HEADING_LEFT,
  CW_HEADING_RIGHT,
} CwHeadingSide;

/**
 * CwHeading:
 * @role: what the column holds, %CW_MAPPING_ROLE_IGNORE where the heading alone does not tell
 * @kind: what of an item it holds, if it is about one
 * @is_weak: whether the word for @kind often stands in cells, too, such as “technology”
 * @is_place: whether it is the name of a country and nothing else
 * @side: of which item
 * @language: (nullable): of a label, interned
 * @rest: what else the heading says, folded: often the name of a side, such as a country
 *
 * What is understood of a column's heading.
 */
typedef struct
{
  CwMappingRole role;
  CwHeadingKind kind;
  gboolean is_weak;
  gboolean is_place;
  CwHeadingSide side;
  const char *language;
  char *rest;
} CwHeading;

void cw_heading_init (CwHeading *self, const char *text);
void cw_heading_clear (CwHeading *self);
gboolean cw_heading_is_known (const CwHeading *self);
gboolean cw_heading_is_place (const char *text);
CwMappingRole cw_heading_get_item_role (CwHeadingKind kind, gboolean right);

G_END_DECLS
