/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0xfeff ||
         c == 0x200b || c == 0x3000;
}

static gboolean
is_curly_quote (gunichar c)
{
  return c == 0x201c || c == 0x201d || c == 0x201e || c == 0x201f;
}

static gboolean
strip (char *text, gboolean (*is_stripped) (gunichar c))
{
  char *begin = text;
  char *end = text + strlen (text);
  gsize length = strlen (text);

  while (*begin != '\0' && is_stripped (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && is_stripped (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  memmove (text, begin, (gsize) (end - begin));
  text[end - begin] = '\0';

  return strlen (text) < length;
}

/**
 * cw_sssom_text_repair:
 * @log: where to tell of it
 * @place: where @text stands
 * @text: a value that has no spaces at its ends, changed in place
 *
 * Takes away spaces and curly quotation marks around a value.
 *
 * Returns: whether anything is left
 */
gboolean
cw_sssom_text_repair (CwReadLog *log, const CwReadPlace *place, char *text)
{
  if (strip (text, is_space))
    cw_read_log_lapse (log, place, "spaces", NULL,
                       _ ("there are spaces around a value, which are left out"));
  if (strip (text, is_curly_quote))
    cw_read_log_lapse (log, place, "curly-quotes", NULL,
                       _ ("there are curly quotation marks around a value, which are left out"));

  return *text != '\0';
}

static void
repair_number (CwReadLog *log, const CwReadPlace *place, char *text)
{
  char *comma = strchr (text, ',');

  if (comma == NULL || strchr (text, '.') != NULL || strchr (comma + 1, ',') != NULL)
    return;

  *comma = '.';
  cw_read_log_lapse (log, place, "decimal-comma", NULL,
                     /* Translators: %s is the number, with a point */
                     _ ("a number has a decimal comma, and is taken as %s"), text);
}

static void
repair_word (CwReadLog *log, const CwSssomField *field, const CwReadPlace *place, char *text)
{
  for (guint i = 0; field->words[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (text, field->words[i]) != 0 || g_str_equal (text, field->words[i]))
        continue;
      /* Of the same length, since only the case differs. */
      memcpy (text, field->words[i], strlen (text));
      cw_read_log_lapse (log, place, "letter-case", field->words[i],
                         /* Translators: %s is a value of a table */
                         _ ("a value is taken as “%s”, which is written with other letters"), text);
      return;
    }
}

/**
 * cw_sssom_value_repair:
 * @log: where to tell of it
 * @field: whose value it is
 * @place: where @text stands
 * @text: the value, changed in place
 *
 * Makes a value into what was surely meant: without spaces and curly quotation marks around it, a
 * number with a point, a word in its own case. A free text stays as it is.
 *
 * Returns: whether anything is left
 */
gboolean
cw_sssom_value_repair (CwReadLog *log,
                       const CwSssomField *field,
                       const CwReadPlace *place,
                       char *text)
{
  if (field->type != CW_SSSOM_TYPE_TEXT && !cw_sssom_text_repair (log, place, text))
    return FALSE;
  if (field->type == CW_SSSOM_TYPE_NUMBER)
    repair_number (log, place, text);
  if (field->type == CW_SSSOM_TYPE_WORD)
    repair_word (log, field, place, text);

  return *text != '\0';
}

/**
 * cw_sssom_list_split:
 * @text: a cell of a slot with several values
 *
 * Splits it at “|”; “\|” and “\\” stand for the second character of them, any other “\” for itself.
 * What is empty is left out.
 *
 * Returns: (transfer full): the values
 */
char **
cw_sssom_list_split (const char *text)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (*p == '\\' && (p[1] == '|' || p[1] == '\\'))
        g_string_append_c (value, *++p);
      else if (*p != '|' && *p != '\0')
        g_string_append_c (value, *p);
      else
        {
          if (value->len > 0)
            g_ptr_array_add (values, g_strdup (value->str));
          g_string_truncate (value, 0);
        }
      if (*p == '\0')
        break;
    }
  g_ptr_array_add (values, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);
}
