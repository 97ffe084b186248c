/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwText:
 *
 * One text in several languages, in the order of cw_language_compare().
 */
typedef struct _CwText CwText;

CwText *cw_text_new (void);
CwText *cw_text_copy (const CwText *self);
void cw_text_free (CwText *self);

void cw_text_set (CwText *self, const char *language, const char *string);
const char *cw_text_get (const CwText *self, const char *language);
const char *cw_text_choose (const CwText *self, const char *const *languages);

guint cw_text_get_n_languages (const CwText *self);
const char *cw_text_get_language (const CwText *self, guint index);

char *cw_string_clean (const char *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwText, cw_text_free)

G_END_DECLS
