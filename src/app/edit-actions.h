/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_EDIT_ACTIONS (cw_edit_actions_get_type ())

/**
 * CwEditActions:
 *
 * What a person can do to the document of a session, as actions of the group "edit": link, absence,
 * delete, undo, redo, copy. The same from keys, menus, buttons and dropping.
 */
G_DECLARE_FINAL_TYPE (CwEditActions, cw_edit_actions, CW, EDIT_ACTIONS, GObject)

CwEditActions *cw_edit_actions_new (CwSession *session, GtkWidget *window);
GActionGroup *cw_edit_actions_get_group (CwEditActions *self);
void cw_edit_actions_patch (CwEditActions *self,
                            CwStepKind kind,
                            gint64 mapping_id,
                            const CwMapping *values,
                            CwMappingFields fields);

G_END_DECLS
