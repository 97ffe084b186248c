/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

G_BEGIN_DECLS

/**
 * CwMappingCounts:
 * @n_mappings: how many
 * @by_relation: how many of each relation
 * @n_reviewed: how many of them are reviewed
 *
 * Mappings that something would touch.
 */
typedef struct
{
  guint n_mappings;
  guint by_relation[CW_N_RELATIONS];
  guint n_reviewed;
} CwMappingCounts;

char *cw_mapping_counts_format (const CwMappingCounts *self);

G_END_DECLS
