/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication.h"

G_BEGIN_DECLS

/* The footnotes of publication.c, and what of a mapping a page may leave out. */

CwPublicationNote *
cw_publication_note_new (const CwConcordanceHead *head, const CwConcordanceRow *row);
void cw_publication_note_free (CwPublicationNote *self);
gboolean cw_publication_wants (const CwConcordanceHead *head, const char *key);

G_END_DECLS
