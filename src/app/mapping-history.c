/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mapping-history.h"

#include "app/change-list.h"

#define N_SHOWN 50

struct _CwMappingHistory
{
  GtkWidget parent_instance;

  CwSession *session;
  GCancellable *cancellable;

  GtkWidget *expander;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CwMappingHistory, cw_mapping_history, GTK_TYPE_WIDGET)

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwMappingHistory) self = user_data;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes =
    cw_document_load_mapping_history_finish (CW_DOCUMENT (source), result, &steps, &error);

  if (self->session == NULL)
    return;

  if (changes != NULL)
    cw_change_list_show_mapping (CW_CHANGE_LIST (self->list), self->session, steps, changes,
                                 changes->len == N_SHOWN);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    cw_session_fail (self->session, error->message);
}

static void
update (CwMappingHistory *self)
{
  gint64 id = self->session != NULL ? cw_session_get_mapping_id (self->session) : 0;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), id != 0);
  if (id == 0 || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;

  self->cancellable = g_cancellable_new ();
  cw_document_load_mapping_history_async (cw_session_get_document (self->session), id, N_SHOWN,
                                          self->cancellable, on_read, g_object_ref (self));
}

static void
cw_mapping_history_dispose (GObject *object)
{
  CwMappingHistory *self = CW_MAPPING_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_mapping_history_parent_class)->dispose (object);
}

static void
cw_mapping_history_class_init (CwMappingHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_mapping_history_dispose;

  g_type_ensure (CW_TYPE_CHANGE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/mapping-history.ui");
  gtk_widget_class_bind_template_child (widget_class, CwMappingHistory, expander);
  gtk_widget_class_bind_template_child (widget_class, CwMappingHistory, list);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
cw_mapping_history_init (CwMappingHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_mapping_history_set_session:
 * @self: a history
 * @session: whose current mapping it is about
 */
void
cw_mapping_history_set_session (CwMappingHistory *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "mapping-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (update), self);
  update (self);
}
