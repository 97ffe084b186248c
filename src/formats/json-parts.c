/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/json-parts.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The text is known to be good JSON, so it is enough to tell strings from brackets. */

static const char *
skip_space (const char *at, const char *end)
{
  while (at < end && strchr (" \t\r\n", *at) != NULL)
    at++;

  return at;
}

static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    {
      if (*at == '\\')
        at++;
    }

  return MIN (at + 1, end);
}

static const char *
skip_nested (const char *at, const char *end)
{
  guint depth = 0;

  while (at < end)
    {
      if (*at == '"')
        {
          at = skip_string (at, end);
          continue;
        }
      if (*at == '{' || *at == '[')
        depth++;
      if ((*at == '}' || *at == ']') && --depth == 0)
        return at + 1;
      at++;
    }

  return end;
}

static const char *
skip_value (const char *at, const char *end)
{
  if (at < end && *at == '"')
    return skip_string (at, end);
  if (at < end && (*at == '{' || *at == '['))
    return skip_nested (at, end);

  while (at < end && strchr (" \t\r\n,]}", *at) == NULL)
    at++;

  return at;
}

/**
 * cw_json_part_new:
 * @data: (array length=length): a JSON text that cw_json_syntax_check() has found to be good; it must
 *   outlive what is made of it
 * @length: in bytes
 *
 * Returns: the value that the text is
 */
CwJsonPart
cw_json_part_new (const char *data, gsize length)
{
  const char *end = data + length;
  const char *at = skip_space (data, end);

  return (CwJsonPart){ at, (gsize) (skip_value (at, end) - at) };
}

/**
 * cw_json_part_iter_init:
 * @iter: (out caller-allocates): an iterator
 * @part: an array or an object
 *
 * Puts the iterator before the first value.
 */
void
cw_json_part_iter_init (CwJsonPartIter *iter, const CwJsonPart *part)
{
  g_return_if_fail (part->length >= 2);

  /* Without the brackets */
  iter->at = part->data + 1;
  iter->end = part->data + part->length - 1;
}

static char *
take_key (CwJsonPartIter *iter)
{
  const char *start = iter->at;
  g_autofree char *quoted = NULL;
  g_autoptr (JsonNode) node = NULL;

  iter->at = skip_string (start, iter->end);
  quoted = g_strndup (start, (gsize) (iter->at - start));
  node = json_from_string (quoted, NULL);

  return node != NULL ? json_node_dup_string (node) : g_steal_pointer (&quoted);
}

/**
 * cw_json_part_iter_next:
 * @iter: an iterator
 * @key: (out) (nullable) (transfer full): where the key goes; %NULL for an array
 * @value: (out): where the value goes
 *
 * Returns: whether there was another value
 */
gboolean
cw_json_part_iter_next (CwJsonPartIter *iter, char **key, CwJsonPart *value)
{
  iter->at = skip_space (iter->at, iter->end);
  if (iter->at < iter->end && *iter->at == ',')
    iter->at = skip_space (iter->at + 1, iter->end);
  if (iter->at >= iter->end)
    return FALSE;

  if (key != NULL)
    {
      *key = take_key (iter);
      iter->at = skip_space (iter->at, iter->end);
      iter->at = skip_space (iter->at + 1, iter->end); /* the colon */
    }
  value->data = iter->at;
  iter->at = skip_value (iter->at, iter->end);
  value->length = (gsize) (iter->at - value->data);

  return TRUE;
}
