/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

/* The table of correspondences as a workbook (ECMA-376) to hand on: mappings, how far each list is
 * covered, what the table is, and each list with what is said of its items. */

CwConcordanceWriter *
cw_concordance_xlsx_open (GOutputStream *stream, const CwConcordanceHead *head);

G_END_DECLS
