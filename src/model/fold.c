/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fold.h"

#include <string.h>

/* U+3099 and U+309A turn か into が: another letter to a reader of Japanese, not an accent. */
static gboolean
is_accent (gunichar c)
{
  return g_unichar_ismark (c) && c != 0x3099 && c != 0x309a;
}

/**
 * cw_fold_for_search:
 * @text: UTF-8
 *
 * Brings a text into the form in which searching compares: compatibility decomposition (which
 * makes full width and half width one, Unicode Standard Annex 15), accents dropped, case folded,
 * runs of white space made one space.
 *
 * Returns: (transfer full): the folded text; empty where @text is not valid UTF-8
 */
char *
cw_fold_for_search (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = NULL;
  GString *bare;
  gboolean space = FALSE;

  if (decomposed == NULL)
    return g_strdup ("");

  folded = g_utf8_casefold (decomposed, -1);
  bare = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = bare->len > 0;
          continue;
        }
      if (is_accent (c))
        continue;
      if (space)
        g_string_append_c (bare, ' ');
      space = FALSE;
      g_string_append_unichar (bare, c);
    }

  return g_string_free (bare, FALSE);
}
