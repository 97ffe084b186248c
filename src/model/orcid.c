/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/orcid.h"

#include <string.h>

#define N_DIGITS 16

/* ISO 7064, MOD 11-2, over all digits but the last. */
static char
get_check_character (const char *digits)
{
  guint total = 0;
  guint result;

  for (guint i = 0; i < N_DIGITS - 1; i++)
    total = (total + (guint) (digits[i] - '0')) * 2;
  result = (12 - total % 11) % 11;

  return result == 10 ? 'X' : (char) ('0' + result);
}

/**
 * cw_orcid_parse:
 * @text: what a person typed: an ORCID iD with or without its hyphens, or its address
 *
 * An ORCID iD is an ISNI (ISO 27729): 15 digits and a check character after ISO 7064 MOD 11-2.
 *
 * Returns: (transfer full) (nullable): the iD as it is written, such as 0000-0002-1825-0097; %NULL
 *   where @text is none, or a digit is wrong
 */
char *
cw_orcid_parse (const char *text)
{
  static const char *const prefixes[] = { "https://orcid.org/", "http://orcid.org/", "orcid.org/",
                                          "orcid:" };
  g_autofree char *plain = g_strstrip (g_ascii_strup (text, -1));
  const char *rest = plain;
  char digits[N_DIGITS + 1] = "";
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (g_ascii_strncasecmp (rest, prefixes[i], strlen (prefixes[i])) == 0)
        rest += strlen (prefixes[i]);
    }
  for (; *rest != '\0'; rest++)
    {
      if (*rest == '-' && n > 0 && n < N_DIGITS && n % 4 == 0 && rest[-1] != '-')
        continue;
      if (n == N_DIGITS || !(g_ascii_isdigit (*rest) || (*rest == 'X' && n == N_DIGITS - 1)))
        return NULL;
      digits[n++] = *rest;
    }
  if (n != N_DIGITS || get_check_character (digits) != digits[N_DIGITS - 1])
    return NULL;

  return g_strdup_printf ("%.4s-%.4s-%.4s-%.4s", digits, digits + 4, digits + 8, digits + 12);
}
