/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mark-dialog.h"

struct _CwMarkDialog
{
  AdwWindow parent_instance;

  GtkWidget *sentence;
  GtkWidget *reason_row;
};

enum
{
  REASON_GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwMarkDialog, cw_mark_dialog, ADW_TYPE_WINDOW)

static char *
get_reason (CwMarkDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
}

static void
mark (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwMarkDialog *self = CW_MARK_DIALOG (widget);
  g_autofree char *reason = get_reason (self);

  if (*reason == '\0')
    return;

  g_signal_emit (self, signals[REASON_GIVEN], 0, reason);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_reason_changed (CwMarkDialog *self)
{
  g_autofree char *reason = get_reason (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mark.mark", *reason != '\0');
}

static void
on_reason_activated (CwMarkDialog *self)
{
  mark (GTK_WIDGET (self), NULL, NULL);
}

static void
cw_mark_dialog_class_init (CwMarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * CwMarkDialog::reason-given:
   * @self: the dialog
   * @reason: why, in words; not empty
   */
  signals[REASON_GIVEN] =
    g_signal_new ("reason-given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/mark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwMarkDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, CwMarkDialog, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_activated);
  gtk_widget_class_install_action (widget_class, "mark.mark", NULL, mark);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cw_mark_dialog_init (CwMarkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_reason_changed (self);
}

/**
 * cw_mark_dialog_new:
 * @sentence: what was found
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_mark_dialog_new (const char *sentence)
{
  CwMarkDialog *self = g_object_new (CW_TYPE_MARK_DIALOG, NULL);

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_widget_grab_focus (self->reason_row);

  return GTK_WIDGET (self);
}
