/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/finding-model.h"
#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_CHECKS_PAGE (cw_checks_page_get_type ())

/**
 * CwChecksPage:
 *
 * What contradicts itself in the mapping, by check, each finding with its mappings and a way to go
 * there. It looks again after every edit while it is seen.
 *
 * Signals: counted (how many findings are open).
 */
G_DECLARE_FINAL_TYPE (CwChecksPage, cw_checks_page, CW, CHECKS_PAGE, GtkWidget)

void cw_checks_page_set_session (CwChecksPage *self, CwSession *session);
CwFindingModel *cw_checks_page_get_model (CwChecksPage *self);
GtkWidget *cw_checks_page_get_view (CwChecksPage *self);

G_END_DECLS
