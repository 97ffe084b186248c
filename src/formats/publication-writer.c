/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-writer.h"

typedef struct
{
  CwConcordanceWriter parent;
  GOutputStream *stream;
  CwPublication *publication;
  CwPublicationRender render;
} Writer;

static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  cw_publication_add_row (((Writer *) writer)->publication, row);

  return TRUE;
}

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  Writer *self = (Writer *) writer;
  g_autoptr (GString) page = g_string_new (NULL);

  cw_publication_end (self->publication);
  self->render (self->publication, page);

  return g_output_stream_write_all (self->stream, page->str, page->len, NULL, NULL, error) &&
         g_output_stream_flush (self->stream, NULL, error);
}

static void
writer_free (CwConcordanceWriter *writer)
{
  Writer *self = (Writer *) writer;

  g_object_unref (self->stream);
  cw_publication_free (self->publication);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, writer_free };

/**
 * cw_publication_writer_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 * @render: how it is written
 *
 * Begins a page that is written as a whole once it has all its rows, since they are put in groups.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_publication_writer_open (GOutputStream *stream,
                            const CwConcordanceHead *head,
                            CwPublicationRender render)
{
  Writer *self = g_new0 (Writer, 1);

  self->parent.klass = &klass;
  self->stream = g_object_ref (stream);
  self->publication = cw_publication_new (head);
  self->render = render;

  return &self->parent;
}
