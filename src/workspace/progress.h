/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwProgress:
 *
 * How far a long job is: one thread counts, another looks.
 */
typedef struct _CwProgress CwProgress;

CwProgress *cw_progress_new (void);
CwProgress *cw_progress_ref (CwProgress *self);
void cw_progress_unref (CwProgress *self);

void cw_progress_set_total (CwProgress *self, guint64 total);
void cw_progress_add (CwProgress *self, guint64 n_done);
guint64 cw_progress_get_total (CwProgress *self);
guint64 cw_progress_get_done (CwProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProgress, cw_progress_unref)

G_END_DECLS
