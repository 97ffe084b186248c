/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/models/outline-model.h"
#include "app/ribbon.h"

G_BEGIN_DECLS

GArray *
cw_link_map_collect_ribbons (CwLinkIndex *links, CwOutlineModel *left, CwOutlineModel *right);

G_END_DECLS
