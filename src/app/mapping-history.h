/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_MAPPING_HISTORY (cw_mapping_history_get_type ())

/**
 * CwMappingHistory:
 *
 * What was done to the current mapping, by whom and when, the newest first; folded away, and read
 * only when unfolded.
 */
G_DECLARE_FINAL_TYPE (CwMappingHistory, cw_mapping_history, CW, MAPPING_HISTORY, GtkWidget)

void cw_mapping_history_set_session (CwMappingHistory *self, CwSession *session);

G_END_DECLS
