/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/application.h"
#include "app/compat.h"
#include "app/inspector.h"
#include "workspace/document-json.h"

#include <glib/gi18n.h>
#include <string.h>

/* The whole document as JSON: written, and made a document again. */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  cw_document_export_json_finish (CW_DOCUMENT (source), result, &error);
  _cw_window_finish_export (self, error);
}

static void
on_export_file_chosen (GFile *file, gpointer user_data)
{
  CwWindow *self = user_data;

  _cw_window_begin_export (self, file);
  cw_inspector_flush (CW_INSPECTOR (self->inspector));
  cw_document_export_json_async (cw_session_get_document (self->session), file,
                                 self->export_cancellable, on_exported, g_object_ref (self));
}

static void
export_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autofree char *name =
    g_strconcat (cw_document_get_title (cw_session_get_document (self->session)), ".crosswalk.json",
                 NULL);

  cw_compat_save_file (GTK_WINDOW (self), _ ("Export everything"), name, on_export_file_chosen,
                       self);
}

typedef struct
{
  CwWindow *window;
  GFile *json;
  GFile *document;
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->window);
  g_object_unref (import->json);
  g_object_unref (import->document);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) import = user_data;
  GtkWindow *window = GTK_WINDOW (import->window);
  g_autoptr (GError) error = NULL;

  if (!cw_document_import_json_finish (result, &error))
    cw_window_show_message (import->window, error->message);
  /* Where the window was closed meanwhile, nobody waits for the document. */
  else if (gtk_window_get_application (window) != NULL)
    cw_application_open_file (CW_APPLICATION (gtk_window_get_application (window)),
                              import->document, FALSE, window);
}

static void
on_document_file_chosen (GFile *file, gpointer user_data)
{
  CwWindow *self = user_data;
  g_autofree char *path = _cw_window_get_new_path (self, file);
  Import *import;

  if (path == NULL)
    return;

  import = g_new0 (Import, 1);
  import->window = g_object_ref (self);
  import->json = g_steal_pointer (&self->imported);
  import->document = g_object_ref (file);
  cw_document_import_json_async (import->json, path, CW_JSON_IMPORT_REPLACE, NULL, on_imported,
                                 import);
}

/* "study.crosswalk.json" and "study.json" both become "study.crosswalk". */
static char *
name_document (GFile *json)
{
  static const char *const suffixes[] = { ".json", ".crosswalk" };
  g_autofree char *name = g_file_get_basename (json);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (name, suffixes[i]) && strlen (name) > strlen (suffixes[i]))
        name[strlen (name) - strlen (suffixes[i])] = '\0';
    }

  return g_strconcat (name, ".crosswalk", NULL);
}

/*
 * _cw_window_import_document:
 * @self: a window
 * @json: a file of a whole document
 *
 * Asks where the document is to be, makes it, and opens it.
 */
void
_cw_window_import_document (CwWindow *self, GFile *json)
{
  g_autofree char *name = name_document (json);

  g_set_object (&self->imported, json);
  cw_compat_save_file (GTK_WINDOW (self), _ ("Save as document"), name, on_document_file_chosen,
                       self);
}

void
_cw_window_install_json_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-document", NULL, export_document);
}
