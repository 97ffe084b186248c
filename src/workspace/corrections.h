/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwCorrection:
 * @key: the list
 * @digest: of the list as the program ships it now
 * @shipped: (transfer none): the list as the program ships it now
 * @added: (element-type utf8): items that are new, with code and label
 * @gone: (element-type utf8): items that are gone
 * @gone_ids: (element-type gint64): the same in the document
 * @relabelled: (element-type utf8): what is worded otherwise, before and now
 * @relabelled_ids: (element-type gint64): the items that are
 * @n_moved: how many items stand elsewhere
 * @n_other: how many items differ in something else, such as whether they were checked
 * @card_changed: whether the card says something else
 *
 * What would change if a list of the document became that which the program ships.
 */
typedef struct
{
  char *key;
  char *digest;
  CwList *shipped;
  GPtrArray *added;
  GPtrArray *gone;
  GArray *gone_ids;
  GPtrArray *relabelled;
  GArray *relabelled_ids;
  guint n_moved;
  guint n_other;
  gboolean card_changed;
} CwCorrection;

/**
 * CwCorrections:
 *
 * All corrections of a document's lists that were neither taken nor declined.
 */
typedef struct _CwCorrections CwCorrections;

void cw_document_find_corrections_async (CwDocument *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
CwCorrections *
cw_document_find_corrections_finish (CwDocument *self, GAsyncResult *result, GError **error);
CwCorrections *cw_document_find_corrections (CwDocument *self, GError **error);
guint cw_corrections_get_n (CwCorrections *self);
const CwCorrection *cw_corrections_get (CwCorrections *self, guint index);
const CwCorrection *cw_corrections_find (CwCorrections *self, const char *key);
void cw_corrections_free (CwCorrections *self);

CwEdit *cw_edit_new_correction (CwList *list, const CwCorrection *correction, gboolean keep_used);
CwEdit *cw_edit_new_decline (CwList *list, const CwCorrection *correction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCorrections, cw_corrections_free)

G_END_DECLS
