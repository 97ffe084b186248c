/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/coding-dialog.h"

#include <glib/gi18n.h>

struct _CwCodingDialog
{
  AdwWindow parent_instance;

  GtkWidget *explanation;
  GtkWidget *name_row;
  GtkWidget *apply_button;
};

enum
{
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwCodingDialog, cw_coding_dialog, ADW_TYPE_WINDOW)

static void
apply (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwCodingDialog *self = CW_CODING_DIALOG (widget);

  g_signal_emit (self, signals[NAMED], 0, gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_name_changed (CwCodingDialog *self)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coding-dialog.apply", *name != '\0');
}

static void
on_name_activated (CwCodingDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "coding-dialog.apply", NULL);
}

static void
cw_coding_dialog_class_init (CwCodingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * CwCodingDialog::named:
   * @self: the dialog
   * @name: the name
   */
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/coding-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwCodingDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, CwCodingDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CwCodingDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
  gtk_widget_class_install_action (widget_class, "coding-dialog.apply", NULL, apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_coding_dialog_init (CwCodingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_coding_dialog_new:
 * @old_name: (nullable): the coding to rename, %NULL for a new one
 * @suggested: what stands in the field at first
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_coding_dialog_new (const char *old_name, const char *suggested)
{
  CwCodingDialog *self = g_object_new (CW_TYPE_CODING_DIALOG, NULL);

  if (old_name != NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Rename coding"));
      gtk_button_set_label (GTK_BUTTON (self->apply_button), _ ("_Rename"));
      gtk_widget_set_visible (self->explanation, FALSE);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), suggested);
  gtk_widget_grab_focus (self->name_row);
  gtk_editable_select_region (GTK_EDITABLE (self->name_row), 0, -1);

  return GTK_WIDGET (self);
}
