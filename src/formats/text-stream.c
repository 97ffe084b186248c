/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/text-stream.h"

#include "formats/error.h"
#include "formats/text-encoding.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* How much is looked at to find the encoding, and how much is converted at once. */
#define RAW_SIZE (256 * 1024)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

#define CW_TYPE_TEXT_STREAM (cw_text_stream_get_type ())
G_DECLARE_FINAL_TYPE (CwTextStream, cw_text_stream, CW, TEXT_STREAM, GFilterInputStream)

struct _CwTextStream
{
  GFilterInputStream parent_instance;

  char *name;
  char *encoding;
  GIConv converter; /* (GIConv) -1 for UTF-8 */

  char *raw; /* RAW_SIZE */
  gsize n_raw;
  gboolean ended;

  GString *text; /* converted */
  gsize given;   /* bytes of it that were read */
  gboolean begun;
  guint line; /* behind what was converted */
  guint column;
};

G_DEFINE_FINAL_TYPE (CwTextStream, cw_text_stream, G_TYPE_FILTER_INPUT_STREAM)

static void
cw_text_stream_finalize (GObject *object)
{
  CwTextStream *self = CW_TEXT_STREAM (object);

  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_free (self->raw);
  g_free (self->name);
  g_free (self->encoding);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (cw_text_stream_parent_class)->finalize (object);
}

static gboolean
fill (CwTextStream *self, GCancellable *cancellable, GError **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (self));
  gsize room = RAW_SIZE - self->n_raw;
  gsize n_read = 0;

  if (self->ended || room == 0)
    return TRUE;
  if (!g_input_stream_read_all (base, self->raw + self->n_raw, room, &n_read, cancellable, error))
    return FALSE;

  self->n_raw += n_read;
  self->ended = n_read < room;

  return TRUE;
}

/* Moves the place behind a valid text. */
static void
count_place (CwTextStream *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *line = text;
  const char *p;

  while ((p = memchr (line, '\n', (gsize) (end - line))) != NULL)
    {
      self->line++;
      self->column = 1;
      line = p + 1;
    }
  for (p = line; p < end; p++)
    self->column += ((guchar) *p & 0xc0) != 0x80;
}

static gboolean
refuse (CwTextStream *self, const char *valid, gsize length, gboolean is_nul, GError **error)
{
  gsize mark = !self->begun && length >= 3 && memcmp (valid, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;

  count_place (self, valid + mark, length - mark);
  if (is_nul)
    cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, self->name, self->line,
                                 self->column, _ ("a character that no text holds (NUL)"));
  else
    cw_format_error_set_at_line (error, CW_FORMAT_ERROR_SYNTAX, self->name, self->line,
                                 self->column,
                                 /* Translators: %s is the name of an encoding */
                                 _ ("not valid %s"), self->encoding);
  return FALSE;
}

/* How much of the raw bytes was used goes out of the buffer. */
static void
drop_raw (CwTextStream *self, gsize n_used)
{
  self->n_raw -= n_used;
  memmove (self->raw, self->raw + n_used, self->n_raw);
}

static gboolean
take_utf8 (CwTextStream *self, GError **error)
{
  const char *bad;
  gsize n_good;

  g_utf8_validate_len (self->raw, self->n_raw, &bad);
  n_good = (gsize) (bad - self->raw);
  if (n_good < self->n_raw)
    {
      gsize n_rest = self->n_raw - n_good;

      /* A character that the buffer cuts may go on. */
      if (*bad == '\0' || self->ended ||
          g_utf8_get_char_validated (bad, (gssize) n_rest) != (gunichar) -2)
        return refuse (self, self->raw, n_good, *bad == '\0', error);
    }

  g_string_append_len (self->text, self->raw, (gssize) n_good);
  drop_raw (self, n_good);

  return TRUE;
}

static gboolean
take_converted (CwTextStream *self, GError **error)
{
  char *in = self->raw;
  gsize n_in = self->n_raw;
  gsize result = (gsize) -1;

  while (n_in > 0 && result == (gsize) -1)
    {
      char buffer[16 * 1024];
      char *out = buffer;
      gsize n_out = sizeof buffer;
      int reason;

      result = g_iconv (self->converter, &in, &n_in, &out, &n_out);
      reason = errno;
      g_string_append_len (self->text, buffer, out - buffer);
      if (result != (gsize) -1 || reason == E2BIG)
        continue;
      if (reason == EINVAL && !self->ended)
        break;
      return refuse (self, self->text->str, self->text->len, FALSE, error);
    }
  drop_raw (self, (gsize) (in - self->raw));

  return TRUE;
}

