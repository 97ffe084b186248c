/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal-text.h"

#include <string.h>

#define ELLIPSIS "…"

/* How many columns of a terminal a character takes. */
static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * cw_terminal_text_clean:
 * @text: words from a document or a message
 *
 * A document may come from anybody; what is in it must not steer the terminal. Line ends and tabs
 * become spaces, other control characters and broken UTF-8 the replacement character.
 *
 * Returns: (transfer full): @text on one line, valid UTF-8
 */
char *
cw_terminal_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || c == '\r')
        g_string_append_c (clean, ' ');
      else if (g_unichar_iscntrl (c))
        g_string_append_unichar (clean, 0xfffd);
      else
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * cw_terminal_text_measure:
 * @text: one line
 *
 * Returns: how many columns of a terminal it takes; Chinese, Japanese and Korean characters take two
 */
guint
cw_terminal_text_measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += measure_character (g_utf8_get_char (p));

  return width;
}

/**
 * cw_terminal_text_ellipsize:
 * @text: one line
 * @width: columns, at least 1
 *
 * Returns: (transfer full): @text, cut at its end with an ellipsis where it is wider than @width
 */
char *
cw_terminal_text_ellipsize (const char *text, guint width)
{
  g_autofree char *start = NULL;
  const char *p = text;
  guint taken = 0;

  if (cw_terminal_text_measure (text) <= width)
    return g_strdup (text);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint more = measure_character (g_utf8_get_char (p));

      if (taken + more > width - 1)
        break;
      taken += more;
    }

  start = g_strndup (text, (gsize) (p - text));
  return g_strconcat (g_strchomp (start), ELLIPSIS, NULL);
}

/* Whether a line must not begin with it: as in "技术、", "word." and "ー". */
static gboolean
clings_to_previous (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_MODIFIER_LETTER:
      return TRUE;
    default:
      return g_unichar_iszerowidth (c);
    }
}

static gboolean
clings_to_next (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Whether a line may end before the character at @p: at a space, or beside a wide character. */
static gboolean
may_break_before (const char *text, const char *p)
{
  gunichar next = g_utf8_get_char (p);
  gunichar previous;

  if (p == text)
    return FALSE;

  previous = g_utf8_get_char (g_utf8_prev_char (p));
  if (previous == ' ' || next == ' ')
    return next != ' ';

  return (g_unichar_iswide (previous) || g_unichar_iswide (next)) && !clings_to_previous (next) &&
         !clings_to_next (previous);
}

/* The length in bytes of the first line of @text. */
static gsize
fill_line (const char *text, guint width)
{
  const char *last_break = NULL;
  guint taken = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (may_break_before (text, p))
        last_break = p;
      /* A space at the end of a line does not show. */
      if (taken + measure_character (c) > width && c != ' ')
        {
          if (last_break != NULL)
            return (gsize) (last_break - text);
          return p > text ? (gsize) (p - text) : (gsize) (g_utf8_next_char (p) - text);
        }
      taken += measure_character (c);
    }

  return strlen (text);
}

/**
 * cw_terminal_text_wrap:
 * @text: one line
 * @width: columns, at least 1
 *
 * Returns: (transfer full) (element-type utf8): the lines into which it breaks, at least one
 */
GPtrArray *
cw_terminal_text_wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  do
    {
      gsize length = fill_line (text, width);

      g_ptr_array_add (lines, g_strchomp (g_strndup (text, length)));
      text += length;
      while (*text == ' ')
        text++;
    }
  while (*text != '\0');

  return lines;
}
