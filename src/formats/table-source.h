/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/delimited-row.h"
#include "formats/problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwTableChoices:
 * @encoding: (nullable): of a text, a name out of cw_text_encoding_list(); %NULL to find it out
 * @separator: between the cells of a text; NUL to find it out
 * @sheet: (nullable): name of a workbook's sheet; %NULL for the first that is shown
 *
 * What a person may know better than the file tells. All zero is a good beginning.
 */
typedef struct
{
  const char *encoding;
  char separator;
  const char *sheet;
} CwTableChoices;

/**
 * CwTableSource:
 *
 * The rows of a table, one after the other: of a text with separators, or of a workbook's sheet.
 */
typedef struct _CwTableSource CwTableSource;

CwTableSource *cw_table_source_open (GInputStream *stream,
                                     const char *name,
                                     const CwTableChoices *choices,
                                     GCancellable *cancellable,
                                     GError **error);
void cw_table_source_free (CwTableSource *self);

const CwDelimitedRow *
cw_table_source_next (CwTableSource *self, GCancellable *cancellable, GError **error);
GPtrArray *cw_table_source_peek (CwTableSource *self, guint n_rows, GCancellable *cancellable);

CwProblem *cw_table_source_pop_problem (CwTableSource *self);

const char *cw_table_source_get_name (const CwTableSource *self);
const char *cw_table_source_get_encoding (const CwTableSource *self);
char cw_table_source_get_separator (const CwTableSource *self);
const char *const *cw_table_source_get_sheets (const CwTableSource *self);
const char *cw_table_source_get_sheet (const CwTableSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTableSource, cw_table_source_free)

G_END_DECLS
