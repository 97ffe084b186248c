/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/language.h"

#include <string.h>

/* A language's own name is shown, so that everyone finds theirs; it is not translated. The order
 * is the order in which the shipped lists write their labels. */
static const struct
{
  const char *tag;
  const char *name;
} known[] = {
  { "en", "English" },       { "ja", "日本語" },           { "zh-Hans", "中文" },
  { "zh-Hant", "繁體中文" }, { "ko", "한국어" },           { "de", "Deutsch" },
  { "fr", "français" },      { "es", "español" },          { "it", "italiano" },
  { "pt", "português" },     { "ru", "русский" },          { "vi", "Tiếng Việt" },
  { "th", "ไทย" },           { "ar", "العربية" },          { "he", "עברית" },
  { "hi", "हिन्दी" },         { "id", "Bahasa Indonesia" }, { "nl", "Nederlands" },
};

/**
 * cw_language_is_valid:
 * @tag: (nullable): a language tag
 *
 * Checks the shape of BCP 47 (RFC 5646, section 2.1): subtags of 1 to 8 letters or digits, joined
 * by hyphens, the first of 2 to 8 letters. The registry of subtags is not consulted.
 *
 * Returns: whether @tag has the shape of a language tag
 */
gboolean
cw_language_is_valid (const char *tag)
{
  gsize run = 0;
  gboolean first = TRUE;

  if (tag == NULL)
    return FALSE;

  for (const char *p = tag;; p++)
    {
      if (*p == '-' || *p == '\0')
        {
          if (run < (first ? 2 : 1) || run > 8)
            return FALSE;
          if (*p == '\0')
            return TRUE;
          first = FALSE;
          run = 0;
        }
      else if (g_ascii_isalpha (*p) || (!first && g_ascii_isdigit (*p)))
        run++;
      else
        return FALSE;
    }
}

/**
 * cw_language_get_name:
 * @tag: a BCP 47 language tag
 *
 * Returns: (transfer full): the language's own name, or the tag where the name is not known
 */
char *
cw_language_get_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].tag, tag))
        return g_strdup (known[i].name);
    }

  return g_strdup (tag);
}

static guint
language_rank (const char *tag)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].tag, tag))
        break;
    }

  return i;
}

/**
 * cw_language_compare:
 * @a: a language tag
 * @b: another
 *
 * The one order of languages in files and menus: English, Japanese and Chinese first, as the
 * shipped lists write them, then other known ones, then the rest by tag.
 *
 * Returns: less than, equal to or greater than zero
 */
int
cw_language_compare (const char *a, const char *b)
{
  guint rank_a = language_rank (a);
  guint rank_b = language_rank (b);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;

  return strcmp (a, b);
}
