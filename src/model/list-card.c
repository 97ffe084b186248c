/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/date.h"
#include "model/language.h"
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

static const gsize string_offsets[] = {
  offsetof (CwListCard, key),
  offsetof (CwListCard, jurisdiction),
  offsetof (CwListCard, issued),
  offsetof (CwListCard, citation),
  offsetof (CwListCard, document_number),
  offsetof (CwListCard, url),
  offsetof (CwListCard, supersedes),
  offsetof (CwListCard, official_language),
  offsetof (CwListCard, notes),
  offsetof (CwListCard, verification),
  offsetof (CwListCard, purpose),
  offsetof (CwListCard, legal_force),
  offsetof (CwListCard, iri),
  offsetof (CwListCard, declined),
};

static const gsize text_offsets[] = {
  offsetof (CwListCard, short_title),
  offsetof (CwListCard, title),
  offsetof (CwListCard, issuer),
};

#define STRING(card, i) G_STRUCT_MEMBER (char *, card, string_offsets[i])
#define TEXT(card, i) G_STRUCT_MEMBER (CwText *, card, text_offsets[i])

/**
 * cw_list_card_new:
 *
 * Returns: (transfer full): an empty card
 */
CwListCard *
cw_list_card_new (void)
{
  CwListCard *card = g_new0 (CwListCard, 1);

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    TEXT (card, i) = cw_text_new ();

  return card;
}

/**
 * cw_list_card_copy:
 * @card: a card
 *
 * Returns: (transfer full): a copy
 */
CwListCard *
cw_list_card_copy (const CwListCard *card)
{
  CwListCard *copy = g_new0 (CwListCard, 1);

  for (guint i = 0; i < G_N_ELEMENTS (string_offsets); i++)
    STRING (copy, i) = g_strdup (STRING (card, i));
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    TEXT (copy, i) = cw_text_copy (TEXT (card, i));
  copy->shipped = card->shipped;

  return copy;
}

static gboolean
texts_equal (const CwText *a, const CwText *b)
{
  guint n_languages = cw_text_get_n_languages (a);

  if (n_languages != cw_text_get_n_languages (b))
    return FALSE;

  for (guint i = 0; i < n_languages; i++)
    {
      const char *language = cw_text_get_language (a, i);

      if (g_strcmp0 (cw_text_get (a, language), cw_text_get (b, language)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* What is not said and what is empty are the same. */
static gboolean
strings_equal (const char *a, const char *b)
{
  return g_str_equal (a != NULL ? a : "", b != NULL ? b : "");
}

/**
 * cw_list_card_equal:
 * @a: a card
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
cw_list_card_equal (const CwListCard *a, const CwListCard *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (string_offsets); i++)
    {
      if (!strings_equal (STRING (a, i), STRING (b, i)))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      if (!texts_equal (TEXT (a, i), TEXT (b, i)))
        return FALSE;
    }

  return a->shipped == b->shipped;
}

static void
patch_text (CwText *text, const CwText *from, const CwText *to)
{
  for (guint i = 0; i < cw_text_get_n_languages (from); i++)
    {
      const char *language = cw_text_get_language (from, i);

      if (cw_text_get (to, language) == NULL)
        cw_text_set (text, language, NULL);
    }
  for (guint i = 0; i < cw_text_get_n_languages (to); i++)
    {
      const char *language = cw_text_get_language (to, i);

      if (g_strcmp0 (cw_text_get (from, language), cw_text_get (to, language)) != 0)
        cw_text_set (text, language, cw_text_get (to, language));
    }
}

/**
 * cw_list_card_patch:
 * @card: a card
 * @from: a card as somebody saw it
 * @to: what that person made of it
 *
 * Changes in @card what is another in @to than in @from, and leaves the rest.
 */
void
cw_list_card_patch (CwListCard *card, const CwListCard *from, const CwListCard *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (string_offsets); i++)
    {
      if (strings_equal (STRING (from, i), STRING (to, i)))
        continue;
      g_free (STRING (card, i));
      STRING (card, i) = g_strdup (STRING (to, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    patch_text (TEXT (card, i), TEXT (from, i), TEXT (to, i));
}

static void
clean_text (CwText **text)
{
  CwText *clean = cw_text_new ();

  for (guint i = 0; i < cw_text_get_n_languages (*text); i++)
    {
      const char *language = cw_text_get_language (*text, i);
      g_autofree char *words = cw_string_clean (cw_text_get (*text, language));

      if (*words != '\0')
        cw_text_set (clean, language, words);
    }
  cw_text_free (*text);
  *text = clean;
}

/**
 * cw_list_card_clean:
 * @card: a card that somebody filled in, or that a file holds
 *
 * Makes each of its texts one line with no space at either end, as list files have them.
 */
void
cw_list_card_clean (CwListCard *card)
{
  for (guint i = 0; i < G_N_ELEMENTS (string_offsets); i++)
    {
      char *string = STRING (card, i);

      if (string == NULL)
        continue;
      STRING (card, i) = cw_string_clean (string);
      g_free (string);
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    clean_text (&TEXT (card, i));
}

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, CW_LIST_ERROR, CW_LIST_ERROR_CARD, what);

  return FALSE;
}

static gboolean
is_empty_or_iri (const char *text)
{
  return text == NULL || *text == '\0' || cw_iri_is_valid (text);
}

/**
 * cw_list_card_check:
 * @card: a card that somebody filled in
 * @error: return location
 *
 * Returns: whether a list can have it, else with %CW_LIST_ERROR_CARD and what to do about it
 */
gboolean
cw_list_card_check (const CwListCard *card, GError **error)
{
  if (cw_text_get_n_languages (card->short_title) == 0 ||
      cw_text_get_n_languages (card->title) == 0)
    return fail (error, _ ("The list needs a title"));
  if (card->key == NULL || !cw_list_key_is_valid (card->key))
    return fail (error, _ ("The list’s name for files must be lower-case letters and digits, "
                           "joined by hyphens"));
  if (card->jurisdiction == NULL || strlen (card->jurisdiction) != 2 ||
      !g_ascii_isupper (card->jurisdiction[0]) || !g_ascii_isupper (card->jurisdiction[1]))
    return fail (error, _ ("The jurisdiction must be two capital letters, such as JP, or XA for a "
                           "body without a code"));
  if (!cw_date_is_valid (card->issued))
    return fail (error, _ ("The date must be a day in the form YYYY-MM-DD"));
  if (!cw_language_is_valid (card->official_language))
    return fail (error, _ ("The official language must be a tag such as en, ja or zh-Hans"));
  if (card->supersedes != NULL && !cw_list_key_is_valid (card->supersedes))
    return fail (error, _ ("What the list replaces must be another list’s name for files"));
  if (!is_empty_or_iri (card->url))
    return fail (error, _ ("The address must begin with https:// or http://"));
  if (!is_empty_or_iri (card->iri))
    return fail (error, _ ("The IRI must begin with https:// or http://"));

  return TRUE;
}

/**
 * cw_list_card_free:
 * @card: (nullable): a card
 */
void
cw_list_card_free (CwListCard *card)
{
  if (card == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (string_offsets); i++)
    g_free (STRING (card, i));
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    cw_text_free (TEXT (card, i));
  g_free (card);
}
