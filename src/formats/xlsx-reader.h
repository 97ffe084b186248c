/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/delimited-row.h"
#include "formats/problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwXlsxReader:
 *
 * Reads the rows of a sheet of a workbook, one after the other, in little memory but for the texts
 * that its cells share.
 */
typedef struct _CwXlsxReader CwXlsxReader;

CwXlsxReader *
cw_xlsx_reader_open (GInputStream *package, const char *name, const char *sheet, GError **error);
void cw_xlsx_reader_free (CwXlsxReader *self);

const char *const *cw_xlsx_reader_get_sheets (const CwXlsxReader *self);
const char *cw_xlsx_reader_get_sheet (const CwXlsxReader *self);
const CwDelimitedRow *cw_xlsx_reader_next (CwXlsxReader *self, GError **error);
CwProblem *cw_xlsx_reader_pop_problem (CwXlsxReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwXlsxReader, cw_xlsx_reader_free)

G_END_DECLS
