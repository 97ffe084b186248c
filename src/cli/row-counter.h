/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwRowCounter:
 *
 * Tells a person before a terminal how far something is that takes long; nobody else.
 */
typedef struct _CwRowCounter CwRowCounter;

CwRowCounter *cw_row_counter_new (void);
void cw_row_counter_step (CwRowCounter *self);
void cw_row_counter_free (CwRowCounter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwRowCounter, cw_row_counter_free)

G_END_DECLS
