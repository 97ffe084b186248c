/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cw_list_card_new_facts (CwList *list, const char *const *languages);
GtkWidget *cw_list_card_new_widget (CwList *list, const char *const *languages);

G_END_DECLS
