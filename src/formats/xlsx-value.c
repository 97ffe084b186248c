/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-value.h"

#include "formats/number.h"

#include <math.h>
#include <string.h>

#define SECONDS_A_DAY 86400

/* 1970-01-01, counted from 1899-12-30 and from 1904-01-01. */
#define UNIX_DAY_1900 25569
#define UNIX_DAY_1904 24107

/* 10000-01-01, counted from 1899-12-30. */
#define TOO_LATE 2958466

/* What a sheet has of rows and columns at most. */
#define MAX_ROW 1048576
#define MAX_COLUMN 16384

/**
 * cw_xlsx_value_get_kind:
 * @format_id: number of a format that is built in (ECMA-376-1, 18.8.30)
 *
 * Returns: what numbers with it are shown as
 */
CwXlsxNumberKind
cw_xlsx_value_get_kind (guint format_id)
{
  if (format_id == 22)
    return CW_XLSX_KIND_MOMENT;
  if ((format_id >= 18 && format_id <= 21) || (format_id >= 45 && format_id <= 47) ||
      format_id == 32 || format_id == 33)
    return CW_XLSX_KIND_CLOCK;
  if ((format_id >= 14 && format_id <= 17) || (format_id >= 27 && format_id <= 36) ||
      (format_id >= 50 && format_id <= 58))
    return CW_XLSX_KIND_DAY;

  return CW_XLSX_KIND_NUMBER;
}

/* Passes over what stands for itself: "…", \x, _x, *x and [Red]; but [h] is a time that passed. */
static const char *
skip_literal (const char *p)
{
  const char *end;

  if (*p == '\\' || *p == '_' || *p == '*')
    return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
  if (*p == '"')
    {
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  if (*p == '[' &&
      !(p[1] != '\0' && strchr ("hHmMsS", p[1]) != NULL && (p[2] == ']' || p[2] == p[1])))
    {
      end = strchr (p, ']');
      return end != NULL ? end + 1 : p + strlen (p);
    }

  return p;
}

/**
 * cw_xlsx_value_parse_format:
 * @format: a code such as "yyyy-mm-dd" (ECMA-376-1, 18.8.31)
 *
 * Returns: what numbers with it are shown as
 */
CwXlsxNumberKind
cw_xlsx_value_parse_format (const char *format)
{
  gboolean has_day = FALSE;
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;

  if (g_ascii_strcasecmp (format, "General") == 0)
    return CW_XLSX_KIND_NUMBER;

  for (const char *p = format; *p != '\0' && *p != ';';)
    {
      const char *next = skip_literal (p);

      if (next > p)
        {
          p = next;
          continue;
        }
      has_day = has_day || strchr ("yYdD", *p) != NULL;
      has_month = has_month || *p == 'm' || *p == 'M';
      has_time = has_time || strchr ("hHsS", *p) != NULL;
      p++;
    }
  if (has_day)
    return has_time ? CW_XLSX_KIND_MOMENT : CW_XLSX_KIND_DAY;
  if (has_time)
    return CW_XLSX_KIND_CLOCK;

  return has_month ? CW_XLSX_KIND_DAY : CW_XLSX_KIND_NUMBER;
}

/* Days as a workbook counts them to seconds as Unix does. Excel takes 1900 for a leap year: its days
 * before March 1900 lie one day later, and the 60th never was. */
static gboolean
convert_days (double days, gboolean since_1904, gint64 *seconds)
{
  double since_1970;

  if (since_1904)
    since_1970 = days - UNIX_DAY_1904;
  else if (days >= 60 && days < 61)
    return FALSE;
  else
    since_1970 = days - UNIX_DAY_1900 + (days < 60 ? 1 : 0);
  if (days < 0 || since_1970 >= TOO_LATE - UNIX_DAY_1900)
    return FALSE;

  *seconds = (gint64) floor (since_1970 * SECONDS_A_DAY + 0.5);
  return TRUE;
}

static gboolean
append_time (GString *text, double days, CwXlsxNumberKind kind, gboolean since_1904)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *string = NULL;
  const char *format = "%Y-%m-%dT%H:%M:%S";
  gint64 seconds;

  if (!isfinite (days) || !convert_days (days, since_1904, &seconds))
    return FALSE;

  if (kind == CW_XLSX_KIND_DAY)
    format = "%Y-%m-%d";
  else if (kind == CW_XLSX_KIND_CLOCK && days < 1)
    format = "%H:%M:%S";
  time = g_date_time_new_from_unix_utc (seconds);
  string = time != NULL ? g_date_time_format (time, format) : NULL;
  if (string == NULL)
    return FALSE;

  g_string_append (text, string);

  return TRUE;
}

