/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell can hold, in code units of UTF-16. */
#define CW_XLSX_MAX_TEXT 32767

gboolean cw_xlsx_text_append (GString *cell, const char *text);
gboolean cw_xlsx_text_has_wide (const char *text);
guint cw_xlsx_text_measure (const char *text);
guint cw_xlsx_text_count_lines (const char *text, guint width);
char *cw_xlsx_text_make_sheet_name (const char *title, GHashTable *taken);

G_END_DECLS
