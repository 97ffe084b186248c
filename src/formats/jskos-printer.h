/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-printer.h"
#include "model/item.h"

G_BEGIN_DECLS

/* What JSKOS objects of every kind are made of (JSKOS 0.7.1). Nothing is written for an empty text:
 * a field that is missing says that its value is not known. */

#define CW_JSKOS_CONTEXT "https://gbv.github.io/jskos/context.json"

void cw_jskos_print_string (CwJsonPrinter *printer, const char *key, const char *string);
void cw_jskos_print_language_key (CwJsonPrinter *printer, const char *language);
void cw_jskos_print_text (CwJsonPrinter *printer,
                          const char *key,
                          const CwText *text,
                          gboolean as_lists);
void cw_jskos_print_note (CwJsonPrinter *printer, const char *key, const char *text);
void cw_jskos_print_list (CwJsonPrinter *printer, const char *key, const char *string);
void cw_jskos_print_resource (CwJsonPrinter *printer, const char *key, const char *uri);
void cw_jskos_print_preferred (CwJsonPrinter *printer, const CwItem *item);

G_END_DECLS
