/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-card.h"

#include "formats/publication-text.h"
#include "model/jurisdiction.h"

#include <glib/gi18n-lib.h>

static void
add_words (GArray *facts, const char *name, const char *language, const char *string)
{
  cw_publication_facts_add (facts, name, CW_PUBLICATION_WORDS, language, string);
}

static void
add_text (GArray *facts, const char *name, const CwText *text, const char *const *languages)
{
  const char *chosen = cw_text_choose (text, languages);

  add_words (facts, name, cw_publication_find_language (text, chosen), chosen);
}

static void
add_titles (GArray *facts, const CwListCard *card, const char *const *languages)
{
  const char *official = cw_text_get (card->title, card->official_language);

  add_text (facts, _ ("Title"), card->title, languages);
  if (official != cw_text_choose (card->title, languages))
    add_words (facts, _ ("Title in the official language"), card->official_language, official);
}

static void
add_checked (GArray *facts, CwList *list, const char *words)
{
  guint n_items = cw_list_get_n_items (list);
  g_autofree char *counted =
    /* Translators: of how many items of a list the official wording was checked */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u item", "%1$u of %2$u items",
                                  n_items),
                     cw_list_get_n_verified (list), n_items);

  add_words (facts, _ ("Wording checked"), NULL, counted);
  add_words (facts, _ ("How it was checked"), words, cw_list_get_card (list)->verification);
}

/**
 * cw_publication_card_new:
 * @list: a list
 * @languages: (array zero-terminated=1): tags, the most wanted first
 *
 * Returns: (transfer full): what is known about the list as a document
 */
CwPublicationCard *
cw_publication_card_new (CwList *list, const char *const *languages)
{
  const CwListCard *card = cw_list_get_card (list);
  const char *short_title = cw_list_get_short_title (list, languages);
  /* What the program itself says of lists is written in English. */
  const char *words = card->shipped ? "en" : "";
  CwPublicationCard *self = g_new0 (CwPublicationCard, 1);

  cw_publication_text_init (&self->heading,
                            cw_publication_find_language (card->short_title, short_title),
                            short_title);
  self->facts = cw_publication_facts_new ();
  add_titles (self->facts, card, languages);
  add_text (self->facts, _ ("Issued by"), card->issuer, languages);
  add_words (self->facts, _ ("Jurisdiction"), NULL, cw_jurisdiction_get_name (card->jurisdiction));
  add_words (self->facts, _ ("Issued on"), NULL, card->issued);
  add_words (self->facts, _ ("Number"), "", card->document_number);
  add_words (self->facts, _ ("Purpose"), words, card->purpose);
  add_words (self->facts, _ ("Legal force"), words, card->legal_force);
  add_words (self->facts, _ ("Source"), "", card->citation);
  cw_publication_facts_add (self->facts, _ ("Address"), CW_PUBLICATION_ADDRESS, "", card->url);
  add_checked (self->facts, list, words);
  add_words (self->facts, _ ("Remarks"), words, card->notes);

  return self;
}

/**
 * cw_publication_card_free:
 * @self: (nullable): a card
 */
void
cw_publication_card_free (CwPublicationCard *self)
{
  if (self == NULL)
    return;

  cw_publication_text_clear (&self->heading);
  g_array_unref (self->facts);
  g_free (self);
}
