/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat.h"

#include "config.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  CwFileChosen chosen;
  gpointer user_data;
} Choice;

static void
on_file_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (GtkFileChooserNative) chooser = choice->chooser;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_hide (dialog);
  if (file != NULL)
    choice->chosen (file, choice->user_data);
}

static void
show_chooser (GtkFileChooserNative *chooser, CwFileChosen chosen, gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->chooser = chooser;
  choice->chosen = chosen;
  choice->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * cw_compat_open_file:
 * @parent: the window it belongs to
 * @title: of the dialog
 * @filter_name: what kind of files
 * @patterns: globs for their names, with ";" between them
 * @chosen: called with the file
 * @user_data: for @chosen
 */
void
cw_compat_open_file (GtkWindow *parent,
                     const char *title,
                     const char *filter_name,
                     const char *patterns,
                     CwFileChosen chosen,
                     gpointer user_data)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                 _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) globs = g_strsplit (patterns, ";", -1);

  gtk_file_filter_set_name (filter, filter_name);
  for (guint i = 0; globs[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, globs[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  show_chooser (chooser, chosen, user_data);
}

/**
 * cw_compat_save_file:
 * @parent: the window it belongs to
 * @title: of the dialog
 * @name: the name that is offered
 * @chosen: called with the file; the person has agreed to replace one that exists
 * @user_data: for @chosen
 */
void
cw_compat_save_file (GtkWindow *parent,
                     const char *title,
                     const char *name,
                     CwFileChosen chosen,
                     gpointer user_data)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                 _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (chooser, chosen, user_data);
}

typedef struct
{
  CwAnswered answered;
  gpointer user_data;
} Question;

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autofree Question *question = user_data;

  if (question->answered != NULL)
    question->answered (response, question->user_data);
}

/**
 * cw_compat_ask:
 * @parent: (nullable): the window it belongs to
 * @heading: in a few words
 * @body: what it is about
 * @answers: the buttons
 * @suggested: (nullable): id of the one that is suggested
 * @answered: (nullable): called with the answer
 * @user_data: for @answered
 */
void
cw_compat_ask (GtkWindow *parent,
               const char *heading,
               const char *body,
               const CwAnswer *answers,
               const char *suggested,
               CwAnswered answered,
               gpointer user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  question->answered = answered;
  question->user_data = user_data;
  for (guint i = 0; answers[i].id != NULL; i++)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id, answers[i].label);
  if (suggested != NULL)
    {
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), suggested,
                                                  ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), suggested);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * cw_compat_show_about:
 * @parent: the window it belongs to
 */
void
cw_compat_show_about (GtkWindow *parent)
{
  const char *developers[] = { "Crosswalk project", NULL };

  adw_show_about_window (
    parent, "application-name", _ ("Crosswalk"), "application-icon", CW_APPLICATION_ID, "version",
    CW_VERSION, "developer-name", _ ("The Crosswalk project"), "developers", developers,
    "license-type", GTK_LICENSE_GPL_3_0, "website", "https://listcrosswalk.github.io/", "comments",
    _ ("Government technology lists side by side. The lists’ wording comes from the documents "
       "named in each list’s card, and not all of it was checked. The starter mapping is an "
       "editorial draft; a link does not mean that a rule that names one item applies to the "
       "other."),
    /* Translators: your names, one a line */
    "translator-credits", _ ("translator-credits"), NULL);
}

/**
 * cw_compat_show_file:
 * @parent: the window it belongs to
 * @file: a file
 *
 * Opens the file with the program that is meant for it.
 */
void
cw_compat_show_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

typedef struct
{
  GtkWindow *parent; /* NULL once it is gone */
  GFile *file;
} Folder;

static void
folder_free (Folder *folder)
{
  g_clear_weak_pointer (&folder->parent);
  g_object_unref (folder->file);
  g_free (folder);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

static void
on_items_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Folder) folder = user_data;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (folder->file);

  if (answer == NULL && parent != NULL && folder->parent != NULL)
    cw_compat_show_file (folder->parent, parent);
}

/**
 * cw_compat_show_folder:
 * @parent: the window it belongs to
 * @file: a file
 *
 * Shows the file in its folder: with the file manager that the desktop names
 * (org.freedesktop.FileManager1), else by opening the folder.
 */
void
cw_compat_show_folder (GtkWindow *parent, GFile *file)
{
  GDBusConnection *bus =
    g_application_get_dbus_connection (G_APPLICATION (gtk_window_get_application (parent)));
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };
  g_autoptr (GFile) folder_file = g_file_get_parent (file);
  Folder *folder;

  if (bus == NULL)
    {
      if (folder_file != NULL)
        cw_compat_show_file (parent, folder_file);
      return;
    }

  folder = g_new0 (Folder, 1);
  g_set_weak_pointer (&folder->parent, parent);
  folder->file = g_object_ref (file);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_items_shown, folder);
}
