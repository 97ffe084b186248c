/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-printer.h"
#include "model/concordance.h"

G_BEGIN_DECLS

void cw_jskos_print_mapping (CwJsonPrinter *printer, const char *uuid, const CwConcordanceRow *row);

G_END_DECLS
