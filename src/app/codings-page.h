/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_CODINGS_PAGE (cw_codings_page_get_type ())

/**
 * CwCodingsPage:
 *
 * Two codings beside each other: how far they agree on each pair of lists, and what they differ on,
 * which is settled here row by row.
 */
G_DECLARE_FINAL_TYPE (CwCodingsPage, cw_codings_page, CW, CODINGS_PAGE, GtkWidget)

void cw_codings_page_set_session (CwCodingsPage *self, CwSession *session);
GListModel *cw_codings_page_get_agreements (CwCodingsPage *self);
GListModel *cw_codings_page_get_disagreements (CwCodingsPage *self);
void cw_codings_page_focus (CwCodingsPage *self);
GtkWidget *cw_codings_page_get_view (CwCodingsPage *self);

G_END_DECLS
