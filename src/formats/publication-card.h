/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/publication.h"

G_BEGIN_DECLS

CwPublicationCard *cw_publication_card_new (CwList *list, const char *const *languages);
void cw_publication_card_free (CwPublicationCard *self);

G_END_DECLS
