/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/delimited-row.h"
#include "formats/error.h"

G_BEGIN_DECLS

/**
 * CwDelimitedTable:
 * @name: the file's name
 * @separator: what stands between cells
 * @rows: (element-type CwDelimitedRow): all rows that are not blank
 *
 * What a CSV or TSV file holds.
 */
typedef struct
{
  char *name;
  char separator;
  GPtrArray *rows;
} CwDelimitedTable;

CwDelimitedTable *
cw_delimited_table_parse (const char *data, gsize length, const char *name, GError **error);
void cw_delimited_table_free (CwDelimitedTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDelimitedTable, cw_delimited_table_free)

G_END_DECLS
