/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_FIELD_ROW (cw_field_row_get_type ())

/**
 * CwFieldRow:
 *
 * One line of text with its title, that says "edited" when the person presses Enter or leaves it
 * with another text than before. What is being typed is never overwritten from outside.
 */
G_DECLARE_FINAL_TYPE (CwFieldRow, cw_field_row, CW, FIELD_ROW, AdwEntryRow)

GtkWidget *cw_field_row_new (const char *title);
void cw_field_row_set_text (CwFieldRow *self, const char *text);
void cw_field_row_flush (CwFieldRow *self);

G_END_DECLS
