/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/edit-actions.h"

G_BEGIN_DECLS

#define CW_TYPE_MAPPING_EDITOR (cw_mapping_editor_get_type ())

/**
 * CwMappingEditor:
 *
 * The current mapping as a sentence, and everything about it to be changed.
 */
G_DECLARE_FINAL_TYPE (CwMappingEditor, cw_mapping_editor, CW, MAPPING_EDITOR, GtkWidget)

void
cw_mapping_editor_set_session (CwMappingEditor *self, CwSession *session, CwEditActions *actions);
void cw_mapping_editor_flush (CwMappingEditor *self);

G_END_DECLS
