/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-model.h"
#include "model/item.h"

G_BEGIN_DECLS

/* Lists made of nothing but codes, and what a model shows of them as a line of text. */

CwList *lists_new (gint64 id, const char *key, const char *codes);
CwList *lists_new_random (GRand *rand, gint64 id, guint n_items);
GPtrArray *lists_array (CwList *list, ...) G_GNUC_NULL_TERMINATED;
gint64 lists_item_id (CwList *list, const char *code);

char *lists_format_model (CwOutlineModel *model);
CwOutlineRow *lists_find_row (CwOutlineModel *model, const char *name);

#define assert_rows(model, wanted)                       \
  G_STMT_START                                           \
  {                                                      \
    g_autofree char *_rows = lists_format_model (model); \
    g_assert_cmpstr (_rows, ==, wanted);                 \
  }                                                      \
  G_STMT_END

G_END_DECLS
