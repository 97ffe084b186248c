/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwScratch:
 * @document: the document
 *
 * A document that goes away with it: what a file says is put there to be looked at, or to be written
 * in another format.
 */
typedef struct
{
  CwDocument *document;
  /*< private >*/
  char *folder;
  char *path;
} CwScratch;

CwScratch *cw_scratch_new (GError **error);
CwScratch *cw_scratch_new_copy (const char *path, GError **error);
CwScratch *cw_scratch_new_from_json (GBytes *json,
                                     const char *name,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean cw_scratch_keep (CwScratch *self, const char *path, GError **error);
void cw_scratch_free (CwScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwScratch, cw_scratch_free)

G_END_DECLS
