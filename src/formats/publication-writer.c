/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-writer.h"

typedef struct
{
  CwConcordanceWriter parent;
  GOutputStream *stream;
  CwPublication *publication;
  GCancellable *cancellable;
  /* One of the two. */
  CwPublicationRender render;
  CwPublicationWrite write;
} Writer;

static gboolean
add_row (CwConcordanceWriter *writer, const CwConcordanceRow *row, GError **error)
{
  cw_publication_add_row (((Writer *) writer)->publication, row);

  return TRUE;
}

static gboolean
write_page (Writer *self, GError **error)
{
  g_autoptr (GString) page = g_string_new (NULL);

  self->render (self->publication, page);

  return g_output_stream_write_all (self->stream, page->str, page->len, NULL, self->cancellable,
                                    error);
}

static gboolean
finish (CwConcordanceWriter *writer, GError **error)
{
  Writer *self = (Writer *) writer;

  cw_publication_end (self->publication);
  if (self->render != NULL
        ? !write_page (self, error)
        : !self->write (self->publication, self->stream, self->cancellable, error))
    return FALSE;

  return g_output_stream_flush (self->stream, self->cancellable, error);
}

static void
writer_free (CwConcordanceWriter *writer)
{
  Writer *self = (Writer *) writer;

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  cw_publication_free (self->publication);
  g_free (self);
}

static const CwConcordanceWriterClass klass = { add_row, finish, writer_free };

static Writer *
open_writer (GOutputStream *stream, const CwConcordanceHead *head)
{
  Writer *self = g_new0 (Writer, 1);

  self->parent.klass = &klass;
  self->stream = g_object_ref (stream);
  self->publication = cw_publication_new (head);
  g_set_object (&self->cancellable, head->cancellable);

  return self;
}

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
  Writer *self = open_writer (stream, head);

  self->render = render;

  return &self->parent;
}

/**
 * cw_publication_writer_open_with:
 * @stream: where to write; a reference is taken
 * @head: what is written
 * @write: writes it
 *
 * The same for a file that is no text.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_publication_writer_open_with (GOutputStream *stream,
                                 const CwConcordanceHead *head,
                                 CwPublicationWrite write)
{
  Writer *self = open_writer (stream, head);

  self->write = write;

  return &self->parent;
}
