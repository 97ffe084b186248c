/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's window with a large list, and with many mappings.
 * Usage: crosswalk-bench-window large|ribbons|table [--short] */
#include "window-bench.h"

#include "app/application.h"
#include "app/window.h"
#include "folder.h"
#include "frames.h"

BenchWindow *
bench_window_new (GtkApplication *application, const char *path)
{
  BenchWindow *self = g_new0 (BenchWindow, 1);

  self->document = bench_document_open (path);
  self->window = cw_window_new (application, self->document);
  self->session = cw_window_get_session (CW_WINDOW (self->window));
  self->page = cw_window_get_compare_page (CW_WINDOW (self->window));

  return self;
}

void
bench_window_free (BenchWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  cw_document_close (self->document);
  g_object_unref (self->document);
  g_free (self);
}

void
bench_window_set_list (BenchWindow *self, CwSide side, const char *key)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  g_ptr_array_add (lists, cw_document_find_list (self->document, key));
  cw_session_set_lists (self->session, side, lists);
}

GtkWidget *
bench_window_get_view (BenchWindow *self, CwSide side)
{
  return cw_list_pane_get_view (cw_compare_page_get_pane (self->page, side));
}

static GtkApplication *
make_application (void)
{
  CwApplication *application = cw_application_new (FALSE);
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return GTK_APPLICATION (application);
}

int
main (int argc, char *argv[])
{
  gboolean brief = argc > 2 && g_str_equal (argv[2], "--short");
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GtkApplication) application = make_application ();

  if (argc > 1 && g_str_equal (argv[1], "large"))
    {
      bench_large_list (application, folder, brief);
      return 0;
    }
  if (argc > 1 && g_str_equal (argv[1], "ribbons"))
    {
      bench_ribbons (application, folder, 1000, brief);
      if (!brief)
        bench_ribbons (application, folder, 10000, brief);
      return 0;
    }
  if (argc > 1 && g_str_equal (argv[1], "table"))
    {
      g_autofree char *shell = g_find_program_in_path ("sqlite3");

      if (shell == NULL)
        {
          g_printerr ("sqlite3 was not found\n");
          return 77;
        }
      bench_large_table (application, folder, shell, brief);
      return 0;
    }

  g_printerr ("Usage: crosswalk-bench-window large|ribbons|table [--short]\n");

  return 2;
}
