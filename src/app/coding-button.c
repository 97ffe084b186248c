/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/coding-button.h"

#include "workspace/blind.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CwCodingButton
{
  GtkWidget parent_instance;

  CwSession *session;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (CwCodingButton, cw_coding_button, GTK_TYPE_WIDGET)

static void
cw_coding_button_dispose (GObject *object)
{
  CwCodingButton *self = CW_CODING_BUTTON (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_coding_button_parent_class)->dispose (object);
}

static void
cw_coding_button_class_init (CwCodingButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_coding_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *row, CwCodingButton *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "coding");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "coding.show", "x", *id);
}

static void
cw_coding_button_init (CwCodingButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *begin = gtk_button_new_with_mnemonic (_ ("_New coding…"));

  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "coding-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is shown"), -1);
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (begin), "coding.new");
  gtk_widget_add_css_class (begin, "flat");
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), begin);
  gtk_widget_add_css_class (box, "coding-box");

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (begin, "clicked", G_CALLBACK (gtk_popover_popdown), self->popover);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-reveal-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_row (CwCodingButton *self, gint64 id, const char *name, const char *about)
{
  CwDocument *document = cw_session_get_document (self->session);
  g_autofree char *reason =
    cw_blind_explain (cw_document_get_codings (document), cw_document_get_author (document), id);
  gboolean shown = id == cw_session_get_coding (self->session);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  /* Translators: %1$s is the name of a coding, %2$s who made it, or why it cannot be shown yet */
  g_autofree char *spoken =
    g_strdup_printf (_ ("%1$s, %2$s"), name, reason != NULL ? reason : about);

  gtk_box_append (GTK_BOX (words), make_label (name, NULL));
  gtk_box_append (GTK_BOX (words), make_label (reason != NULL ? reason : about, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_opacity (check, shown ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_sensitive (row, reason == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (shown)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ ("Shown now"), -1);
  g_object_set_data_full (G_OBJECT (row), "coding", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
update (CwCodingButton *self)
{
  GPtrArray *codings = cw_document_get_codings (cw_session_get_document (self->session));
  CwCoding *shown = cw_coding_find (codings, cw_session_get_coding (self->session));
  g_autofree char *name = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
  add_row (self, 0, _ ("Agreed mapping"), _ ("What was agreed on"));
  for (guint i = 0; i < codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (codings, i);
      /* Translators: %s is who made a coding */
      g_autofree char *about =
        g_strdup_printf (coding->done ? _ ("By %s") : _ ("By %s, not done"),
                         *coding->coder != '\0' ? coding->coder : _ ("somebody"));

      add_row (self, coding->id, coding->name, about);
    }

  /* Translators: %s is “Agreed mapping” or the name of a coding */
  name = g_strdup_printf (_ ("Shown: %s"), shown != NULL ? shown->name : _ ("Agreed mapping"));
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * cw_coding_button_set_session:
 * @self: a button
 * @session: what it chooses for
 */
void
cw_coding_button_set_session (CwCodingButton *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "coding-changed", G_CALLBACK (update), self);
  update (self);
}
