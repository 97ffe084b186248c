/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/edit-private.h"
#include "workspace/list-edit.h"

G_BEGIN_DECLS

/* The list as it stands when the edit is done, and what goes with it. */
typedef struct
{
  CwConnection *connection;
  const CwJournalStamp *stamp;
  CwListDraft *draft;
  CwStep *step;
  guint *n_unreviewed; /* reviewed mappings that are proposed again */
} CwListChange;

typedef struct _CwListEdit CwListEdit;
typedef gboolean (*CwListEditFunc) (CwListEdit *self, CwListChange *change, GError **error);

/* Described on one thread, done on another: it holds ids and copies, no items. */
struct _CwListEdit
{
  CwListEditFunc func;   /* changes the draft */
  CwListEditFunc settle; /* once new items have ids; may be NULL */
  gboolean annotates;    /* adds what is the user's own, which a shipped list takes too */
  gint64 list_id;
  gint64 item_id;
  gint64 other_id;
  gint64 first_id; /* of the items that were added, for settle */
  guint n_added;
  CwItemMove move;
  gboolean flag;
  char *text;
  char **names;
  CwListCard *seen; /* the card as it was when it was changed to the other */
  CwListCard *card;
  CwListDraft *draft;
  CwDraftLabel old;   /* without text where there is none */
  CwDraftLabel label; /* the same */
  GArray *ids;        /* gint64: items */
};

CwEdit *_cw_list_edit_new (CwListEditFunc func, CwList *list, CwStepKind kind, const CwItem *item);
CwListEdit *_cw_list_edit_get (CwEdit *edit);
gboolean _cw_list_change_find (CwListChange *change, gint64 item_id, guint *index, GError **error);
void _cw_list_change_collect (CwListChange *change, guint index, GArray *ids);

G_END_DECLS
