/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_FORM (cw_list_form_get_type ())

/**
 * CwListForm:
 *
 * A list's card: of a list of the user's own as fields to fill in, of another as text.
 */
G_DECLARE_FINAL_TYPE (CwListForm, cw_list_form, CW, LIST_FORM, GtkWidget)

void cw_list_form_set_session (CwListForm *self, CwSession *session);
void cw_list_form_show (CwListForm *self, CwList *list);
void cw_list_form_flush (CwListForm *self);

G_END_DECLS
