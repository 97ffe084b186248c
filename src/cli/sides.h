/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command-line.h"
#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwSides:
 * @left: (element-type CwList): the lists on the left
 * @right: (element-type CwList): the lists on the right
 *
 * The lists that are compared.
 */
typedef struct
{
  GPtrArray *left;
  GPtrArray *right;
} CwSides;

CwList *cw_sides_find_list (CwDocument *document, const char *key);
gboolean cw_sides_find (CwSides *self, CwDocument *document, const CwCommandLine *line);
void cw_sides_clear (CwSides *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwSides, cw_sides_clear)

G_END_DECLS
