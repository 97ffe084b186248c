/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What changed between the oldest and the newest GTK and libadwaita this program runs with is
 * called here and nowhere else. */

/**
 * CwFileChosen:
 * @file: the file that was chosen
 * @user_data: as given
 *
 * Not called where the person thought better of it.
 */
typedef void (*CwFileChosen) (GFile *file, gpointer user_data);

void cw_compat_open_file (GtkWindow *parent,
                          const char *title,
                          const char *filter_name,
                          const char *patterns,
                          CwFileChosen chosen,
                          gpointer user_data);
void cw_compat_save_file (GtkWindow *parent,
                          const char *title,
                          const char *name,
                          CwFileChosen chosen,
                          gpointer user_data);

/**
 * CwAnswered:
 * @response: the answer's id, "close" where the dialog was dismissed
 * @user_data: as given
 */
typedef void (*CwAnswered) (const char *response, gpointer user_data);

/**
 * CwAnswer:
 * @id: names the answer to the program
 * @label: what stands on its button, with an underline before the letter of its key
 *
 * A button of a question; an array of them ends with a %NULL id.
 */
typedef struct
{
  const char *id;
  const char *label;
} CwAnswer;

void cw_compat_ask (GtkWindow *parent,
                    const char *heading,
                    const char *body,
                    const CwAnswer *answers,
                    const char *suggested,
                    CwAnswered answered,
                    gpointer user_data);
void cw_compat_show_about (GtkWindow *parent);
void cw_compat_show_file (GtkWindow *parent, GFile *file);
void cw_compat_show_folder (GtkWindow *parent, GFile *file);

G_END_DECLS
