/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-syntax.h"

#include "formats/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib 1.6 takes comments, assignments, several roots and keys that stand twice, recurses
 * without a limit and stops the program at half a surrogate pair. So what it gets is checked first:
 * strictly RFC 8259, keys unique, at most so deep. */
#define MAX_DEPTH 64

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const char *name;
  guint depth;
} Scanner;

static gboolean scan_value (Scanner *self, GError **error);

static gboolean G_GNUC_PRINTF (4, 5)
  fail_at (const Scanner *self, const char *at, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_format_error_set_at_byte (error, CW_FORMAT_ERROR_SYNTAX, self->name, self->start,
                               at - self->start, "%s", what);
  return FALSE;
}

/* There is no NUL in the text, so it can stand for the end. */
static char
peek (const Scanner *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static void
skip_space (Scanner *self)
{
  while (peek (self) == ' ' || peek (self) == '\t' || peek (self) == '\n' || peek (self) == '\r')
    self->at++;
}

static gboolean
scan_four_digits (Scanner *self, guint *unit, GError **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (peek (self)))
        return fail_at (self, self->at, error, _ ("\\u needs four hexadecimal digits"));
      *unit = *unit * 16 + g_ascii_xdigit_value (peek (self));
    }

  return TRUE;
}

/* After \u; resolves a surrogate pair (RFC 8259, section 7). */
static gboolean
scan_unicode_escape (Scanner *self, GString *text, GError **error)
{
  const char *escape = self->at - 2;
  guint unit, low;

  if (!scan_four_digits (self, &unit, error))
    return FALSE;
  if (unit == 0)
    return fail_at (self, escape, error, _ ("the character U+0000 cannot stand in a text"));
  if (unit < 0xd800 || unit > 0xdfff)
    {
      g_string_append_unichar (text, unit);
      return TRUE;
    }

  if (unit >= 0xdc00 || self->end - self->at < 2 || self->at[0] != '\\' || self->at[1] != 'u')
    return fail_at (self, escape, error, _ ("half of a surrogate pair"));
  self->at += 2;
  if (!scan_four_digits (self, &low, error))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return fail_at (self, escape, error, _ ("half of a surrogate pair"));

  g_string_append_unichar (text, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
  return TRUE;
}

static gboolean
scan_escape (Scanner *self, GString *text, GError **error)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  char letter = peek (self);
  const char *found = letter != '\0' ? strchr (letters, letter) : NULL;

  if (letter == 'u')
    {
      self->at++;
      return scan_unicode_escape (self, text, error);
    }
  if (found == NULL)
    return fail_at (self, self->at - 1, error, _ ("unknown escape in a text"));

  g_string_append_c (text, meanings[found - letters]);
  self->at++;
  return TRUE;
}

static gboolean
scan_string (Scanner *self, GString *text, GError **error)
{
  const char *quote = self->at++;

  for (;;)
    {
      char c = peek (self);

      if (self->at == self->end)
        return fail_at (self, quote, error, _ ("this text has no end"));
      if ((guchar) c < 0x20)
        return fail_at (self, self->at, error, _ ("a control character in a text"));

      self->at++;
      if (c == '"')
        return TRUE;
      if (c != '\\')
        g_string_append_c (text, c);
      else if (!scan_escape (self, text, error))
        return FALSE;
    }
}

static gboolean
scan_digits (Scanner *self)
{
  const char *first = self->at;

  while (g_ascii_isdigit (peek (self)))
    self->at++;

  return self->at > first;
}

static gboolean
scan_number (Scanner *self, GError **error)
{
  const char *first = self->at;
  gboolean good;

  if (peek (self) == '-')
    self->at++;
  if (peek (self) == '0')
    {
      self->at++;
      good = TRUE;
    }
  else
    good = scan_digits (self);

  if (good && peek (self) == '.')
    {
      self->at++;
      good = scan_digits (self);
    }
  if (good && (peek (self) == 'e' || peek (self) == 'E'))
    {
      self->at++;
      if (peek (self) == '+' || peek (self) == '-')
        self->at++;
      good = scan_digits (self);
    }

  if (!good || g_ascii_isalnum (peek (self)))
    return fail_at (self, first, error, _ ("not a number"));
  return TRUE;
}

