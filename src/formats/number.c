/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/number.h"

#include <math.h>
#include <string.h>

/* Up to 17 digits tell any two doubles apart (IEEE 754-2008, section 5.12.2). */
#define MAX_DIGITS 17

/* Writes @value as d.ddde±dd with as few digits as read back the same. */
static void
format_shortest (double value, char *buffer, gsize size)
{
  for (int n_digits = 1; n_digits <= MAX_DIGITS; n_digits++)
    {
      char format[8];
      double back;

      g_snprintf (format, sizeof format, "%%.%de", n_digits - 1);
      g_ascii_formatd (buffer, size, format, value);
      back = g_ascii_strtod (buffer, NULL);
      if (back >= value && back <= value)
        return;
    }
}

static void
append_positional (GString *text, const char *digits, int n_digits, int exponent)
{
  int n_whole = exponent + 1;

  if (n_whole <= 0)
    {
      g_string_append (text, "0.");
      for (int i = n_whole; i < 0; i++)
        g_string_append_c (text, '0');
      g_string_append_len (text, digits, n_digits);
      return;
    }

  for (int i = 0; i < MAX (n_whole, n_digits); i++)
    {
      if (i == n_whole)
        g_string_append_c (text, '.');
      g_string_append_c (text, i < n_digits ? digits[i] : '0');
    }
}

/**
 * cw_number_append:
 * @text: where to write
 * @value: a number
 *
 * Appends @value with as few digits as read back the same, with a decimal point in any locale:
 * "0.7", "100", and with an exponent only below 0.0001 and from 1e16, where Python writes one too.
 * Appends nothing for what is no finite number.
 */
void
cw_number_append (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char digits[MAX_DIGITS];
  int n_digits = 0;
  int exponent;
  const char *mark;

  if (!isfinite (value))
    return;

  format_shortest (value, buffer, sizeof buffer);
  mark = strchr (buffer, 'e');
  exponent = (int) g_ascii_strtoll (mark + 1, NULL, 10);
  if (exponent < -4 || exponent >= 16)
    {
      g_string_append (text, buffer);
      return;
    }

  for (const char *p = buffer; p < mark; p++)
    {
      if (g_ascii_isdigit (*p))
        digits[n_digits++] = *p;
    }
  if (*buffer == '-')
    g_string_append_c (text, '-');
  append_positional (text, digits, n_digits, exponent);
}
