/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include "app/compat.h"
#include "app/shortcuts.h"
#include "app/window.h"
#include "config.h"
#include "workspace/starter-open.h"
#include "workspace/starter.h"

#include <glib/gi18n.h>

#define MAX_RECENT 10

struct _CwApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  GMenu *recent_menu;
  gboolean starts_with_default;
  gboolean opening_default; /* whether the user's own document is on its way */
};

G_DEFINE_FINAL_TYPE (CwApplication, cw_application, ADW_TYPE_APPLICATION)

static CwWindow *
find_window (CwApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      g_autoptr (GFile) open = NULL;

      if (!CW_IS_WINDOW (l->data))
        continue;
      open = g_file_new_for_path (cw_document_get_path (
        cw_session_get_document (cw_window_get_session (CW_WINDOW (l->data)))));
      if (g_file_equal (open, file))
        return CW_WINDOW (l->data);
    }

  return NULL;
}

static void
fill_recent_menu (CwApplication *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-documents");

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

/* The newest first, each once. */
static void
remember (CwApplication *self, const char *path)
{
  g_auto (GStrv) old = g_settings_get_strv (self->settings, "recent-documents");
  g_autoptr (GPtrArray) now = g_ptr_array_new ();

  g_ptr_array_add (now, (gpointer) path);
  for (guint i = 0; old[i] != NULL && now->len < MAX_RECENT; i++)
    {
      if (!g_str_equal (old[i], path))
        g_ptr_array_add (now, old[i]);
    }
  g_ptr_array_add (now, NULL);
  g_settings_set_strv (self->settings, "recent-documents", (const char *const *) now->pdata);
}

typedef struct
{
  CwApplication *application;
  GFile *file;
  GtkWindow *parent;
} Opening;

static void
opening_free (Opening *opening)
{
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_object_unref (opening->file);
  g_clear_weak_pointer (&opening->parent);
  g_free (opening);
}

static Opening *
opening_new (CwApplication *self, GFile *file, GtkWindow *parent)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->application = g_object_ref (self);
  opening->file = g_object_ref (file);
  g_set_weak_pointer (&opening->parent, parent);
  g_application_hold (G_APPLICATION (self));

  return opening;
}

static void
on_failure_answered (const char *response, gpointer user_data)
{
  Opening *opening = user_data;

  if (g_str_equal (response, "read-only"))
    cw_application_open_file (opening->application, opening->file, TRUE, opening->parent);
  opening_free (opening);
}

static void
show_failure (Opening *opening, const GError *error)
{
  const CwAnswer plain[] = { { "close", _ ("_Close") }, { NULL, NULL } };
  const CwAnswer with_read_only[] = { { "close", _ ("_Cancel") },
                                      { "read-only", _ ("Open _Read-Only") },
                                      { NULL, NULL } };
  gboolean offer = cw_document_classify_error (error) == CW_DOCUMENT_PROBLEM_NOT_WRITABLE;

  cw_compat_ask (opening->parent, _ ("Document not opened"), error->message,
                 offer ? with_read_only : plain, offer ? "read-only" : NULL, on_failure_answered,
                 opening);
}

static void
show_document (Opening *opening, CwDocument *document)
{
  GtkWidget *window = cw_window_new (GTK_APPLICATION (opening->application), document);

  gtk_window_present (GTK_WINDOW (window));
  remember (opening->application, cw_document_get_path (document));
  opening_free (opening);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_document_open_finish (result, &error);

  if (document == NULL)
    show_failure (opening, error);
  else
    show_document (opening, document);
}

/**
 * cw_application_open_file:
 * @self: the application
 * @file: a document
 * @read_only: whether to leave it as it is in any case
 * @parent: (nullable): the window from which it is opened, for questions
 *
 * Opens a document in a window of its own, or shows the window in which it is open already.
 */
void
cw_application_open_file (CwApplication *self, GFile *file, gboolean read_only, GtkWindow *parent)
{
  CwWindow *window = find_window (self, file);
  g_autofree char *path = g_file_get_path (file);
  Opening *opening;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  opening = opening_new (self, file, parent);
  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                              _ ("“%s” is not a file on this computer"), uri);

      show_failure (opening, error);
      return;
    }
  cw_document_open_async (path, read_only, NULL, on_opened, opening);
}

/**
 * cw_application_has_open:
 * @self: the application
 * @file: a file
 *
 * Returns: whether it is a document that a window shows
 */
gboolean
cw_application_has_open (CwApplication *self, GFile *file)
{
  return find_window (self, file) != NULL;
}

static void
on_default_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_starter_open_default_finish (result, &error);

  opening->application->opening_default = FALSE;
  if (document == NULL)
    show_failure (opening, error);
  else
    show_document (opening, document);
}

static void
open_default (CwApplication *self)
{
  g_autofree char *path = cw_starter_get_default_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->opening_default = TRUE;
  cw_starter_open_default_async (on_default_opened, opening_new (self, file, NULL));
}

static void
cw_application_activate (GApplication *application)
{
  CwApplication *self = CW_APPLICATION (application);
  g_autofree char *path = cw_starter_get_default_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CwWindow *window = find_window (self, file);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else if (!self->opening_default)
    open_default (self);
}

static void
cw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    cw_application_open_file (CW_APPLICATION (application), files[i], FALSE, NULL);
}

static void
open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CwApplication *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  cw_application_open_file (self, file, FALSE,
                            gtk_application_get_active_window (GTK_APPLICATION (self)));
}

/* Each window is asked to close, so that each saves what is being typed. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
apply_color_scheme (CwApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme adw_scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    adw_scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    adw_scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), adw_scheme);
}

static void
cw_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "open-recent", .activate = open_recent, .parameter_type = "s" },
    { .name = "quit", .activate = quit },
  };
  CwApplication *self = CW_APPLICATION (application);
  g_autoptr (GAction) color_scheme = NULL;

  /* Meanwhile GTK starts. */
  if (self->starts_with_default)
    open_default (self);
  G_APPLICATION_CLASS (cw_application_parent_class)->startup (application);

  self->settings = g_settings_new (CW_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  color_scheme = g_settings_create_action (self->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  cw_shortcuts_set_accels (GTK_APPLICATION (self));

  self->recent_menu = gtk_application_get_menu_by_id (GTK_APPLICATION (self), "recent");
  g_signal_connect_object (self->settings, "changed::recent-documents",
                           G_CALLBACK (fill_recent_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                           self, G_CONNECT_SWAPPED);
  fill_recent_menu (self);
  apply_color_scheme (self);
}

static void
cw_application_finalize (GObject *object)
{
  CwApplication *self = CW_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cw_application_parent_class)->finalize (object);
}

static void
cw_application_class_init (CwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_application_finalize;
  application_class->activate = cw_application_activate;
  application_class->open = cw_application_open;
  application_class->startup = cw_application_startup;
}

static void
cw_application_init (CwApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE, _ ("Print the version and exit"), NULL);
}

/**
 * cw_application_new:
 * @starts_with_default: whether it is certain that the first thing to do is to show the user's own
 *   document, which is then opened while GTK starts
 *
 * Returns: (transfer full): the application
 */
CwApplication *
cw_application_new (gboolean starts_with_default)
{
  CwApplication *self = g_object_new (CW_TYPE_APPLICATION, "application-id", CW_APPLICATION_ID,
                                      "flags", G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                                      "/io/github/listcrosswalk/Crosswalk", NULL);

  self->starts_with_default = starts_with_default;

  return self;
}
