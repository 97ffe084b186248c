/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include "app/compat.h"

#include <glib/gi18n.h>

/* What others do to the document while this window shows it. */

typedef struct
{
  CwWindow *window;
  CwEdit *edit;
} Conflict;

static void
on_answered (const char *response, gpointer user_data)
{
  g_autofree Conflict *conflict = user_data;

  if (g_str_equal (response, "again") && conflict->window->session != NULL)
    cw_session_apply (conflict->window->session, conflict->edit);
  else
    cw_edit_free (conflict->edit);
  g_object_unref (conflict->window);
}

static void
on_conflict (CwSession *session, const char *message, CwEdit *edit, CwWindow *self)
{
  const CwAnswer answers[] = { { "close", _ ("_Keep theirs") },
                               { "again", _ ("_Make my edit") },
                               { NULL, NULL } };
  Conflict *conflict = g_new0 (Conflict, 1);
  g_autofree char *body =
    /* Translators: %s is a sentence such as “Ann changed this at 10:32, after you last saw it.” */
    g_strdup_printf (_ ("%s Your edit was not made. What stands there now is shown in the window."),
                     message);

  conflict->window = g_object_ref (self);
  conflict->edit = edit;
  cw_compat_ask (GTK_WINDOW (self), _ ("Changed meanwhile"), body, answers, NULL, on_answered,
                 conflict);
}

/* Where the system does not tell of what is written (a network share), it is looked when the person
 * comes back to the window. */
static void
on_active (CwWindow *self)
{
  CwDocument *document;

  if (self->session == NULL)
    return;

  document = cw_session_get_document (self->session);
  if (gtk_window_is_active (GTK_WINDOW (self)) && !cw_document_is_read_only (document))
    cw_document_catch_up_async (document, NULL, NULL);
}

/* The same document once more, to look at other lists or at the table beside them. */
static void
open_window (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (cw_window_new (gtk_window_get_application (GTK_WINDOW (self)),
                                                 cw_session_get_document (self->session))));
}

void
_cw_window_install_others_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, open_window);
}

/* Whether another window shows the document, too. */
gboolean
_cw_window_shares_document (CwWindow *self, CwDocument *document)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      CwWindow *other = CW_IS_WINDOW (l->data) ? CW_WINDOW (l->data) : NULL;

      if (other != NULL && other != self && other->session != NULL &&
          cw_session_get_document (other->session) == document)
        return TRUE;
    }

  return FALSE;
}

void
_cw_window_connect_others (CwWindow *self)
{
  g_signal_connect (self->session, "conflict", G_CALLBACK (on_conflict), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
  cw_document_watch (cw_session_get_document (self->session));
}
