/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document-private.h"

G_BEGIN_DECLS

/**
 * CwNews:
 * @fresh: whether there was anything new
 * @mapping_ids: (element-type gint64): mappings that were touched
 * @list_ids: (element-type gint64): lists that were touched
 * @lists: (element-type CwList): those of them that are there
 * @codings: (nullable) (element-type CwCoding): the codings; %NULL where they are as they were
 * @undo_step: (nullable): what undo would take back now
 * @redo_step: (nullable): what redo would do again now
 *
 * What steps of the journal have changed, one's own and those of other processes.
 */
typedef struct
{
  gboolean fresh;
  GArray *mapping_ids;
  GArray *list_ids;
  GPtrArray *lists;
  GPtrArray *codings;
  CwStep *undo_step;
  CwStep *redo_step;
} CwNews;

CwNews *_cw_news_new (void);
void _cw_news_free (CwNews *self);
gboolean _cw_news_read (CwNews *self, CwConnection *connection, gint64 *since, GError **error);
void _cw_news_tell (CwNews *self, CwDocument *document);

G_END_DECLS
