/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/application.h"
#include "app/compat.h"
#include "app/inspector.h"
#include "workspace/starter.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a window does with whole documents and files. */

static CwApplication *
get_application (CwWindow *self)
{
  return CW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* A document's name is that of its file without the suffix. */
static char *
get_title_for (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".crosswalk"))
    name[strlen (name) - strlen (".crosswalk")] = '\0';

  return g_filename_display_name (name);
}

typedef struct
{
  CwWindow *window;
  CwStarter starter;
} New;

/* Where a new document can be made, or NULL after a message that says why it cannot. */
char *
_cw_window_get_new_path (CwWindow *self, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      cw_window_show_message (self, _ ("A document can only be made on this computer"));
      return NULL;
    }
  if (cw_application_has_open (get_application (self), file))
    {
      cw_window_show_message (self, _ ("That document is open and cannot be replaced"));
      g_clear_pointer (&path, g_free);
    }

  return path;
}

static void
on_new_file_chosen (GFile *file, gpointer user_data)
{
  g_autofree New *new = user_data;
  g_autofree char *path = _cw_window_get_new_path (new->window, file);
  g_autofree char *title = get_title_for (file);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (!cw_starter_create_document (path, title, new->starter, &error))
    {
      cw_window_show_message (new->window, error->message);
      return;
    }

  cw_application_open_file (get_application (new->window), file, FALSE, GTK_WINDOW (new->window));
}

static void
on_new_answered (const char *response, gpointer user_data)
{
  CwWindow *self = user_data;
  New *new;

  if (g_str_equal (response, "close"))
    return;

  new = g_new0 (New, 1);
  new->window = self;
  new->starter = g_str_equal (response, "mapped") ? CW_STARTER_MAPPED : CW_STARTER_EMPTY;
  cw_compat_save_file (GTK_WINDOW (self), _ ("New document"),
                       /* Translators: the name of a new file; keep the suffix */
                       _ ("New crosswalk.crosswalk"), on_new_file_chosen, new);
}

static void
new_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const CwAnswer answers[] = {
    { "close", _ ("_Cancel") },
    { "empty", _ ("_Lists only") },
    { "mapped", _ ("With _starter mapping") },
    { NULL, NULL },
  };

  cw_compat_ask (GTK_WINDOW (widget), _ ("New document"),
                 _ ("A new document has all the lists that come with the program. The starter "
                    "mapping is an editorial draft between the Chinese and the US lists."),
                 answers, "empty", on_new_answered, widget);
}

static void
on_open_file_chosen (GFile *file, gpointer user_data)
{
  CwWindow *self = user_data;
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".json"))
    _cw_window_import_document (self, file);
  else
    cw_application_open_file (get_application (self), file, FALSE, GTK_WINDOW (self));
}

static void
open_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cw_compat_open_file (GTK_WINDOW (widget), _ ("Open document"), _ ("Crosswalk documents"),
                       "*.crosswalk;*.json", on_open_file_chosen, widget);
}

static void
on_copy_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  cw_window_show_message (self, cw_document_save_copy_finish (CW_DOCUMENT (source), result, &error)
                                  ? _ ("Copy saved")
                                  : error->message);
}

static void
on_copy_file_chosen (GFile *file, gpointer user_data)
{
  CwWindow *self = user_data;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || cw_application_has_open (get_application (self), file))
    {
      cw_window_show_message (self, _ ("That document is open and cannot be replaced"));
      return;
    }

  cw_inspector_flush (CW_INSPECTOR (self->inspector));
  cw_document_save_copy_async (cw_session_get_document (self->session), path, NULL, on_copy_saved,
                               g_object_ref (self));
}

static void
save_copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  /* Translators: the name of a copy of a document; %s is the document's title; keep the suffix */
  g_autofree char *name =
    g_strdup_printf (_ ("%s (copy).crosswalk"),
                     cw_document_get_title (cw_session_get_document (self->session)));

  cw_compat_save_file (GTK_WINDOW (widget), _ ("Save a copy"), name, on_copy_file_chosen, widget);
}

static void
show_about (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cw_compat_show_about (GTK_WINDOW (widget));
}

void
_cw_window_install_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_document);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_document);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy);
  _cw_window_install_json_action (widget_class);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, show_about);
}
