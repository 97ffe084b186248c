/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CwTableChoice:
 *
 * What is chosen from.
 */
typedef enum
{
  CW_TABLE_CHOICE_RELATION,
  CW_TABLE_CHOICE_STATUS,
  CW_TABLE_CHOICE_REASON,
} CwTableChoice;

/**
 * CwTableChosen:
 * @value: a relation, status or reason
 * @user_data: the caller's
 */
typedef void (*CwTableChosen) (guint value, gpointer user_data);

/**
 * CwTableMovedOn:
 * @by: 1 for the next cell, -1 for the one before, 0 to stay
 * @user_data: the caller's
 */
typedef void (*CwTableMovedOn) (int by, gpointer user_data);

void cw_table_choice_popup (GtkWidget *cell,
                            CwTableChoice choice,
                            guint current,
                            CwTableChosen chosen,
                            CwTableMovedOn moved_on,
                            gpointer user_data);

G_END_DECLS
