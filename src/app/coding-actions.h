/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_CODING_ACTIONS (cw_coding_actions_get_type ())

/**
 * CwCodingActions:
 *
 * What a person can do to the codings of a session's document, as actions of the group "coding":
 * show (a coding's id, 0 for the agreed mapping), new, and of the coding that is shown: done, reopen,
 * rename, delete.
 */
G_DECLARE_FINAL_TYPE (CwCodingActions, cw_coding_actions, CW, CODING_ACTIONS, GObject)

CwCodingActions *cw_coding_actions_new (CwSession *session, GtkWidget *window);
GActionGroup *cw_coding_actions_get_group (CwCodingActions *self);

G_END_DECLS
