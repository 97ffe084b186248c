/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/agreement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_AGREEMENT_ROW (cw_agreement_row_get_type ())

/**
 * CwAgreementRow:
 *
 * A row of the table of agreement: a pair of lists.
 */
G_DECLARE_FINAL_TYPE (CwAgreementRow, cw_agreement_row, CW, AGREEMENT_ROW, GObject)

CwAgreementRow *cw_agreement_row_new (const CwAgreement *agreement);
const CwAgreement *cw_agreement_row_get_agreement (CwAgreementRow *self);

G_END_DECLS
