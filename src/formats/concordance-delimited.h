/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/* The table of correspondences as rows of fields: its columns are CwConcordanceColumns. */

CwConcordanceWriter *cw_concordance_csv_open (GOutputStream *stream, const CwConcordanceHead *head);
CwConcordanceWriter *
cw_concordance_csv_bom_open (GOutputStream *stream, const CwConcordanceHead *head);
CwConcordanceWriter *cw_concordance_tsv_open (GOutputStream *stream, const CwConcordanceHead *head);

G_END_DECLS
