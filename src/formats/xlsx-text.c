/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-text.h"

#include <string.h>

#define REPLACEMENT 0xfffd
#define ZERO_WIDTH_JOINER 0x200d
#define ELLIPSIS "…"

/* Excel takes no longer name of a sheet. */
#define MAX_SHEET_NAME 31

/* XML 1.0 (fifth edition), production 2. A carriage return was made a line feed before. */
static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
         c >= 0x10000;
}

/* Spreadsheets read _x0041_ as the character with that number (ECMA-376-1, 22.9.2.19, ST_Xstring). */
static gboolean
looks_like_escape (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
    }

  return p[6] == '_';
}

static guint
append_character (GString *cell, const char *p, gunichar c)
{
  if (c == '\r')
    c = '\n';
  if (!is_allowed (c))
    c = REPLACEMENT;
  g_string_append_unichar (cell, c);
  if (!looks_like_escape (p))
    return c >= 0x10000 ? 2 : 1;

  g_string_append (cell, "x005F_");
  return 7;
}

/**
 * cw_xlsx_text_append:
 * @cell: where to append
 * @text: a text, UTF-8
 *
 * Appends @text as a cell can hold it: what XML cannot say is replaced by U+FFFD, line ends are line
 * feeds, and a text longer than %CW_XLSX_MAX_TEXT is cut between two characters that a reader sees
 * and ends with an ellipsis.
 *
 * Returns: whether it was cut
 */
gboolean
cw_xlsx_text_append (GString *cell, const char *text)
{
  guint n_units = 0;
  gsize keep = cell->len;
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (n_units < CW_XLSX_MAX_TEXT && !g_unichar_ismark (c) && !g_unichar_iszerowidth (c) &&
          before != ZERO_WIDTH_JOINER)
        keep = cell->len;
      n_units += append_character (cell, p, c);
      before = c;
      if (n_units > CW_XLSX_MAX_TEXT)
        {
          g_string_truncate (cell, keep);
          g_string_append (cell, ELLIPSIS);
          return TRUE;
        }
    }

  return FALSE;
}

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * cw_xlsx_text_has_wide:
 * @text: a text, UTF-8
 *
 * Returns: whether it holds an East Asian character, whose fonts need higher lines
 */
gboolean
cw_xlsx_text_has_wide (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80 && g_unichar_iswide (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/**
 * cw_xlsx_text_measure:
 * @text: a text, UTF-8
 *
 * Returns: how wide its longest line is, in digits: a Chinese character is as wide as two
 */
guint
cw_xlsx_text_measure (const char *text)
{
  guint widest = 0;
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r')
        width = 0;
      else
        width += measure_character (c);
      widest = MAX (widest, width);
    }

  return widest;
}

/* In hundredths of a digit. In the fonts of workbooks a letter is narrower than a digit, on average,
 * and an East Asian character wider than two. */
static guint
estimate_character (gunichar c)
{
  static const guint widths[] = { 0, 90, 210 };

  return widths[measure_character (c)];
}

/* How far what stays together goes: a word with the space behind it, or one East Asian character. */
static const char *
find_break (const char *p, guint *width)
{
  gunichar c;

  *width = 0;
  do
    {
      c = g_utf8_get_char (p);
      *width += estimate_character (c);
      p = g_utf8_next_char (p);
    }
  while (c != ' ' && !g_unichar_iswide (c) && *p != '\0' && *p != '\n' &&
         !g_unichar_iswide (g_utf8_get_char (p)));

  return p;
}

/**
 * cw_xlsx_text_count_lines:
 * @text: a text as a cell holds it
 * @width: of the cell, in digits; not 0
 *
 * Returns: about how many lines it takes, at least 1
 */
guint
cw_xlsx_text_count_lines (const char *text, guint width)
{
  guint room = width * 100;
  guint n_lines = 1;
  guint used = 0;

  for (const char *p = text; *p != '\0';)
    {
      guint piece;

      if (*p == '\n')
        {
          n_lines++;
          used = 0;
          p++;
          continue;
        }

      p = find_break (p, &piece);
      if (used > 0 && used + piece > room)
        {
          n_lines++;
          used = 0;
        }
      used += piece;
      /* A word that is longer than a line is broken. */
      for (; used > room; used -= room)
        n_lines++;
    }

  return n_lines;
}

/* Without what a sheet's name cannot hold, and not longer than @max. */
static char *
clean_sheet_name (const char *title, guint max)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean was_cut = FALSE;
  guint n_units = 0;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint more = c >= 0x10000 ? 2 : 1;

      if (c == '\0' || (c < 0x80 && strchr ("[]:*?/\\", (int) c) != NULL) || g_unichar_iscntrl (c))
        c = ' ';
      if (n_units + more > max)
        {
          was_cut = TRUE;
          break;
        }
      if (is_allowed (c))
        {
          g_string_append_unichar (name, c);
          n_units += more;
        }
    }

  g_strstrip (name->str);
  name->len = strlen (name->str);
  while (name->len > 0 && strchr (was_cut ? "' ,;(-" : "'", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->str[0] == '\'')
    g_string_erase (name, 0, 1);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Excel compares names without case, and keeps one for itself. */
static gboolean
is_free (GHashTable *taken, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return *name != '\0' && !g_str_equal (folded, "history") &&
         !g_hash_table_contains (taken, folded);
}

/**
 * cw_xlsx_text_make_sheet_name:
 * @title: what the sheet shows
 * @taken: (element-type utf8): the names there are, folded; the new one is added
 *
 * Returns: (transfer full): a name for a sheet that Excel takes, unlike all others
 */
char *
cw_xlsx_text_make_sheet_name (const char *title, GHashTable *taken)
{
  g_autofree char *name = clean_sheet_name (title, MAX_SHEET_NAME);

  for (guint i = 2; !is_free (taken, name); i++)
    {
      g_autofree char *number = g_strdup_printf (" %u", i);
      g_autofree char *start = clean_sheet_name (title, MAX_SHEET_NAME - (guint) strlen (number));

      g_free (name);
      name = *start != '\0' ? g_strconcat (start, number, NULL) : g_strdup (number + 1);
    }
  g_hash_table_add (taken, g_utf8_casefold (name, -1));

  return g_steal_pointer (&name);
}
