/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/coding-bar.h"

#include <glib/gi18n.h>

struct _CwCodingBar
{
  GtkWidget parent_instance;

  CwSession *session;

  GtkWidget *words;
  GtkWidget *button;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (CwCodingBar, cw_coding_bar, GTK_TYPE_WIDGET)

static void
cw_coding_bar_dispose (GObject *object)
{
  CwCodingBar *self = CW_CODING_BAR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_coding_bar_parent_class)->dispose (object);
}

static void
cw_coding_bar_class_init (CwCodingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_coding_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "codingbar");
}

/* Those of its actions that cannot be done now are not there. */
static void
append (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Rename…"), "coding.rename");
  append (menu, _ ("_Take up again"), "coding.reopen");
  append (menu, _ ("_Delete…"), "coding.delete");

  return G_MENU_MODEL (menu);
}

static void
cw_coding_bar_init (CwCodingBar *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_tooltip_text (self->menu, _ ("This coding"));
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* An action and its target have to fit each other at every moment. */
static void
show_button (CwCodingBar *self, const char *label, const char *action, GVariant *target)
{
  GtkActionable *button = GTK_ACTIONABLE (self->button);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, action);
}

static void
show_way_back (CwCodingBar *self)
{
  show_button (self, _ ("Show the _agreed mapping"), "coding.show", g_variant_new_int64 (0));
}

static void
update (CwCodingBar *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  CwCoding *coding =
    cw_coding_find (cw_document_get_codings (document), cw_session_get_coding (self->session));
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), coding != NULL);
  if (coding == NULL)
    {
      show_way_back (self);
      return;
    }

  if (!coding->done)
    {
      words = g_strdup_printf (
        /* Translators: %s is the name of a coding */
        _ ("You are working in your coding “%s”. The agreed mapping and other codings are hidden "
           "until you are done."),
        coding->name);
      show_button (self, _ ("I a_m done…"), "coding.done", NULL);
    }
  else
    {
      /* Translators: the first %s is the name of a coding, the second who made it */
      words =
        g_strdup_printf (_ ("This is the coding “%s” by %s, not the agreed mapping."), coding->name,
                         *coding->coder != '\0' ? coding->coder : _ ("somebody"));
      show_way_back (self);
    }
  gtk_label_set_text (GTK_LABEL (self->words), words);
}

/**
 * cw_coding_bar_set_session:
 * @self: a bar
 * @session: what it tells about
 */
void
cw_coding_bar_set_session (CwCodingBar *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "coding-changed", G_CALLBACK (update), self);
  update (self);
}
