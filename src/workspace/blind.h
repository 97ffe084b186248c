/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/coding.h"

G_BEGIN_DECLS

CwCoding *cw_blind_get_unfinished (GPtrArray *codings, const char *author);
gboolean cw_blind_may_show (GPtrArray *codings, const char *author, gint64 coding_id);
char *cw_blind_explain (GPtrArray *codings, const char *author, gint64 coding_id);
gint64 cw_blind_choose (GPtrArray *codings, const char *author, gint64 coding_id);
gboolean
cw_blind_check_show (GPtrArray *codings, const char *author, gint64 coding_id, GError **error);
gboolean
cw_blind_check_edit (GPtrArray *codings, const char *author, gint64 coding_id, GError **error);

G_END_DECLS