static gboolean
scan_word (Scanner *self, GError **error)
{
  static const char *const words[] = { "true", "false", "null" };
  gsize length = 0;

  while (self->at + length < self->end && g_ascii_isalnum (self->at[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i]) == length && strncmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }

  if (self->at == self->end)
    return fail_at (self, self->at, error, _ ("the file ends where a value is expected"));
  return fail_at (self, self->at, error, _ ("a value is expected"));
}

static gboolean
expect (Scanner *self, char wanted, GError **error)
{
  skip_space (self);
  if (peek (self) == wanted)
    {
      self->at++;
      return TRUE;
    }

  /* Translators: %c is a punctuation mark of JSON, such as a comma */
  return fail_at (self, self->at, error, _ ("“%c” is expected"), wanted);
}

/* After a value in an array or object: whether another one follows, or @close ends it. */
static gboolean
scan_separator (Scanner *self, char close, gboolean *more, GError **error)
{
  skip_space (self);
  *more = peek (self) == ',';
  if (*more || peek (self) == close)
    {
      self->at++;
      return TRUE;
    }

  /* Translators: %c is a closing bracket of JSON, ] or } */
  return fail_at (self, self->at, error, _ ("“,” or “%c” is expected"), close);
}

static gboolean
scan_member (Scanner *self, GHashTable *seen, GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const char *first;

  skip_space (self);
  first = self->at;
  if (peek (self) != '"')
    return fail_at (self, first, error, _ ("a key in quotation marks is expected"));
  if (!scan_string (self, key, error))
    return FALSE;
  if (!g_hash_table_add (seen, g_strdup (key->str)))
    /* Translators: %s is a key of a JSON object */
    return fail_at (self, first, error, _ ("the key “%s” stands twice"), key->str);

  return expect (self, ':', error) && scan_value (self, error);
}

static gboolean
scan_object (Scanner *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean more = TRUE;

  self->at++;
  skip_space (self);
  if (peek (self) == '}')
    {
      self->at++;
      return TRUE;
    }

  while (more)
    {
      if (!scan_member (self, seen, error) || !scan_separator (self, '}', &more, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_array (Scanner *self, GError **error)
{
  gboolean more = TRUE;

  self->at++;
  skip_space (self);
  if (peek (self) == ']')
    {
      self->at++;
      return TRUE;
    }

  while (more)
    {
      if (!scan_value (self, error) || !scan_separator (self, ']', &more, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_nested (Scanner *self, GError **error)
{
  gboolean good;

  if (self->depth == MAX_DEPTH)
    {
      cw_format_error_set_at_byte (error, CW_FORMAT_ERROR_UNSUPPORTED, self->name, self->start,
                                   self->at - self->start,
                                   /* Translators: brackets of a JSON file inside one another */
                                   _ ("brackets are nested more than %d deep"), MAX_DEPTH);
      return FALSE;
    }

  self->depth++;
  good = peek (self) == '{' ? scan_object (self, error) : scan_array (self, error);
  self->depth--;

  return good;
}

static gboolean
scan_value (Scanner *self, GError **error)
{
  char c;

  skip_space (self);
  c = peek (self);
  if (c == '{' || c == '[')
    return scan_nested (self, error);
  if (c == '"')
    {
      g_autoptr (GString) text = g_string_new (NULL);

      return scan_string (self, text, error);
    }
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (self, error);

  return scan_word (self, error);
}

/**
 * cw_json_syntax_check:
 * @data: (array length=length): a file's text
 * @length: in bytes
 * @name: the file's name
 * @error: return location
 *
 * Checks that @data is one JSON value as RFC 8259 writes it, with no key twice in an object, no
 * character U+0000 and not nested too deep.
 *
 * Returns: whether it is, else with %CW_FORMAT_ERROR_SYNTAX or %CW_FORMAT_ERROR_UNSUPPORTED and
 *   line and column
 */
gboolean
cw_json_syntax_check (const char *data, gsize length, const char *name, GError **error)
{
  Scanner self = { data, data, data + length, name, 0 };

  if (!cw_format_check_utf8 (data, length, name, error))
    return FALSE;
  if (!scan_value (&self, error))
    return FALSE;

  skip_space (&self);
  if (self.at < self.end)
    return fail_at (&self, self.at, error, _ ("something follows the end of the value"));
  return TRUE;
}
