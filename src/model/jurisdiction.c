/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jurisdiction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Codes are ISO 3166-1 alpha-2, and EU. The order is that of the codes: no ranking is meant. */
static const struct
{
  const char *code;
  const char *name;
} known[] = {
  { "AU", NC_ ("jurisdiction", "Australia") },
  { "CN", NC_ ("jurisdiction", "China") },
  { "EU", NC_ ("jurisdiction", "European Union") },
  { "GB", NC_ ("jurisdiction", "United Kingdom") },
  { "JP", NC_ ("jurisdiction", "Japan") },
  { "KR", NC_ ("jurisdiction", "Korea") },
  { "US", NC_ ("jurisdiction", "United States") },
};

/**
 * cw_jurisdiction_get_name:
 * @code: ISO 3166-1 alpha-2, or EU
 *
 * Returns: (transfer none): the name in the user's language, or @code where it is not known
 */
const char *
cw_jurisdiction_get_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].code, code))
        return g_dpgettext2 (GETTEXT_PACKAGE, "jurisdiction", known[i].name);
    }

  return code;
}

/**
 * cw_jurisdiction_compare:
 * @a: a code
 * @b: another
 *
 * Sorts by the name the user reads.
 *
 * Returns: less than, equal to or greater than zero
 */
int
cw_jurisdiction_compare (const char *a, const char *b)
{
  int order = g_utf8_collate (cw_jurisdiction_get_name (a), cw_jurisdiction_get_name (b));

  return order != 0 ? order : strcmp (a, b);
}
