/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/concordance-columns.h"
#include "formats/concordance-tally.h"
#include "formats/xlsx-sheet.h"

G_BEGIN_DECLS

/* The sheet of mappings, a row at a time. */
void _cw_xlsx_mappings_begin (CwXlsxSheet *sheet, const CwConcordanceColumns *columns);
void _cw_xlsx_mappings_add (CwXlsxSheet *sheet,
                            const CwConcordanceColumns *columns,
                            const CwConcordanceRow *row,
                            GString *text);
void _cw_xlsx_mappings_end (CwXlsxSheet *sheet, const CwConcordanceColumns *columns);

const char *_cw_xlsx_get_state_name (CwTallyState state);
const char *_cw_xlsx_choose_label (const CwItem *item, const char *const *languages);

void _cw_xlsx_write_coverage (CwXlsxSheet *sheet,
                              CwConcordanceTally *tally,
                              const char *const *languages);
void _cw_xlsx_write_list (CwXlsxSheet *sheet,
                          CwList *list,
                          CwConcordanceTally *tally,
                          const char *const *languages);
void _cw_xlsx_write_about (CwXlsxSheet *sheet,
                           const CwConcordanceHead *head,
                           guint n_rows,
                           GPtrArray *lists,
                           CwXlsxSheet *const *list_sheets);

G_END_DECLS
