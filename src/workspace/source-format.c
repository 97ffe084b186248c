/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/source-format.h"

#include "model/key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const keys[CW_N_SOURCE_FORMATS] = {
  [CW_SOURCE_TABLE] = "table", [CW_SOURCE_SSSOM] = "sssom",        [CW_SOURCE_JSKOS] = "jskos",
  [CW_SOURCE_JSON] = "json",   [CW_SOURCE_DOCUMENT] = "crosswalk",
};

static const char *const names[CW_N_SOURCE_FORMATS] = {
  [CW_SOURCE_TABLE] = NC_ ("mapping file", "Table (CSV or workbook)"),
  [CW_SOURCE_SSSOM] = NC_ ("mapping file", "SSSOM"),
  [CW_SOURCE_JSKOS] = NC_ ("mapping file", "JSKOS"),
  [CW_SOURCE_JSON] = NC_ ("mapping file", "Whole document (JSON)"),
  [CW_SOURCE_DOCUMENT] = NC_ ("mapping file", "Document"),
};

/**
 * cw_source_format_to_key:
 * @format: a format
 *
 * Returns: (transfer none): its key, such as "sssom"; never translated
 */
const char *
cw_source_format_to_key (CwSourceFormat format)
{
  g_return_val_if_fail (format < CW_N_SOURCE_FORMATS, NULL);

  return keys[format];
}

/**
 * cw_source_format_from_key:
 * @key: (nullable): a key such as "sssom"; "csv", "tsv" and "xlsx" are tables
 * @format: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_source_format_from_key (const char *key, CwSourceFormat *format)
{
  static const char *const tables[] = { "csv", "tsv", "xlsx" };
  guint index;

  if (cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    {
      *format = index;
      return TRUE;
    }
  if (!cw_key_lookup (tables, G_N_ELEMENTS (tables), key, &index))
    return FALSE;

  *format = CW_SOURCE_TABLE;

  return TRUE;
}

/**
 * cw_source_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_source_format_get_name (CwSourceFormat format)
{
  g_return_val_if_fail (format < CW_N_SOURCE_FORMATS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "mapping file", names[format]);
}

/**
 * cw_source_format_list_keys:
 *
 * Returns: (transfer full): all keys, with commas, to tell a person
 */
char *
cw_source_format_list_keys (void)
{
  return cw_key_join (keys, G_N_ELEMENTS (keys));
}

static gboolean
has (const char *data, gsize length, const char *text)
{
  return g_strstr_len (data, (gssize) length, text) != NULL;
}

static gboolean
begins_with (const char *data, gsize length, const char *text)
{
  return length >= strlen (text) && memcmp (data, text, strlen (text)) == 0;
}

/* The line of the columns' names, below a head of comments. */
static gboolean
is_sssom (const char *data, gsize length)
{
  const char *line = data;
  const char *end = data + length;

  while (line < end && (*line == '#' || *line == '\n' || *line == '\r'))
    {
      const char *next = memchr (line, '\n', (gsize) (end - line));

      line = next != NULL ? next + 1 : end;
    }
  if (line < end)
    {
      const char *next = memchr (line, '\n', (gsize) (end - line));

      end = next != NULL ? next : end;
    }

  return has (line, (gsize) (end - line), "predicate_id") &&
         (has (line, (gsize) (end - line), "subject_") ||
          has (line, (gsize) (end - line), "object_"));
}

/**
 * cw_source_format_guess:
 * @data: (array length=length): how a file begins
 * @length: in bytes
 *
 * A file says what it is by its content; its name may be anything.
 *
 * Returns: what it is; what is nothing else is a table
 */
CwSourceFormat
cw_source_format_guess (const char *data, gsize length)
{
  gsize at = begins_with (data, length, "\xef\xbb\xbf") ? 3 : 0;

  if (begins_with (data, length, "SQLite format 3"))
    return CW_SOURCE_DOCUMENT;

  while (at < length && g_ascii_isspace (data[at]))
    at++;
  if (at < length && (data[at] == '{' || data[at] == '['))
    return has (data + at, length - at, "\"crosswalk-document\"") ? CW_SOURCE_JSON
                                                                  : CW_SOURCE_JSKOS;

  return is_sssom (data + at, length - at) ? CW_SOURCE_SSSOM : CW_SOURCE_TABLE;
}
