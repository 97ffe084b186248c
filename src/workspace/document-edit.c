/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/document-private.h"

#include "workspace/edit-private.h"
#include "workspace/news.h"
#include "workspace/wait.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CHANGE_EDIT,
  CHANGE_UNDO,
  CHANGE_REDO,
  CHANGE_GO_BACK,
  CHANGE_NOTHING, /* to see what others have done */
} ChangeKind;

/* What goes to the writer and what comes back. */
typedef struct
{
  ChangeKind kind;
  CwEdit *edit;
  gint64 step_id; /* to go back to before it */
  char *author;
  char *orcid;
  GArray *mapping_ids;
  CwNews *news;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  cw_edit_free (change->edit);
  g_free (change->author);
  g_free (change->orcid);
  g_array_unref (change->mapping_ids);
  _cw_news_free (change->news);
  g_free (change);
}

static gboolean
make_change (Change *change, CwConnection *connection, const gint64 *since, GError **error)
{
  g_autofree char *now = _cw_document_now ();
  CwJournalStamp stamp = { change->author, now, change->orcid, since };

  switch (change->kind)
    {
    case CHANGE_EDIT:
      return _cw_edit_run (change->edit, connection, &stamp, change->mapping_ids, error);
    case CHANGE_UNDO:
      return cw_journal_undo (connection, &stamp, change->mapping_ids, error);
    case CHANGE_REDO:
      return cw_journal_redo (connection, &stamp, change->mapping_ids, error);
    case CHANGE_GO_BACK:
      return cw_journal_go_back (connection, change->step_id, &stamp, change->mapping_ids, error);
    case CHANGE_NOTHING:
    default:
      return TRUE;
    }
}

/* Whether it could be done or not, what others did meanwhile is told. */
static void
change_job (GTask *task, CwConnection *connection)
{
  CwDocument *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = make_change (change, connection, &self->seen_step, &error);

  if (_cw_news_read (change->news, connection, &self->seen_step, done ? &error : NULL) && done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
free_place (gpointer place)
{
  cw_edit_free (*(CwEdit **) place);
  g_free (place);
}

static void
change_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwDocument *self = CW_DOCUMENT (source);
  g_autoptr (GTask) outer = user_data;
  Change *change = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (change->kind != CHANGE_NOTHING)
    _cw_document_add_pending (self, -1);
  if (change->edit != NULL && change->edit->n_unreviewed > 0 && !g_task_had_error (G_TASK (result)))
    _cw_document_emit_unreviewed (self, change->edit->n_unreviewed);
  _cw_news_tell (change->news, self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_pointer (outer, g_array_ref (change->mapping_ids),
                             (GDestroyNotify) g_array_unref);
      return;
    }

  /* It can be asked for again, now that it is known what it is done to. */
  if (cw_document_classify_error (error) == CW_DOCUMENT_PROBLEM_CONFLICT)
    {
      CwEdit **place = g_new (CwEdit *, 1);

      *place = g_steal_pointer (&change->edit);
      g_task_set_task_data (outer, place, free_place);
    }
  g_task_return_error (outer, error);
}

static void
change_async (CwDocument *self,
              ChangeKind kind,
              CwEdit *edit,
              gint64 step_id,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  Change *change = g_new0 (Change, 1);
  GTask *inner;

  change->kind = kind;
  change->edit = edit;
  change->step_id = step_id;
  change->author = g_strdup (self->author);
  change->orcid = g_strdup (self->author_orcid);
  change->mapping_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->news = _cw_news_new ();
  g_task_set_source_tag (outer, change_async);

  if (self->writer == NULL)
    {
      change_free (change);
      g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                               _ ("The document is open read-only"));
      return;
    }

  inner = g_task_new (self, NULL, change_done, g_steal_pointer (&outer));
  g_task_set_task_data (inner, change, change_free);
  if (kind != CHANGE_NOTHING)
    _cw_document_add_pending (self, 1);
  cw_worker_push (self->writer, inner, change_job);
}

/**
 * cw_document_apply_async:
 * @self: a document
 * @edit: (transfer full): what to do
 * @callback: called when it is on disk, or was refused
 * @user_data: for @callback
 *
 * Does an edit after all that were asked for before.
 */
void
cw_document_apply_async (CwDocument *self,
                         CwEdit *edit,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  change_async (self, CHANGE_EDIT, edit, 0, callback, user_data);
}

