/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/* The table of correspondences in JSKOS 0.7.1: as concordances, or as mappings, one a line. */

CwConcordanceWriter *
cw_concordance_jskos_open (GOutputStream *stream, const CwConcordanceHead *head);
CwConcordanceWriter *
cw_concordance_jskos_lines_open (GOutputStream *stream, const CwConcordanceHead *head);

G_END_DECLS
