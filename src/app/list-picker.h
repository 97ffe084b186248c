/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_LIST_PICKER (cw_list_picker_get_type ())

/**
 * CwListPicker:
 *
 * Lets a person choose one or several lists, grouped by jurisdiction.
 *
 * Signals: picked (the lists that are chosen now).
 */
G_DECLARE_FINAL_TYPE (CwListPicker, cw_list_picker, CW, LIST_PICKER, GtkPopover)

void cw_list_picker_set_lists (CwListPicker *self,
                               GPtrArray *lists,
                               GPtrArray *chosen,
                               const char *const *languages);
void cw_list_picker_set_languages (CwListPicker *self, const char *const *languages);
const char *cw_list_picker_get_jurisdiction (CwList *list);

G_END_DECLS
