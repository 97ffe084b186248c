/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/link.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * CwCheckedLinkVisitor:
 * @link: a mapping
 * @supported: whether it has a rationale or evidence
 * @user_data: as given
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*CwCheckedLinkVisitor) (const CwLink *link,
                                          gboolean supported,
                                          gpointer user_data);

gboolean cw_checked_links_visit (CwConnection *connection,
                                 CwCheckedLinkVisitor visitor,
                                 gpointer user_data,
                                 GError **error);

G_END_DECLS
