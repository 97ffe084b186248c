/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include "cli/terminal-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/**
 * cw_output_write:
 * @text: UTF-8; whatever the locale, nothing of it may be lost
 * @length: in bytes
 *
 * Writes to standard output. A reader that has gone away, as in "… | head", has had enough; that is
 * no error.
 *
 * Returns: %CW_EXIT_OK, or %CW_EXIT_FILE after a complaint
 */
CwExit
cw_output_write (const char *text, gsize length)
{
  while (length > 0)
    {
      gssize written = write (STDOUT_FILENO, text, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && errno == EPIPE)
        return CW_EXIT_OK;
      if (written < 0)
        {
          /* Translators: %s is the system's reason */
          cw_complain (_ ("Standard output cannot be written: %s"), g_strerror (errno));
          return CW_EXIT_FILE;
        }
      text += written;
      length -= (gsize) written;
    }

  return CW_EXIT_OK;
}

/**
 * cw_output_write_json:
 * @printer: a printer whose root is complete; only to be freed afterwards
 *
 * Writes JSON to standard output.
 *
 * Returns: %CW_EXIT_OK, or %CW_EXIT_FILE after a complaint
 */
CwExit
cw_output_write_json (CwJsonPrinter *printer)
{
  g_autoptr (GBytes) bytes = cw_json_printer_end (printer);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return cw_output_write (text, length);
}

/**
 * cw_is_same_file:
 * @a: a path, which may be a link
 * @b: another
 *
 * Returns: whether both name one file that is there
 */
gboolean
cw_is_same_file (const char *a, const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/**
 * cw_complain:
 * @format: what is wrong, in the user's language
 * @...: its arguments
 *
 * Writes a line to standard error.
 */
void
cw_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  clean = cw_terminal_text_clean (message);
  fprintf (stderr, "crosswalkctl: %s\n", clean);
}
