/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/date.h"

#include <string.h>

/**
 * cw_date_is_valid:
 * @string: (nullable): a text
 *
 * Returns: whether @string is YYYY-MM-DD (ISO 8601) and the day exists
 */
gboolean
cw_date_is_valid (const char *string)
{
  if (string == NULL || strlen (string) != 10 || string[4] != '-' || string[7] != '-')
    return FALSE;

  for (guint i = 0; i < 10; i++)
    {
      if (i != 4 && i != 7 && !g_ascii_isdigit (string[i]))
        return FALSE;
    }

  return g_date_valid_dmy (g_ascii_strtoull (string + 8, NULL, 10),
                           g_ascii_strtoull (string + 5, NULL, 10),
                           g_ascii_strtoull (string, NULL, 10));
}
