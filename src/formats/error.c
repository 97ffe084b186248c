/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (cw - format - error - quark, cw_format_error)

/**
 * cw_format_error_set_at_line:
 * @error: return location
 * @code: the kind of error
 * @name: the file's name, as the person knows it
 * @line: from 1
 * @column: from 1, in characters
 * @format: what is wrong, in the user's language
 * @...: arguments of @format
 */
void
cw_format_error_set_at_line (GError **error,
                             CwFormatError code,
                             const char *name,
                             guint line,
                             guint column,
                             const char *format,
                             ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, CW_FORMAT_ERROR, code, "%s:%u:%u: %s", name, line, column, what);
}

/* A byte that continues a character (10xxxxxx) does not start a column. */
static void
count_place (const char *data, gsize offset, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (gsize i = 0; i < offset; i++)
    {
      if (data[i] == '\n')
        {
          (*line)++;
          *column = 1;
        }
      else if (((guchar) data[i] & 0xc0) != 0x80)
        (*column)++;
    }
}

/**
 * cw_format_error_set_at_byte:
 * @error: return location
 * @code: the kind of error
 * @name: the file's name, as the person knows it
 * @data: the file's text
 * @offset: where in @data, in bytes from 0
 * @format: what is wrong, in the user's language
 * @...: arguments of @format
 */
void
cw_format_error_set_at_byte (GError **error,
                             CwFormatError code,
                             const char *name,
                             const char *data,
                             gsize offset,
                             const char *format,
                             ...)
{
  g_autofree char *what = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  count_place (data, offset, &line, &column);
  cw_format_error_set_at_line (error, code, name, line, column, "%s", what);
}

/**
 * cw_format_error_set_at_pointer:
 * @error: return location
 * @code: the kind of error
 * @name: the file's name, as the person knows it
 * @pointer: a JSON pointer (RFC 6901)
 * @format: what is wrong, in the user's language
 * @...: arguments of @format
 */
void
cw_format_error_set_at_pointer (GError **error,
                                CwFormatError code,
                                const char *name,
                                const char *pointer,
                                const char *format,
                                ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, CW_FORMAT_ERROR, code, "%s: %s: %s", name, pointer, what);
}

/**
 * cw_format_check_utf8:
 * @data: (array length=length): a file's text
 * @length: in bytes
 * @name: the file's name
 * @error: return location
 *
 * Returns: %TRUE where @data is UTF-8 without NUL and without a byte order mark, else %FALSE with
 *   %CW_FORMAT_ERROR_SYNTAX
 */
gboolean
cw_format_check_utf8 (const char *data, gsize length, const char *name, GError **error)
{
  const char *bad;

  if (length >= 3 && (guchar) data[0] == 0xef && (guchar) data[1] == 0xbb &&
      (guchar) data[2] == 0xbf)
    {
      cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, name, 1, 1,
                                   _ ("the file begins with a byte order mark"));
      return FALSE;
    }

  if (g_utf8_validate_len (data, length, &bad))
    return TRUE;

  cw_format_error_set_at_byte (error, CW_FORMAT_ERROR_SYNTAX, name, data, bad - data,
                               _ ("not valid UTF-8"));
  return FALSE;
}
