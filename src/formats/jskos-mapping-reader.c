/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/jskos-mapping-reader.h"

#include "formats/jskos-mapping-private.h"
#include "formats/json-load.h"
#include "formats/list-jskos-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* JSKOS is one object, an array, or one object a line (NDJSON). Lines are read one after the other;
 * anything else is held in memory as a whole, and bounded. */

#define BUFFER_SIZE (64 * 1024)
#define MAX_LINE (16u * 1024 * 1024)
#define MAX_TREE (256u * 1024 * 1024)

/* A registry holds concordances, which hold mappings. */
#define MAX_DEPTH 4

typedef struct
{
  CwJskosReading reading;
  const char *name;
  GInputStream *stream;
  GCancellable *cancellable;
  GString *text; /* what was read and not yet used */
  gsize at;      /* up to where it was used */
  gboolean ended;
} Reader;

gsize
_cw_jskos_enter (CwJskosReading *self, const char *key)
{
  gsize length = self->pointer->len;

  g_string_append_c (self->pointer, '/');
  for (; *key != '\0'; key++)
    {
      if (*key == '~' || *key == '/')
        g_string_append (self->pointer, *key == '~' ? "~0" : "~1");
      else
        g_string_append_c (self->pointer, *key);
    }

  return length;
}

gsize
_cw_jskos_enter_index (CwJskosReading *self, guint index)
{
  gsize length = self->pointer->len;

  g_string_append_printf (self->pointer, "/%u", index);

  return length;
}

void
_cw_jskos_leave (CwJskosReading *self, gsize length)
{
  g_string_truncate (self->pointer, length);
}

/* The root's pointer is an empty text, which a person would not see. */
CwReadPlace
_cw_jskos_get_place (const CwJskosReading *self)
{
  return (CwReadPlace){ NULL, self->line, 0, self->pointer->len > 0 ? self->pointer->str : NULL };
}

CwReadPlace
_cw_jskos_get_place_of (const CwJskosReading *self, const char *key, char **pointer)
{
  *pointer = g_strconcat (self->pointer->str, "/", key, NULL);

  return (CwReadPlace){ NULL, self->line, 0, *pointer };
}

/* Of a field: an error where the word counts, else a warning that what is wrong is left out. */
void
_cw_jskos_tell (CwJskosReading *self, const char *key, const char *rule, const char *format, ...)
{
  g_autofree char *pointer = NULL;
  CwReadPlace place = _cw_jskos_get_place_of (self, key, &pointer);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  if (cw_read_log_is_strict (self->log))
    cw_read_log_error (self->log, &place, rule, "%s", text);
  else
    cw_read_log_warn (self->log, &place, rule, key, "%s", text);
}

/* Of a field that a mapping cannot do without. */
void
_cw_jskos_fail (CwJskosReading *self, const char *key, const char *rule, const char *format, ...)
{
  g_autofree char *pointer = NULL;
  CwReadPlace place = _cw_jskos_get_place_of (self, key, &pointer);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  cw_read_log_error (self->log, &place, rule, "%s", text);
}

static gboolean read_object (Reader *self,
                             JsonObject *object,
                             JsonObject *from_scheme,
                             JsonObject *to_scheme,
                             guint depth,
                             GError **error);

static void
tell_no_mapping (Reader *self)
{
  CwReadPlace place = _cw_jskos_get_place (&self->reading);

  if (place.pointer == NULL && place.line == 0)
    place.line = 1;
  cw_read_log_error (self->reading.log, &place, "no-mapping",
                     _ ("this is neither a mapping nor something that holds mappings"));
}

