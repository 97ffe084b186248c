/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session-private.h"

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = cw_document_apply_finish (CW_DOCUMENT (source), result, &error);
  CwEdit *edit;

  if (ids != NULL)
    return;

  edit = cw_document_steal_edit (CW_DOCUMENT (source), result);
  if (edit != NULL)
    g_signal_emit_by_name (self, "conflict", error->message, edit);
  else
    cw_session_fail (self, error->message);
}

/**
 * cw_session_apply:
 * @self: a session
 * @edit: (transfer full): what to do to the document
 *
 * Does an edit in the coding that is shown; where it fails, "failed" tells why.
 */
void
cw_session_apply (CwSession *self, CwEdit *edit)
{
  cw_edit_set_coding (edit, self->coding_id);
  cw_document_apply_async (self->document, edit, on_applied, g_object_ref (self));
}

/**
 * cw_session_undo:
 * @self: a session
 *
 * Takes the last step back.
 */
void
cw_session_undo (CwSession *self)
{
  cw_document_undo_async (self->document, on_applied, g_object_ref (self));
}

/**
 * cw_session_redo:
 * @self: a session
 *
 * Does again what was undone last.
 */
void
cw_session_redo (CwSession *self)
{
  cw_document_redo_async (self->document, on_applied, g_object_ref (self));
}
