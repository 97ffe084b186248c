/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "model/mapping-filter.h"

G_BEGIN_DECLS

/**
 * CwTableColumn:
 *
 * The columns of the table of mappings, in their first order.
 */
typedef enum
{
  CW_COLUMN_LEFT_LIST,
  CW_COLUMN_LEFT_CODE,
  CW_COLUMN_LEFT_LABEL,
  CW_COLUMN_LEFT_SECOND,
  CW_COLUMN_RELATION,
  CW_COLUMN_RIGHT_LIST,
  CW_COLUMN_RIGHT_CODE,
  CW_COLUMN_RIGHT_LABEL,
  CW_COLUMN_RIGHT_SECOND,
  CW_COLUMN_CONFIDENCE,
  CW_COLUMN_STATUS,
  CW_COLUMN_RATIONALE,
  CW_COLUMN_SHARED,
  CW_COLUMN_ONLY_LEFT,
  CW_COLUMN_ONLY_RIGHT,
  CW_COLUMN_CITATION,
  CW_COLUMN_AUTHOR,
  CW_COLUMN_CREATED,
  CW_COLUMN_MODIFIED,
  CW_COLUMN_REASON,
  CW_COLUMN_REVIEWER,
  CW_COLUMN_REVIEWED,
} CwTableColumn;

#define CW_N_COLUMNS 22

const char *cw_table_column_get_key (CwTableColumn column);
gboolean cw_table_column_from_key (const char *key, CwTableColumn *column);
const char *cw_table_column_get_title (CwTableColumn column);
gboolean cw_table_column_get_sort (CwTableColumn column, CwMappingSort *sort);
int cw_table_column_get_width (CwTableColumn column);
gboolean cw_table_column_is_shown_first (CwTableColumn column);
const char *
cw_table_column_get_language (CwTableColumn column, CwSession *session, const CwMapping *mapping);
gboolean cw_table_parse_confidence (const char *text, double *confidence);
char *cw_table_column_format (CwTableColumn column, CwSession *session, const CwMapping *mapping);

G_END_DECLS
