/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/delimited-writer.h"
#include "model/concordance.h"

G_BEGIN_DECLS

/**
 * CwConcordanceDelimited:
 *
 * Writes the table of correspondences as CSV or TSV, a row at a time.
 */
typedef struct _CwConcordanceDelimited CwConcordanceDelimited;

CwConcordanceDelimited *cw_concordance_delimited_open (GOutputStream *stream,
                                                       CwDelimitedFlavour flavour,
                                                       const char *const *languages);
void cw_concordance_delimited_free (CwConcordanceDelimited *self);

gboolean cw_concordance_delimited_add_row (CwConcordanceDelimited *self,
                                           const CwConcordanceRow *row,
                                           GError **error);
gboolean cw_concordance_delimited_finish (CwConcordanceDelimited *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConcordanceDelimited, cw_concordance_delimited_free)

G_END_DECLS
