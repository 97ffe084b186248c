/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language-button.h"

#include "app/label-languages.h"
#include "model/language.h"

#include <glib/gi18n.h>

struct _CwLanguageButton
{
  GtkWidget parent_instance;

  CwSession *session;
  GPtrArray *languages; /* tags, in the order of the menu */
  gboolean filling;

  GtkWidget *button;
  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (CwLanguageButton, cw_language_button, GTK_TYPE_WIDGET)

static void
on_selected (CwLanguageButton *self)
{
  guint first = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->first));
  guint second = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->second));
  const char *chosen[3] = { NULL, NULL, NULL };

  if (self->filling || first >= self->languages->len)
    return;

  chosen[0] = g_ptr_array_index (self->languages, first);
  if (second > 0 && second <= self->languages->len && second - 1 != first)
    chosen[1] = g_ptr_array_index (self->languages, second - 1);
  cw_session_set_languages (self->session, chosen);
}

static GtkWidget *
make_row (CwLanguageButton *self, const char *title, GtkWidget **dropdown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  *dropdown = gtk_drop_down_new (NULL, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_swapped (*dropdown, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *dropdown);

  return box;
}

static void
cw_language_button_dispose (GObject *object)
{
  CwLanguageButton *self = CW_LANGUAGE_BUTTON (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_language_button_parent_class)->dispose (object);
}

static void
cw_language_button_class_init (CwLanguageButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_language_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cw_language_button_init (CwLanguageButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->filling = TRUE;
  gtk_box_append (GTK_BOX (box), make_row (self, _ ("First language"), &self->first));
  gtk_box_append (GTK_BOX (box), make_row (self, _ ("Second language"), &self->second));
  self->filling = FALSE;
  gtk_widget_add_css_class (box, "popover-box");
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_tooltip_text (self->button, _ ("Languages of labels"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static guint
find_tag (CwLanguageButton *self, const char *tag)
{
  guint index = GTK_INVALID_LIST_POSITION;

  if (tag != NULL)
    g_ptr_array_find_with_equal_func (self->languages, tag, g_str_equal, &index);

  return index;
}

static void
update (CwLanguageButton *self)
{
  const char *const *chosen = cw_session_get_languages (self->session);
  g_autofree char *first = chosen[0] != NULL ? cw_language_get_name (chosen[0]) : NULL;
  g_autofree char *second =
    first != NULL && chosen[1] != NULL ? cw_language_get_name (chosen[1]) : NULL;
  g_autofree char *label =
    second != NULL ? g_strdup_printf ("%s, %s", first, second) : g_strdup (first);
  /* Translators: %s are the languages in which labels are shown */
  g_autofree char *name = g_strdup_printf (_ ("Labels: %s"), label != NULL ? label : "");
  guint at = find_tag (self, second != NULL ? chosen[1] : NULL);

  self->filling = TRUE;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label != NULL ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->first), find_tag (self, chosen[0]));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->second),
                              at != GTK_INVALID_LIST_POSITION ? at + 1 : 0);
  self->filling = FALSE;
}

static void
fill_languages (CwLanguageButton *self)
{
  g_autoptr (GtkStringList) firsts = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) seconds = gtk_string_list_new (NULL);

  gtk_string_list_append (seconds, C_ ("second language", "None"));
  for (guint i = 0; i < self->languages->len; i++)
    {
      g_autofree char *name = cw_language_get_name (g_ptr_array_index (self->languages, i));

      gtk_string_list_append (firsts, name);
      gtk_string_list_append (seconds, name);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->first), G_LIST_MODEL (firsts));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->second), G_LIST_MODEL (seconds));
  self->filling = FALSE;
}

/* Somebody may have written the first label in a language. */
static void
on_lists_changed (CwLanguageButton *self)
{
  CwDocument *document = cw_session_get_document (self->session);
  g_autoptr (GPtrArray) old = self->languages;
  gboolean same;

  self->languages = cw_label_languages_collect (cw_document_get_lists (document));
  same = old->len == self->languages->len;
  for (guint i = 0; same && i < old->len; i++)
    same = g_str_equal (g_ptr_array_index (old, i), g_ptr_array_index (self->languages, i));
  if (same)
    return;

  fill_languages (self);
  update (self);
}

/**
 * cw_language_button_set_session:
 * @self: a button
 * @session: whose languages it chooses
 */
void
cw_language_button_set_session (CwLanguageButton *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->languages =
    cw_label_languages_collect (cw_document_get_lists (cw_session_get_document (session)));
  fill_languages (self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "lists-changed", G_CALLBACK (on_lists_changed), self);
  update (self);
}
