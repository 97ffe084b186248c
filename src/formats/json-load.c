/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-load.h"

#include "formats/error.h"
#include "formats/json-syntax.h"

#include <string.h>

/* json-glib begins its messages with this where it reads from memory. */
#define JSON_GLIB_NAME "<data>"

/**
 * cw_json_load_checked:
 * @data: (array length=length): a JSON text, or a value within one, that cw_json_syntax_check() has
 *   found to be good
 * @length: in bytes
 * @name: the file's name, for messages
 * @error: return location
 *
 * Returns: (transfer full): the value, or %NULL with %CW_FORMAT_ERROR_SYNTAX
 */
JsonNode *
cw_json_load_checked (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;
  const char *what;

  if (json_parser_load_from_data (parser, data, (gssize) length, &local))
    return json_parser_steal_root (parser);

  what = local->message;
  if (g_str_has_prefix (what, JSON_GLIB_NAME ":"))
    what += strlen (JSON_GLIB_NAME ":");
  g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_SYNTAX, "%s:%s", name, what);

  return NULL;
}

/**
 * cw_json_load:
 * @data: (array length=length): a JSON file's text, UTF-8
 * @length: in bytes, or -1 where @data ends in NUL
 * @name: the file's name, for messages
 * @error: return location
 *
 * Reads JSON strictly, see cw_json_syntax_check().
 *
 * Returns: (transfer full): the file's value, or %NULL with a #CwFormatError that names line and
 *   column
 */
JsonNode *
cw_json_load (const char *data, gssize length, const char *name, GError **error)
{
  if (length < 0)
    length = strlen (data);
  if (!cw_json_syntax_check (data, length, name, error))
    return NULL;

  return cw_json_load_checked (data, (gsize) length, name, error);
}
