/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-row.h"

G_BEGIN_DECLS

/**
 * CwOutlineFilter:
 *
 * What a person looks for on one side, and the folded texts in which it is looked for.
 */
typedef struct _CwOutlineFilter CwOutlineFilter;

CwOutlineFilter *cw_outline_filter_new (void);
void cw_outline_filter_free (CwOutlineFilter *self);

void cw_outline_filter_set_text (CwOutlineFilter *self, const char *text);
void cw_outline_filter_set_state (CwOutlineFilter *self, int state);
int cw_outline_filter_get_state (CwOutlineFilter *self);
gboolean cw_outline_filter_is_active (CwOutlineFilter *self);
gboolean cw_outline_filter_matches (CwOutlineFilter *self, guint index, CwOutlineRow *row);
void cw_outline_filter_forget (CwOutlineFilter *self);

G_END_DECLS
