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

CwConcordanceWriter *cw_publication_writer_open (GOutputStream *stream,
                                                 const CwConcordanceHead *head,
                                                 CwPublicationRender render);

G_END_DECLS
