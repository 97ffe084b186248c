/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication.h"

G_BEGIN_DECLS

/**
 * CwPublicationRender:
 * @publication: a publication that was ended
 * @page: where to append
 *
 * Sets a publication as a page of one kind.
 */
typedef void (*CwPublicationRender) (const CwPublication *publication, GString *page);

/**
 * CwPublicationWrite:
 * @publication: a publication that was ended
 * @stream: where to write
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Sets a publication as a file of one kind.
 *
 * Returns: %FALSE with an error
 */
typedef gboolean (*CwPublicationWrite) (const CwPublication *publication,
                                        GOutputStream *stream,
                                        GCancellable *cancellable,
                                        GError **error);

CwConcordanceWriter *cw_publication_writer_open (GOutputStream *stream,
                                                 const CwConcordanceHead *head,
                                                 CwPublicationRender render);
CwConcordanceWriter *cw_publication_writer_open_with (GOutputStream *stream,
                                                      const CwConcordanceHead *head,
                                                      CwPublicationWrite write);

G_END_DECLS
