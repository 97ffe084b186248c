/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inspector.h"

#include "app/item-card.h"
#include "app/mapping-editor.h"
#include "app/mapping-history.h"

#include <glib/gi18n.h>

struct _CwInspector
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *editor;
  GtkWidget *history;
  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (CwInspector, cw_inspector, GTK_TYPE_WIDGET)

static void
cw_inspector_dispose (GObject *object)
{
  CwInspector *self = CW_INSPECTOR (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_inspector_parent_class)->dispose (object);
}

static void
cw_inspector_class_init (CwInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
cw_inspector_init (CwInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->editor = g_object_new (CW_TYPE_MAPPING_EDITOR, NULL);
  self->history = g_object_new (CW_TYPE_MAPPING_HISTORY, NULL);
  self->card = g_object_new (CW_TYPE_ITEM_CARD, NULL);
  gtk_box_append (GTK_BOX (box), self->editor);
  gtk_box_append (GTK_BOX (box), self->history);
  gtk_box_append (GTK_BOX (box), self->card);
  gtk_widget_add_css_class (box, "inspector-box");

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * cw_inspector_set_session:
 * @self: an inspector
 * @session: what it looks at
 * @actions: how it is changed
 */
void
cw_inspector_set_session (CwInspector *self, CwSession *session, CwEditActions *actions)
{
  cw_mapping_editor_set_session (CW_MAPPING_EDITOR (self->editor), session, actions);
  cw_mapping_history_set_session (CW_MAPPING_HISTORY (self->history), session);
  cw_item_card_set_session (CW_ITEM_CARD (self->card), session);
}

/**
 * cw_inspector_flush:
 * @self: an inspector
 *
 * Saves at once what was typed and not saved yet.
 */
void
cw_inspector_flush (CwInspector *self)
{
  cw_mapping_editor_flush (CW_MAPPING_EDITOR (self->editor));
}
