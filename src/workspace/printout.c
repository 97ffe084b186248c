/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/printout.h"

#include "workspace/export-private.h"

struct _CwPrintout
{
  CwPublication *publication;
  CwPublicationPages *pages; /* NULL until it is begun */
};

/**
 * cw_printout_free:
 * @self: (nullable): a printout
 */
void
cw_printout_free (CwPrintout *self)
{
  if (self == NULL)
    return;

  cw_publication_pages_free (self->pages);
  cw_publication_free (self->publication);
  g_free (self);
}

static gboolean
add_row (const CwConcordanceRow *row, gpointer publication, GError **error)
{
  cw_publication_add_row (publication, row);

  return TRUE;
}

static void
print_job (GTask *task, CwConnection *connection)
{
  CwDocument *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const CwExport *settings = g_task_get_task_data (task);
  g_autoptr (CwPrintout) printout = g_new0 (CwPrintout, 1);
  CwConcordanceHead head;
  GError *error = NULL;

  _cw_export_get_head (self, settings, cancellable, &head);
  printout->publication = cw_publication_new (&head);
  if (!_cw_export_read (self, connection, settings, -1, add_row, printout->publication, cancellable,
                        &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cw_publication_end (printout->publication);
  g_task_return_pointer (task, g_steal_pointer (&printout), (GDestroyNotify) cw_printout_free);
}

/**
 * cw_document_print_async:
 * @self: a document
 * @settings: (transfer full): what is to be printed; a format of pages
 * @cancellable: (nullable): to give up
 * @callback: called with the printout
 * @user_data: for @callback
 *
 * Gathers what is printed. Fails as cw_document_export_async() does.
 */
void
cw_document_print_async (CwDocument *self,
                         CwExport *settings,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cw_document_print_async);
  g_task_set_task_data (task, settings, (GDestroyNotify) cw_export_free);
  _cw_export_push (self, settings, task, print_job);
}

/**
 * cw_document_print_finish:
 * @self: a document
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what is to be printed, or %NULL with an error
 */
CwPrintout *
cw_document_print_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_printout_begin:
 * @self: a printout
 * @paper: what it is printed on
 *
 * Begins to lay out the pages, anew where it was done for other paper.
 */
void
cw_printout_begin (CwPrintout *self, const CwPublicationPaper *paper)
{
  cw_publication_pages_free (self->pages);
  self->pages = cw_publication_pages_new (self->publication, paper);
}

/**
 * cw_printout_advance:
 * @self: a printout that was begun
 *
 * Lays out a little more.
 *
 * Returns: whether everything is laid out
 */
gboolean
cw_printout_advance (CwPrintout *self)
{
  return cw_publication_pages_advance (self->pages);
}

/**
 * cw_printout_get_n_pages:
 * @self: a printout that is all laid out
 *
 * Returns: how many pages it has
 */
guint
cw_printout_get_n_pages (CwPrintout *self)
{
  return cw_publication_pages_get_n_pages (self->pages);
}

/**
 * cw_printout_draw:
 * @self: a printout that is all laid out
 * @cr: where to draw; a unit is a point
 * @page: which page, counted from 0
 */
void
cw_printout_draw (CwPrintout *self, cairo_t *cr, guint page)
{
  cw_publication_pages_draw (self->pages, cr, page, FALSE);
}
