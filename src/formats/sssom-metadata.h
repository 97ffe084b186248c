/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"
#include "formats/curie-map.h"
#include "formats/sssom-slots.h"

G_BEGIN_DECLS

/**
 * CwSssomColumn:
 * @used: whether any row has a value
 * @varies: whether two rows differ
 * @common: (nullable): the value of the first row, as it is written
 * @condensed: whether @common stands in the metadata instead of the rows
 *
 * What all rows taken together have in a slot.
 */
typedef struct
{
  gboolean used;
  gboolean varies;
  gboolean condensed;
  char *common;
} CwSssomColumn;

char *cw_sssom_metadata_format (const CwConcordanceHead *head,
                                const CwSssomColumn *columns,
                                CwCurieMap *prefixes);

G_END_DECLS
