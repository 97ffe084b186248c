/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "app/mapping-editor.h"
#include "app/window.h"
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "widgets.h"

#include <sqlite3.h>

/* The whole program in a process of its own, that ends when its window is closed. */

/* Keeps the writer waiting, as a slow disk does. */
static sqlite3 *
lock (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  return database;
}

/* A thread of its own, since closing may wait for the writer. */
static gpointer
unlock (gpointer queue)
{
  sqlite3 *database = g_async_queue_pop (queue);

  g_assert_cmpint (sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  g_async_queue_unref (queue);

  return NULL;
}

/* The lock is let go as soon as the window is. */
static void
on_destroy (GtkWidget *window, sqlite3 *database)
{
  GAsyncQueue *queue = g_object_get_data (G_OBJECT (window), "queue");

  g_async_queue_push (queue, database);
}

static void
lock_until_closed (GtkWindow *window, const char *path)
{
  GAsyncQueue *queue = g_async_queue_new ();

  g_object_set_data_full (G_OBJECT (window), "queue", g_async_queue_ref (queue),
                          (GDestroyNotify) g_async_queue_unref);
  g_signal_connect (window, "destroy", G_CALLBACK (on_destroy), lock (path));
  g_thread_unref (g_thread_new ("unlock", unlock, queue));
}

static void
on_mapping_changed (CwSession *session, GtkWindow *window)
{
  GtkWidget *editor = widget_find (GTK_WIDGET (window), CW_TYPE_MAPPING_EDITOR);
  GtkWidget *view = widget_find (widget_part (editor, "rationale"), GTK_TYPE_TEXT_VIEW);

  if (cw_session_get_mapping (session) == NULL)
    return;

  g_signal_handlers_disconnect_by_func (session, on_mapping_changed, window);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Typed last", -1);
  lock_until_closed (window, cw_document_get_path (cw_session_get_document (session)));
  gtk_window_close (window);
}

static void
on_links_changed (CwSession *session, GtkWindow *window)
{
  CwDocument *document = cw_session_get_document (session);

  if (cw_link_index_get_n_links (cw_session_get_links (session)) == 0)
    return;

  g_signal_handlers_disconnect_by_func (session, on_links_changed, window);
  g_signal_connect (session, "mapping-changed", G_CALLBACK (on_mapping_changed), window);
  cw_session_select (session, CW_SIDE_LEFT, test_document_get_item (document, TEST_LEFT, "1"));
}

static gboolean
begin (gpointer user_data)
{
  CwSession *session = cw_window_get_session (user_data);
  CwDocument *document = cw_session_get_document (session);
  g_autoptr (GPtrArray) left = test_document_get_lists (document, TEST_LEFT, NULL);
  g_autoptr (GPtrArray) right = test_document_get_lists (document, TEST_RIGHT, NULL);

  g_signal_connect (session, "links-changed", G_CALLBACK (on_links_changed), user_data);
  cw_session_set_lists (session, CW_SIDE_LEFT, left);
  cw_session_set_lists (session, CW_SIDE_RIGHT, right);

  return G_SOURCE_REMOVE;
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  /* It has its document when it is put together. */
  if (CW_IS_WINDOW (window))
    g_idle_add (begin, window);
}

static void
test_program (void)
{
  g_autoptr (CwApplication) application = cw_application_new (FALSE);
  char *arguments[] = { (char *) "crosswalk", (char *) g_getenv ("CW_TEST_DOCUMENT"), NULL };

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 2, arguments), ==, 0);
}

/* The program does not end before what was typed last is on disk, and leaves one file. */
static void
test_typed_last (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autofree char *sql =
    g_strdup_printf ("SELECT rationale FROM mapping WHERE id = %d", TEST_MAPPING_FULL);
  g_autofree char *saved = NULL;
  g_autofree char *names = NULL;

  g_setenv ("CW_TEST_DOCUMENT", path, TRUE);
  g_test_trap_subprocess ("/quit/subprocess/program", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "small.crosswalk");
  saved = test_database_get_text (path, sql);
  g_assert_cmpstr (saved, ==, "Typed last");
  test_database_check (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quit/typed-last", test_typed_last);
  g_test_add_func ("/quit/subprocess/program", test_program);

  return g_test_run ();
}
