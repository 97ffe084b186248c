/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/label-dialog.h"

#include "model/language.h"
#include "workspace/list-edit.h"

#include <glib/gi18n.h>

struct _CwLabelDialog
{
  AdwWindow parent_instance;

  CwSession *session;
  gint64 item_id;
  gboolean shipped;
  GPtrArray *tags; /* of the languages to choose from; the last entry of the row is another one */
  gboolean changing;
  CwLabel old; /* as it was when the dialog was opened */

  GtkWidget *text_row;
  GtkWidget *language_row;
  GtkWidget *tag_row;
  GtkWidget *kind_row;
  GtkWidget *origin_row;
  GtkWidget *hint;
};

/* The origins that a person can give; the slides' words are those that came with the program. */
static const CwLabelOrigin origins[] = { CW_LABEL_OFFICIAL, CW_LABEL_TRANSLATION, CW_LABEL_USER,
                                         CW_LABEL_SEED };

G_DEFINE_FINAL_TYPE (CwLabelDialog, cw_label_dialog, ADW_TYPE_WINDOW)

static const char *
get_language (CwLabelDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language_row));

  return selected < self->tags->len ? g_ptr_array_index (self->tags, selected)
                                    : gtk_editable_get_text (GTK_EDITABLE (self->tag_row));
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CwLabelDialog *self = CW_LABEL_DIALOG (widget);
  const CwItem *item =
    cw_document_get_item (cw_session_get_document (self->session), self->item_id);
  guint origin = adw_combo_row_get_selected (ADW_COMBO_ROW (self->origin_row));
  CwLabel label = {
    get_language (self),
    gtk_editable_get_text (GTK_EDITABLE (self->text_row)),
    adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row)) == 1 ? CW_LABEL_ALTERNATIVE
                                                                     : CW_LABEL_PREFERRED,
    self->shipped ? CW_LABEL_USER : origins[MIN (origin, G_N_ELEMENTS (origins) - 1)],
  };

  if (item != NULL)
    cw_session_apply (self->session,
                      cw_edit_new_item_label (item, self->changing ? &self->old : NULL, &label));
  gtk_window_close (GTK_WINDOW (self));
}

static void
update (CwLabelDialog *self)
{
  gboolean other =
    adw_combo_row_get_selected (ADW_COMBO_ROW (self->language_row)) >= self->tags->len;
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text_row))));

  gtk_widget_set_visible (self->tag_row, other);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "label.save",
                                 *text != '\0' && cw_language_is_valid (get_language (self)));
}

static void
on_language_selected (CwLabelDialog *self)
{
  if (self->tags != NULL)
    update (self);
}

static void
on_entry_activated (CwLabelDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "label.save", NULL);
}

static void
cw_label_dialog_finalize (GObject *object)
{
  CwLabelDialog *self = CW_LABEL_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_free ((char *) self->old.text);

  G_OBJECT_CLASS (cw_label_dialog_parent_class)->finalize (object);
}

static void
cw_label_dialog_class_init (CwLabelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_label_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/label-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwLabelDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, CwLabelDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, CwLabelDialog, tag_row);
  gtk_widget_class_bind_template_child (widget_class, CwLabelDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CwLabelDialog, origin_row);
  gtk_widget_class_bind_template_child (widget_class, CwLabelDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected);
  gtk_widget_class_install_action (widget_class, "label.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_names (GtkWidget *row, const char *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
}

static void
cw_label_dialog_init (CwLabelDialog *self)
{
  const char *kinds[] = { C_ ("kind of label", "Name"), C_ ("kind of label", "Another name"),
                          NULL };
  const char *words[] = { C_ ("whose words", "The list’s own"), C_ ("whose words", "A translation"),
                          C_ ("whose words", "Mine"), C_ ("whose words", "The first slides’"),
                          NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  set_names (self->kind_row, kinds);
  set_names (self->origin_row, words);
  g_signal_connect_object (self->text_row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tag_row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
add_tag (GPtrArray *tags, const char *tag)
{
  if (tag != NULL && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
    g_ptr_array_add (tags, g_strdup (tag));
}

/* Those that show, those of the list, and any other by its tag. */
static void
fill_languages (CwLabelDialog *self, const CwItem *item, const char *chosen)
{
  const char *const *shown = cw_session_get_languages (self->session);
  g_auto (GStrv) used = cw_list_get_languages (item->list);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint index = 0;

  self->tags = g_ptr_array_new_with_free_func (g_free);
  add_tag (self->tags, cw_list_get_card (item->list)->official_language);
  for (guint i = 0; shown[i] != NULL; i++)
    add_tag (self->tags, shown[i]);
  for (guint i = 0; used[i] != NULL; i++)
    add_tag (self->tags, used[i]);
  add_tag (self->tags, chosen);

  for (guint i = 0; i < self->tags->len; i++)
    {
      g_autofree char *name = cw_language_get_name (g_ptr_array_index (self->tags, i));

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, C_ ("language", "Another…"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->language_row), G_LIST_MODEL (names));
  if (chosen != NULL)
    g_ptr_array_find_with_equal_func (self->tags, chosen, g_str_equal, &index);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language_row), index);
}

static void
select_origin (CwLabelDialog *self, CwLabelOrigin origin)
{
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      if (origins[i] == origin)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->origin_row), i);
    }
}

/**
 * cw_label_dialog_new:
 * @session: whose document it changes
 * @item: an item
 * @old: (nullable): the label to change; %NULL to add one
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cw_label_dialog_new (CwSession *session, const CwItem *item, const CwLabel *old)
{
  CwLabelDialog *self = g_object_new (CW_TYPE_LABEL_DIALOG, NULL);
  const char *first = cw_session_get_languages (session)[0];

  self->session = g_object_ref (session);
  self->item_id = item->id;
  self->shipped = cw_list_get_card (item->list)->shipped;
  fill_languages (self, item, old != NULL ? old->language : self->shipped ? first : NULL);
  gtk_widget_set_visible (self->origin_row, !self->shipped);
  gtk_widget_set_visible (self->hint, self->shipped);
  select_origin (self, old != NULL ? old->origin : CW_LABEL_TRANSLATION);
  if (old != NULL)
    {
      self->changing = TRUE;
      self->old = *old;
      self->old.text = g_strdup (old->text);
      gtk_editable_set_text (GTK_EDITABLE (self->text_row), old->text);
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row),
                                  old->kind == CW_LABEL_ALTERNATIVE ? 1 : 0);
    }
  update (self);
  gtk_widget_grab_focus (self->text_row);

  return GTK_WIDGET (self);
}
