/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/document-content.h"

/**
 * cw_document_content_new:
 *
 * Returns: (transfer full): what holds nothing; its texts are %NULL until they are set
 */
CwDocumentContent *
cw_document_content_new (void)
{
  CwDocumentContent *self = g_new0 (CwDocumentContent, 1);

  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->codings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_coding_unref);
  self->settlements = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_settlement_free);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_finding_mark_free);
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_kept_definition_free);

  return self;
}

/**
 * cw_document_content_free:
 * @self: (nullable): a document's content
 */
void
cw_document_content_free (CwDocumentContent *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->title);
  g_free (self->notice);
  g_free (self->created);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->codings);
  g_ptr_array_unref (self->settlements);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->filters);
  g_free (self);
}
