/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/news.h"

#include "store/coding-table.h"
#include "store/journal-others.h"
#include "store/list-table.h"
#include "store/list-update.h"

CwNews *
_cw_news_new (void)
{
  CwNews *self = g_new0 (CwNews, 1);

  self->mapping_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->list_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
_cw_news_free (CwNews *self)
{
  g_array_unref (self->mapping_ids);
  g_array_unref (self->list_ids);
  g_ptr_array_unref (self->lists);
  g_clear_pointer (&self->codings, g_ptr_array_unref);
  cw_step_free (self->undo_step);
  cw_step_free (self->redo_step);
  g_free (self);
}

/* The lists as they stand now, whatever is done next. */
static gboolean
read_lists (CwNews *self, CwConnection *connection, gint64 since, GError **error)
{
  if (!cw_list_find_touched (connection, since, self->list_ids, error))
    return FALSE;

  for (guint i = 0; i < self->list_ids->len; i++)
    {
      CwList *list;

      if (!cw_list_table_get (connection, g_array_index (self->list_ids, gint64, i), &list, error))
        return FALSE;
      if (list != NULL)
        g_ptr_array_add (self->lists, list);
    }

  return TRUE;
}

static gboolean
read_codings (CwNews *self, CwConnection *connection, gint64 since, GError **error)
{
  static const char *const tables[] = { "coding", "settlement", NULL };
  gboolean touched = FALSE;

  if (!cw_journal_touched_since (connection, since, tables, &touched, error))
    return FALSE;
  if (touched)
    self->codings = cw_coding_table_load (connection, error);

  return !touched || self->codings != NULL;
}

/**
 * _cw_news_read:
 * @self: where the news go
 * @connection: the writer
 * @since: (inout): the last step that was seen, which becomes the newest
 * @error: return location
 *
 * Returns: %FALSE with a #CwStoreError
 */
gboolean
_cw_news_read (CwNews *self, CwConnection *connection, gint64 *since, GError **error)
{
  gint64 newest = 0;

  if (!cw_journal_get_newest (connection, &newest, error))
    return FALSE;
  if (newest == *since)
    return TRUE;

  self->fresh = TRUE;
  if (!cw_journal_collect_since (connection, *since, self->mapping_ids, error) ||
      !read_lists (self, connection, *since, error) ||
      !read_codings (self, connection, *since, error))
    return FALSE;

  *since = newest;

  return cw_journal_peek (connection, &self->undo_step, &self->redo_step, error);
}

/**
 * _cw_news_tell:
 * @self: the news
 * @document: whose they are
 *
 * Takes them over and tells whoever listens. To be called from the thread of the document.
 */
void
_cw_news_tell (CwNews *self, CwDocument *document)
{
  if (!self->fresh)
    return;

  _cw_document_set_steps (document, g_steal_pointer (&self->undo_step),
                          g_steal_pointer (&self->redo_step));
  if (self->list_ids->len > 0)
    _cw_document_take_lists (document, self->list_ids, self->lists);
  if (self->codings != NULL)
    _cw_document_take_codings (document, g_steal_pointer (&self->codings));
  if (self->mapping_ids->len > 0)
    _cw_document_emit_changed (document, self->mapping_ids);
}
