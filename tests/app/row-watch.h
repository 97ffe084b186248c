/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-model.h"

G_BEGIN_DECLS

/**
 * RowWatch:
 *
 * What a view believes a model to hold: it only hears what the model says of its changes, and
 * fails where one of them is wrong or larger than it had to be.
 */
typedef struct _RowWatch RowWatch;

RowWatch *row_watch_new (CwOutlineModel *model);
void row_watch_free (RowWatch *self);
void row_watch_check (RowWatch *self);
guint row_watch_take_n_changes (RowWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowWatch, row_watch_free)

G_END_DECLS
