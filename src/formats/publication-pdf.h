/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-writer.h"

G_BEGIN_DECLS

CwConcordanceWriter *cw_publication_pdf_open (GOutputStream *stream, const CwConcordanceHead *head);

G_END_DECLS
