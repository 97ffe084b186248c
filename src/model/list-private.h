/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/* The parts a builder hands over; the list takes ownership of all of them. */
typedef struct
{
  gint64 id;
  CwListCard *card;
  GArray *items;   /* CwItem, parents before children */
  GArray *labels;  /* CwLabel, in the order of the items */
  GArray *figures; /* CwFigures */
  GStringChunk *strings;
  GHashTable *by_code; /* code → index + 1; both owned by the parts above */
} CwListParts;

CwList *_cw_list_new_take (CwListParts *parts);
void _cw_list_parts_clear (CwListParts *parts);

G_END_DECLS
