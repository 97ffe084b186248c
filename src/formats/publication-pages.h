/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * CwPublicationPaper:
 * @width: of the page
 * @height: of the page
 * @left: where the text begins, from the left edge
 * @top: from the top edge
 * @right: where it ends, from the right edge
 * @bottom: from the bottom edge
 *
 * A page, in points of 1/72 inch.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double top;
  double right;
  double bottom;
} CwPublicationPaper;

/* The room at the edges of a page, if the paper asks for no more. In points. */
#define CW_PUBLICATION_SIDE_MARGIN 36.0
#define CW_PUBLICATION_END_MARGIN 26.0

/**
 * CwPublicationMark:
 * @text: a heading
 * @page: on which it stands, counted from 0
 * @y: how far from the top edge, in points
 *
 * What an outline leads to.
 */
typedef struct
{
  const char *text;
  guint page;
  double y;
} CwPublicationMark;

/**
 * CwPublicationPages:
 *
 * A publication laid out into pages: on paper and in a PDF they are the same.
 */
typedef struct _CwPublicationPages CwPublicationPages;

CwPublicationPages *
cw_publication_pages_new (const CwPublication *publication, const CwPublicationPaper *paper);
void cw_publication_pages_free (CwPublicationPages *self);
gboolean cw_publication_pages_advance (CwPublicationPages *self);
guint cw_publication_pages_get_n_pages (CwPublicationPages *self);
const GArray *cw_publication_pages_get_marks (CwPublicationPages *self);
void cw_publication_pages_draw (CwPublicationPages *self, cairo_t *cr, guint page, gboolean linked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPublicationPages, cw_publication_pages_free)

G_END_DECLS
