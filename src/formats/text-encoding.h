/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cw_text_encoding_guess (const char *data, gsize length, gboolean whole);
const char *cw_text_encoding_get_iconv_name (const char *encoding);
const char *const *cw_text_encoding_list (void);

G_END_DECLS
