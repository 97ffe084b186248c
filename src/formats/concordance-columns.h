/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/concordance.h"

G_BEGIN_DECLS

/**
 * CwConcordanceColumns:
 *
 * The columns of the table that a person reads, as it leaves the program: the same in every format.
 */
typedef struct _CwConcordanceColumns CwConcordanceColumns;

const char *cw_concordance_column_get_key (guint index);
const char *cw_concordance_column_get_name (guint index);
gboolean cw_concordance_column_is_known (const char *key);

CwConcordanceColumns *
cw_concordance_columns_new (const char *const *languages, const char *const *keys);
void cw_concordance_columns_free (CwConcordanceColumns *self);

guint cw_concordance_columns_get_n_columns (const CwConcordanceColumns *self);
const char *cw_concordance_columns_get_key (const CwConcordanceColumns *self, guint column);
char *cw_concordance_columns_get_title (const CwConcordanceColumns *self, guint column);
gboolean cw_concordance_columns_is_number (const CwConcordanceColumns *self, guint column);
double cw_concordance_columns_get_number (const CwConcordanceColumns *self,
                                          guint column,
                                          const CwConcordanceRow *row);
void cw_concordance_columns_append_text (const CwConcordanceColumns *self,
                                         guint column,
                                         const CwConcordanceRow *row,
                                         GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConcordanceColumns, cw_concordance_columns_free)

G_END_DECLS
