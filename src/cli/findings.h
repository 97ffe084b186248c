/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/json-printer.h"
#include "workspace/checks.h"

G_BEGIN_DECLS

/**
 * CwFindingsView:
 * @document: the document that was checked
 * @report: what came of it
 * @languages: (array zero-terminated=1): label languages
 * @all: whether what is intended is shown too
 *
 * What to print of the checks.
 */
typedef struct
{
  CwDocument *document;
  CwCheckReport *report;
  const char *const *languages;
  gboolean all;
} CwFindingsView;

void cw_findings_append_text (const CwFindingsView *self, const char *name, GString *text);
void cw_findings_print_json (const CwFindingsView *self, CwJsonPrinter *printer);

G_END_DECLS
