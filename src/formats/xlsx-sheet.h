/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/xlsx-book.h"

G_BEGIN_DECLS

gboolean cw_xlsx_sheet_begin_row (CwXlsxSheet *self);
void
cw_xlsx_sheet_write_text (CwXlsxSheet *self, guint column, const char *text, CwXlsxStyle style);
void
cw_xlsx_sheet_write_text_as (CwXlsxSheet *self, guint column, const char *text, lxw_format *format);
void cw_xlsx_sheet_write_number (CwXlsxSheet *self, guint column, double number, CwXlsxStyle style);
void cw_xlsx_sheet_write_time (CwXlsxSheet *self, guint column, const char *time);
void cw_xlsx_sheet_write_address (CwXlsxSheet *self, guint column, const char *address);
void cw_xlsx_sheet_write_link (CwXlsxSheet *self,
                               guint column,
                               const CwXlsxSheet *target,
                               const char *text,
                               CwXlsxStyle style);
void cw_xlsx_sheet_set_limit (CwXlsxSheet *self, guint column, guint limit);
void cw_xlsx_sheet_set_width (CwXlsxSheet *self, guint column, CwXlsxStyle style);
void cw_xlsx_sheet_raise_row (CwXlsxSheet *self, double height);
void cw_xlsx_sheet_begin_table (CwXlsxSheet *self);
void cw_xlsx_sheet_write_header (CwXlsxSheet *self, guint column, const char *title);
void cw_xlsx_sheet_finish_table (CwXlsxSheet *self, guint n_columns);
void cw_xlsx_sheet_set_page (CwXlsxSheet *self, gboolean landscape);
void cw_xlsx_sheet_check (CwXlsxSheet *self, lxw_error result);

gboolean cw_xlsx_parse_time (const char *time, double *days, gboolean *is_date);

G_END_DECLS
