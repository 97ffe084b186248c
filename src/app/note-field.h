/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_NOTE_FIELD (cw_note_field_get_type ())

/**
 * CwNoteField:
 *
 * A text with its title, that says "edited" when the person pauses or leaves it. What is being
 * typed is never overwritten from outside.
 */
G_DECLARE_FINAL_TYPE (CwNoteField, cw_note_field, CW, NOTE_FIELD, GtkWidget)

void cw_note_field_set_title (CwNoteField *self, const char *title);
void cw_note_field_set_text (CwNoteField *self, const char *text);
char *cw_note_field_get_text (CwNoteField *self);
void cw_note_field_flush (CwNoteField *self);
void cw_note_field_set_editable (CwNoteField *self, gboolean editable);

G_END_DECLS
