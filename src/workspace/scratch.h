/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/document.h"

G_BEGIN_DECLS

/**
 * CwScratch:
 * @document: the document
 *
 * A document that is looked at, or written in another format. What a file says is put into one that
 * goes away with it; a document that is there already is opened, or copied to be changed.
 */
typedef struct
{
  CwDocument *document;
  /*< private >*/
  char *folder;
  char *path;
} CwScratch;

CwScratch *cw_scratch_new (GError **error);
CwScratch *cw_scratch_new_reading (const char *path, GError **error);
CwScratch *cw_scratch_new_copy (const char *path, GError **error);
CwScratch *cw_scratch_new_from_json (GBytes *json,
                                     const char *name,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean cw_scratch_keep (CwScratch *self, const char *path, GError **error);
void cw_scratch_free (CwScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwScratch, cw_scratch_free)

G_END_DECLS
