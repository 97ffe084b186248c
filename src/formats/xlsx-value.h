/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwXlsxNumberKind:
 *
 * What the number of a cell is shown as.
 */
typedef enum
{
  CW_XLSX_KIND_NUMBER,
  CW_XLSX_KIND_DAY,
  CW_XLSX_KIND_MOMENT,
  CW_XLSX_KIND_CLOCK,
} CwXlsxNumberKind;

CwXlsxNumberKind cw_xlsx_value_get_kind (guint format_id);
CwXlsxNumberKind cw_xlsx_value_parse_format (const char *format);
gboolean cw_xlsx_value_append_number (GString *text,
                                      const char *number,
                                      CwXlsxNumberKind kind,
                                      gboolean since_1904);
void cw_xlsx_value_append_text (GString *text, const char *escaped, gsize length);
gboolean cw_xlsx_value_parse_reference (const char *reference, guint *column, guint *row);

G_END_DECLS
