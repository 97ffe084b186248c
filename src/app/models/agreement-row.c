/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/agreement-row.h"

struct _CwAgreementRow
{
  GObject parent_instance;

  CwAgreement agreement;
};

G_DEFINE_FINAL_TYPE (CwAgreementRow, cw_agreement_row, G_TYPE_OBJECT)

static void
cw_agreement_row_class_init (CwAgreementRowClass *klass)
{
}

static void
cw_agreement_row_init (CwAgreementRow *self)
{
}

/**
 * cw_agreement_row_new:
 * @agreement: a pair of lists; copied
 *
 * Returns: (transfer full): a row
 */
CwAgreementRow *
cw_agreement_row_new (const CwAgreement *agreement)
{
  CwAgreementRow *self = g_object_new (CW_TYPE_AGREEMENT_ROW, NULL);

  self->agreement = *agreement;

  return self;
}

/**
 * cw_agreement_row_get_agreement:
 * @self: a row
 *
 * Returns: (transfer none): its pair of lists
 */
const CwAgreement *
cw_agreement_row_get_agreement (CwAgreementRow *self)
{
  return &self->agreement;
}