/* The objects of an array; a null at its end says that there are more. */
static gboolean
read_array (Reader *self,
            JsonArray *array,
            JsonObject *from_scheme,
            JsonObject *to_scheme,
            gboolean denied,
            guint depth,
            GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gsize length = _cw_jskos_enter_index (&self->reading, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      gboolean success = TRUE;

      if (object != NULL && denied)
        success =
          _cw_jskos_read_mapping (&self->reading, object, from_scheme, to_scheme, TRUE, error);
      else if (object != NULL)
        success = read_object (self, object, from_scheme, to_scheme, depth + 1, error);
      else if (!JSON_NODE_HOLDS_NULL (node) || i + 1 < json_array_get_length (array))
        tell_no_mapping (self);
      _cw_jskos_leave (&self->reading, length);
      if (!success)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_members (Reader *self,
              JsonObject *object,
              const char *key,
              JsonObject *from_scheme,
              JsonObject *to_scheme,
              guint depth,
              GError **error)
{
  JsonArray *array = _cw_jskos_get_array (object, key);
  gsize length = _cw_jskos_enter (&self->reading, key);
  gboolean success = array == NULL || read_array (self, array, from_scheme, to_scheme,
                                                  g_str_equal (key, "_denied"), depth, error);

  _cw_jskos_leave (&self->reading, length);

  return success;
}

static gboolean
is_container (JsonObject *object)
{
  return json_object_has_member (object, "mappings") ||
         json_object_has_member (object, "_denied") ||
         json_object_has_member (object, "concordances");
}

/* A concordance, or a registry, which has no lists of its own. */
static gboolean
read_container (Reader *self, JsonObject *object, guint depth, GError **error)
{
  JsonObject *from_scheme = _cw_jskos_get_object (object, "fromScheme");
  JsonObject *to_scheme = _cw_jskos_get_object (object, "toScheme");
  const char *type = _cw_jskos_get_first (object, "type");
  gboolean is_concordance = from_scheme != NULL || to_scheme != NULL ||
                            (type != NULL && strstr (type, "Correspondence") != NULL);

  _cw_jskos_check (&self->reading, object,
                   is_concordance ? CW_JSKOS_CONCORDANCE : CW_JSKOS_REGISTRY);

  return read_members (self, object, "mappings", from_scheme, to_scheme, depth, error) &&
         read_members (self, object, "_denied", from_scheme, to_scheme, depth, error) &&
         read_members (self, object, "concordances", NULL, NULL, depth, error);
}

static gboolean
read_object (Reader *self,
             JsonObject *object,
             JsonObject *from_scheme,
             JsonObject *to_scheme,
             guint depth,
             GError **error)
{
  if (json_object_has_member (object, "from") || json_object_has_member (object, "to"))
    return _cw_jskos_read_mapping (&self->reading, object, from_scheme, to_scheme, FALSE, error);
  if (is_container (object) && depth < MAX_DEPTH)
    return read_container (self, object, depth, error);

  tell_no_mapping (self);

  return TRUE;
}

static gboolean
read_root (Reader *self, JsonNode *root, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (root))
    return read_object (self, json_node_get_object (root), NULL, NULL, 0, error);
  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_array (self, json_node_get_array (root), NULL, NULL, FALSE, 0, error);

  tell_no_mapping (self);

  return TRUE;
}

static gboolean
read_more (Reader *self, GError **error)
{
  gsize length;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  g_string_erase (self->text, 0, (gssize) self->at);
  self->at = 0;
  length = self->text->len;
  g_string_set_size (self->text, length + BUFFER_SIZE);
  n = g_input_stream_read (self->stream, self->text->str + length, BUFFER_SIZE, self->cancellable,
                           error);
  g_string_set_size (self->text, length + (n > 0 ? (gsize) n : 0));
  self->ended = n == 0;

  return n >= 0;
}

/* How long the next line is, with its end; 0 at the end of the file. Where it is longer than a line
 * can be, it is as long as what was read of it. */
static gboolean
find_line (Reader *self, gsize *length, GError **error)
{
  gsize looked_at = 0;

  for (;;)
    {
      const char *begin = self->text->str + self->at;
      gsize rest = self->text->len - self->at;
      const char *end = memchr (begin + looked_at, '\n', rest - looked_at);

      if (end != NULL || self->ended || rest > MAX_LINE)
        {
          *length = end != NULL ? (gsize) (end - begin) + 1 : rest;
          return TRUE;
        }
      looked_at = rest;
      if (!read_more (self, error))
        return FALSE;
    }
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (strchr (" \t\r\n", text[i]) == NULL || text[i] == '\0')
        return FALSE;
    }

  return TRUE;
}

/* A line that is no JSON: the rest of the file may be. */
static void
tell_bad_line (Reader *self, const GError *reason)
{
  g_autofree char *prefix = g_strdup_printf ("%s:1:", self->name);
  CwReadPlace place = _cw_jskos_get_place (&self->reading);
  const char *text = reason->message;

  if (g_str_has_prefix (text, prefix))
    {
      char *end;

      place.column = (guint) g_ascii_strtoull (text + strlen (prefix), &end, 10);
      text = g_str_has_prefix (end, ": ") ? end + 2 : end;
    }
  cw_read_log_error (self->reading.log, &place, "syntax", "%s", text);
}

