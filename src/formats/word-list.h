/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of several languages that mean one thing, written as one text with | between them. */

const char *const *cw_word_list_fold (const char *list);
gboolean cw_word_list_has (const char *list, const char *folded);

G_END_DECLS
