/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history-cell.h"

#include <glib/gi18n.h>

struct _CwHistoryCell
{
  GtkWidget parent_instance;

  CwHistoryRow *row;
  gulong row_handler;

  GtkWidget *time;
  GtkWidget *what;
  GtkWidget *count;
  GtkWidget *who;
};

G_DEFINE_FINAL_TYPE (CwHistoryCell, cw_history_cell, GTK_TYPE_WIDGET)

static void
cw_history_cell_dispose (GObject *object)
{
  CwHistoryCell *self = CW_HISTORY_CELL (object);
  GtkWidget *child;

  cw_history_cell_unbind (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cw_history_cell_parent_class)->dispose (object);
}

static void
cw_history_cell_class_init (CwHistoryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_history_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historycell");
}

static GtkWidget *
add_label (CwHistoryCell *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
cw_history_cell_init (CwHistoryCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->time = add_label (self, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->time), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (self->time, "dim-label");
  self->what = add_label (self, NULL);
  gtk_widget_set_hexpand (self->what, TRUE);
  self->count = add_label (self, "dim-label");
  self->who = add_label (self, "dim-label");
  gtk_label_set_max_width_chars (GTK_LABEL (self->who), 28);
}

static void
show_day (CwHistoryCell *self)
{
  g_autoptr (GDateTime) time =
    g_date_time_new_from_unix_local (cw_history_row_get_made (self->row));
  /* Translators: the heading of a day in the history, for strftime(): such as 3 May 2026 */
  g_autofree char *day = time != NULL ? g_date_time_format (time, _ ("%-e %B %Y")) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->what), day);
}

static void
show_step (CwHistoryCell *self, const CwHistoryStep *step)
{
  g_autoptr (GDateTime) time =
    g_date_time_new_from_unix_local (cw_history_row_get_made (self->row));
  /* Translators: a time of the day in the history, for strftime() */
  g_autofree char *clock = time != NULL ? g_date_time_format (time, _ ("%H:%M")) : g_strdup ("");
  g_autofree char *what = cw_history_step_format (step);
  guint n_rows = step->step->n_rows;
  g_autofree char *count =
    n_rows > 1
      ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mapping", "%u mappings", n_rows), n_rows)
      : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->time), clock);
  gtk_label_set_text (GTK_LABEL (self->what), what);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->who), *step->author != '\0' ? step->author : _ ("somebody"));
}

static const char *
get_state_note (const CwHistoryStep *step)
{
  if (step == NULL || step->action != CW_HISTORY_EDIT)
    return NULL;

  switch (step->state)
    {
    case CW_HISTORY_UNDONE:
      return _ ("This was undone and can be done again.");
    case CW_HISTORY_DROPPED:
      return _ ("This was undone, and something else was done since.");
    case CW_HISTORY_DONE:
    default:
      return NULL;
    }
}

static void
set_css_class (CwHistoryCell *self, const char *css_class, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
show (CwHistoryCell *self)
{
  gboolean day = cw_history_row_is_day (self->row);
  const CwHistoryStep *step = cw_history_row_get_step (self->row);
  const char *note = get_state_note (step);

  set_css_class (self, "day", day);
  set_css_class (self, "undone", note != NULL);
  gtk_widget_set_visible (self->time, !day);
  gtk_widget_set_visible (self->count, !day);
  gtk_widget_set_visible (self->who, !day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), note);
  if (day)
    show_day (self);
  else if (step != NULL)
    show_step (self, step);
  else
    gtk_label_set_text (GTK_LABEL (self->what), "");
}

/**
 * cw_history_cell_bind:
 * @self: a cell
 * @row: the line it shows
 */
void
cw_history_cell_bind (CwHistoryCell *self, CwHistoryRow *row)
{
  cw_history_cell_unbind (self);
  self->row = g_object_ref (row);
  self->row_handler = g_signal_connect_swapped (row, "changed", G_CALLBACK (show), self);
  show (self);
}

/**
 * cw_history_cell_unbind:
 * @self: a cell
 */
void
cw_history_cell_unbind (CwHistoryCell *self)
{
  if (self->row == NULL)
    return;

  g_clear_signal_handler (&self->row_handler, self->row);
  g_clear_object (&self->row);
}