static gboolean
read_line (Reader *self, gsize length, GError **error)
{
  const char *line = self->text->str + self->at;
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (is_blank (line, length))
    return TRUE;

  root = cw_json_load (line, (gssize) length, self->name, &reason);
  if (root != NULL)
    return read_root (self, root, error);

  tell_bad_line (self, reason);
  return TRUE;
}

static gboolean
read_lines (Reader *self, GError **error)
{
  for (;;)
    {
      gsize length;

      self->reading.line++;
      if (!find_line (self, &length, error))
        return FALSE;
      if (length == 0)
        return TRUE;
      if (length > MAX_LINE)
        {
          cw_format_error_set_at_line (error, CW_FORMAT_ERROR_UNSUPPORTED, self->name,
                                       self->reading.line, 1,
                                       /* Translators: %u is a number of megabytes */
                                       _ ("the line is longer than %u MB"),
                                       MAX_LINE / (1024 * 1024));
          return FALSE;
        }
      if (!read_line (self, length, error))
        return FALSE;
      self->at += length;
    }
}

static gboolean
read_tree (Reader *self, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  while (!self->ended)
    {
      if (!read_more (self, error))
        return FALSE;
      if (self->text->len <= MAX_TREE)
        continue;
      cw_format_error_set_at_line (
        error, CW_FORMAT_ERROR_UNSUPPORTED, self->name, 1, 1,
        /* Translators: %u is a number of megabytes; NDJSON is a file with one JSON object a line */
        _ ("the file is larger than %u MB; only as NDJSON it may be as long as it likes"),
        MAX_TREE / (1024 * 1024));
      return FALSE;
    }
  root = cw_json_load (self->text->str, (gssize) self->text->len, self->name, error);

  return root != NULL && read_root (self, root, error);
}

/* Whether the first line is an object by itself. */
static gboolean
has_lines (Reader *self, gboolean *is_lines, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  gsize length;

  *is_lines = FALSE;
  if (!find_line (self, &length, error))
    return FALSE;
  if (length > MAX_LINE || length == 0)
    return TRUE;

  root = cw_json_load (self->text->str + self->at, (gssize) length, self->name, NULL);
  *is_lines = root != NULL && JSON_NODE_HOLDS_OBJECT (root);

  return TRUE;
}

static gboolean
skip_byte_order_mark (Reader *self, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  const CwReadPlace place = { NULL, 1, 1, NULL };

  while (self->text->len < strlen (mark) && !self->ended)
    {
      if (!read_more (self, error))
        return FALSE;
    }
  if (!g_str_has_prefix (self->text->str, mark))
    return TRUE;

  g_string_erase (self->text, 0, (gssize) strlen (mark));
  cw_read_log_habit (self->reading.log, &place, "byte-order-mark",
                     _ ("the file begins with a byte order mark"));

  return TRUE;
}

static gboolean
read_file (Reader *self, GError **error)
{
  gboolean is_lines;

  if (!skip_byte_order_mark (self, error) || !has_lines (self, &is_lines, error))
    return FALSE;

  return is_lines ? read_lines (self, error) : read_tree (self, error);
}

/**
 * cw_jskos_mappings_read:
 * @stream: JSON, UTF-8: a mapping, a concordance, another object with mappings or concordances, an
 *   array of these, or one of them a line (NDJSON)
 * @name: its name, for messages
 * @manner: how to read
 * @sink: takes mappings and problems in the order of the file; what is so all over the file comes at the
 *   end
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads mappings after JSKOS 0.7.1, with the fields that cw_jskos_print_mapping() adds. A bundle of
 * several concepts becomes one mapping for each pair, with a warning. Of NDJSON only a line is in
 * memory, of anything else the file, up to 256 MB.
 *
 * A mapping with an error makes no record, and reading goes on.
 *
 * Returns: whether the file could be read to its end; else with an error of the stream, of @sink, or a
 *   #CwFormatError for text that is not JSON, or too long
 */
gboolean
cw_jskos_mappings_read (GInputStream *stream,
                        const char *name,
                        CwReadManner manner,
                        const CwRecordSink *sink,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CwReadLog) log = cw_read_log_new (name, manner, sink);
  Reader self = {
    .reading = { .log = log, .sink = sink, .pointer = g_string_new (NULL) },
    .name = name,
    .stream = stream,
    .cancellable = cancellable,
    .text = g_string_new (NULL),
  };
  gboolean success = read_file (&self, error);

  cw_read_log_finish (log);
  g_string_free (self.reading.pointer, TRUE);
  g_string_free (self.text, TRUE);

  return success;
}
