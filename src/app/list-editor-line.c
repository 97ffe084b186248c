/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-editor-private.h"

#include "model/language.h"

#include <glib/gi18n.h>

/* The line under the items, in which a name is typed: of an item that is there, or of one new item
 * after the other. */

/* The label that a name typed here changes: of an own list the one that shows, of a shipped list the
 * user's own in the first label language, if there is one. */
static const CwLabel *
find_label (CwListEditor *self, const CwItem *item)
{
  const char *const *languages = cw_session_get_languages (self->session);

  if (!cw_list_get_card (item->list)->shipped)
    return cw_item_choose_label (item, languages);

  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      if (label->origin == CW_LABEL_USER && label->kind == CW_LABEL_PREFERRED &&
          languages[0] != NULL && g_str_equal (label->language, languages[0]))
        return label;
    }

  return NULL;
}

static const char *
get_language (CwListEditor *self, CwList *list)
{
  const char *const *languages = cw_session_get_languages (self->session);

  return languages[0] != NULL && cw_list_get_card (list)->shipped
           ? languages[0]
           : cw_list_get_card (list)->official_language;
}

static char *
format_label (CwListEditor *self, CwList *list, const CwItem *item)
{
  const CwLabel *label =
    item != NULL && self->purpose == CW_LINE_NAME ? find_label (self, item) : NULL;
  g_autofree char *language =
    cw_language_get_name (label != NULL ? label->language : get_language (self, list));

  if (self->purpose == CW_LINE_NAME)
    /* Translators: what is typed below: a code such as 2.1, then a language */
    return g_strdup_printf (cw_list_get_card (list)->shipped ? _ ("Your name for %1$s in %2$s")
                                                             : _ ("Name of %1$s in %2$s"),
                            item->code, language);
  if (item == NULL)
    /* Translators: what is typed below; %s is a language */
    return g_strdup_printf (_ ("New item in %s"), language);

  /* Translators: what is typed below: a code such as 2.1, then a language */
  return g_strdup_printf (self->purpose == CW_LINE_BELOW ? _ ("New item under %1$s in %2$s")
                                                         : _ ("New item after %1$s in %2$s"),
                          item->code, language);
}

void
_cw_list_editor_open_line (CwListEditor *self, CwLinePurpose purpose)
{
  CwList *list = cw_list_editor_get_list (self);
  const CwItem *item = cw_list_editor_get_item (self);
  const CwLabel *label = NULL;
  g_autofree char *text = NULL;

  if (list == NULL || (purpose == CW_LINE_NAME && item == NULL))
    return;

  self->purpose = purpose;
  text = format_label (self, list, item);
  if (purpose == CW_LINE_NAME)
    label = find_label (self, item);
  gtk_label_set_text (GTK_LABEL (self->line_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->line_entry), label != NULL ? label->text : "");
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->line), TRUE);
  gtk_widget_grab_focus (self->line_entry);
}

void
_cw_list_editor_close_line (CwListEditor *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->line) != NULL;

  if (self->purpose == CW_LINE_NONE)
    return;

  self->purpose = CW_LINE_NONE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->line), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->line_entry), "");
  if (had_focus)
    _cw_list_editor_focus_items (self);
}

static void
rename_item (CwListEditor *self, const CwItem *item, const char *text)
{
  const CwLabel *old = find_label (self, item);
  CwLabel label = { get_language (self, item->list), text, CW_LABEL_PREFERRED, CW_LABEL_USER };

  if (old != NULL)
    {
      label = *old;
      label.text = text;
    }
  _cw_list_editor_apply (self, cw_edit_new_item_label (item, old, &label));
}

/* The newest item there is, so that the one that comes next is known. */
static gint64
find_last (CwList *list)
{
  gint64 last = 1;

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    last = MAX (last, cw_list_get_item (list, i)->id);

  return last;
}

void
_cw_list_editor_on_line_activated (CwListEditor *self)
{
  g_autofree char *text = cw_string_clean (gtk_editable_get_text (GTK_EDITABLE (self->line_entry)));
  CwList *list = cw_list_editor_get_list (self);
  const CwItem *item = cw_list_editor_get_item (self);

  if (list == NULL || *text == '\0')
    {
      _cw_list_editor_close_line (self);
      return;
    }
  if (self->purpose == CW_LINE_NAME)
    {
      if (item != NULL)
        rename_item (self, item, text);
      _cw_list_editor_close_line (self);
      return;
    }

  self->last_id = find_last (list);
  gtk_editable_set_text (GTK_EDITABLE (self->line_entry), "");
  _cw_list_editor_apply (self,
                         cw_edit_new_item_add (list, item, self->purpose == CW_LINE_BELOW,
                                               get_language (self, list), text, CW_LABEL_OFFICIAL));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  _cw_list_editor_close_line (user_data);

  return TRUE;
}

void
_cw_list_editor_setup_line (CwListEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_callback_action_new (on_escape, self,
                                                                                   NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->line_entry, keys);
}
