/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/coverage.h"
#include "formats/json-printer.h"
#include "model/item.h"

G_BEGIN_DECLS

void
cw_json_values_print_coverage (CwJsonPrinter *printer, const char *key, const CwCoverage *coverage);
void cw_json_values_print_list_summary (CwJsonPrinter *printer, CwList *list);
void cw_json_values_print_list (CwJsonPrinter *printer, CwList *list, const char *const *languages);
void cw_json_values_print_reference (CwJsonPrinter *printer,
                                     const CwItem *item,
                                     const char *const *languages);

G_END_DECLS
