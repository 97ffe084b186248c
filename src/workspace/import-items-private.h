/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list-draft.h"
#include "workspace/import-items.h"

G_BEGIN_DECLS

/* A list that gets items: one of the user's own, or a new one. */
typedef struct
{
  gint64 id;          /* 0 until a new one is stored */
  CwListDraft *draft; /* a new list, or one that holds the items that are added only */
  GHashTable *codes;  /* all its codes, old and new */
  gboolean wanted;
} CwImportTarget;

typedef struct
{
  int target;
  guint index; /* in its draft */
  gint64 id;   /* once it is stored */
  gboolean wanted;
} CwNewItem;

struct _CwImportItems
{
  CwDocument *document;
  char *file;
  GPtrArray *targets;  /* Target */
  GArray *items;       /* NewItem */
  GHashTable *by_name; /* what a file calls a list → index of its target + 1 */
  GHashTable *by_list; /* id of a list of the user's own → the same */
  GHashTable *by_item; /* target and what a file calls an item → index of the item + 1 */
};

const CwNewItem *_cw_import_items_get (CwImportItems *self, int item);
CwDraftItem *_cw_import_items_get_draft (CwImportItems *self, int item);

G_END_DECLS
