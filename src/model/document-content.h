/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/coding.h"
#include "model/finding-mark.h"
#include "model/kept-filter.h"
#include "model/list.h"

G_BEGIN_DECLS

/**
 * CwDocumentContent:
 * @uuid: RFC 4122, names the document for ever, copies included
 * @title: what the user calls it
 * @notice: what a reader must know about its content; may be empty
 * @created: when, ISO 8601 in UTC
 * @lists: (element-type CwList): by jurisdiction and then the newest first
 * @codings: (element-type CwCoding): in the order in which they were made
 * @settlements: (element-type CwSettlement): what was settled between codings
 * @marks: (element-type CwFindingMark): findings that are intended
 * @filters: (element-type CwKeptDefinition): filters that have a name
 *
 * All that a document holds, but for its mappings, of which there may be a million, and its history.
 */
typedef struct
{
  char *uuid;
  char *title;
  char *notice;
  char *created;
  GPtrArray *lists;
  GPtrArray *codings;
  GPtrArray *settlements;
  GPtrArray *marks;
  GPtrArray *filters;
} CwDocumentContent;

CwDocumentContent *cw_document_content_new (void);
void cw_document_content_free (CwDocumentContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocumentContent, cw_document_content_free)

G_END_DECLS
