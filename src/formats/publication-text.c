/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-text.h"

#include <string.h>

/* Marks that turn the direction of the text around them, so that one label could reorder the row it
 * stands in (Unicode Standard Annex 9, section 2). A page sets each text apart by its own means. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* What no page can show: HTML does not even let it stand. */
static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe ||
         (c >= 0xfdd0 && c <= 0xfdef) || c == 0xfeff;
}

static void
append_char (GString *clean, gunichar c)
{
  if (c == '\n')
    g_string_append_c (clean, '\n');
  else if (c == '\t' || c == 0x2028 || c == 0x2029)
    g_string_append_c (clean, ' ');
  else if (!is_control (c) && !turns_direction (c))
    g_string_append_unichar (clean, c);
}

static char *
clean_text (const char *string)
{
  g_autoptr (GString) clean = g_string_sized_new (strlen (string) + 1);

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    append_char (clean, g_utf8_get_char (p));

  return g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE));
}

/**
 * cw_publication_text_init:
 * @self: the text to fill
 * @language: (nullable): as in CwPublicationText
 * @string: UTF-8
 */
void
cw_publication_text_init (CwPublicationText *self, const char *language, const char *string)
{
  self->language = g_intern_string (language);
  self->text = clean_text (string);
}

/**
 * cw_publication_text_clear:
 * @self: a text
 */
void
cw_publication_text_clear (CwPublicationText *self)
{
  g_clear_pointer (&self->text, g_free);
}

/**
 * cw_publication_texts_new:
 *
 * Returns: (transfer full) (element-type CwPublicationText): an empty array
 */
GArray *
cw_publication_texts_new (void)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (CwPublicationText));

  g_array_set_clear_func (texts, (GDestroyNotify) cw_publication_text_clear);

  return texts;
}

/**
 * cw_publication_texts_add:
 * @texts: (element-type CwPublicationText): where to add it
 * @language: (nullable): as in CwPublicationText
 * @string: (nullable): UTF-8
 *
 * Adds a text, unless there is nothing in it or it already stands there: some names are the same in
 * two languages.
 */
void
cw_publication_texts_add (GArray *texts, const char *language, const char *string)
{
  CwPublicationText text;

  if (string == NULL)
    return;

  cw_publication_text_init (&text, language, string);
  for (guint i = 0; i < texts->len; i++)
    {
      if (g_str_equal (g_array_index (texts, CwPublicationText, i).text, text.text))
        g_clear_pointer (&text.text, g_free);
      if (text.text == NULL)
        return;
    }

  if (*text.text != '\0')
    g_array_append_val (texts, text);
  else
    g_free (text.text);
}

/**
 * cw_publication_texts_add_lines:
 * @texts: (element-type CwPublicationText): where to add them
 * @language: (nullable): as in CwPublicationText
 * @string: UTF-8
 *
 * Adds each line as a text of its own.
 */
void
cw_publication_texts_add_lines (GArray *texts, const char *language, const char *string)
{
  g_auto (GStrv) lines = g_strsplit (string, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    cw_publication_texts_add (texts, language, lines[i]);
}

/**
 * cw_publication_find_language:
 * @text: (nullable): a text in several languages
 * @string: what cw_text_choose() gave of it
 *
 * Returns: (transfer none): the language @string is in, "" where @text has no such
 */
const char *
cw_publication_find_language (const CwText *text, const char *string)
{
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      if (cw_text_get (text, language) == string)
        return language;
    }

  return "";
}

/**
 * cw_publication_texts_add_title:
 * @texts: (element-type CwPublicationText): where to add it
 * @list: a list
 * @languages: (array zero-terminated=1): tags, the most wanted first
 *
 * Adds the short title of @list in all of @languages there are, or in the one there is.
 */
void
cw_publication_texts_add_title (GArray *texts, CwList *list, const char *const *languages)
{
  const CwText *title = cw_list_get_card (list)->short_title;
  const char *chosen = cw_text_choose (title, languages);

  cw_publication_texts_add (texts, cw_publication_find_language (title, chosen), chosen);
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    cw_publication_texts_add (texts, languages[i], cw_text_get (title, languages[i]));
}

static void
fact_clear (gpointer data)
{
  CwPublicationFact *fact = data;

  cw_publication_text_clear (&fact->value);
}

/**
 * cw_publication_facts_new:
 *
 * Returns: (transfer full) (element-type CwPublicationFact): an empty array
 */
GArray *
cw_publication_facts_new (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (CwPublicationFact));

  g_array_set_clear_func (facts, fact_clear);

  return facts;
}

/**
 * cw_publication_facts_add:
 * @facts: (element-type CwPublicationFact): where to add it
 * @name: (nullable): what it is, in the user's language; kept, not copied
 * @kind: how it is to be set
 * @language: (nullable): as in CwPublicationText
 * @string: (nullable): what it says; where there is nothing in it, no fact is added
 */
void
cw_publication_facts_add (GArray *facts,
                          const char *name,
                          CwPublicationFactKind kind,
                          const char *language,
                          const char *string)
{
  CwPublicationFact fact = { name, { NULL, NULL }, kind };

  if (string == NULL)
    return;

  cw_publication_text_init (&fact.value, language, string);
  if (*fact.value.text != '\0')
    g_array_append_val (facts, fact);
  else
    g_free (fact.value.text);
}

/**
 * cw_publication_fact_get_address:
 * @self: a fact
 *
 * Only the web is ever linked to, since an address may be any text.
 *
 * Returns: (transfer full) (nullable): where it leads, with nothing in it that a URL must not have
 *   (RFC 3986); %NULL where it is no address of the web
 */
char *
cw_publication_fact_get_address (const CwPublicationFact *self)
{
  const char *text = self->value.text;

  if (self->kind != CW_PUBLICATION_ADDRESS ||
      (!g_str_has_prefix (text, "https://") && !g_str_has_prefix (text, "http://")))
    return NULL;

  /* What is escaped already stays so. */
  return g_uri_escape_string (text, ":/?#@!$&'()*+,;=%", FALSE);
}
