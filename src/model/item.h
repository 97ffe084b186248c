/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"

G_BEGIN_DECLS

/**
 * CwItem:
 * @id: row in the document, 0 where the list is not in one
 * @list: (unowned): the list it stands in, which owns it
 * @parent: (nullable): the item above
 * @index: position among all items of the list, parents before children
 * @depth: 0 for the first level
 * @n_descendants: how many items below it; they follow it directly in the list's order
 * @code: unique in the list
 * @group: (nullable): part of the list it belongs to, such as "field"
 * @verified: whether the wording in the list's official language was checked as a whole
 * @figures: (nullable): what a census says of it
 * @labels: (array length=n_labels): preferred labels first, by language
 * @n_labels: how many
 * @note: the user's remarks on it, may hold line breaks; %NULL for none
 * @iri: its own IRI; %NULL for one made of the list's and its code
 *
 * One entry of a list. It lives as long as its list.
 */
struct _CwItem
{
  gint64 id;
  CwList *list;
  const CwItem *parent;
  guint index;
  guint depth;
  guint n_descendants;
  const char *code;
  const char *group;
  gboolean verified;
  const CwFigures *figures;
  const CwLabel *labels;
  guint n_labels;
  const char *note;
  const char *iri;
};

const CwLabel *cw_item_get_label (const CwItem *self, const char *language);
const CwLabel *cw_item_get_official_label (const CwItem *self);
const CwLabel *cw_item_choose_label (const CwItem *self, const char *const *languages);
gboolean cw_item_label_is_checked (const CwItem *self, const CwLabel *label);
char *cw_item_get_iri (const CwItem *self);
char *cw_item_get_path (const CwItem *self, const char *const *languages);

G_END_DECLS
