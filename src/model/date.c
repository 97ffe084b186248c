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

/* Two digits, at most @greatest. */
static gboolean
is_part (const char *text, char separator, int greatest)
{
  return text[0] == separator && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) &&
         (text[1] - '0') * 10 + text[2] - '0' <= greatest;
}

/* After a day: the time as this program writes it. */
static gboolean
is_plain_time (const char *text)
{
  return strlen (text) == strlen ("Thh:mm:ssZ") && is_part (text, 'T', 23) &&
         is_part (text + 3, ':', 59) && is_part (text + 6, ':', 59) && text[9] == 'Z';
}

/**
 * cw_time_parse:
 * @string: (nullable): a day, YYYY-MM-DD, or a day and a time, YYYY-MM-DDThh:mm:ss, with Z or an
 *   offset (ISO 8601); without either the time is taken for UTC
 *
 * Returns: (transfer full) (nullable): the day as it is, or the time in UTC, to the second; %NULL where
 *   @string is neither
 */
char *
cw_time_parse (const char *string)
{
  g_autofree char *day = string != NULL ? g_strndup (string, strlen ("YYYY-MM-DD")) : NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) universal = NULL;

  if (!cw_date_is_valid (day))
    return NULL;
  if (string[strlen (day)] == '\0')
    return g_steal_pointer (&day);
  if (string[strlen (day)] != 'T')
    return NULL;

  if (*string != '0' && is_plain_time (string + strlen (day)))
    return g_strdup (string);

  zone = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (string, zone);
  universal = time != NULL ? g_date_time_to_utc (time) : NULL;

  return universal != NULL ? g_date_time_format (universal, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
