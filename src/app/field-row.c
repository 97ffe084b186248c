/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/field-row.h"

#include "model/text.h"

struct _CwFieldRow
{
  AdwEntryRow parent_instance;

  char *text; /* as it was last set or told */
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFieldRow, cw_field_row, ADW_TYPE_ENTRY_ROW)

static void
cw_field_row_finalize (GObject *object)
{
  g_free (CW_FIELD_ROW (object)->text);

  G_OBJECT_CLASS (cw_field_row_parent_class)->finalize (object);
}

static void
cw_field_row_class_init (CwFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_field_row_finalize;

  /**
   * CwFieldRow::edited:
   * @self: the row
   * @text: what stands there now, without space at either end
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
on_leave (CwFieldRow *self)
{
  cw_field_row_flush (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  CwFieldRow *self = CW_FIELD_ROW (widget);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->text))
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (self), self->text);

  return TRUE;
}

static void
cw_field_row_init (CwFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->text = g_strdup ("");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_leave), NULL);

  /* Escape takes back what was typed. */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_callback_action_new (on_escape, NULL,
                                                                                   NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * cw_field_row_new:
 * @title: what the text is
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cw_field_row_new (const char *title)
{
  return g_object_new (CW_TYPE_FIELD_ROW, "title", title, NULL);
}

/**
 * cw_field_row_set_text:
 * @self: a row
 * @text: (nullable): what stands there; nothing is told
 *
 * A text that is just being typed stays.
 */
void
cw_field_row_set_text (CwFieldRow *self, const char *text)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  gboolean typing =
    (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) &&
    !g_str_equal (typed, self->text);

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  if (!typing && !g_str_equal (typed, self->text))
    gtk_editable_set_text (GTK_EDITABLE (self), self->text);
}

/**
 * cw_field_row_flush:
 * @self: a row
 *
 * Tells now what was typed and not told yet.
 */
void
cw_field_row_flush (CwFieldRow *self)
{
  g_autofree char *typed = cw_string_clean (gtk_editable_get_text (GTK_EDITABLE (self)));

  if (g_str_equal (typed, self->text))
    return;

  g_free (self->text);
  self->text = g_strdup (typed);
  g_signal_emit (self, signals[EDITED], 0, typed);
}
