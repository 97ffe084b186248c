/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/yaml-scalar.h"

#include <string.h>

/* Line ends of YAML 1.1 or 1.2, controls, and the byte order mark (YAML 1.2.2, sections 5.1, 5.4). */
static gboolean
needs_escape (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
}

static gboolean
holds_escape (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (needs_escape (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/* Words that YAML 1.2 or 1.1 takes for null, a truth value, or an operator of its own. */
static gboolean
is_word_of_yaml (const char *text)
{
  static const char *const words[] = { "~",  "null", "true", "false", "yes", "no",
                                       "on", "off",  "y",    "n",     "=",   "<<" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (text, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Numbers in any notation, times of the day and dates begin with a digit, a sign or a point and
 * hold nothing but these. Some texts are quoted that would not have to be; none is taken for what it
 * is not. */
static gboolean
is_like_number (const char *text)
{
  const char *first = *text == '-' || *text == '+' ? text + 1 : text;

  if (*first == '.')
    return g_ascii_isdigit (first[1]) || g_ascii_strcasecmp (first, ".inf") == 0 ||
           g_ascii_strcasecmp (first, ".nan") == 0;

  return g_ascii_isdigit (*first) &&
         text[strspn (text, "0123456789abcdefABCDEFoxTZtz+-.:_ ")] == '\0';
}

static gboolean
is_plain (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || text[0] == ' ' || text[length - 1] == ' ' || text[length - 1] == ':')
    return FALSE;
  /* Indicators (YAML 1.2.2, section 5.3); “-”, “?” and “:” only before a space, or alone. */
  if (strchr ("[]{},#&*!|>'\"%@`", text[0]) != NULL)
    return FALSE;
  if (strchr ("-?:", text[0]) != NULL &&
      (text[1] == ' ' || text[1] == '\0' || text[0] == '?' || g_str_equal (text, "---")))
    return FALSE;
  if (strstr (text, ": ") != NULL || strstr (text, " #") != NULL)
    return FALSE;

  return !is_word_of_yaml (text) && !is_like_number (text) && !holds_escape (text);
}

static void
append_escaped (GString *yaml, gunichar c)
{
  switch (c)
    {
    case '\n':
      g_string_append (yaml, "\\n");
      break;
    case '\t':
      g_string_append (yaml, "\\t");
      break;
    case '"':
    case '\\':
      g_string_append_c (yaml, '\\');
      g_string_append_c (yaml, (char) c);
      break;
    default:
      if (needs_escape (c))
        g_string_append_printf (yaml, c < 0x100 ? "\\x%02X" : "\\u%04X", c);
      else
        g_string_append_unichar (yaml, c);
    }
}

/**
 * cw_yaml_append_scalar:
 * @yaml: where to append
 * @text: a text, UTF-8
 *
 * Appends @text as a YAML string on one line: plain where every YAML reader takes it for that same
 * string, else in double quotes (YAML 1.2.2, sections 7.3.1 and 7.3.3).
 */
void
cw_yaml_append_scalar (GString *yaml, const char *text)
{
  if (is_plain (text))
    {
      g_string_append (yaml, text);
      return;
    }

  g_string_append_c (yaml, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_escaped (yaml, g_utf8_get_char (p));
  g_string_append_c (yaml, '"');
}
