/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session-private.h"

/* Reading what is said between the two sides. Both reading and sorting are done by other threads:
 * of a million links each takes longer than a window may stand still. */

#define MANY_LINKS 20000

static void
take_links (CwSession *self, CwLinkIndex *links)
{
  cw_link_index_unref (self->links);
  self->links = links;
  _cw_session_emit (self, CW_SESSION_LINKS_CHANGED);
  if (!_cw_session_current_still_fits (self))
    _cw_session_update_current (self);
}

static void
on_links_sorted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwSession *self = CW_SESSION (source);
  CwLinkIndex *links = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Nothing where other links have been asked for meanwhile. */
  if (links != NULL)
    take_links (self, links);
}

static void
sort_links (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, cw_link_index_new (task_data), (GDestroyNotify) cw_link_index_unref);
}

static void
on_links_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) links = cw_document_find_links_finish (CW_DOCUMENT (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (links == NULL)
    {
      _cw_session_fail_with_error (self, error);
      return;
    }

  /* So few are sorted sooner than they are handed over. */
  if (links->len < MANY_LINKS)
    {
      take_links (self, cw_link_index_new (links));
      return;
    }

  task = g_task_new (self, self->links_cancellable, on_links_sorted, NULL);
  g_task_set_task_data (task, g_steal_pointer (&links), (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, sort_links);
}

/* A late answer to an earlier question is dropped. */
void
_cw_session_read_links (CwSession *self)
{
  g_cancellable_cancel (self->links_cancellable);
  g_clear_object (&self->links_cancellable);
  self->links_cancellable = g_cancellable_new ();
  cw_document_find_links_async (self->document, self->coding_id, self->lists[CW_SIDE_LEFT],
                                self->lists[CW_SIDE_RIGHT], self->links_cancellable, on_links_found,
                                g_object_ref (self));
}
