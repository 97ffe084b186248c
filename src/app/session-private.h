/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

struct _CwSession
{
  GObject parent_instance;

  CwDocument *document;
  GPtrArray *lists[CW_N_SIDES]; /* CwList */
  char **languages;
  gboolean follow;
  gint64 coding_id; /* 0 for the agreed mapping */

  CwLinkIndex *links;
  GCancellable *links_cancellable;

  const CwItem *selected[CW_N_SIDES];
  CwSide active_side;
  gboolean pairing;
  gboolean pair_settled; /* what was selected has been linked: the next selection begins anew */

  gint64 mapping_id;  /* 0 for none */
  CwMapping *mapping; /* NULL while it is read */
  GCancellable *mapping_cancellable;
};

typedef enum
{
  CW_SESSION_LISTS_CHANGED,
  CW_SESSION_LINKS_CHANGED,
  CW_SESSION_SELECTION_CHANGED,
  CW_SESSION_MAPPING_CHANGED,
  CW_SESSION_LANGUAGES_CHANGED,
  CW_SESSION_CODING_CHANGED,
  CW_SESSION_FAILED,
  CW_SESSION_N_SIGNALS,
} CwSessionSignal;

void _cw_session_emit (CwSession *self, CwSessionSignal signal);
gboolean _cw_session_holds (CwSession *self, CwSide side, const CwItem *item);

void _cw_session_fail_with_error (CwSession *self, GError *error);

/* session-links.c */
void _cw_session_read_links (CwSession *self);

/* session-selection.c: which mapping is the current one follows from what is selected. */
void _cw_session_update_current (CwSession *self);
gboolean _cw_session_current_still_fits (CwSession *self);
void _cw_session_set_mapping_id (CwSession *self, gint64 id);

G_END_DECLS
