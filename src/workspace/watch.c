/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/watch.h"

#include "workspace/document-private.h"

/* Another process writes into the log beside the document, or into the document where there can be
 * no log. Either is told by the system; what was written stands in the journal. */

/* So long is waited for more before it is looked, in milliseconds. */
#define REST 150

struct _CwWatch
{
  CwDocument *document; /* borrowed: it owns the watch */
  GFileMonitor *monitors[2];
  guint timeout;
};

static gboolean
look (gpointer user_data)
{
  CwWatch *self = user_data;

  self->timeout = 0;
  cw_document_catch_up_async (self->document, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_changed (GFileMonitor *monitor,
            GFile *file,
            GFile *other,
            GFileMonitorEvent event,
            CwWatch *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (REST, look, self);
}

/**
 * _cw_watch_new:
 * @document: a document that can be written
 *
 * Watches for what other processes write into the document, and has it told. Where the system
 * cannot tell, it is seen with the next edit.
 *
 * Returns: (transfer full): the watch
 */
CwWatch *
_cw_watch_new (CwDocument *document)
{
  static const char *const suffixes[] = { "", "-wal" };
  CwWatch *self = g_new0 (CwWatch, 1);

  self->document = document;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (cw_document_get_path (document), suffixes[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      self->monitors[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect (self->monitors[i], "changed", G_CALLBACK (on_changed), self);
    }

  return self;
}

/**
 * _cw_watch_free:
 * @self: (nullable): a watch
 */
void
_cw_watch_free (CwWatch *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->monitors[i], self);
      g_clear_object (&self->monitors[i]);
    }
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self);
}
