/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/edit-actions.h"

G_BEGIN_DECLS

#define CW_TYPE_INSPECTOR (cw_inspector_get_type ())

/**
 * CwInspector:
 *
 * The current mapping and the item selected last, beside any page.
 */
G_DECLARE_FINAL_TYPE (CwInspector, cw_inspector, CW, INSPECTOR, GtkWidget)

void cw_inspector_set_session (CwInspector *self, CwSession *session, CwEditActions *actions);
void cw_inspector_flush (CwInspector *self);

G_END_DECLS
