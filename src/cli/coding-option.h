/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

gboolean cw_coding_option_find (CwDocument *document, const char *name, gint64 *id);

G_END_DECLS
