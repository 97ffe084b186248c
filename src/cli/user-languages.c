/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/user-languages.h"

#include "model/language.h"

/* The locales in which Chinese is written with traditional characters. */
static gboolean
is_traditional (const char *locale)
{
  return g_str_has_prefix (locale, "zh_TW") || g_str_has_prefix (locale, "zh_HK") ||
         g_str_has_prefix (locale, "zh_MO");
}

/* The BCP 47 tag that labels have for a locale such as "zh_CN.UTF-8"; NULL for "C". */
static char *
locale_to_tag (const char *locale)
{
  gsize length = 0;

  while (g_ascii_islower (locale[length]))
    length++;
  if (length < 2)
    return NULL;

  if (length == 2 && g_str_has_prefix (locale, "zh"))
    return g_strdup (is_traditional (locale) ? "zh-Hant" : "zh-Hans");

  return g_strndup (locale, length);
}

static void
add_once (GPtrArray *tags, char *tag)
{
  if (tag == NULL || g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
    g_free (tag);
  else
    g_ptr_array_add (tags, tag);
}

/**
 * cw_user_languages_get:
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags of the languages that the user
 *   reads, the most wanted first; English comes last, as in messages that nobody has translated
 */
char **
cw_user_languages_get (void)
{
  const char *const *locales = g_get_language_names ();
  GPtrArray *tags = g_ptr_array_new ();

  for (guint i = 0; locales[i] != NULL; i++)
    add_once (tags, locale_to_tag (locales[i]));
  add_once (tags, g_strdup ("en"));
  g_ptr_array_add (tags, NULL);

  return (char **) g_ptr_array_free (tags, FALSE);
}

/**
 * cw_user_languages_parse:
 * @text: tags with commas between them
 * @wrong: (out) (transfer full): the part that is no language tag, where one is not
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the tags, each once; %NULL where
 *   one is none
 */
char **
cw_user_languages_parse (const char *text, char **wrong)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (!cw_language_is_valid (parts[i]))
        {
          *wrong = g_strdup (parts[i]);
          return NULL;
        }
      add_once (tags, g_strdup (parts[i]));
    }
  if (tags->len == 0)
    {
      *wrong = g_strdup ("");
      return NULL;
    }

  g_ptr_array_add (tags, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}
