/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/relation.h"

/* The style sheet of a publication as HTML. */
extern const char *const cw_publication_style;

char *cw_publication_style_get_color (CwRelation relation);