/**
 * cw_xlsx_value_append_number:
 * @text: where to append
 * @number: as it stands in the workbook
 * @kind: what it is shown as
 * @since_1904: whether the workbook counts days from 1904-01-01
 *
 * Appends a number with as few digits as read back the same, or a day or time as ISO 8601 writes it,
 * without a zone, because workbooks know none.
 *
 * Returns: whether @number is one
 */
gboolean
cw_xlsx_value_append_number (GString *text,
                             const char *number,
                             CwXlsxNumberKind kind,
                             gboolean since_1904)
{
  char *end;
  double value;

  if (*number == '\0' || strspn (number, "+-.0123456789eE") != strlen (number))
    return FALSE;
  value = g_ascii_strtod (number, &end);
  if (*end != '\0' || !isfinite (value))
    return FALSE;

  if (kind == CW_XLSX_KIND_NUMBER || !append_time (text, value, kind, since_1904))
    cw_number_append (text, value);

  return TRUE;
}

/* "_x000D_": the character, or 0 where it is no escape, or one for what no text can hold. */
static gunichar
parse_escape (const char *p, gsize length)
{
  gunichar c = 0;

  if (length < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      c = c << 4 | (gunichar) g_ascii_xdigit_value (p[i]);
    }

  return g_unichar_validate (c) ? c : 0;
}

/**
 * cw_xlsx_value_append_text:
 * @text: where to append
 * @escaped: (array length=length): a text as it stands in the workbook
 * @length: in bytes
 *
 * Appends a text, with the characters that ST_Xstring (ECMA-376-1, 22.9.2.19) writes as _x000D_.
 */
void
cw_xlsx_value_append_text (GString *text, const char *escaped, gsize length)
{
  const char *end = escaped + length;

  for (const char *p = escaped; p < end;)
    {
      const char *mark = memchr (p, '_', (gsize) (end - p));
      gunichar c;

      if (mark == NULL)
        mark = end;
      g_string_append_len (text, p, mark - p);
      if (mark == end)
        return;

      c = parse_escape (mark, (gsize) (end - mark));
      if (c != 0)
        g_string_append_unichar (text, c);
      else
        g_string_append_c (text, '_');
      p = mark + (c != 0 ? 7 : 1);
    }
}

/**
 * cw_xlsx_value_parse_reference:
 * @reference: such as "B3"
 * @column: (out): from 1
 * @row: (out): from 1
 *
 * Returns: whether @reference names a cell that a sheet can have
 */
gboolean
cw_xlsx_value_parse_reference (const char *reference, guint *column, guint *row)
{
  const char *p = reference;

  *column = *row = 0;
  for (; g_ascii_isalpha (*p) && *column <= MAX_COLUMN; p++)
    *column = *column * 26 + (guint) (g_ascii_toupper (*p) - 'A' + 1);
  for (; g_ascii_isdigit (*p) && *row <= MAX_ROW; p++)
    *row = *row * 10 + (guint) (*p - '0');

  return *p == '\0' && *column > 0 && *column <= MAX_COLUMN && *row > 0 && *row <= MAX_ROW;
}
