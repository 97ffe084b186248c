/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"
#include "model/list-builder.h"

G_BEGIN_DECLS

/* No item: above the first level, or after the last item. */
#define CW_DRAFT_NOWHERE (-1)

/**
 * CwDraftLabel:
 *
 * A #CwLabel that owns its text.
 */
typedef struct
{
  const char *language; /* interned */
  char *text;
  CwLabelKind kind;
  CwLabelOrigin origin;
} CwDraftLabel;

/**
 * CwDraftItem:
 * @id: row in the document, 0 for an item that is not in it yet
 * @depth: 0 for the first level
 * @code: unique in the list
 * @group: (nullable): as in #CwItem
 * @verified: as in #CwItem
 * @note: may be empty
 * @iri: may be empty
 * @figures: (nullable): copied with its strings
 * @labels: (element-type CwDraftLabel): in the order in which they are kept
 */
typedef struct
{
  gint64 id;
  guint depth;
  char *code;
  char *group;
  gboolean verified;
  char *note;
  char *iri;
  CwFigures *figures;
  GArray *labels;
} CwDraftItem;

/**
 * CwListDraft:
 * @id: the list's row in the document, 0 for a new one
 * @card: the list's card
 * @items: (element-type CwDraftItem): parents before children
 *
 * A list that is being changed. Items are named by their place; a place holds until the next
 * change.
 */
typedef struct
{
  gint64 id;
  CwListCard *card;
  GPtrArray *items;
} CwListDraft;

CwListDraft *cw_list_draft_new (CwListCard *card);
CwListDraft *cw_list_draft_new_from_list (CwList *list);
CwListDraft *cw_list_draft_copy (const CwListDraft *self);
void cw_list_draft_free (CwListDraft *self);
CwList *cw_list_draft_build (const CwListDraft *self, GError **error);

guint cw_list_draft_get_n_items (const CwListDraft *self);
CwDraftItem *cw_list_draft_get_item (const CwListDraft *self, guint index);
int cw_list_draft_find (const CwListDraft *self, gint64 id);
int cw_list_draft_find_code (const CwListDraft *self, const char *code);
int cw_list_draft_get_parent (const CwListDraft *self, guint index);
guint cw_list_draft_get_end (const CwListDraft *self, guint index);
int cw_list_draft_get_previous (const CwListDraft *self, guint index);
int cw_list_draft_get_next (const CwListDraft *self, guint index);

guint cw_list_draft_append (CwListDraft *self, guint depth, const char *code);
guint cw_list_draft_add_after (CwListDraft *self, int after);
guint cw_list_draft_add_below (CwListDraft *self, int parent);
void cw_list_draft_remove (CwListDraft *self, guint index);
gboolean cw_list_draft_move (CwListDraft *self, guint index, int parent, int before);
gboolean cw_list_draft_indent (CwListDraft *self, guint index);
gboolean cw_list_draft_outdent (CwListDraft *self, guint index);
gboolean cw_list_draft_move_up (CwListDraft *self, guint index);
gboolean cw_list_draft_move_down (CwListDraft *self, guint index);

/* Codes: list-draft-codes.c */
gboolean cw_list_code_is_valid (const char *code);
gboolean cw_list_key_is_valid (const char *key);
gboolean cw_iri_is_valid (const char *iri);
gboolean cw_list_draft_codes_follow (const CwListDraft *self);
char *cw_list_draft_make_code (const CwListDraft *self, int parent, int after);
gboolean cw_list_draft_set_code (CwListDraft *self, guint index, const char *code, GError **error);
void cw_list_draft_recode (CwListDraft *self, guint index, const char *code);
void cw_list_draft_renumber (CwListDraft *self);

CwDraftItem *cw_draft_item_new (guint depth, const char *code);
CwDraftItem *cw_draft_item_copy (const CwDraftItem *self);
void cw_draft_item_free (CwDraftItem *self);
CwDraftLabel *cw_draft_item_get_label (const CwDraftItem *self, guint index);
int cw_draft_item_find_label (const CwDraftItem *self,
                              const char *language,
                              CwLabelKind kind,
                              CwLabelOrigin origin,
                              const char *text);
void cw_draft_item_add_label (CwDraftItem *self,
                              const char *language,
                              const char *text,
                              CwLabelKind kind,
                              CwLabelOrigin origin);
void cw_draft_item_remove_label (CwDraftItem *self, guint index);
gboolean cw_draft_item_holds (const CwDraftItem *self, const char *language, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListDraft, cw_list_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDraftItem, cw_draft_item_free)

G_END_DECLS
