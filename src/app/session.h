/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/coverage.h"
#include "workspace/document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_SESSION (cw_session_get_type ())

/**
 * CwSide:
 *
 * One of the two sides that are compared.
 */
typedef enum
{
  CW_SIDE_LEFT,
  CW_SIDE_RIGHT,
} CwSide;

#define CW_N_SIDES 2

static inline CwSide
cw_side_opposite (CwSide side)
{
  return side == CW_SIDE_LEFT ? CW_SIDE_RIGHT : CW_SIDE_LEFT;
}

/**
 * CwSession:
 *
 * What one window looks at: a document, the agreed mapping or a coding of it, the lists on each side,
 * what is said between them, the languages of labels, the selected item on each side, and the current mapping. Pages and the
 * inspector follow it; none of them knows another.
 *
 * Signals: lists-changed, links-changed, selection-changed, mapping-changed, languages-changed,
 * coding-changed (another one is shown, or it is editable or no longer so), failed (a message for the
 * person), conflict (a message, and the edit that was not made since somebody else was faster).
 */
G_DECLARE_FINAL_TYPE (CwSession, cw_session, CW, SESSION, GObject)

CwSession *cw_session_new (CwDocument *document);

CwDocument *cw_session_get_document (CwSession *self);

void cw_session_set_lists (CwSession *self, CwSide side, GPtrArray *lists);
GPtrArray *cw_session_get_lists (CwSession *self, CwSide side);
void cw_session_swap (CwSession *self);

void cw_session_set_languages (CwSession *self, const char *const *languages);
const char *const *cw_session_get_languages (CwSession *self);

void cw_session_set_coding (CwSession *self, gint64 coding_id);
gint64 cw_session_get_coding (CwSession *self);
void cw_session_update_coding (CwSession *self);
gboolean cw_session_is_editable (CwSession *self);
gboolean cw_session_check_editable (CwSession *self);

void cw_session_set_follow (CwSession *self, gboolean follow);
gboolean cw_session_get_follow (CwSession *self);

CwLinkIndex *cw_session_get_links (CwSession *self);
void cw_session_count (CwSession *self, CwSide side, CwCoverage *coverage);

void cw_session_select (CwSession *self, CwSide side, const CwItem *item);
const CwItem *cw_session_get_selected (CwSession *self, CwSide side);
void cw_session_settle_pair (CwSession *self);
CwSide cw_session_get_active_side (CwSession *self);
const CwItem *cw_session_get_active_item (CwSession *self);
gboolean cw_session_get_is_pairing (CwSession *self);

void cw_session_select_mapping (CwSession *self, gint64 mapping_id);
void cw_session_show_mapping (CwSession *self, gint64 mapping_id);
gint64 cw_session_get_mapping_id (CwSession *self);
CwMapping *cw_session_get_mapping (CwSession *self);
gboolean cw_session_mapping_is_inverted (CwSession *self, const CwMapping *mapping);
GArray *cw_session_get_counterparts (CwSession *self, CwSide side);

const char *cw_session_get_label (CwSession *self, const CwItem *item);
void cw_session_apply (CwSession *self, CwEdit *edit);
void cw_session_undo (CwSession *self);
void cw_session_redo (CwSession *self);
void cw_session_fail (CwSession *self, const char *message);

G_END_DECLS
