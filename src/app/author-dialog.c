/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/author-dialog.h"

#include "model/orcid.h"

#include <glib/gi18n.h>

struct _CwAuthorDialog
{
  AdwWindow parent_instance;

  GSettings *settings;

  GtkWidget *name_row;
  GtkWidget *orcid_row;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (CwAuthorDialog, cw_author_dialog, ADW_TYPE_WINDOW)

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* A name is needed; an ORCID iD may be left out, but not be wrong. */
static void
update (CwAuthorDialog *self)
{
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *typed = get_text (self->orcid_row);
  g_autofree char *orcid = cw_orcid_parse (typed);
  gboolean wrong = *typed != '\0' && orcid == NULL;

  gtk_widget_set_visible (self->problem, wrong);
  if (wrong)
    gtk_widget_add_css_class (self->orcid_row, "error");
  else
    gtk_widget_remove_css_class (self->orcid_row, "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "author.save", *name != '\0' && !wrong);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwAuthorDialog *self = CW_AUTHOR_DIALOG (widget);
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *typed = get_text (self->orcid_row);
  g_autofree char *orcid = cw_orcid_parse (typed);

  g_settings_set_string (self->settings, "author-orcid", orcid != NULL ? orcid : "");
  g_settings_set_string (self->settings, "author-name", name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_entry_activated (CwAuthorDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "author.save", NULL);
}

static void
cw_author_dialog_dispose (GObject *object)
{
  g_clear_object (&CW_AUTHOR_DIALOG (object)->settings);

  G_OBJECT_CLASS (cw_author_dialog_parent_class)->dispose (object);
}

static void
cw_author_dialog_class_init (CwAuthorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_author_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/author-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwAuthorDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CwAuthorDialog, orcid_row);
  gtk_widget_class_bind_template_child (widget_class, CwAuthorDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "author.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_author_dialog_init (CwAuthorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_author_get_name:
 * @settings: the program's settings
 *
 * Returns: (transfer full): who makes the edits: the name that was given, else that of the account
 */
char *
cw_author_get_name (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "author-name");

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (g_get_real_name ());
}

/**
 * cw_author_dialog_new:
 * @settings: where name and ORCID iD are kept
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_author_dialog_new (GSettings *settings)
{
  CwAuthorDialog *self = g_object_new (CW_TYPE_AUTHOR_DIALOG, NULL);
  g_autofree char *name = cw_author_get_name (settings);
  g_autofree char *orcid = g_settings_get_string (settings, "author-orcid");

  self->settings = g_object_ref (settings);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_editable_set_text (GTK_EDITABLE (self->orcid_row), orcid);
  update (self);
  gtk_widget_grab_focus (self->name_row);

  return GTK_WIDGET (self);
}
