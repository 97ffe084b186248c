/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/item-card.h"

#include "app/figure-bars.h"
#include "app/label-style.h"
#include "app/list-card.h"
#include "app/relation-style.h"
#include "model/language.h"

#include <glib/gi18n.h>

struct _CwItemCard
{
  GtkWidget parent_instance;

  CwSession *session;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (CwItemCard, cw_item_card, GTK_TYPE_WIDGET)

static void
cw_item_card_dispose (GObject *object)
{
  CwItemCard *self = CW_ITEM_CARD (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_item_card_parent_class)->dispose (object);
}

static void
cw_item_card_class_init (CwItemCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_item_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "itemcard");
}

static void
cw_item_card_init (CwItemCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
add_text (CwItemCard *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Only focusable taken away, a selectable label would swallow Tab and go nowhere. */
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

/* Whose words a label is, and whether they were checked. */
static const char *
get_origin_name (const CwItem *item, const CwLabel *label)
{
  switch (label->origin)
    {
    case CW_LABEL_OFFICIAL:
      return cw_item_label_is_checked (item, label)
               ? C_ ("origin of a label", "official wording, checked")
               : C_ ("origin of a label", "official wording, not checked");
    case CW_LABEL_SEED:
      return C_ ("origin of a label", "wording of the first slides");
    case CW_LABEL_TRANSLATION:
      return C_ ("origin of a label", "translation");
    case CW_LABEL_USER:
    default:
      return C_ ("origin of a label", "written here");
    }
}

static void
add_labels (CwItemCard *self, const CwItem *item)
{
  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];
      g_autofree char *language = cw_language_get_name (label->language);
      /* Translators: %1$s is a language, %2$s whose words a label in it is */
      g_autofree char *origin = g_strdup_printf (C_ ("origin of a label", "%1$s · %2$s"), language,
                                                 get_origin_name (item, label));
      GtkWidget *text = add_text (self, label->text, "item-label");
      GtkWidget *note = add_text (self, origin, "caption");

      gtk_label_set_attributes (GTK_LABEL (text), cw_label_style_get_attributes (label->language));
      gtk_widget_add_css_class (note, "label-origin");
      gtk_widget_add_css_class (note,
                                cw_item_label_is_checked (item, label) ? "success" : "dim-label");
    }
}

static void
on_mapping_clicked (GtkButton *button, CwItemCard *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "mapping-id");

  cw_session_select_mapping (self->session, *id);
}

static void
add_mapping (CwItemCard *self, const CwItem *item, const CwLink *link)
{
  CwDocument *document = cw_session_get_document (self->session);
  gboolean inverted = link->subject_id != item->id;
  const CwItem *far =
    cw_document_get_item (document, inverted ? link->subject_id : link->object_id);
  CwList *far_list = cw_document_get_list_by_id (document, link->object_list_id);
  CwRelation relation =
    inverted ? cw_relation_inverse (link->relation) : (CwRelation) link->relation;
  g_autofree char *name =
    far != NULL
      ? g_strdup_printf ("%s %s", far->code, cw_session_get_label (self->session, far))
      : g_strdup (cw_list_get_short_title (far_list, cw_session_get_languages (self->session)));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *phrase = gtk_label_new (cw_relation_get_phrase (relation, link->negated));
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *sentence =
    cw_relation_format_sentence (relation, link->negated,
                                 cw_session_get_label (self->session, item), name);

  gtk_label_set_xalign (GTK_LABEL (phrase), 0);
  gtk_widget_add_css_class (phrase, "caption");
  cw_relation_style_apply (phrase, relation);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), phrase);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mapping-row");
  if (link->id == cw_session_get_mapping_id (self->session))
    gtk_widget_add_css_class (button, "current");
  gtk_widget_set_tooltip_text (button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "mapping-id", g_memdup2 (&link->id, sizeof link->id),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_mapping_clicked), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_mappings (CwItemCard *self, const CwItem *item)
{
  CwLinkIndex *links = cw_session_get_links (self->session);
  guint first = 0;
  guint n_entries = cw_link_index_lookup (links, item->id, &first);

  if (n_entries == 0)
    {
      add_text (self, _ ("Nothing is said of it yet"), "dim-label");
      return;
    }

  for (guint i = first; i < first + n_entries; i++)
    add_mapping (self, item, cw_link_index_get_entry (links, i));
}

static void
add_figures (CwItemCard *self, const CwItem *item)
{
  if (item->figures == NULL)
    return;

  add_text (self, _ ("Figures"), "heading");
  gtk_box_append (GTK_BOX (self->box),
                  cw_figure_bars_new (item, cw_session_get_languages (self->session)));
}

static void
update (CwItemCard *self)
{
  const CwItem *item = cw_session_get_active_item (self->session);
  g_autofree char *path = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item == NULL)
    return;

  /* Translators: the mappings of an item; %s is its code, such as 2.2 */
  heading = g_strdup_printf (_ ("Mappings of %s"), item->code);
  add_text (self, heading, "heading");
  add_mappings (self, item);

  /* Translators: a code such as 2.2, for the part of the inspector that is about that item */
  g_free (heading);
  heading = g_strdup_printf (_ ("Item %s"), item->code);
  add_text (self, heading, "heading");
  if (item->parent != NULL)
    {
      path = cw_item_get_path (item, cw_session_get_languages (self->session));
      gtk_widget_add_css_class (add_text (self, path, "caption"), "dim-label");
    }
  add_labels (self, item);
  add_figures (self, item);
  gtk_box_append (GTK_BOX (self->box),
                  cw_list_card_new_widget (item->list, cw_session_get_languages (self->session)));
}

/**
 * cw_item_card_set_session:
 * @self: a card
 * @session: whose selected item it shows
 */
void
cw_item_card_set_session (CwItemCard *self, CwSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "mapping-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "links-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "languages-changed", G_CALLBACK (update), self);
  update (self);
}