/**
 * cw_document_apply_finish:
 * @self: a document
 * @result: of an edit, an undo or a redo
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the ids of the mappings it touched, none where
 *   there was nothing to change; or %NULL with an error and nothing done
 */
GArray *
cw_document_apply_finish (CwDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_document_steal_edit:
 * @self: a document
 * @result: of an edit that failed with %CW_DOCUMENT_PROBLEM_CONFLICT
 *
 * Returns: (transfer full) (nullable): the edit, to ask for it again
 */
CwEdit *
cw_document_steal_edit (CwDocument *self, GAsyncResult *result)
{
  CwEdit **place = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return place != NULL ? g_steal_pointer (place) : NULL;
}

/**
 * cw_document_catch_up_async:
 * @self: a document
 * @callback: (nullable): called when it was looked
 * @user_data: for @callback
 *
 * Looks whether another process has written into the document, and tells what. To be finished with
 * cw_document_apply_finish().
 */
void
cw_document_catch_up_async (CwDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  change_async (self, CHANGE_NOTHING, NULL, 0, callback, user_data);
}

/**
 * cw_document_undo_async:
 * @self: a document
 * @callback: called when it is on disk
 * @user_data: for @callback
 *
 * Takes the last step back; to be finished with cw_document_apply_finish().
 */
void
cw_document_undo_async (CwDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  change_async (self, CHANGE_UNDO, NULL, 0, callback, user_data);
}

/**
 * cw_document_redo_async:
 * @self: a document
 * @callback: called when it is on disk
 * @user_data: for @callback
 *
 * Does again what was undone last; to be finished with cw_document_apply_finish().
 */
void
cw_document_redo_async (CwDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  change_async (self, CHANGE_REDO, NULL, 0, callback, user_data);
}

/**
 * cw_document_go_back_async:
 * @self: a document
 * @step_id: an edit that holds
 * @callback: called when it is on disk
 * @user_data: for @callback
 *
 * Takes back all edits from the newest down to and with @step_id, in one transaction. Each undoing
 * is a step of its own, which redo takes back; nothing is erased. To be finished with
 * cw_document_apply_finish().
 */
void
cw_document_go_back_async (CwDocument *self,
                           gint64 step_id,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  change_async (self, CHANGE_GO_BACK, NULL, step_id, callback, user_data);
}

static gboolean
change_sync (CwDocument *self, ChangeKind kind, CwEdit *edit, gint64 step_id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  CwWait wait;

  cw_wait_begin (&wait);
  change_async (self, kind, edit, step_id, cw_wait_callback, &wait);
  result = cw_wait_end (&wait);
  ids = cw_document_apply_finish (self, result, error);

  return ids != NULL;
}

/**
 * cw_document_apply:
 * @self: a document
 * @edit: (transfer full): what to do
 * @error: return location
 *
 * Like cw_document_apply_async(), but waits.
 *
 * Returns: %FALSE with an error and nothing done
 */
gboolean
cw_document_apply (CwDocument *self, CwEdit *edit, GError **error)
{
  return change_sync (self, CHANGE_EDIT, edit, 0, error);
}

/**
 * cw_document_undo:
 * @self: a document
 * @error: return location
 *
 * Like cw_document_undo_async(), but waits.
 *
 * Returns: %FALSE with an error and nothing done
 */
gboolean
cw_document_undo (CwDocument *self, GError **error)
{
  return change_sync (self, CHANGE_UNDO, NULL, 0, error);
}

/**
 * cw_document_redo:
 * @self: a document
 * @error: return location
 *
 * Like cw_document_redo_async(), but waits.
 *
 * Returns: %FALSE with an error and nothing done
 */
gboolean
cw_document_redo (CwDocument *self, GError **error)
{
  return change_sync (self, CHANGE_REDO, NULL, 0, error);
}

/**
 * cw_document_go_back:
 * @self: a document
 * @step_id: an edit that holds
 * @error: return location
 *
 * Like cw_document_go_back_async(), but waits.
 *
 * Returns: %FALSE with an error and nothing done
 */
gboolean
cw_document_go_back (CwDocument *self, gint64 step_id, GError **error)
{
  return change_sync (self, CHANGE_GO_BACK, NULL, step_id, error);
}
