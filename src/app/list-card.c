/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list-card.h"

#include "model/jurisdiction.h"
#include "model/language.h"

#include <glib/gi18n.h>

static void
add_fact (GtkWidget *box, const char *title, const char *text)
{
  GtkWidget *name, *value;

  if (text == NULL || *text == '\0')
    return;

  name = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_margin_top (name, 6);
  gtk_box_append (GTK_BOX (box), name);

  value = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_can_focus (value, FALSE);
  gtk_box_append (GTK_BOX (box), value);
}

static char *
format_checked (CwList *list)
{
  guint n_items = cw_list_get_n_items (list);
  guint n_verified = cw_list_get_n_verified (list);

  return g_strdup_printf (
    /* Translators: of how many items of a list the official wording was checked */
    g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u item. %3$s", "%1$u of %2$u items. %3$s", n_items),
    n_verified, n_items, cw_list_get_card (list)->verification);
}

/* Where a list is not the document's own words, its languages are those of its labels. */
static char *
format_languages (CwList *list)
{
  g_auto (GStrv) tags = cw_list_get_languages (list);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (names, cw_language_get_name (tags[i]));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * cw_list_card_new_facts:
 * @list: a list
 * @languages: (array zero-terminated=1): languages, the most wanted first
 *
 * Returns: (transfer floating): all that is known about the list as a document
 */
GtkWidget *
cw_list_card_new_facts (CwList *list, const char *const *languages)
{
  const CwListCard *card = cw_list_get_card (list);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *language = cw_language_get_name (card->official_language);
  g_autofree char *all_languages = format_languages (list);
  g_autofree char *checked = format_checked (list);
  g_autofree char *iri = cw_list_get_iri (list);

  add_fact (box, _ ("Title"), cw_text_choose (card->title, languages));
  if (cw_text_get (card->title, card->official_language) != cw_text_choose (card->title, languages))
    add_fact (box, _ ("Title in the official language"),
              cw_text_get (card->title, card->official_language));
  add_fact (box, _ ("Issued by"), cw_text_choose (card->issuer, languages));
  add_fact (box, _ ("Jurisdiction"), cw_jurisdiction_get_name (card->jurisdiction));
  add_fact (box, _ ("Issued on"), card->issued);
  add_fact (box, _ ("Number"), card->document_number);
  add_fact (box, _ ("Purpose"), card->purpose);
  add_fact (box, _ ("Legal force"), card->legal_force);
  add_fact (box, _ ("Source"), card->citation);
  add_fact (box, _ ("Address"), card->url);
  add_fact (box, _ ("Official language"), language);
  add_fact (box, _ ("Languages of labels"), all_languages);
  add_fact (box, _ ("Replaces"), card->supersedes);
  add_fact (box, _ ("Wording checked"), checked);
  add_fact (box, _ ("Remarks"), card->notes);
  add_fact (box, _ ("IRI"), iri);

  return box;
}

/**
 * cw_list_card_new_widget:
 * @list: a list
 * @languages: (array zero-terminated=1): languages, the most wanted first
 *
 * Returns: (transfer floating): what is known about the list as a document, folded away at first
 */
GtkWidget *
cw_list_card_new_widget (CwList *list, const char *const *languages)
{
  GtkWidget *expander = gtk_expander_new (_ ("About the list"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("About the list"), -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), cw_list_card_new_facts (list, languages));
  gtk_widget_set_margin_top (expander, 6);

  return expander;
}
