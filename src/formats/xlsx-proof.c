/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-proof.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* libxlsxwriter collects each sheet in a temporary file and does not look whether it could be
 * written, so that a full disk gives a package with half a sheet. Hence a package is read once
 * before it is handed on. Only what the library writes is understood here: no ZIP64, no archive of
 * several parts. Names of fields are those of the ZIP specification (APPNOTE 6.3.10). */

#define END_SIGNATURE 0x06054b50
#define END_SIZE 22
#define END_N_ENTRIES 10
#define END_DIRECTORY_OFFSET 16

#define ENTRY_SIGNATURE 0x02014b50
#define ENTRY_SIZE 46
#define ENTRY_METHOD 10
#define ENTRY_COMPRESSED_SIZE 20
#define ENTRY_NAME_LENGTH 28
#define ENTRY_EXTRA_LENGTH 30
#define ENTRY_COMMENT_LENGTH 32
#define ENTRY_LOCAL_OFFSET 42

#define LOCAL_SIZE 30
#define LOCAL_NAME_LENGTH 26
#define LOCAL_EXTRA_LENGTH 28

#define METHOD_DEFLATED 8

typedef struct
{
  const guint8 *data;
  gsize size;
} Package;

static gboolean
has (const Package *self, gsize offset, gsize length)
{
  return offset <= self->size && length <= self->size - offset;
}

static guint
read_16 (const Package *self, gsize offset)
{
  return self->data[offset] | (guint) self->data[offset + 1] << 8;
}

static guint
read_32 (const Package *self, gsize offset)
{
  return read_16 (self, offset) | read_16 (self, offset + 2) << 16;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _ ("The workbook came out incomplete; is there room enough in the folder "
                          "for temporary files?"));
  return FALSE;
}

static gboolean
parse_stream (GInputStream *stream)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  char buffer[16 * 1024];
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      if (!g_markup_parse_context_parse (context, buffer, n_read, NULL))
        return FALSE;
    }

  return n_read == 0 && g_markup_parse_context_end_parse (context, NULL);
}

/* Whether the part that an entry of the directory names is whole. All parts are XML. */
static gboolean
check_part (const Package *self, gsize entry)
{
  gsize local = read_32 (self, entry + ENTRY_LOCAL_OFFSET);
  gsize length = read_32 (self, entry + ENTRY_COMPRESSED_SIZE);
  gsize start;
  g_autoptr (GInputStream) raw = NULL;
  g_autoptr (GConverter) inflater = NULL;
  g_autoptr (GInputStream) plain = NULL;

  if (!has (self, local, LOCAL_SIZE))
    return FALSE;
  start = local + LOCAL_SIZE + read_16 (self, local + LOCAL_NAME_LENGTH) +
          read_16 (self, local + LOCAL_EXTRA_LENGTH);
  if (!has (self, start, length) || read_16 (self, entry + ENTRY_METHOD) != METHOD_DEFLATED)
    return FALSE;

  raw = g_memory_input_stream_new_from_data (self->data + start, (gssize) length, NULL);
  inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  plain = g_converter_input_stream_new (raw, inflater);

  return parse_stream (plain);
}

/**
 * cw_xlsx_proof:
 * @package: a workbook as libxlsxwriter writes it
 * @error: return location
 *
 * Returns: whether every part of it is there and well formed, else with %G_IO_ERROR_NO_SPACE
 */
gboolean
cw_xlsx_proof (GBytes *package, GError **error)
{
  Package self = { g_bytes_get_data (package, NULL), g_bytes_get_size (package) };
  gsize end = self.size - END_SIZE;
  gsize entry;
  guint n_entries;

  if (self.size < END_SIZE || read_32 (&self, end) != END_SIGNATURE)
    return refuse (error);

  n_entries = read_16 (&self, end + END_N_ENTRIES);
  entry = read_32 (&self, end + END_DIRECTORY_OFFSET);
  for (guint i = 0; i < n_entries; i++)
    {
      if (!has (&self, entry, ENTRY_SIZE) || read_32 (&self, entry) != ENTRY_SIGNATURE ||
          !check_part (&self, entry))
        return refuse (error);
      entry += ENTRY_SIZE + read_16 (&self, entry + ENTRY_NAME_LENGTH) +
               read_16 (&self, entry + ENTRY_EXTRA_LENGTH) +
               read_16 (&self, entry + ENTRY_COMMENT_LENGTH);
    }

  return n_entries > 0 || refuse (error);
}
