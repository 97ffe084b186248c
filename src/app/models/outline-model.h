/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-row.h"

G_BEGIN_DECLS

#define CW_TYPE_OUTLINE_MODEL (cw_outline_model_get_type ())

#define CW_OUTLINE_NOWHERE G_MAXUINT

/**
 * CwOutlineModel:
 *
 * The rows of one side that show: the items of its lists in their order, folded and filtered. Where
 * there are several lists, each has a heading.
 *
 * It knows the position of any item at once, which a #GtkTreeListModel does not, and that is what
 * drawing ribbons asks for, thousands of times a frame.
 */
G_DECLARE_FINAL_TYPE (CwOutlineModel, cw_outline_model, CW, OUTLINE_MODEL, GObject)

CwOutlineModel *cw_outline_model_new (void);

void cw_outline_model_set_lists (CwOutlineModel *self, GPtrArray *lists);
void cw_outline_model_refresh_lists (CwOutlineModel *self, GPtrArray *lists);
GPtrArray *cw_outline_model_get_lists (CwOutlineModel *self);

void cw_outline_model_set_links (CwOutlineModel *self, CwLinkIndex *index, GPtrArray *opposite);
void cw_outline_model_set_marked (CwOutlineModel *self, const gint64 *item_ids, guint n_items);

void cw_outline_model_set_filter (CwOutlineModel *self, const char *text);
void cw_outline_model_set_state_filter (CwOutlineModel *self, int state);
gboolean cw_outline_model_is_filtered (CwOutlineModel *self);
guint cw_outline_model_get_n_matches (CwOutlineModel *self);

void cw_outline_model_set_expanded (CwOutlineModel *self, CwOutlineRow *row, gboolean expanded);
void cw_outline_model_set_all_expanded (CwOutlineModel *self, gboolean expanded);

guint cw_outline_model_find_item (CwOutlineModel *self, gint64 item_id, gboolean *folded);
const CwItem *cw_outline_model_find_next_open (CwOutlineModel *self, const CwItem *after);
guint cw_outline_model_find_parent (CwOutlineModel *self, guint position);
guint cw_outline_model_reveal_item (CwOutlineModel *self, gint64 item_id);

G_END_DECLS
