/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json-private.h"

#include "model/language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * _cw_list_json_check_words:
 * @place: where the text stands
 * @source: where the list is read from
 * @words: a text
 * @may_be_empty: whether it may be empty
 * @error: return location
 *
 * Texts of list files are one line with no space at either end. What a document holds is not
 * questioned, as long as it is not empty where it must not be.
 *
 * Returns: whether @words is so, else with %CW_FORMAT_ERROR_VALUE
 */
gboolean
_cw_list_json_check_words (const CwJsonPlace *place,
                           CwListSource source,
                           const char *words,
                           gboolean may_be_empty,
                           GError **error)
{
  const char *last;

  if (*words == '\0')
    return may_be_empty ||
           cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE, _ ("must not be empty"));
  if (source == CW_LIST_SOURCE_DOCUMENT)
    return TRUE;

  for (const char *p = words; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE,
                                   _ ("must be one line without control characters"));
    }

  last = g_utf8_find_prev_char (words, words + strlen (words));
  if (g_unichar_isspace (g_utf8_get_char (words)) || g_unichar_isspace (g_utf8_get_char (last)))
    return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE,
                               _ ("must not begin or end with a space"));
  return TRUE;
}

/*
 * _cw_list_json_check_language:
 * @place: where @tag stands
 * @tag: a text that should be a language tag
 * @error: return location
 *
 * Returns: whether @tag has the shape of BCP 47, else with %CW_FORMAT_ERROR_VALUE
 */
gboolean
_cw_list_json_check_language (const CwJsonPlace *place, const char *tag, GError **error)
{
  if (cw_language_is_valid (tag))
    return TRUE;

  return cw_json_place_fail (place, error, CW_FORMAT_ERROR_VALUE,
                             /* Translators: %s is what stands where a tag such as zh-Hans should */
                             _ ("“%s” is not a language tag (BCP 47)"), tag);
}

/*
 * _cw_list_json_is_slug:
 * @string: a text
 * @separator: what joins its parts
 *
 * Returns: whether @string is at most 64 characters long and consists of parts of ASCII letters and
 *   digits, none empty, joined by @separator
 */
gboolean
_cw_list_json_is_slug (const char *string, char separator)
{
  gboolean in_part = FALSE;

  if (strlen (string) > 64)
    return FALSE;

  for (const char *p = string; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        in_part = TRUE;
      else if (*p == separator && in_part)
        in_part = FALSE;
      else
        return FALSE;
    }

  return in_part;
}
