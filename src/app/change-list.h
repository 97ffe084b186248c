/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "workspace/history.h"

G_BEGIN_DECLS

#define CW_TYPE_CHANGE_LIST (cw_change_list_get_type ())

/**
 * CwChangeList:
 *
 * What was done, before and after: by one step to its mappings, or to one mapping by its steps.
 */
G_DECLARE_FINAL_TYPE (CwChangeList, cw_change_list, CW, CHANGE_LIST, GtkWidget)

void cw_change_list_clear (CwChangeList *self);
void cw_change_list_show_step (CwChangeList *self,
                               CwSession *session,
                               const CwHistoryStep *step,
                               const CwStepChanges *changes);
void cw_change_list_show_mapping (CwChangeList *self,
                                  CwSession *session,
                                  GPtrArray *steps,
                                  GPtrArray *changes,
                                  gboolean more);

G_END_DECLS
