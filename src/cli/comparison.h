/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/coverage.h"
#include "cli/sides.h"
#include "cli/table.h"
#include "formats/json-printer.h"

G_BEGIN_DECLS

/**
 * CwComparison:
 * @document: the document
 * @sides: the lists
 * @languages: (array zero-terminated=1): label languages, the most wanted first
 * @coding_id: the coding, 0 for the agreed mapping
 * @left: how far the left side is compared with the right
 * @right: how far the right side is compared with the left
 *
 * Two sides of a document, to be shown.
 */
typedef struct
{
  CwDocument *document;
  const CwSides *sides;
  const char *const *languages;
  gint64 coding_id;
  CwCoverage left;
  CwCoverage right;
} CwComparison;

gboolean cw_comparison_append_table (const CwComparison *self,
                                     guint width,
                                     CwTableFit fit,
                                     GString *text,
                                     GError **error);
gboolean
cw_comparison_print_json (const CwComparison *self, CwJsonPrinter *printer, GError **error);

G_END_DECLS
