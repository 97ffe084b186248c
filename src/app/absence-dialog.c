/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/absence-dialog.h"

#include <glib/gi18n.h>

struct _CwAbsenceDialog
{
  AdwWindow parent_instance;

  GtkWidget *sentence;
  GtkWidget *reason_row;
  GtkWidget *rationale_row;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwAbsenceDialog, cw_absence_dialog, ADW_TYPE_WINDOW)

static void
record (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwAbsenceDialog *self = CW_ABSENCE_DIALOG (widget);
  CwAbsence reason = adw_combo_row_get_selected (ADW_COMBO_ROW (self->reason_row));

  g_signal_emit (self, signals[CHOSEN], 0, reason,
                 gtk_editable_get_text (GTK_EDITABLE (self->rationale_row)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_rationale_activated (CwAbsenceDialog *self)
{
  record (GTK_WIDGET (self), NULL, NULL);
}

static void
cw_absence_dialog_class_init (CwAbsenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * CwAbsenceDialog::chosen:
   * @self: the dialog
   * @reason: a #CwAbsence
   * @rationale: why, in words; may be empty
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/absence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwAbsenceDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, CwAbsenceDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, CwAbsenceDialog, rationale_row);
  gtk_widget_class_bind_template_callback (widget_class, on_rationale_activated);
  gtk_widget_class_install_action (widget_class, "absence.record", NULL, record);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "absence.record", NULL);
}

static void
cw_absence_dialog_init (CwAbsenceDialog *self)
{
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < CW_N_ABSENCES; i++)
    gtk_string_list_append (reasons, cw_absence_get_name (i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->reason_row), G_LIST_MODEL (reasons));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->reason_row), CW_ABSENCE_NOT_NAMED);
}

/**
 * cw_absence_dialog_new:
 * @session: for the languages of labels
 * @item: an item
 * @lists: (element-type CwList): the lists opposite
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_absence_dialog_new (CwSession *session, const CwItem *item, GPtrArray *lists)
{
  CwAbsenceDialog *self = g_object_new (CW_TYPE_ABSENCE_DIALOG, NULL);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  g_autofree char *name =
    g_strdup_printf ("%s %s", item->code, cw_session_get_label (session, item));

  for (guint i = 0; i < lists->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                            cw_list_get_short_title (g_ptr_array_index (lists, i),
                                                     cw_session_get_languages (session)));
  sentence = cw_relation_format_sentence (CW_RELATION_NONE, FALSE, name, titles->str);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  /* Not on Cancel, which Enter would press. */
  gtk_widget_grab_focus (self->rationale_row);

  return GTK_WIDGET (self);
}
