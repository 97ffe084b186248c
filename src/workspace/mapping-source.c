/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/mapping-source.h"

#include "formats/jskos-mapping-reader.h"
#include "formats/mapping-plan-guess.h"
#include "formats/record-table.h"
#include "formats/sssom-reader.h"
#include "workspace/concordance-reader.h"
#include "workspace/document-json.h"
#include "workspace/source-format.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _CwMappingSource
{
  GFile *file; /* NULL for a stream, which can be read once */
  char *name;
  CwSourceFormat format;
  CwReadManner manner;
  GFile *metadata;
  char *encoding;
  char separator;
  char *sheet;

  GBufferedInputStream *stream; /* opened, and not read yet */
  CwTableSource *table;         /* the same, as a table */
  CwMappingPlan *plan;
};

static GBufferedInputStream *
buffer (GInputStream *stream)
{
  return G_BUFFERED_INPUT_STREAM (
    g_buffered_input_stream_new_sized (stream, CW_SOURCE_FORMAT_SAMPLE));
}

/* Fills until the sample is whole or the file ends. */
static gboolean
fill (GBufferedInputStream *stream, GCancellable *cancellable, GError **error)
{
  gssize n = 1;

  while (n > 0 && g_buffered_input_stream_get_available (stream) < CW_SOURCE_FORMAT_SAMPLE)
    n = g_buffered_input_stream_fill (stream, -1, cancellable, error);

  return n >= 0;
}

static gboolean
open_again (CwMappingSource *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  if (self->stream != NULL)
    return TRUE;
  if (self->file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   /* Translators: %s is the name of a file or of standard input */
                   _ ("%s can be read only once"), self->name);
      return FALSE;
    }

  stream = g_file_read (self->file, cancellable, error);
  if (stream == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }
  self->stream = buffer (G_INPUT_STREAM (stream));

  return TRUE;
}

static CwMappingSource *
source_open (CwMappingSource *source,
             const CwSourceChoices *choices,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (CwMappingSource) self = source;
  const char *data;
  gsize length;

  self->manner = choices->manner;
  self->encoding = g_strdup (choices->table.encoding);
  self->separator = choices->table.separator;
  self->sheet = g_strdup (choices->table.sheet);
  g_set_object (&self->metadata, choices->metadata);
  if (!open_again (self, cancellable, error))
    return NULL;
  if (!fill (self->stream, cancellable, error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }

  data = g_buffered_input_stream_peek_buffer (self->stream, &length);
  self->format = choices->has_format ? choices->format : cw_source_format_guess (data, length);

  return g_steal_pointer (&self);
}

/**
 * cw_mapping_source_open:
 * @file: a file
 * @choices: what is known of it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the file, which can be read again and again; or %NULL with an error that
 *   names it
 */
CwMappingSource *
cw_mapping_source_open (GFile *file,
                        const CwSourceChoices *choices,
                        GCancellable *cancellable,
                        GError **error)
{
  CwMappingSource *self = g_new0 (CwMappingSource, 1);

  self->file = g_object_ref (file);
  self->name = g_file_get_parse_name (file);

  return source_open (self, choices, cancellable, error);
}

/**
 * cw_mapping_source_open_stream:
 * @stream: a stream, such as standard input
 * @name: its name, for messages
 * @choices: what is known of it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the stream, which can be read once; or %NULL with an error that names it
 */
CwMappingSource *
cw_mapping_source_open_stream (GInputStream *stream,
                               const char *name,
                               const CwSourceChoices *choices,
                               GCancellable *cancellable,
                               GError **error)
{
  CwMappingSource *self = g_new0 (CwMappingSource, 1);

  self->name = g_strdup (name);
  self->stream = buffer (stream);

  return source_open (self, choices, cancellable, error);
}

/**
 * cw_mapping_source_free:
 * @self: (nullable): a source
 */
void
cw_mapping_source_free (CwMappingSource *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->file);
  g_clear_object (&self->metadata);
  g_clear_object (&self->stream);
  cw_table_source_free (self->table);
  cw_mapping_plan_free (self->plan);
  g_free (self->name);
  g_free (self->encoding);
  g_free (self->sheet);
  g_free (self);
}

/**
 * cw_mapping_source_get_name:
 * @self: a source
 *
 * Returns: (transfer none): the file's name
 */
const char *
cw_mapping_source_get_name (CwMappingSource *self)
{
  return self->name;
}

/**
 * cw_mapping_source_get_format:
 * @self: a source
 *
 * Returns: what it is
 */
CwSourceFormat
cw_mapping_source_get_format (CwMappingSource *self)
{
  return self->format;
}

static CwTableSource *
open_table (CwMappingSource *self, GCancellable *cancellable, GError **error)
{
  const CwTableChoices choices = { self->encoding, self->separator, self->sheet };

  if (self->table != NULL)
    return self->table;
  if (!open_again (self, cancellable, error))
    return NULL;

  self->table =
    cw_table_source_open (G_INPUT_STREAM (self->stream), self->name, &choices, cancellable, error);
  g_clear_object (&self->stream);

  return self->table;
}

