/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/**
 * CwSssomOptions:
 * @metadata: (nullable): where the metadata go, as YAML; %NULL for the head of the table itself
 * @expanded: whether what all rows share is repeated in each, and not told once in the metadata
 * @with_hashes: whether each row has SSSOM's record hash and its mapping sameness identifier
 *
 * How a SSSOM file is written, where it is not the canonical form.
 */
typedef struct
{
  GOutputStream *metadata;
  gboolean expanded;
  gboolean with_hashes;
} CwSssomOptions;

CwConcordanceWriter *
cw_concordance_sssom_open (GOutputStream *stream, const CwConcordanceHead *head);
CwConcordanceWriter *cw_concordance_sssom_open_with (GOutputStream *stream,
                                                     const CwConcordanceHead *head,
                                                     const CwSssomOptions *options);

G_END_DECLS
