/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/list.h"

G_BEGIN_DECLS

GPtrArray *cw_label_languages_collect (GPtrArray *lists);

G_END_DECLS
