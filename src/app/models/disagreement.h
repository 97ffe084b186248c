/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/coding-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_DISAGREEMENT_ROW (cw_disagreement_row_get_type ())

/**
 * CwDisagreementRow:
 *
 * A row of the table of disagreements: a pair of items on which two codings differ. The same pair is
 * the same object as long as it is shown. Emits "changed" when what is said of it is another.
 */
G_DECLARE_FINAL_TYPE (CwDisagreementRow, cw_disagreement_row, CW, DISAGREEMENT_ROW, GObject)

CwDisagreementRow *cw_disagreement_row_new (const CwCodingRow *content);
void cw_disagreement_row_set_content (CwDisagreementRow *self, const CwCodingRow *content);

const CwItem *cw_disagreement_row_get_left (CwDisagreementRow *self);
const CwItem *cw_disagreement_row_get_right (CwDisagreementRow *self);
const CwMapping *cw_disagreement_row_get_coding (CwDisagreementRow *self, guint coding);
const CwMapping *cw_disagreement_row_get_agreed (CwDisagreementRow *self);
const char *cw_disagreement_row_get_reason (CwDisagreementRow *self);

void cw_disagreement_update (GListStore *store, GPtrArray *rows, gboolean only_open);

G_END_DECLS
