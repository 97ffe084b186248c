/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/filter-menu.h"

#include "workspace/kept-filters.h"

#include <glib/gi18n.h>

struct _CwFilterMenu
{
  GtkWidget parent_instance;

  CwSession *session;
  CwMappingFilter *filter; /* what the table shows */
  GCancellable *cancellable;

  GtkWidget *button;
  GtkWidget *list;
  GtkWidget *name;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFilterMenu, cw_filter_menu, GTK_TYPE_WIDGET)

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, CwFilterMenu *self)
{
  CwKeptFilter *kept = g_object_get_data (G_OBJECT (row), "kept");

  if (kept == NULL)
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CHOSEN], 0, kept->filter);
}

static void load_filters (CwFilterMenu *self);

static void
on_edited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwFilterMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);

  if (self->session == NULL)
    return;
  if (ids == NULL)
    cw_session_fail (self->session, error->message);
  load_filters (self);
}

static void
apply (CwFilterMenu *self, CwEdit *edit)
{
  cw_document_apply_async (cw_session_get_document (self->session), edit, on_edited,
                           g_object_ref (self));
}

static void
on_delete_clicked (GtkButton *button, CwFilterMenu *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  CwKeptFilter *kept = g_object_get_data (G_OBJECT (row), "kept");

  apply (self, cw_edit_new_drop_filter (kept->name));
}

static GtkWidget *
make_row (CwFilterMenu *self, const CwKeptFilter *kept)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (kept->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a filter */
  g_autofree char *tooltip = g_strdup_printf (_ ("Delete the filter “%s”"), kept->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "kept", cw_kept_filter_new (kept->name, kept->filter),
                          (GDestroyNotify) cw_kept_filter_free);

  return row;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwFilterMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept =
    cw_document_load_filters_finish (CW_DOCUMENT (source), result, &error);
  GtkWidget *row;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (kept == NULL)
    {
      cw_session_fail (self->session, error->message);
      return;
    }

  while ((row = gtk_widget_get_first_child (self->list)) != NULL && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < kept->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (kept, i)));
  gtk_widget_set_visible (self->list, kept->len > 0);
}

static void
load_filters (CwFilterMenu *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cw_document_load_filters_async (cw_session_get_document (self->session), self->cancellable,
                                  on_loaded, g_object_ref (self));
}

static void
keep (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwFilterMenu *self = CW_FILTER_MENU (widget);

  apply (self,
         cw_edit_new_keep_filter (gtk_editable_get_text (GTK_EDITABLE (self->name)), self->filter));
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

/* There is something to keep, a name for it, and somewhere to keep it. */
static void
update_keep (CwFilterMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  gboolean writable =
    self->session != NULL && !cw_document_is_read_only (cw_session_get_document (self->session));
  gboolean narrows = !cw_mapping_filter_is_empty (self->filter);

  gtk_widget_set_sensitive (self->name, writable && narrows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.keep",
                                 writable && narrows && *name != '\0');
}

static void
on_name_activated (CwFilterMenu *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filter.keep", NULL);
}

static void
on_shown (CwFilterMenu *self)
{
  if (self->session == NULL)
    return;

  load_filters (self);
  update_keep (self);
}

static void
cw_filter_menu_dispose (GObject *object)
{
  CwFilterMenu *self = CW_FILTER_MENU (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_filter_menu_parent_class)->dispose (object);
}

static void
cw_filter_menu_finalize (GObject *object)
{
  cw_mapping_filter_free (CW_FILTER_MENU (object)->filter);

  G_OBJECT_CLASS (cw_filter_menu_parent_class)->finalize (object);
}

static void
cw_filter_menu_class_init (CwFilterMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_filter_menu_dispose;
  object_class->finalize = cw_filter_menu_finalize;

  /**
   * CwFilterMenu::chosen:
   * @self: the menu
   * @filter: a #CwMappingFilter
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, CwFilterMenu, button);
  gtk_widget_class_bind_template_child (widget_class, CwFilterMenu, list);
  gtk_widget_class_bind_template_child (widget_class, CwFilterMenu, name);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, update_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "filter.keep", NULL, keep);
}

static void
cw_filter_menu_init (CwFilterMenu *self)
{
  self->filter = cw_mapping_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_keep (self);
}

/**
 * cw_filter_menu_set_session:
 * @self: a menu
 * @session: whose document the filters are kept in
 */
void
cw_filter_menu_set_session (CwFilterMenu *self, CwSession *session)
{
  g_set_object (&self->session, session);
}

/**
 * cw_filter_menu_set_filter:
 * @self: a menu
 * @filter: what the table shows, which can be kept; copied
 */
void
cw_filter_menu_set_filter (CwFilterMenu *self, const CwMappingFilter *filter)
{
  cw_mapping_filter_free (self->filter);
  self->filter = cw_mapping_filter_copy (filter);
  update_keep (self);
}
