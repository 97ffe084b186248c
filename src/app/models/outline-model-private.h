/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-filter.h"
#include "app/models/outline-model.h"

G_BEGIN_DECLS

typedef struct
{
  CwOutlineRow *row;
  guint n_descendants;
  int parent;           /* index, -1 at the top */
  guint position;       /* among the rows that show, or CW_OUTLINE_NOWHERE */
  guint8 expanded;      /* as the user folded it */
  guint8 filter_folded; /* folded while a filter is on */
  guint8 wanted;        /* matches the filter, or something below it does */
} CwOutlineNode;

struct _CwOutlineModel
{
  GObject parent_instance;

  GPtrArray *lists;    /* CwList */
  GArray *nodes;       /* CwOutlineNode, parents before children */
  GHashTable *by_item; /* gint64 id → index + 1 */
  GArray *visible;     /* guint: indices of nodes */
  GArray *marked;      /* guint: indices of nodes */
  CwOutlineFilter *filter;
  guint n_matches;
};

CwOutlineNode *_cw_outline_model_get_node (CwOutlineModel *self, guint index);
GArray *_cw_outline_model_new_nodes (void);
void _cw_outline_model_mark_wanted (CwOutlineModel *self);
GArray *_cw_outline_model_compute_visible (CwOutlineModel *self);

G_END_DECLS
