/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

typedef struct _CwWatch CwWatch;

CwWatch *_cw_watch_new (CwDocument *document);
void _cw_watch_free (CwWatch *self);

G_END_DECLS
