/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-pdf.h"

#include "formats/error.h"
#include "formats/publication-pages.h"
#include "formats/publication-writer.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* A4 across (ISO 216), in points. */
static const CwPublicationPaper paper = {
  .width = 297 / 25.4 * 72,
  .height = 210 / 25.4 * 72,
  .left = CW_PUBLICATION_SIDE_MARGIN,
  .top = CW_PUBLICATION_END_MARGIN,
  .right = CW_PUBLICATION_SIDE_MARGIN,
  .bottom = CW_PUBLICATION_END_MARGIN,
};

/* What cairo writes, into the stream; it tells no more of an error than that there was one. */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL &&
      g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error))
    return CAIRO_STATUS_SUCCESS;

  return CAIRO_STATUS_WRITE_ERROR;
}

/* The same table gives the same bytes, so the time is that of the newest mapping. */
static void
set_metadata (cairo_surface_t *surface, const CwPublication *publication)
{
  const char *time = publication->modified != NULL ? publication->modified : "1980-01-01T00:00:00Z";

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, publication->title.text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Crosswalk");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static void
add_outline (cairo_surface_t *surface, CwPublicationPages *pages)
{
  const GArray *marks = cw_publication_pages_get_marks (pages);

  for (guint i = 0; i < marks->len; i++)
    {
      const CwPublicationMark *mark = &g_array_index (marks, CwPublicationMark, i);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %s]", mark->page + 1,
                                                g_ascii_formatd (y, sizeof y, "%.2f", mark->y));

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, mark->text, place, 0);
    }
}

static gboolean
report (cairo_status_t status, Sink *sink, GError **error)
{
  if (sink->error == NULL && status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  if (sink->error != NULL)
    g_propagate_error (error, g_steal_pointer (&sink->error));
  else
    /* Translators: %s is what the library that makes PDF says */
    g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED,
                 _ ("The PDF cannot be made: %s"), cairo_status_to_string (status));

  return FALSE;
}

static gboolean
draw_pages (cairo_surface_t *surface,
            CwPublicationPages *pages,
            GCancellable *cancellable,
            GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean going = TRUE;

  for (guint i = 0; i < cw_publication_pages_get_n_pages (pages) && going; i++)
    {
      cw_publication_pages_draw (pages, cr, i, TRUE);
      cairo_show_page (cr);
      going = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);

  return going;
}

static gboolean
write_pdf (const CwPublication *publication,
           GOutputStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CwPublicationPages) pages = cw_publication_pages_new (publication, &paper);
  Sink sink = { stream, cancellable, NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean drawn;

  while (!cw_publication_pages_advance (pages))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  surface = cairo_pdf_surface_create_for_stream (write_bytes, &sink, paper.width, paper.height);
  set_metadata (surface, publication);
  drawn = draw_pages (surface, pages, cancellable, error);
  if (drawn)
    add_outline (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (drawn)
    return report (status, &sink, error);

  g_clear_error (&sink.error);
  return FALSE;
}

/**
 * cw_publication_pdf_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins a PDF (ISO 32000-1) of the pages as they are printed, A4 across, with links between the
 * table and its notes and an outline of the categories.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_publication_pdf_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return cw_publication_writer_open_with (stream, head, write_pdf);
}
