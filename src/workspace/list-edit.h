/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list-draft.h"
#include "workspace/edit.h"

G_BEGIN_DECLS

/* What can be done to lists. A list that came with the program takes the user's own labels and
 * notes; everything else of it stays as it was published. */

/**
 * CwItemMove:
 * @CW_ITEM_UP: before the one before it
 * @CW_ITEM_DOWN: after the one after it
 * @CW_ITEM_INDENT: under the one before it
 * @CW_ITEM_OUTDENT: after the one above it
 * @CW_ITEM_BEFORE: before a certain item
 * @CW_ITEM_AFTER: after a certain item
 * @CW_ITEM_BELOW: under a certain item, after what is there
 *
 * Where an item goes, with all below it.
 */
typedef enum
{
  CW_ITEM_UP,
  CW_ITEM_DOWN,
  CW_ITEM_INDENT,
  CW_ITEM_OUTDENT,
  CW_ITEM_BEFORE,
  CW_ITEM_AFTER,
  CW_ITEM_BELOW,
} CwItemMove;

CwEdit *cw_edit_new_list (const CwListDraft *draft, CwStepKind kind);
CwEdit *cw_edit_new_list_card (CwList *list, const CwListCard *card);
CwEdit *cw_edit_new_list_delete (CwList *list);
CwEdit *cw_edit_new_list_renumber (CwList *list);

CwEdit *cw_edit_new_item_add (CwList *list,
                              const CwItem *near,
                              gboolean below,
                              const char *language,
                              const char *text,
                              CwLabelOrigin origin);
CwEdit *cw_edit_new_item_code (const CwItem *item, const char *code);
CwEdit *cw_edit_new_item_checked (const CwItem *item, gboolean checked);
CwEdit *cw_edit_new_item_note (const CwItem *item, const char *note);
CwEdit *cw_edit_new_item_label (const CwItem *item, const CwLabel *old, const CwLabel *label);
CwEdit *cw_edit_new_item_move (const CwItem *item, CwItemMove move, const CwItem *target);
CwEdit *cw_edit_new_item_delete (GPtrArray *items);
CwEdit *cw_edit_new_item_merge (const CwItem *item, const CwItem *into);
CwEdit *
cw_edit_new_item_split (const CwItem *item, const char *const *names, gboolean with_mappings);

G_END_DECLS