static gboolean
find_plan (CwMappingSource *self, GCancellable *cancellable, GError **error)
{
  CwTableSource *table = open_table (self, cancellable, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (table == NULL)
    return FALSE;
  if (self->plan != NULL)
    return TRUE;

  rows = cw_table_source_peek (table, CW_MAPPING_PLAN_SAMPLE, cancellable);
  self->plan = cw_mapping_plan_guess (rows);

  return TRUE;
}

/**
 * cw_mapping_source_get_table:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): its rows, to look at with cw_table_source_peek(); %NULL where
 *   it is no table, or cannot be read as one
 */
CwTableSource *
cw_mapping_source_get_table (CwMappingSource *self)
{
  return self->format == CW_SOURCE_TABLE ? open_table (self, NULL, NULL) : NULL;
}

/**
 * cw_mapping_source_get_plan:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): how the columns of a table are understood, to be mended;
 *   %NULL where it is no table, or cannot be read as one
 */
CwMappingPlan *
cw_mapping_source_get_plan (CwMappingSource *self)
{
  if (self->format != CW_SOURCE_TABLE || !find_plan (self, NULL, NULL))
    return NULL;

  return self->plan;
}

static gboolean
read_table (CwMappingSource *self,
            const CwRecordSink *sink,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CwTableSource) table = NULL;

  if (!find_plan (self, cancellable, error))
    return FALSE;
  table = g_steal_pointer (&self->table);

  return cw_record_table_read (table, self->plan, self->manner, sink, cancellable, error);
}

static gboolean
read_sssom (CwMappingSource *self,
            const CwRecordSink *sink,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileInputStream) metadata = NULL;
  g_autofree char *metadata_name = NULL;

  if (self->metadata != NULL)
    {
      metadata_name = g_file_get_parse_name (self->metadata);
      metadata = g_file_read (self->metadata, cancellable, error);
      if (metadata == NULL)
        {
          g_prefix_error (error, "%s: ", metadata_name);
          return FALSE;
        }
    }

  return cw_sssom_read (G_INPUT_STREAM (self->stream), self->name, (GInputStream *) metadata,
                        metadata_name, self->manner, sink, cancellable, error);
}

typedef struct
{
  const CwRecordSink *sink;
  GCancellable *cancellable;
} Rows;

static gboolean
take_row (const CwConcordanceRow *row, gpointer user_data, GError **error)
{
  const Rows *rows = user_data;

  return !g_cancellable_set_error_if_cancelled (rows->cancellable, error) &&
         rows->sink->take_record (cw_mapping_record_new_for_row (row), rows->sink->user_data,
                                  error);
}

static gboolean
read_rows (CwDocument *document,
           const CwRecordSink *sink,
           GCancellable *cancellable,
           GError **error)
{
  GPtrArray *lists = cw_document_get_lists (document);
  Rows rows = { sink, cancellable };

  return cw_document_visit_rows (document, 0, lists, lists, FALSE, take_row, &rows, error);
}

/* SQLite needs a file of its own to open. */
static char *
find_path (CwMappingSource *self, GError **error)
{
  char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;

  if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("%s: a document can be read only as a file on this computer"), self->name);

  return path;
}

static CwScratch *
open_file (CwMappingSource *self, gboolean writable, GError **error)
{
  g_autofree char *path = find_path (self, error);

  if (path == NULL)
    return NULL;

  return writable ? cw_scratch_new_copy (path, error) : cw_scratch_new_reading (path, error);
}

static CwScratch *
open_json (CwMappingSource *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!open_again (self, cancellable, error))
    return NULL;
  stream = G_INPUT_STREAM (g_steal_pointer (&self->stream));
  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable,
                              error) < 0)
    return NULL;

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));

  return cw_scratch_new_from_json (bytes, self->name, cancellable, error);
}

/**
 * cw_mapping_source_open_document:
 * @self: a source of the format %CW_SOURCE_DOCUMENT or %CW_SOURCE_JSON
 * @writable: whether it is to be changed; a document is copied then
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the whole document, not only its mappings; or %NULL with an error
 */
CwScratch *
cw_mapping_source_open_document (CwMappingSource *self,
                                 gboolean writable,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (self->format == CW_SOURCE_DOCUMENT || self->format == CW_SOURCE_JSON, NULL);

  return self->format == CW_SOURCE_JSON ? open_json (self, cancellable, error)
                                        : open_file (self, writable, error);
}

static gboolean
read_document (CwMappingSource *self,
               const CwRecordSink *sink,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (CwScratch) scratch = cw_mapping_source_open_document (self, FALSE, cancellable, error);

  return scratch != NULL && read_rows (scratch->document, sink, cancellable, error);
}

static gboolean
read_stream (CwMappingSource *self,
             const CwRecordSink *sink,
             GCancellable *cancellable,
             GError **error)
{
  switch (self->format)
    {
    case CW_SOURCE_SSSOM:
      return read_sssom (self, sink, cancellable, error);
    case CW_SOURCE_JSKOS:
      return cw_jskos_mappings_read (G_INPUT_STREAM (self->stream), self->name, self->manner, sink,
                                     cancellable, error);
    case CW_SOURCE_JSON:
    case CW_SOURCE_DOCUMENT:
    case CW_SOURCE_TABLE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cw_mapping_source_read:
 * @self: a source
 * @sink: (scope call): takes what is found, one after the other
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads all mappings. It may take long, and can be called in any thread.
 *
 * Returns: %FALSE with an error that names the file and the place, where reading cannot go on
 */
gboolean
cw_mapping_source_read (CwMappingSource *self,
                        const CwRecordSink *sink,
                        GCancellable *cancellable,
                        GError **error)
{
  gboolean read;

  if (self->format == CW_SOURCE_TABLE)
    return read_table (self, sink, cancellable, error);
  if (self->format == CW_SOURCE_JSON || self->format == CW_SOURCE_DOCUMENT)
    return read_document (self, sink, cancellable, error);
  if (!open_again (self, cancellable, error))
    return FALSE;

  read = read_stream (self, sink, cancellable, error);
  g_clear_object (&self->stream);

  return read;
}
