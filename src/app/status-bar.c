/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/status-bar.h"

#include "app/coverage-bar.h"

#include <glib/gi18n.h>

struct _CwStatusBar
{
  GtkWidget parent_instance;

  CwSession *session;
  GtkWidget *coverages;
  GtkWidget *bars[CW_N_SIDES];
  GtkWidget *saved;
};

G_DEFINE_FINAL_TYPE (CwStatusBar, cw_status_bar, GTK_TYPE_WIDGET)

static void
cw_status_bar_dispose (GObject *object)
{
  CwStatusBar *self = CW_STATUS_BAR (object);
  GtkWidget *child;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (cw_session_get_document (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_status_bar_parent_class)->dispose (object);
}

static void
cw_status_bar_class_init (CwStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_status_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statusbar");
}

static void
on_state_chosen (CwCoverageBar *bar, guint state, CwStatusBar *self)
{
  guint side = GTK_WIDGET (bar) == self->bars[CW_SIDE_LEFT] ? CW_SIDE_LEFT : CW_SIDE_RIGHT;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-state", "(uu)", side, state);
}

static void
cw_status_bar_init (CwStatusBar *self)
{
  self->coverages = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_box_set_homogeneous (GTK_BOX (self->coverages), TRUE);
  gtk_widget_set_hexpand (self->coverages, TRUE);
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      self->bars[side] = g_object_new (CW_TYPE_COVERAGE_BAR, NULL);
      g_signal_connect (self->bars[side], "state-chosen", G_CALLBACK (on_state_chosen), self);
      gtk_box_append (GTK_BOX (self->coverages), self->bars[side]);
    }
  gtk_widget_set_parent (self->coverages, GTK_WIDGET (self));

  self->saved = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->saved, "dim-label");
  gtk_widget_set_parent (self->saved, GTK_WIDGET (self));
}

static void
update_coverage (CwStatusBar *self)
{
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      CwCoverage coverage;

      cw_session_count (self->session, side, &coverage);
      cw_coverage_bar_set_coverage (CW_COVERAGE_BAR (self->bars[side]), &coverage);
    }
}

static void
update_saved (CwStatusBar *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  const char *state = _ ("All changes saved");

  if (cw_document_is_read_only (document))
    state = _ ("Read-only");
  else if (!cw_document_is_saved (document))
    state = _ ("Saving…");
  gtk_label_set_text (GTK_LABEL (self->saved), state);
}

/**
 * cw_status_bar_set_session:
 * @self: a status bar
 * @session: what it tells about
 */
void
cw_status_bar_set_session (CwStatusBar *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "links-changed", G_CALLBACK (update_coverage), self);
  g_signal_connect_swapped (cw_session_get_document (session), "notify::saved",
                            G_CALLBACK (update_saved), self);
  update_saved (self);
}
