/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-choice.h"

#include "app/relation-style.h"
#include "model/absence.h"
#include "model/status.h"

#include <glib/gi18n.h>

/* The values of a cell to choose from, under the cell. Arrows move, Enter takes, Tab takes and goes
 * on to the next cell, a digit takes the value with that number, Escape leaves it as it was. */

typedef struct
{
  GtkWidget *popover;
  GtkWidget *list;
  guint first; /* the value of the first row */
  CwTableChosen chosen;
  CwTableMovedOn moved_on;
  gpointer user_data;
  int move_by; /* where the person goes on to once it is closed */
} Choice;

static void
take (Choice *choice, GtkListBoxRow *row)
{
  guint value;

  if (row == NULL)
    return;

  value = choice->first + (guint) gtk_list_box_row_get_index (row);
  gtk_popover_popdown (GTK_POPOVER (choice->popover));
  choice->chosen (value, choice->user_data);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Choice *choice)
{
  take (choice, row);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint keycode,
                GdkModifierType state,
                Choice *choice)
{
  GtkListBox *list = GTK_LIST_BOX (choice->list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (choice->popover));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    {
      choice->move_by = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? -1 : 1;
      take (choice, GTK_LIST_BOX_ROW (row));
      return TRUE;
    }
  if (key >= GDK_KEY_1 && key <= GDK_KEY_9)
    {
      take (choice, gtk_list_box_get_row_at_index (list, (int) (key - GDK_KEY_1)));
      return TRUE;
    }

  return FALSE;
}

static GtkWidget *
make_row (CwTableChoice choice, guint value)
{
  const char *name = choice == CW_TABLE_CHOICE_RELATION ? cw_relation_get_name (value)
                     : choice == CW_TABLE_CHOICE_STATUS ? cw_status_get_name (value)
                                                        : cw_absence_get_name (value);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (choice == CW_TABLE_CHOICE_RELATION)
    cw_relation_style_apply (label, value);

  return label;
}

static gboolean
finish (gpointer popover)
{
  Choice *choice = g_object_get_data (popover, "choice");

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  choice->moved_on (choice->move_by, choice->user_data);

  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still at work when it says that it closed, and gives the focus back
 * afterwards. */
static void
on_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, finish, g_object_ref (popover), g_object_unref);
}

/**
 * cw_table_choice_popup:
 * @cell: the cell below which it opens
 * @choice: what is chosen from
 * @current: the value that holds now
 * @chosen: called with the value that is taken
 * @moved_on: called once it is closed: where the person goes on to
 * @user_data: for both; has to live as long as @cell
 */
void
cw_table_choice_popup (GtkWidget *cell,
                       CwTableChoice choice,
                       guint current,
                       CwTableChosen chosen,
                       CwTableMovedOn moved_on,
                       gpointer user_data)
{
  Choice *self = g_new0 (Choice, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  guint n_values = choice == CW_TABLE_CHOICE_RELATION ? CW_N_RELATIONS
                   : choice == CW_TABLE_CHOICE_STATUS ? CW_N_STATUSES
                                                      : CW_N_ABSENCES;

  self->popover = gtk_popover_new ();
  self->list = gtk_list_box_new ();
  self->first = choice == CW_TABLE_CHOICE_RELATION ? CW_RELATION_EXACT : 0;
  self->chosen = chosen;
  self->moved_on = moved_on;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (self->popover), "choice", self, g_free);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "choice");
  for (guint value = self->first; value < n_values; value++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (choice, value));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice == CW_TABLE_CHOICE_RELATION ? _ ("Relation")
                                  : choice == CW_TABLE_CHOICE_STATUS ? _ ("Status")
                                                                     : _ ("Reason"),
                                  -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->popover, keys);

  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, cell);
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  if (current >= self->first)
    {
      GtkListBoxRow *row =
        gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) (current - self->first));

      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}
