/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many texts a set tells apart. */
#define CW_TEXT_SET_LIMIT (1u << 20)

/**
 * CwTextSet:
 *
 * Which texts have been seen, as 64 bits each, so that the rows of a long file can be compared in at
 * most 16 MiB. Of a million different texts, two are taken for the same with a chance of 1 to 30
 * million (the birthday bound).
 */
typedef struct _CwTextSet CwTextSet;

CwTextSet *cw_text_set_new (void);
void cw_text_set_free (CwTextSet *self);
gboolean cw_text_set_add (CwTextSet *self, guint64 hash);
gboolean cw_text_set_is_full (const CwTextSet *self);

guint64 cw_text_hash (guint64 hash, const char *text);
#define CW_TEXT_HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTextSet, cw_text_set_free)

G_END_DECLS
