/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/disagreement.h"
#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_SETTLE_DIALOG (cw_settle_dialog_get_type ())

/**
 * CwSettleDialog:
 *
 * Shows in full what two codings say of a pair of items, and asks what is agreed on, and why.
 *
 * Signals: settled (a #CwMapping with relation, confidence and rationale, or %NULL where the two are
 * not linked; the reason).
 */
G_DECLARE_FINAL_TYPE (CwSettleDialog, cw_settle_dialog, CW, SETTLE_DIALOG, AdwWindow)

GtkWidget *cw_settle_dialog_new (CwSession *session,
                                 CwDisagreementRow *row,
                                 const char *first_name,
                                 const char *second_name);
void cw_settle_dialog_choose_coding (CwSettleDialog *self, guint coding);
void cw_settle_dialog_choose_relation (CwSettleDialog *self, CwRelation relation);

G_END_DECLS
