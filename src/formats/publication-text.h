/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication.h"

G_BEGIN_DECLS

/* How publication.c and publication-card.c fill texts and facts. */

void cw_publication_text_init (CwPublicationText *self, const char *language, const char *string);
void cw_publication_text_clear (CwPublicationText *self);
GArray *cw_publication_texts_new (void);
void cw_publication_texts_add (GArray *texts, const char *language, const char *string);
void cw_publication_texts_add_lines (GArray *texts, const char *language, const char *string);
void cw_publication_texts_add_title (GArray *texts, CwList *list, const char *const *languages);

GArray *cw_publication_facts_new (void);
void cw_publication_facts_add (GArray *facts,
                               const char *name,
                               CwPublicationFactKind kind,
                               const char *language,
                               const char *string);

const char *cw_publication_find_language (const CwText *text, const char *string);

G_END_DECLS
