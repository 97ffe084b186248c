/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/inspector.h"
#include "app/print-operation.h"
#include "app/table-page.h"

#include <glib/gi18n.h>

/* What is seen goes to the printer. */

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, CwWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    cw_window_show_message (self, error->message);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwWindow) self = user_data;
  CwDocument *document = CW_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  CwPrintout *printout = cw_document_print_finish (document, result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  /* The window was closed meanwhile. */
  if (self->session == NULL)
    {
      cw_printout_free (printout);
      return;
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", TRUE);
  if (printout == NULL)
    {
      cw_window_show_message (self, error->message);
      return;
    }

  operation = cw_print_operation_new (printout, cw_document_get_title (document));
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), self, 0);
  /* What fails is told by on_done(). */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwExport *settings = cw_export_new (cw_concordance_format_find ("pdf"),
                                      cw_session_get_lists (self->session, CW_SIDE_LEFT),
                                      cw_session_get_lists (self->session, CW_SIDE_RIGHT),
                                      cw_session_get_languages (self->session), FALSE);

  settings->coding_id = cw_session_get_coding (self->session);
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->pages)), "table") ==
      0)
    {
      g_autoptr (GArray) rows = cw_table_page_get_ids (CW_TABLE_PAGE (self->table_page));

      cw_export_set_chosen (settings, rows);
    }
  cw_inspector_flush (CW_INSPECTOR (self->inspector));
  gtk_widget_action_set_enabled (widget, "win.print", FALSE);
  cw_document_print_async (cw_session_get_document (self->session), settings, NULL, on_gathered,
                           g_object_ref (self));
}

void
_cw_window_install_print_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
}
