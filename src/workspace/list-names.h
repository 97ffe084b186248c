/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

char *cw_document_make_list_key (CwDocument *self,
                                 const char *jurisdiction,
                                 const char *title,
                                 const char *issued);

G_END_DECLS