static void
drop_mark (CwTextStream *self)
{
  if (!self->begun && g_str_has_prefix (self->text->str, BYTE_ORDER_MARK))
    g_string_erase (self->text, 0, 3);
  self->begun = TRUE;
}

/* Converts the next piece; at the end there is none. */
static gboolean
convert (CwTextStream *self, GCancellable *cancellable, GError **error)
{
  const char *nul;

  self->given = 0;
  g_string_truncate (self->text, 0);
  if (!fill (self, cancellable, error))
    return FALSE;
  if (!(self->converter == (GIConv) -1 ? take_utf8 (self, error) : take_converted (self, error)))
    return FALSE;

  drop_mark (self);
  nul = memchr (self->text->str, '\0', self->text->len);
  if (nul != NULL)
    return refuse (self, self->text->str, (gsize) (nul - self->text->str), TRUE, error);
  count_place (self, self->text->str, self->text->len);

  return TRUE;
}

static gssize
cw_text_stream_read (GInputStream *stream,
                     void *buffer,
                     gsize count,
                     GCancellable *cancellable,
                     GError **error)
{
  CwTextStream *self = CW_TEXT_STREAM (stream);
  gsize n_bytes;

  while (self->given == self->text->len)
    {
      if (self->ended && self->n_raw == 0)
        return 0;
      if (!convert (self, cancellable, error))
        {
          g_string_truncate (self->text, 0);
          self->given = 0;
          return -1;
        }
    }

  n_bytes = MIN (count, self->text->len - self->given);
  memcpy (buffer, self->text->str + self->given, n_bytes);
  self->given += n_bytes;

  return (gssize) n_bytes;
}

static void
cw_text_stream_class_init (CwTextStreamClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cw_text_stream_finalize;
  G_INPUT_STREAM_CLASS (class)->read_fn = cw_text_stream_read;
}

static void
cw_text_stream_init (CwTextStream *self)
{
  self->converter = (GIConv) -1;
  self->raw = g_malloc (RAW_SIZE);
  self->text = g_string_new (NULL);
  self->line = self->column = 1;
}

static gboolean
use_encoding (CwTextStream *self, const char *encoding, GError **error)
{
  self->encoding = g_strdup (encoding);
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;

  self->converter = g_iconv_open ("UTF-8", cw_text_encoding_get_iconv_name (encoding));
  if (self->converter != (GIConv) -1)
    return TRUE;

  cw_format_error_set_at_line (error, CW_FORMAT_ERROR_UNSUPPORTED, self->name, 1, 1,
                               /* Translators: %s is the name of an encoding */
                               _ ("the encoding %s is not known here"), encoding);
  return FALSE;
}

/**
 * cw_text_stream_open:
 * @stream: a text in any encoding; closed with the stream that is returned
 * @name: the file's name, for messages
 * @encoding: (inout) (optional) (nullable): a name out of cw_text_encoding_list() where a person
 *   chose it; %NULL to have it found out, and then the one that was found, to be freed
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Finds out how a text is encoded, from its first 256 KiB. What is read from the stream that this
 * returns is UTF-8 without byte order mark and without NUL, and a #CwFormatError with line and column
 * where the text is not what it seemed.
 *
 * Returns: (transfer full): the text, or %NULL with an error
 */
GInputStream *
cw_text_stream_open (GInputStream *stream,
                     const char *name,
                     char **encoding,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CwTextStream) self =
    g_object_new (CW_TYPE_TEXT_STREAM, "base-stream", stream, "close-base-stream", TRUE, NULL);
  const char *chosen = encoding != NULL ? *encoding : NULL;

  self->name = g_strdup (name);
  if (!fill (self, cancellable, error))
    return NULL;
  if (chosen == NULL)
    chosen = cw_text_encoding_guess (self->raw, self->n_raw, self->ended);
  if (!use_encoding (self, chosen, error))
    return NULL;

  if (encoding != NULL && *encoding == NULL)
    *encoding = g_strdup (self->encoding);

  return G_INPUT_STREAM (g_steal_pointer (&self));
}
