/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-files.h"

#include "app/compat.h"
#include "app/import-dialog.h"

#include <glib/gi18n.h>

/* How lists leave and enter as files. */

typedef struct
{
  GtkWindow *window;
  CwSession *session;
  CwList *list;
  CwListFileFormat format;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_object_unref (export->session);
  g_object_unref (export->list);
  g_free (export);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;

  if (!cw_list_file_save (export->list, export->format, file, &error))
    cw_session_fail (export->session, error->message);
  export_free (export);
}

static void
on_format_chosen (const char *response, gpointer user_data)
{
  Export *export = user_data;
  g_autofree char *name = NULL;

  if (!cw_list_file_format_from_key (response, &export->format))
    {
      export_free (export);
      return;
    }

  name = cw_list_file_suggest_name (export->list, export->format);
  cw_compat_save_file (export->window, _ ("Export list"), name, on_file_chosen, export);
}

/**
 * cw_list_files_export:
 * @window: where to ask
 * @session: which is told of failures
 * @list: the list
 *
 * Asks in which format and where to, and writes the file.
 */
void
cw_list_files_export (GtkWindow *window, CwSession *session, CwList *list)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *heading = NULL;
  const CwAnswer answers[] = {
    { "json", _ ("_JSON") },    { "csv", _ ("_CSV") }, { "jskos", _ ("JS_KOS") },
    { "close", _ ("_Cancel") }, { NULL, NULL },
  };

  export->window = g_object_ref (window);
  export->session = g_object_ref (session);
  export->list = g_object_ref (list);
  /* Translators: %s is the title of a list */
  heading = g_strdup_printf (_ ("Export “%s” as"),
                             cw_list_get_short_title (list, cw_session_get_languages (session)));
  cw_compat_ask (window, heading,
                 _ ("JSON keeps everything and can be imported again as it is. CSV is for "
                    "spreadsheets and has the items without the card. JSKOS is a concept scheme "
                    "for vocabulary software."),
                 answers, "json", on_format_chosen, export);
}

typedef struct
{
  GtkWindow *window;
  CwSession *session;
  CwListImported imported;
  gpointer data;
} Import;

static void
on_imported (CwImportDialog *dialog, const char *key, Import *import)
{
  import->imported (key, import->data);
}

static void
import_free (gpointer data, GClosure *closure)
{
  Import *import = data;

  g_object_unref (import->window);
  g_object_unref (import->session);
  g_free (import);
}

static void
show_import (Import *import, GFile *file)
{
  const char *first = cw_session_get_languages (import->session)[0];
  g_autoptr (GError) error = NULL;
  CwListImport *list_import = cw_list_import_open (file, first != NULL ? first : "en", &error);
  GtkWidget *dialog;

  if (list_import == NULL)
    {
      const CwAnswer answers[] = { { "close", _ ("_Close") }, { NULL, NULL } };

      cw_compat_ask (import->window, _ ("The file cannot be imported"), error->message, answers,
                     NULL, NULL, NULL);
      import_free (import, NULL);
      return;
    }

  dialog = cw_import_dialog_new (import->session, list_import);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), import->window);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_data (dialog, "imported", G_CALLBACK (on_imported), import, import_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_import_chosen (GFile *file, gpointer user_data)
{
  show_import (user_data, file);
}

static Import *
import_new (GtkWindow *window, CwSession *session, CwListImported imported, gpointer data)
{
  Import *import = g_new0 (Import, 1);

  import->window = g_object_ref (window);
  import->session = g_object_ref (session);
  import->imported = imported;
  import->data = data;

  return import;
}

/**
 * cw_list_files_import_file:
 * @window: where to ask
 * @session: whose document gets the list
 * @file: a list file
 * @imported: called with the new list's key
 * @data: for @imported
 *
 * Shows what a file would become, and imports it if the person agrees.
 */
void
cw_list_files_import_file (GtkWindow *window,
                           CwSession *session,
                           GFile *file,
                           CwListImported imported,
                           gpointer data)
{
  show_import (import_new (window, session, imported, data), file);
}

/**
 * cw_list_files_import:
 * @window: where to ask
 * @session: whose document gets the list
 * @imported: called with the new list's key
 * @data: for @imported
 *
 * Asks for a file and imports it.
 */
void
cw_list_files_import (GtkWindow *window, CwSession *session, CwListImported imported, gpointer data)
{
  cw_compat_open_file (window, _ ("Import list"), _ ("Lists (JSON, CSV, JSKOS)"), "*",
                       on_import_chosen, import_new (window, session, imported, data));
}
