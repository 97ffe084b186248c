/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwProgress:
 *
 * Tells a person before a terminal how far something is that takes long; nobody else.
 */
typedef struct _CwProgress CwProgress;

CwProgress *cw_progress_new (void);
void cw_progress_step (CwProgress *self);
void cw_progress_free (CwProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProgress, cw_progress_free)

G_END_DECLS
